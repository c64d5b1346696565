#include "ui/common/icons.h"

#include "core/base/logging.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The drawing with its placeholder colour replaced; empty when there is no such icon.
QByteArray recoloured(QLatin1StringView name, const QColor &colour)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcApp) << "no icon" << name;
        return {};
    }
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

} // namespace

void paintIcon(QPainter &painter, QLatin1StringView name, const QRectF &rect, const QColor &colour)
{
    QSvgRenderer renderer(recoloured(name, colour));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, rect);
    painter.restore();
}

QPixmap iconPixmap(QLatin1StringView name, int size, const QColor &colour, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, name, QRectF(0, 0, size, size), colour);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(iconPixmap("checkpoint-desk"_L1, size, Qt::black, 1));
    return icon;
}

} // namespace checkpoint
