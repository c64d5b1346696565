#include "core/barcode/blockmidpoint.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace checkpoint {

namespace {

constexpr int side = BlockMidpoint::blockSide;
constexpr size_t blocksOfARoom = 8000;

// The loops below are written so that the compiler vectorises them: no aliasing, no branches, bytes only.

void lowerAndRaise(const uchar *__restrict pixels, uchar *__restrict low, uchar *__restrict high, int count)
{
    for (int i = 0; i < count; ++i) {
        low[i] = std::min(low[i], pixels[i]);
        high[i] = std::max(high[i], pixels[i]);
    }
}

/// Neighbours in pairs: the lower of each pair, the higher of each pair.
void halvePairs(uchar *__restrict low, uchar *__restrict high, int pairs)
{
    for (int i = 0; i < pairs; ++i) {
        low[i] = std::min(low[2 * i], low[2 * i + 1]);
        high[i] = std::max(high[2 * i], high[2 * i + 1]);
    }
}

void spreadRow(const uchar *__restrict low, const uchar *__restrict high, uchar *__restrict outLow,
               uchar *__restrict outHigh, int columns)
{
    for (int i = 0; i < columns; ++i) {
        const int before = std::max(i - 1, 0);
        const int after = std::min(i + 1, columns - 1);
        outLow[i] = std::min({low[before], low[i], low[after]});
        outHigh[i] = std::max({high[before], high[i], high[after]});
    }
}

/// The thresholds of a pixel row at the block centres, times 16.
void mixRows(const uchar *__restrict above, const uchar *__restrict below, int weightBelow,
             quint16 *__restrict mixed, int columns)
{
    const auto weight = quint16(weightBelow);
    const auto other = quint16(16 - weightBelow);
    for (int i = 0; i < columns; ++i)
        mixed[i] = quint16(above[i] * other + below[i] * weight);
}

/// Eight pixels to the right of a block's centre: from its threshold towards the next block's.
inline void mixEight(quint16 left, quint16 right, uchar *__restrict thresholds)
{
    constexpr quint16 weights[side] = {1, 3, 5, 7, 9, 11, 13, 15};
    for (int k = 0; k < side; ++k)
        thresholds[k] =
            uchar(quint16(quint16(left * quint16(16 - weights[k])) + quint16(right * weights[k])) >> 8);
}

void writeLine(const uchar *__restrict pixels, const uchar *__restrict thresholds,
               const uchar *__restrict flat, uchar *__restrict out, uchar flip, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto white = uchar(pixels[i] > thresholds[i] ? 255 : 0);
        out[i] = uchar((white ^ flip) | flat[i]);
    }
}

} // namespace

void BlockMidpoint::measure(const LuminanceView &picture)
{
    m_columns = (picture.width + side - 1) / side;
    m_rows = (picture.height + side - 1) / side;
    const size_t blocks = size_t(m_columns) * size_t(m_rows);
    const size_t padded = size_t(m_columns) * side;
    if (m_low.size() < blocks) {
        for (auto *values : {&m_low, &m_high, &m_middle, &m_flat})
            values->resize(blocks);
    }
    if (m_line.size() < padded + 2 * side) {
        for (auto *line : {&m_lineLow, &m_lineHigh, &m_line, &m_lineFlat})
            line->resize(padded + 2 * side);
        m_thresholds.resize(padded / side + 2);
    }
    for (int row = 0; row < m_rows; ++row) {
        std::memset(m_lineLow.data(), 255, padded);
        std::memset(m_lineHigh.data(), 0, padded);
        const int bottom = std::min((row + 1) * side, picture.height);
        for (int y = row * side; y < bottom; ++y)
            lowerAndRaise(picture.data + qsizetype(y) * picture.rowStride, m_lineLow.data(),
                          m_lineHigh.data(), picture.width);
        for (int pairs = int(padded) / 2; pairs >= m_columns; pairs /= 2)
            halvePairs(m_lineLow.data(), m_lineHigh.data(), pairs);
        std::memcpy(m_low.data() + size_t(row) * size_t(m_columns), m_lineLow.data(), size_t(m_columns));
        std::memcpy(m_high.data() + size_t(row) * size_t(m_columns), m_lineHigh.data(), size_t(m_columns));
    }
    spread(leastRange());
}

/// A fifth of a room's blocks at least show a plain surface; the range in those is the camera's noise, and is
/// half as large again in nine of them. Smaller pictures may show nothing but a symbol.
int BlockMidpoint::leastRange() const
{
    const size_t blocks = size_t(m_columns) * size_t(m_rows);
    if (blocks < blocksOfARoom)
        return smallestRange;
    std::array<size_t, 256> histogram{};
    for (size_t i = 0; i < blocks; ++i)
        ++histogram[size_t(m_high[i] - m_low[i])];
    size_t below = 0;
    int noise = 0;
    while (noise < 255 && (below += histogram[size_t(noise)]) < blocks / 5)
        ++noise;
    return std::clamp(noise * 3 / 2, smallestRange, largestRange);
}

void BlockMidpoint::spread(int range)
{
    for (int row = 0; row < m_rows; ++row) {
        const int first = std::max(row - 1, 0);
        const int last = std::min(row + 1, m_rows - 1);
        std::memset(m_lineLow.data(), 255, size_t(m_columns));
        std::memset(m_lineHigh.data(), 0, size_t(m_columns));
        for (int near = first; near <= last; ++near) {
            const size_t at = size_t(near) * size_t(m_columns);
            for (int i = 0; i < m_columns; ++i) {
                m_lineLow[size_t(i)] = std::min(m_lineLow[size_t(i)], m_low[at + size_t(i)]);
                m_lineHigh[size_t(i)] = std::max(m_lineHigh[size_t(i)], m_high[at + size_t(i)]);
            }
        }
        uchar *low = m_line.data();
        uchar *high = m_lineFlat.data();
        spreadRow(m_lineLow.data(), m_lineHigh.data(), low, high, m_columns);
        const size_t at = size_t(row) * size_t(m_columns);
        for (int i = 0; i < m_columns; ++i) {
            m_middle[at + size_t(i)] = uchar((low[i] + high[i]) / 2);
            m_flat[at + size_t(i)] = high[i] - low[i] < range ? 255 : 0;
        }
    }
}

void BlockMidpoint::binarise(const LuminanceView &picture, Polarity polarity, LuminancePlane &result)
{
    result.resize(picture.width, picture.height);
    const auto flip = uchar(polarity == Polarity::LightOnDark ? 255 : 0);
    constexpr int half = side / 2;
    for (int y = 0; y < picture.height; ++y) {
        // Pixel y lies (2 y + 1) / 16 blocks from the top, the centre of block n at n + 1/2.
        const int above = y < half ? 0 : (y - half) / side;
        const int below = y < half ? 0 : std::min(above + 1, m_rows - 1);
        const int weightBelow = 2 * ((y + half) % side) + 1;
        mixRows(m_middle.data() + size_t(above) * size_t(m_columns),
                m_middle.data() + size_t(below) * size_t(m_columns), weightBelow, m_thresholds.data() + 1,
                m_columns);
        m_thresholds.front() = m_thresholds[1];
        m_thresholds[size_t(m_columns) + 1] = m_thresholds[size_t(m_columns)];
        // m_line begins half a block before the picture.
        for (int column = 0; column <= m_columns; ++column)
            mixEight(m_thresholds[size_t(column)], m_thresholds[size_t(column) + 1],
                     m_line.data() + column * side);
        if (y % side == 0) {
            const uchar *flat = m_flat.data() + size_t(y / side) * size_t(m_columns);
            for (int column = 0; column < m_columns; ++column)
                std::memset(m_lineFlat.data() + column * side, flat[column], side);
        }
        writeLine(picture.data + qsizetype(y) * picture.rowStride, m_line.data() + half, m_lineFlat.data(),
                  result.row(y), flip, picture.width);
    }
}

} // namespace checkpoint
