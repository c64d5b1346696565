#pragma once

#include "core/barcode/decodedcode.h"
#include "core/barcode/luminance.h"

#include <functional>

namespace checkpoint {

/// How a picture becomes black and white before symbols are looked for in it.
enum class Thresholding {
    Pure,             ///< it is, and shows nothing but one upright symbol
    Done,             ///< it is: 0 is dark, everything else white
    LocalAverage,     ///< the library's own, against the mean around each pixel
    LocalAverageSizes ///< the same, then at a third and a ninth of the size as well
};

/// The QR codes in a picture; empty for an empty one. Thread-safe.
DecodedCodes readSymbols(const LuminanceView &picture, Thresholding thresholding);

/// The QR code of which these are the modules; `drawn` is for its own use, and without outline.
DecodedCodes readModules(int modules, const std::function<bool(int column, int row)> &isDark,
                         LuminancePlane &drawn);

} // namespace checkpoint
