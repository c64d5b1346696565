#pragma once

#include "core/barcode/decodedcode.h"
#include "core/barcode/luminance.h"

namespace checkpoint {

/// How a picture becomes black and white before symbols are looked for in it.
enum class Thresholding {
    Done,             ///< it is: 0 is dark, everything else white
    LocalAverage,     ///< the library's own, against the mean around each pixel
    LocalAverageSizes ///< the same, then at a third and a ninth of the size as well
};

/// The QR codes in a picture; empty for an empty one. Thread-safe.
DecodedCodes readSymbols(const LuminanceView &picture, Thresholding thresholding);

} // namespace checkpoint
