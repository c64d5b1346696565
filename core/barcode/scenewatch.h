#pragma once

#include "core/barcode/luminance.h"

#include <vector>

namespace checkpoint {

/// Tells whether anything changed before one camera, from the mean brightness of small cells. The sensor's
/// noise is none, nor is a slow drift of the whole picture's brightness; what comes in slowly or covers only
/// two cells is. Costs a tenth of a millisecond a frame and, in the steady state, no allocation.
///
/// Without a clock of its own. Owned by one reader, on its thread.
class SceneWatch
{
public:
    /// Looks at the next frame: whether it shows something else than those before. The first frame does, and
    /// one of another size.
    bool hasChanged(const LuminanceView &frame);

    static constexpr int cellSide = 16; ///< pixels: a symbol of the smallest modules covers some
    /// Differences of a cell's mean brightness that are a change however little noise there is, and that are
    /// one however much.
    static constexpr float leastChange = 3;
    static constexpr float mostChange = 12;

private:
    void measure(const LuminanceView &frame);
    float medianDifference();
    float noiseAround(float drift);

    int m_columns = 0;
    int m_rows = 0;
    std::vector<int> m_sums;     ///< of one row of cells
    std::vector<float> m_cells;  ///< of this frame
    std::vector<float> m_usual;  ///< what they were of late
    std::vector<float> m_sorted; ///< a buffer
    float m_noise = 0;           ///< of a cell, a moving mean: 95 of 100 differ by less
};

} // namespace checkpoint
