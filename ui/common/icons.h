#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace checkpoint {

/// Our own line icons, drawn in any colour at any size from resources/icons. Names are the file names without
/// ".svg". GUI thread.
void paintIcon(QPainter &painter, QLatin1StringView name, const QRectF &rect, const QColor &colour);

/// The icon as a picture of `size` logical pixels.
QPixmap iconPixmap(QLatin1StringView name, int size, const QColor &colour, qreal devicePixelRatio);

/// The program's own icon: a doorway with the three finder squares of a code.
QIcon applicationIcon();

} // namespace checkpoint
