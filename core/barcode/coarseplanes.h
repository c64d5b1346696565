#pragma once

#include "core/barcode/finderblobs.h"
#include "core/barcode/luminance.h"
#include "core/barcode/rectification.h"

#include <vector>

namespace checkpoint {

/// The planes that triples of blobs may span, most plausible first: seen from straight ahead or nearly so (an
/// affine transform), in the size at which nested squares, turned as the triple lies, correlate best with the
/// picture at all three places. `timing` of a plane is that correlation. `planes` is overwritten and its
/// memory used again.
void findCoarsePlanes(const std::vector<FinderBlob> &blobs, const LuminanceView &picture,
                      BlockMidpoint::Polarity polarity, std::vector<SymbolPlane> &planes);

inline constexpr size_t mostCoarsePlanes = 6;

} // namespace checkpoint
