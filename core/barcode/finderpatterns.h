#pragma once

#include "core/barcode/luminance.h"

#include <QPointF>

#include <array>
#include <vector>

namespace checkpoint {

/// One of the three nested squares in a symbol's corners, as seen by the camera.
struct FinderPattern
{
    QPointF centre;
    std::array<QPointF, 4> corners; ///< of its outer edge, in the order of their angle
    double side = 0;                ///< mean length of the outer edges: 7 modules

    /// The length of the pattern through its centre in a direction; pixels.
    double extent(QPointF direction) const;
};

/// Finds finder patterns in a picture of which 0 is dark: runs of 1:1:3:1:1 along rows, confirmed along the
/// column, whose outer edge, followed by rays from the centre, is a quadrilateral. So a tilted pattern gives
/// its perspective away. Owned by one reader, on its thread.
class FinderPatterns
{
public:
    const std::vector<FinderPattern> &find(const LuminanceView &binary);

    /// About how many there are, from a few rows and cheaply.
    double estimate(const LuminanceView &binary);

    /// A picture full of squares must not hold up the frames after it.
    static constexpr size_t mostPatterns = 24;

private:
    struct Candidate
    {
        QPointF centre;
        double module = 0;
    };

    template <typename Found> void scanRow(const LuminanceView &binary, int y, const Found &found);
    void consider(const LuminanceView &binary, double x, int y, double module);

    std::vector<int> m_changes; ///< where the row's colour changes
    std::vector<Candidate> m_candidates;
    std::vector<QPointF> m_edge;
    std::vector<FinderPattern> m_patterns;
};

} // namespace checkpoint
