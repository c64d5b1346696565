#include "core/barcode/modulegrid.h"

#include <QPainter>

namespace checkpoint {

QImage ModuleGrid::toImage(int pixelsPerModule, int quietModules) const
{
    const int side = (m_size + 2 * quietModules) * pixelsPerModule;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int row = 0; row < m_size; ++row) {
        for (int column = 0; column < m_size; ++column) {
            if (isDark(column, row))
                painter.fillRect((column + quietModules) * pixelsPerModule,
                                 (row + quietModules) * pixelsPerModule, pixelsPerModule, pixelsPerModule,
                                 Qt::black);
        }
    }
    return image;
}

} // namespace checkpoint
