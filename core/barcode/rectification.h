#pragma once

#include "core/barcode/finderpatterns.h"
#include "core/barcode/luminance.h"

#include <QPointF>
#include <QTransform>

#include <optional>
#include <vector>

namespace checkpoint {

/// A place of a symbol, in modules, and where the picture shows it.
struct PlanePoint
{
    QPointF module;
    QPointF pixel;
    double weight = 1;
};

/// The homography from modules to pixels with the least squared algebraic error; nothing when the points do
/// not determine one.
std::optional<QTransform> homography(const std::vector<PlanePoint> &points);

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

} // namespace checkpoint
