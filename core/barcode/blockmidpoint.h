#pragma once

#include "core/barcode/luminance.h"

#include <vector>

namespace checkpoint {

/// Local thresholding at the mid-range (Bernsen's method), on blocks: the darkest and the brightest pixel of
/// each block of 8 × 8, spread over the 3 × 3 blocks around it, give the threshold in the middle between
/// them, interpolated bilinearly between the centres of the blocks. Where the range is too small to be an
/// edge everything is white. Weak alone on modules of more than 8 pixels, whose insides are such places:
/// those are read in smaller pictures.
///
/// measure() once, then binarise() in either polarity. Owned by one reader, on its thread.
class BlockMidpoint
{
public:
    enum class Polarity { DarkOnLight, LightOnDark };

    /// Takes the statistics of a picture of pixelStride 1.
    void measure(const LuminanceView &picture);

    /// 0 where the measured picture is dark (or bright, for LightOnDark), 255 elsewhere.
    void binarise(const LuminanceView &picture, Polarity polarity, LuminancePlane &result);

    static constexpr int blockSide = 8;
    /// Blocks whose neighbourhood has a smaller range hold no edge, only noise; more is asked for in noisy
    /// pictures, up to the larger one.
    static constexpr int smallestRange = 24;
    static constexpr int largestRange = 96;

private:
    int leastRange() const;
    void spread(int range);

    int m_columns = 0;
    int m_rows = 0;
    std::vector<uchar> m_low;  ///< of each block
    std::vector<uchar> m_high; ///< of each block
    std::vector<uchar> m_middle;
    std::vector<uchar> m_flat; ///< 255 where the range is too small
    std::vector<uchar> m_lineLow;
    std::vector<uchar> m_lineHigh;
    std::vector<quint16> m_thresholds; ///< of one pixel row at the block centres, times 16
    std::vector<uchar> m_line;         ///< threshold of each pixel of a row
    std::vector<uchar> m_lineFlat;
};

} // namespace checkpoint
