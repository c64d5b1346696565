#pragma once

#include "core/barcode/luminance.h"

#include <array>
#include <vector>

namespace checkpoint {

/// Sums over squares anywhere in a picture, of the pixels' values and of the squares of these, each from four
/// values of a table, so their size does not matter: upright squares by summed-area tables (Crow), squares
/// that stand on a corner by the turned ones (Lienhart and Maydt).
///
/// Keeps its memory for the next picture. Owned by one reader, on its thread.
class AreaSums
{
public:
    enum class Of { Values, Squares };

    /// The sums over the squares of one size whose middles lie in a row, one after another.
    struct Row
    {
        const quint32 *__restrict first;
        const quint32 *__restrict second;
        const quint32 *__restrict third;
        const quint32 *__restrict fourth;

        float sum(int i) const { return float(qint32(first[i] - second[i] - third[i] + fourth[i])); }
    };

    /// Takes the sums of a picture of pixelStride 1.
    void measure(const LuminanceView &picture);

    int width() const { return m_width; }
    int height() const { return m_height; }

    /// From the middle at pixel (x, y) on. An upright square reaches `half` pixels to either side of the
    /// middle pixel's; one on its corner has diagonals of 2 * `half` pixels that cross at the lower edge of
    /// the middle pixel. It must lie in the picture.
    Row row(bool isTurned, Of of, int x, int y, int half) const;

    static constexpr int uprightArea(int half) { return (2 * half + 1) * (2 * half + 1); }
    static constexpr int turnedArea(int half) { return 2 * half * half; }

private:
    using Table = std::vector<quint32>; ///< modulo 2^32, as are differences

    const quint32 *at(const Table &table, int x, int y) const
    {
        return table.data() + size_t(y + 1) * size_t(m_columns) + size_t(x + 1);
    }

    int m_width = 0;
    int m_height = 0;
    int m_columns = 0;                ///< of the tables: one more than the picture at each side
    std::array<Table, 2> m_upright{}; ///< of all that is above and to the left, the pixel included
    std::array<Table, 2> m_turned{};  ///< of all that is above within 45 degrees to either side
    std::vector<quint32> m_lines;     ///< two picture rows: values and their squares
};

} // namespace checkpoint
