#pragma once

#include "core/barcode/luminance.h"

#include <QPolygonF>

#include <optional>
#include <vector>

namespace checkpoint {

/// A place that looks like a symbol without its details: a quadrilateral of dark and light in turn, as much
/// of one as of the other and the same in all its parts and both directions, on flat brighter ground.
struct DenseRegion
{
    QPolygonF outline;  ///< four corners, pixels of the picture
    double side = 0;    ///< the longer one, pixels
    double aspect = 1;  ///< the shorter side by the longer one
    double ground = 0;  ///< brightness around it: the quiet zone's
    double modules = 0; ///< brightness of what differs from that
    bool isLightOnDark = false;
};

/// Finds dense regions of 20 to 70 pixels a side (the geometric mean of both), at which size a symbol's
/// modules are of about a pixel: so a symbol is found that is too small or too blurred for its finder
/// patterns to be, in that picture of a pyramid where it has this size. Keeps its buffers; owned by one
/// reader, on its thread.
class DenseRegions
{
public:
    /// The region nearest to the picture's middle. `noise` is the picture's own; pixelStride 1.
    std::optional<DenseRegion> find(const LuminanceView &picture, double noise);

    static constexpr int leastSide = 20;
    static constexpr int mostSide = 72;

private:
    /// Pixels next to each other in a row in whose neighbourhood the brightness changes.
    struct Run
    {
        int row = 0;
        int first = 0;
        int last = 0;
        int component = 0;
    };
    /// Runs that touch.
    struct Component
    {
        int parent = 0;
        int area = 0;
        int left = 0;
        int right = 0;
        int top = 0;
        int bottom = 0;
    };

    void measureRange(const LuminanceView &picture);
    void connect(int threshold);
    int rootOf(int component);
    void join(const Run &upper, Run &lower);
    bool isPlausible(const Component &component) const;
    QPolygonF outlineOf(int component);
    std::optional<DenseRegion> examine(int component, const LuminanceView &picture);

    LuminancePlane m_range; ///< brightest minus darkest of 3 × 3 pixels
    std::vector<uchar> m_low;
    std::vector<uchar> m_high;
    std::vector<Run> m_runs;
    std::vector<Component> m_components;
};

} // namespace checkpoint
