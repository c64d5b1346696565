#pragma once

#include "core/barcode/finderpatterns.h"
#include "core/barcode/luminance.h"

#include <QTransform>

#include <vector>

namespace checkpoint {

/// Where a symbol lies: from its modules to the pixels of the picture.
struct SymbolPlane
{
    QTransform toPicture;
    int modules = 0;   ///< along a side
    double timing = 0; ///< share of the timing patterns' modules that are as they should be
};

/// The planes that triples of finder patterns may span, most plausible first: for each triple and each
/// plausible version the homography with the least squared error at the twelve outer corners of the patterns,
/// judged by the timing patterns, which it was not fitted to. `planes` is overwritten and its memory used
/// again.
void findSymbolPlanes(const std::vector<FinderPattern> &patterns, const LuminanceView &binary,
                      std::vector<SymbolPlane> &planes);

/// A symbol as seen from straight ahead, `rectifiedModule` pixels a module with its quiet zone: inverse
/// warping of the grey picture with bilinear interpolation. Places outside the picture take the nearest
/// pixel.
void rectify(const LuminanceView &picture, const SymbolPlane &plane, LuminancePlane &result);

inline constexpr int rectifiedModule = 4;
inline constexpr int rectifiedQuiet = 3; ///< modules around the symbol

/// From pixels of the rectified picture to those of the picture.
QTransform fromRectified(const SymbolPlane &plane);

} // namespace checkpoint
