#pragma once

#include "core/barcode/blockmidpoint.h"
#include "core/barcode/functionpatterns.h"
#include "core/barcode/luminance.h"
#include "core/barcode/rectification.h"

#include <QPointF>

#include <vector>

namespace checkpoint {

/// Where the modules of a symbol lie in a picture: a plane, and how far a bent card or a lens departs from
/// it. The departure is known at control points, the middles of finder and alignment patterns, found by
/// normalised cross-correlation from those nearest to the finder patterns on, each improving the plane for
/// the next; in between it is Shepard's interpolation (weights of the inverse square of the distance).
///
/// Keeps its memory for the next symbol. Owned by one reader, on its thread.
class SymbolSurface
{
public:
    /// Begins with a plane found by the finder patterns; looks for the patterns in the same picture.
    void fit(const LuminanceView &picture, const SymbolPlane &plane, const FunctionPatterns &known,
             BlockMidpoint::Polarity polarity = BlockMidpoint::Polarity::DarkOnLight);

    int modules() const { return m_plane.modules; }
    const SymbolPlane &plane() const { return m_plane; }
    /// Pixel of the picture at a place in modules; (0, 0) is the symbol's corner.
    QPointF toPicture(QPointF module) const;
    /// Pixels a module, in the middle.
    double moduleLength() const;
    int patternsFound() const { return int(m_points.size()); }

private:
    struct ControlPoint
    {
        QPointF module;
        QPointF pixel;
        QPointF departure; ///< from the plane, pixels
    };

    bool find(const LuminanceView &picture, QPointF centre, int side, double reach);
    void fitPlane();

    SymbolPlane m_plane;
    std::vector<ControlPoint> m_points;
    std::vector<PlanePoint> m_all; ///< the corners of the finder patterns, then the control points
    std::vector<float> m_patch;
    double m_sign = 1; ///< -1 for symbols light on dark
};

} // namespace checkpoint
