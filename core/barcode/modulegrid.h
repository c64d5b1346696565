#pragma once

#include <QImage>
#include <QtGlobal>

#include <vector>

namespace checkpoint {

/// The modules of a QR symbol without its quiet zone: size × size, row by row, true is dark.
class ModuleGrid
{
public:
    ModuleGrid() = default;
    explicit ModuleGrid(int size) : m_size(size), m_dark(size_t(size) * size_t(size), false) {}

    int size() const { return m_size; }
    bool isDark(int column, int row) const { return m_dark[size_t(row) * size_t(m_size) + size_t(column)]; }
    void setDark(int column, int row, bool dark)
    {
        m_dark[size_t(row) * size_t(m_size) + size_t(column)] = dark;
    }

    /// A grey picture, `pixelsPerModule` a module, with a quiet zone of `quietModules` modules (ISO/IEC 18004
    /// asks for 4).
    QImage toImage(int pixelsPerModule, int quietModules = 4) const;

private:
    int m_size = 0;
    std::vector<bool> m_dark;
};

} // namespace checkpoint
