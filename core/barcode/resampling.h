#pragma once

#include "core/barcode/luminance.h"

namespace checkpoint {

/// A copy without gaps: cameras interleave brightness and colour, and every later pass is slower on that.
void copyDense(const LuminanceView &picture, LuminancePlane &result);

/// The negative.
void invert(const LuminanceView &picture, LuminancePlane &result);

/// Binomial smoothing by 1 2 1 along and across: takes three quarters of the noise of a picture that a lens
/// has blurred already, and little else.
void smooth(const LuminanceView &picture, LuminancePlane &result);

/// One step down an image pyramid with a box filter: each pixel is the mean of 2 × 2. Averages noise away and
/// brings large modules to the size at which thresholds by blocks work. An odd last row or column is dropped.
void halve(const LuminanceView &picture, LuminancePlane &result);

/// Bilinear enlargement to twice the size: gives the decoder, which looks at whole pixels, positions between
/// those of modules of one to two pixels.
void enlargeTwice(const LuminanceView &picture, LuminancePlane &result);

} // namespace checkpoint
