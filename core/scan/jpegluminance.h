#pragma once

#include "core/barcode/luminance.h"

#include <QImage>
#include <QSize>

#include <cstddef>
#include <memory>
#include <optional>

namespace checkpoint {

/// Unpacks the JPEG frames of a camera (Motion JPEG) as far as they are needed: the brightness alone, since
/// its part of a JPEG stands by itself and colours are neither unpacked nor mixed for it; a small coloured
/// picture for the screen, made from the lower frequencies only. Owned by one reader, on its thread; the
/// brightness plane is used again for the next frame.
///
/// Frames come from a device and are not trusted: what is damaged, cut off, larger than any camera's, or of
/// more than one scan is no frame, at a bounded cost.
class JpegLuminance
{
public:
    JpegLuminance();
    ~JpegLuminance();
    Q_DISABLE_COPY_MOVE(JpegLuminance)

    /// The brightness of a whole frame, 0 to 255 as JFIF has it; stays where it is until the next call.
    /// Nothing when it is no sound JPEG.
    std::optional<LuminanceView> decode(const uchar *bytes, size_t size);

    /// The same frame in colours (QImage::Format_RGB32), at an eighth to all of its size: the smallest that
    /// is at least `leastWidth` wide. A null image when it is no sound JPEG.
    QImage preview(const uchar *bytes, size_t size, int leastWidth);

    /// Pixels of the largest frame that is unpacked (8K).
    static constexpr qint64 mostPixels = qint64(7680) * 4320;

private:
    struct Decompressor;

    const std::unique_ptr<Decompressor> m_decompressor;
    LuminancePlane m_plane;
};

} // namespace checkpoint
