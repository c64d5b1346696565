#pragma once

#include <QByteArray>
#include <QPolygonF>
#include <QtGlobal>

#include <vector>

namespace checkpoint {

/// A grey picture that somebody else owns, used as it lies: pixel (x, y) is data[y * rowStride + x *
/// pixelStride].
struct LuminanceView
{
    const uchar *data = nullptr;
    int width = 0;
    int height = 0;
    int rowStride = 0;   ///< bytes
    int pixelStride = 1; ///< bytes
};

/// One QR code that was read: its raw bytes (never a guess of their character set) and its four corners in
/// pixels.
struct DecodedCode
{
    QByteArray bytes;
    QPolygonF outline;
};

/// Reads QR codes from a picture. Equal codes at two places come as two results, different codes as well.
/// Thread-safe; costs milliseconds, so never on the GUI thread.
class QrDecoder
{
public:
    std::vector<DecodedCode> decode(const LuminanceView &picture) const;
};

} // namespace checkpoint
