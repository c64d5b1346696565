#include "core/barcode/areasums.h"

#include <algorithm>

namespace checkpoint {

namespace {

// Each loop writes a row of a table; those without sums along the row are vectorised.

void addUpright(const quint32 *__restrict values, const quint32 *__restrict above, quint32 *__restrict out,
                int count)
{
    quint32 run = 0;
    for (int x = 0; x < count; ++x) {
        run += values[x];
        out[x] = above[x] + run;
    }
}

/// What the two pixels to the upper left and upper right see, and the pixels that neither sees.
void addTurned(const quint32 *__restrict values, const quint32 *__restrict valuesAbove,
               const quint32 *__restrict above, const quint32 *__restrict twoAbove, quint32 *__restrict out,
               int count)
{
    for (int x = 0; x < count; ++x)
        out[x] = above[x - 1] + above[x + 1] - twoAbove[x] + values[x] + valuesAbove[x];
}

void widen(const uchar *__restrict pixels, quint32 *__restrict values, quint32 *__restrict squares, int count)
{
    for (int x = 0; x < count; ++x) {
        values[x] = pixels[x];
        squares[x] = quint32(pixels[x]) * pixels[x];
    }
}

} // namespace

void AreaSums::measure(const LuminanceView &picture)
{
    m_width = picture.width;
    m_height = picture.height;
    m_columns = m_width + 2;
    const size_t needed = size_t(m_columns) * size_t(m_height + 1);
    for (auto *tables : {&m_upright, &m_turned}) {
        for (Table &table : *tables) {
            if (table.size() < needed)
                table.resize(needed);
            std::fill_n(table.begin(), m_columns, 0U);
        }
    }
    const auto columns = size_t(m_width);
    m_lines.resize(std::max(m_lines.size(), 4 * columns));
    std::ranges::fill(m_lines, 0U);
    for (int y = 0; y < m_height; ++y) {
        quint32 *lines = m_lines.data() + (y % 2 ? 2 * columns : 0);
        const quint32 *before = m_lines.data() + (y % 2 ? 0 : 2 * columns);
        widen(picture.data + qsizetype(y) * picture.rowStride, lines, lines + columns, m_width);
        for (size_t i = 0; i < 2; ++i) {
            const quint32 *values = lines + i * columns;
            quint32 *upright = m_upright[i].data() + size_t(y + 1) * size_t(m_columns);
            upright[0] = 0;
            addUpright(values, upright + 1 - m_columns, upright + 1, m_width);
            quint32 *turned = m_turned[i].data() + size_t(y + 1) * size_t(m_columns);
            const quint32 *above = turned - m_columns;
            const quint32 *twoAbove = y > 0 ? above - m_columns : above; // the row before the first is 0
            addTurned(values, before + i * columns, above + 1, twoAbove + 1, turned + 1, m_width);
            // Beside the picture a pixel sees what the one above it at the picture's edge sees.
            turned[0] = above[1];
            turned[m_width + 1] = above[m_width];
        }
    }
}

AreaSums::Row AreaSums::row(bool isTurned, Of of, int x, int y, int half) const
{
    if (isTurned) {
        const Table &table = m_turned[size_t(of)];
        return {at(table, x, y + half), at(table, x - half, y), at(table, x + half, y),
                at(table, x, y - half)};
    }
    const Table &table = m_upright[size_t(of)];
    return {at(table, x + half, y + half), at(table, x - half - 1, y + half),
            at(table, x + half, y - half - 1), at(table, x - half - 1, y - half - 1)};
}

} // namespace checkpoint
