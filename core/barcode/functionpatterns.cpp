#include "core/barcode/functionpatterns.h"

#include <algorithm>
#include <array>

namespace checkpoint {

namespace {

/// Columns, and rows, of the middles of alignment patterns, ascending; how many there are.
int alignmentPositions(int modules, std::array<int, 7> &positions)
{
    const int version = (modules - 17) / 4;
    if (version < 2)
        return 0;
    const int count = version / 7 + 2;
    // Evenly spaced from the far end on, in even steps; what does not come out even is before the second.
    const int step = version == 32 ? 26 : (4 * version + 2 * count + 1) / (2 * count - 2) * 2;
    positions[0] = 6;
    for (int i = 1; i < count; ++i)
        positions[size_t(i)] = modules - 7 - step * (count - 1 - i);
    return count;
}

} // namespace

void FunctionPatterns::layOut(int modules)
{
    if (modules == m_modules)
        return;
    m_modules = modules;
    m_values.assign(size_t(modules) * size_t(modules), Data);
    const int far = modules - 7;
    for (int i = 8; i < modules - 8; ++i) {
        const Module module = i % 2 == 0 ? Dark : Light;
        m_values[size_t(6) * size_t(modules) + size_t(i)] = module;
        m_values[size_t(i) * size_t(modules) + 6] = module;
    }
    placeAlignmentPatterns();
    for (const QPoint corner : {QPoint(0, 0), QPoint(far, 0), QPoint(0, far)}) {
        fill(corner.x() - 1, corner.y() - 1, 9, Light);
        fill(corner.x(), corner.y(), 7, Dark);
        fill(corner.x() + 1, corner.y() + 1, 5, Light);
        fill(corner.x() + 2, corner.y() + 2, 3, Dark);
    }
}

void FunctionPatterns::placeAlignmentPatterns()
{
    m_centres.clear();
    std::array<int, 7> positions{};
    const int count = alignmentPositions(m_modules, positions);
    for (int i = 0; i < count; ++i) {
        for (int k = 0; k < count; ++k) {
            const bool inFinder =
                (i == 0 && k == 0) || (i == 0 && k == count - 1) || (i == count - 1 && k == 0);
            if (inFinder)
                continue;
            const QPoint centre(positions[size_t(i)], positions[size_t(k)]);
            m_centres.push_back(centre);
            fill(centre.x() - 2, centre.y() - 2, 5, Dark);
            fill(centre.x() - 1, centre.y() - 1, 3, Light);
            fill(centre.x(), centre.y(), 1, Dark);
        }
    }
    std::ranges::sort(m_centres, std::ranges::less(), [](QPoint p) { return std::max(p.x(), p.y()); });
}

void FunctionPatterns::fill(int left, int top, int side, Module module)
{
    for (int row = std::max(top, 0); row < std::min(top + side, m_modules); ++row) {
        for (int column = std::max(left, 0); column < std::min(left + side, m_modules); ++column)
            m_values[size_t(row) * size_t(m_modules) + size_t(column)] = module;
    }
}

} // namespace checkpoint
