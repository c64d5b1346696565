#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QVideoFrame>
#include <QVideoFrameFormat>

namespace checkpoint::test {

/// The pixel formats of cameras and films, compressed ones included.
QList<QVideoFrameFormat::PixelFormat> testedPixelFormats();

/// The picture as a frame of this format (BT.601, video range; sizes even), its bytes where Qt wants them.
QVideoFrame videoFrame(const QImage &picture, QVideoFrameFormat::PixelFormat format);

/// The picture's bytes as GStreamer lays a frame of "YUY2", "NV12", "I420", "Y42B" or "JPEG" out (width a
/// multiple of 4, even height).
QByteArray gstreamerFrame(const QImage &picture, const QByteArray &format);

} // namespace checkpoint::test
