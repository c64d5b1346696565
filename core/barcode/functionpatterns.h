#pragma once

#include <QPoint>

#include <vector>

namespace checkpoint {

/// The modules of a QR symbol that are the same in every symbol of its size (ISO/IEC 18004, 6.3): finder
/// patterns with their separators, timing patterns, alignment patterns. Whoever knows them can measure the
/// camera with them. Keeps its memory for the next size.
class FunctionPatterns
{
public:
    enum Module : signed char { Dark = -1, Data = 0, Light = 1 };

    /// Lays out a symbol of this many modules along a side: 17 + 4 × version.
    void layOut(int modules);

    int modules() const { return m_modules; }
    Module at(int column, int row) const
    {
        return m_values[size_t(row) * size_t(m_modules) + size_t(column)];
    }
    /// The middle modules of the alignment patterns, those nearest to the top left first.
    const std::vector<QPoint> &alignmentCentres() const { return m_centres; }

private:
    void fill(int left, int top, int side, Module module);
    void placeAlignmentPatterns();

    int m_modules = 0;
    std::vector<Module> m_values;
    std::vector<QPoint> m_centres;
};

} // namespace checkpoint
