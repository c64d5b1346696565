#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QSize>

namespace checkpoint::test {

/// A card with a QR code, held into the view.
struct SceneCard
{
    QByteArray payload;
    double pixelsPerModule = 4;
    QPointF centre;             ///< of the code, pixels of the scene
    double rotationDegrees = 0; ///< clockwise
};

/// A desk as a webcam sees it: an uneven background with edges and colours, and cards in front of it. The
/// same picture for the same arguments.
QImage renderScene(QSize size, const QList<SceneCard> &cards);

/// One card in the middle of a scene.
QImage renderScene(QSize size, const QByteArray &payload, double pixelsPerModule = 4);

} // namespace checkpoint::test
