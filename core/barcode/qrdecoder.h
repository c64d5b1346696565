#pragma once

#include "core/barcode/decodedcode.h"
#include "core/barcode/luminance.h"

namespace checkpoint {

/// Reads QR codes from a still picture, looked at once and therefore in every way there is. Different codes
/// come as several results, equal codes at different places as well. Thread-safe; costs milliseconds where
/// there is a code and tens of them where there is none, so never on the GUI thread. For the frames of a
/// camera there is QrFrameReader.
class QrDecoder
{
public:
    DecodedCodes decode(const LuminanceView &picture) const;
};

} // namespace checkpoint
