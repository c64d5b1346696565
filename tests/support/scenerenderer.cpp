#include "tests/support/scenerenderer.h"

#include "core/barcode/qrencoder.h"

#include <QPainter>
#include <QPainterPath>

namespace checkpoint::test {

namespace {

constexpr int quietModules = 4;
constexpr QColor skin(201, 158, 128);
constexpr QColor skinShade(176, 132, 104);

/// A rectangle of the picture, in hundredths of its width and height.
QRectF part(const QSize &size, double left, double top, double width, double height)
{
    return {size.width() * left / 100, size.height() * top / 100, size.width() * width / 100,
            size.height() * height / 100};
}

void paintWall(QPainter &painter, const QSize &size)
{
    QLinearGradient wall(0, 0, size.width(), size.height() * 0.7);
    wall.setColorAt(0, QColor(206, 203, 193));
    wall.setColorAt(0.55, QColor(184, 182, 174));
    wall.setColorAt(1, QColor(158, 156, 150));
    painter.fillRect(QRect(QPoint(), size), wall);

    // The door at the left, from which the light comes.
    const QRectF door = part(size, 4, 8, 17, 66);
    painter.fillRect(door.adjusted(-0.012 * size.width(), -0.02 * size.height(), 0.012 * size.width(), 0),
                     QColor(128, 122, 112));
    QLinearGradient daylight(door.topLeft(), door.bottomLeft());
    daylight.setColorAt(0, QColor(236, 240, 240));
    daylight.setColorAt(0.6, QColor(212, 221, 219));
    daylight.setColorAt(1, QColor(170, 178, 170));
    painter.fillRect(door, daylight);
    painter.fillRect(part(size, 12.2, 8, 0.7, 66), QColor(128, 122, 112));

    // A notice and a clock on the wall, out of focus.
    painter.fillRect(part(size, 75, 12, 14, 30), QColor(150, 144, 134));
    painter.fillRect(part(size, 75.8, 13.4, 12.4, 27.2), QColor(222, 221, 214));
    painter.fillRect(part(size, 77, 16, 7, 1.6), QColor(128, 150, 158));
    for (int line = 0; line < 5; ++line)
        painter.fillRect(part(size, 77, 20.5 + 3.4 * line, line == 4 ? 6 : 10, 1), QColor(188, 190, 186));
    painter.setPen(QPen(QColor(120, 116, 108), size.height() / 150.0));
    painter.setBrush(QColor(226, 226, 220));
    painter.drawEllipse(part(size, 55, 6, 6.2, 11));
    painter.drawLine(part(size, 58.1, 11.5, 0, -3.2).topLeft(), part(size, 58.1, 8.3, 0, 0).topLeft());
    painter.drawLine(part(size, 58.1, 11.5, 0, 0).topLeft(), part(size, 59.8, 12.6, 0, 0).topLeft());
    painter.setPen(Qt::NoPen);
}

void paintVisitor(QPainter &painter, const QSize &size)
{
    const double width = size.width();
    const double height = size.height();
    QLinearGradient shirt(width * 0.26, 0, width * 0.56, 0);
    shirt.setColorAt(0, QColor(112, 130, 146));
    shirt.setColorAt(1, QColor(78, 94, 110));
    QPainterPath body;
    body.moveTo(width * 0.22, height * 0.82);
    body.cubicTo(width * 0.23, height * 0.50, width * 0.28, height * 0.47, width * 0.37, height * 0.44);
    body.lineTo(width * 0.46, height * 0.44);
    body.cubicTo(width * 0.55, height * 0.47, width * 0.60, height * 0.50, width * 0.61, height * 0.82);
    body.closeSubpath();
    painter.fillPath(body, shirt);
    painter.setPen(Qt::NoPen);
    painter.setBrush(skinShade);
    painter.drawRoundedRect(part(size, 38.2, 34, 6.8, 14), width * 0.02, width * 0.02);
    painter.setBrush(QColor(52, 44, 40));
    painter.drawEllipse(part(size, 35.4, 7, 12.4, 24));
    painter.setBrush(skin);
    painter.drawEllipse(part(size, 36.2, 11, 10.8, 28));
    painter.setBrush(QColor(52, 44, 40));
    painter.drawChord(part(size, 35.6, 7.5, 12, 20), 20 * 16, 140 * 16);
}

void paintCounter(QPainter &painter, const QSize &size)
{
    const QRectF top = part(size, 0, 76, 100, 24);
    QLinearGradient wood(top.topLeft(), top.bottomLeft());
    wood.setColorAt(0, QColor(150, 116, 84));
    wood.setColorAt(0.25, QColor(134, 101, 72));
    wood.setColorAt(1, QColor(96, 71, 51));
    painter.fillRect(top, wood);
    painter.fillRect(part(size, 0, 76, 100, 1), QColor(176, 142, 108));

    // What lies on it: a plant, a pen, a form.
    painter.setBrush(QColor(88, 116, 84));
    for (int leaf = -2; leaf <= 2; ++leaf) {
        painter.save();
        painter.translate(part(size, 93, 72, 0, 0).topLeft());
        painter.rotate(26 * leaf);
        painter.drawEllipse(
            QRectF(-0.011 * size.width(), -0.24 * size.height(), 0.022 * size.width(), 0.24 * size.height()));
        painter.restore();
    }
    painter.setBrush(QColor(168, 98, 70));
    painter.drawRoundedRect(part(size, 90, 69, 6, 11), size.height() / 120.0, size.height() / 120.0);
    painter.save();
    painter.translate(part(size, 8, 86, 0, 0).topLeft());
    painter.shear(-0.5, 0);
    painter.fillRect(QRectF(0, 0, size.width() * 0.2, size.height() * 0.1), QColor(214, 212, 204));
    for (int line = 0; line < 3; ++line)
        painter.fillRect(QRectF(size.width() * 0.02, size.height() * (0.02 + 0.025 * line),
                                size.width() * 0.14, size.height() * 0.006),
                         QColor(176, 176, 172));
    painter.restore();
    painter.setPen(QPen(QColor(48, 62, 92), size.height() / 90.0, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(part(size, 76, 90, 0, 0).topLeft(), part(size, 84, 87, 0, 0).topLeft());
    painter.setPen(Qt::NoPen);
}

/// A reception desk as a webcam on it sees it: wall, door, a visitor, the counter in front.
void paintDesk(QPainter &painter, const QSize &size)
{
    paintWall(painter, size);
    paintVisitor(painter, size);
    paintCounter(painter, size);
}

/// The hand behind the card. Its thumb comes over the card's edge (paintCard), clear of the code.
void paintHand(QPainter &painter, const QRectF &body)
{
    const double unit = body.height();
    QPainterPath arm;
    arm.moveTo(body.right() - 0.55 * unit, body.bottom() - 0.2 * unit);
    arm.lineTo(body.right() - 0.05 * unit, body.bottom() - 0.3 * unit);
    arm.lineTo(body.right() + 0.5 * unit, body.bottom() + 2.4 * unit);
    arm.lineTo(body.right() - 0.25 * unit, body.bottom() + 2.4 * unit);
    arm.closeSubpath();
    painter.fillPath(arm, QColor(92, 109, 126));
    painter.setPen(Qt::NoPen);
    painter.setBrush(skinShade);
    for (int finger = 0; finger < 3; ++finger)
        painter.drawRoundedRect(QRectF(body.right() - 0.4 * unit,
                                       body.bottom() - (0.62 - 0.2 * finger) * unit, 0.5 * unit, 0.19 * unit),
                                0.09 * unit, 0.09 * unit);
    painter.setBrush(skin);
    painter.drawRoundedRect(
        QRectF(body.right() - 0.62 * unit, body.bottom() - 0.16 * unit, 0.62 * unit, 0.5 * unit), 0.16 * unit,
        0.16 * unit);
}

/// A card of the usual shape: portrait and lines at the left, the code at the right.
void paintPrint(QPainter &painter, const QRectF &body, double codeLeft)
{
    const double unit = body.height();
    QLinearGradient ground(body.topLeft(), body.bottomRight());
    ground.setColorAt(0, QColor(226, 238, 235));
    ground.setColorAt(1, QColor(208, 226, 224));
    painter.setPen(QPen(QColor(150, 166, 168), 1.5));
    painter.setBrush(ground);
    painter.drawRoundedRect(body, 0.05 * unit, 0.05 * unit);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(188, 84, 78));
    painter.drawEllipse(
        QRectF(body.left() + 0.06 * unit, body.top() + 0.07 * unit, 0.13 * unit, 0.13 * unit));
    painter.setBrush(QColor(126, 146, 156));
    painter.drawRect(QRectF(body.left() + 0.25 * unit, body.top() + 0.08 * unit,
                            codeLeft - body.left() - 0.31 * unit, 0.045 * unit));
    painter.drawRect(QRectF(body.left() + 0.25 * unit, body.top() + 0.15 * unit,
                            0.7 * (codeLeft - body.left() - 0.31 * unit), 0.035 * unit));

    const QRectF portrait(body.left() + 0.06 * unit, body.top() + 0.3 * unit, 0.3 * unit, 0.4 * unit);
    painter.setBrush(QColor(176, 198, 208));
    painter.drawRect(portrait);
    painter.save();
    painter.setClipRect(portrait);
    painter.setBrush(QColor(104, 124, 138));
    painter.drawEllipse(QPointF(portrait.center().x(), portrait.top() + 0.15 * unit), 0.075 * unit,
                        0.09 * unit);
    painter.drawEllipse(QPointF(portrait.center().x(), portrait.bottom() + 0.03 * unit), 0.14 * unit,
                        0.15 * unit);
    painter.restore();
    painter.setBrush(QColor(140, 160, 168));
    const double left = portrait.right() + 0.06 * unit;
    for (int line = 0; line < 5; ++line)
        painter.drawRect(QRectF(left, portrait.top() + (0.02 + 0.085 * line) * unit,
                                (codeLeft - left - 0.06 * unit) * (1 - 0.12 * (line % 3)), 0.035 * unit));
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
    const double height = 1.16 * side;
    const QRectF body(-1.3 * side, -height / 2, 1.3 * side + 0.58 * side, height);
    paintHand(painter, body);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(40, 34, 30, 50));
    painter.drawRoundedRect(body.translated(0.015 * side, 0.025 * side), 0.05 * height, 0.05 * height);
    paintPrint(painter, body, -side / 2);
    painter.drawImage(QRectF(-side / 2, -side / 2, side, side), code);
    painter.setPen(Qt::NoPen);
    painter.setBrush(skin);
    painter.drawRoundedRect(QRectF(-0.02 * side, body.bottom() - 0.07 * side, 0.2 * side, 0.36 * side),
                            0.07 * side, 0.07 * side);
    painter.restore();
}

} // namespace

QImage renderScene(QSize size, const QList<SceneCard> &cards)
{
    QImage scene(size, QImage::Format_RGB32);
    QPainter painter(&scene);
    painter.setRenderHint(QPainter::Antialiasing);
    paintDesk(painter, size);
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
