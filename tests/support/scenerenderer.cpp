#include "tests/support/scenerenderer.h"

#include "core/barcode/qrencoder.h"

#include <QPainter>
#include <QRandomGenerator>

namespace checkpoint::test {

namespace {

constexpr int quietModules = 4;

void paintBackground(QPainter &painter, const QSize &size)
{
    QLinearGradient wall(0, 0, size.width(), size.height());
    wall.setColorAt(0, QColor(196, 187, 170));
    wall.setColorAt(0.6, QColor(150, 140, 128));
    wall.setColorAt(1, QColor(92, 84, 80));
    painter.fillRect(QRect(QPoint(), size), wall);

    QRandomGenerator random(7);
    const int unit = size.height() / 12;
    for (int i = 0; i < 40; ++i) {
        const QColor colour =
            QColor::fromHsv(random.bounded(360), random.bounded(120), 50 + random.bounded(180));
        const QPoint corner(random.bounded(size.width()), random.bounded(size.height()));
        painter.fillRect(
            QRect(corner, QSize(unit / 2 + random.bounded(2 * unit), unit / 3 + random.bounded(unit))),
            colour);
    }
}

void paintCard(QPainter &painter, const SceneCard &card)
{
    const auto grid = encodeQr(card.payload, QrErrorCorrection::Medium);
    if (!grid.ok())
        qFatal("the payload fits no QR code");
    const QImage code = grid->toImage(1, quietModules);
    const double side = code.width() * card.pixelsPerModule;

    painter.save();
    painter.translate(card.centre);
    painter.rotate(card.rotationDegrees);
    const QRectF body(-0.7 * side, -0.6 * side, 2.4 * side, 1.2 * side);
    painter.setPen(QPen(QColor(90, 110, 120), 2));
    painter.setBrush(QColor(222, 236, 232));
    painter.drawRoundedRect(body, 0.05 * side, 0.05 * side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(120, 140, 150));
    for (int line = 0; line < 4; ++line)
        painter.drawRect(
            QRectF(0.62 * side, (-0.4 + 0.22 * line) * side, (0.9 - 0.12 * line) * side, 0.06 * side));
    painter.drawImage(QRectF(-side / 2, -side / 2, side, side), code);
    painter.restore();
}

} // namespace

QImage renderScene(QSize size, const QList<SceneCard> &cards)
{
    QImage scene(size, QImage::Format_RGB32);
    QPainter painter(&scene);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, size);
    for (const SceneCard &card : cards)
        paintCard(painter, card);
    return scene;
}

QImage renderScene(QSize size, const QByteArray &payload, double pixelsPerModule)
{
    return renderScene(
        size, {SceneCard{payload, pixelsPerModule, QPointF(size.width() / 2.0, size.height() / 2.0), 0}});
}

} // namespace checkpoint::test
