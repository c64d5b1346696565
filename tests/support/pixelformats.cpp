#include "tests/support/pixelformats.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace checkpoint::test {

namespace {

using Format = QVideoFrameFormat;

/// A picture in full-resolution Y, U and V of 8 bits (ITU-R BT.601, video range).
struct YuvPicture
{
    explicit YuvPicture(const QImage &picture) : image(picture.convertToFormat(QImage::Format_RGB32)) {}

    int red(int x, int y) const { return qRed(image.pixel(x, y)); }
    int green(int x, int y) const { return qGreen(image.pixel(x, y)); }
    int blue(int x, int y) const { return qBlue(image.pixel(x, y)); }
    uchar luma(int x, int y) const
    {
        return uchar(
            std::lround(16 + (65.481 * red(x, y) + 128.553 * green(x, y) + 24.966 * blue(x, y)) / 255));
    }
    uchar chromaBlue(int x, int y) const
    {
        return uchar(
            std::lround(128 + (-37.797 * red(x, y) - 74.203 * green(x, y) + 112 * blue(x, y)) / 255));
    }
    uchar chromaRed(int x, int y) const
    {
        return uchar(std::lround(128 + (112 * red(x, y) - 93.786 * green(x, y) - 18.214 * blue(x, y)) / 255));
    }

    QImage image;
};

QByteArray jpegOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, "JPG", 92);
    return bytes;
}

/// Writes one component, one sample for 2^shift pixels, `step` bytes apart.
template <typename Sample>
void writePlane(uchar *data, int rowStride, int step, QSize size, int shiftX, int shiftY, Sample sample)
{
    for (int y = 0; y < size.height() >> shiftY; ++y) {
        for (int x = 0; x < size.width() >> shiftX; ++x)
            data[qsizetype(y) * rowStride + qsizetype(x) * step] = sample(x << shiftX, y << shiftY);
    }
}

struct Writer
{
    YuvPicture source;
    QVideoFrame &frame;

    void luma(int plane, int offset, int step)
    {
        writePlane(frame.bits(plane) + offset, frame.bytesPerLine(plane), step, source.image.size(), 0, 0,
                   [this](int x, int y) { return source.luma(x, y); });
    }
    void chroma(bool blue, int plane, int offset, int step, int shiftX, int shiftY)
    {
        writePlane(
            frame.bits(plane) + offset, frame.bytesPerLine(plane), step, source.image.size(), shiftX, shiftY,
            [this, blue](int x, int y) { return blue ? source.chromaBlue(x, y) : source.chromaRed(x, y); });
    }
    void rgb(int red, int green, int blue, int alpha)
    {
        for (int y = 0; y < source.image.height(); ++y) {
            uchar *line = frame.bits(0) + qsizetype(y) * frame.bytesPerLine(0);
            for (int x = 0; x < source.image.width(); ++x, line += 4) {
                line[red] = uchar(source.red(x, y));
                line[green] = uchar(source.green(x, y));
                line[blue] = uchar(source.blue(x, y));
                line[alpha] = 255;
            }
        }
    }
};

void fill(QVideoFrame &frame, const QImage &picture)
{
    Writer writer{YuvPicture(picture), frame};
    switch (frame.pixelFormat()) {
    case Format::Format_YUV420P:
    case Format::Format_YV12: {
        const bool swapped = frame.pixelFormat() == Format::Format_YV12;
        writer.luma(0, 0, 1);
        writer.chroma(true, swapped ? 2 : 1, 0, 1, 1, 1);
        writer.chroma(false, swapped ? 1 : 2, 0, 1, 1, 1);
        break;
    }
    case Format::Format_YUV422P:
        writer.luma(0, 0, 1);
        writer.chroma(true, 1, 0, 1, 1, 0);
        writer.chroma(false, 2, 0, 1, 1, 0);
        break;
    case Format::Format_NV12:
    case Format::Format_NV21: {
        const int blue = frame.pixelFormat() == Format::Format_NV12 ? 0 : 1;
        writer.luma(0, 0, 1);
        writer.chroma(true, 1, blue, 2, 1, 1);
        writer.chroma(false, 1, 1 - blue, 2, 1, 1);
        break;
    }
    case Format::Format_P010:
    case Format::Format_P016:
        writer.luma(0, 1, 2);
        writer.chroma(true, 1, 1, 4, 1, 1);
        writer.chroma(false, 1, 3, 4, 1, 1);
        break;
    case Format::Format_YUYV:
        writer.luma(0, 0, 2);
        writer.chroma(true, 0, 1, 4, 1, 0);
        writer.chroma(false, 0, 3, 4, 1, 0);
        break;
    case Format::Format_UYVY:
        writer.luma(0, 1, 2);
        writer.chroma(true, 0, 0, 4, 1, 0);
        writer.chroma(false, 0, 2, 4, 1, 0);
        break;
    case Format::Format_AYUV:
        writer.luma(0, 1, 4);
        writer.chroma(true, 0, 2, 4, 0, 0);
        writer.chroma(false, 0, 3, 4, 0, 0);
        break;
    case Format::Format_Y8:
        writer.luma(0, 0, 1);
        break;
    case Format::Format_Y16:
        writer.luma(0, 1, 2);
        break;
    case Format::Format_ARGB8888:
    case Format::Format_XRGB8888:
        writer.rgb(1, 2, 3, 0);
        break;
    case Format::Format_BGRA8888:
    case Format::Format_BGRX8888:
        writer.rgb(2, 1, 0, 3);
        break;
    case Format::Format_ABGR8888:
    case Format::Format_XBGR8888:
        writer.rgb(3, 2, 1, 0);
        break;
    case Format::Format_RGBA8888:
    case Format::Format_RGBX8888:
        writer.rgb(0, 1, 2, 3);
        break;
    case Format::Format_Jpeg: {
        const QByteArray bytes = jpegOf(picture);
        std::memcpy(frame.bits(0), bytes.constData(),
                    size_t(std::min<qsizetype>(bytes.size(), frame.mappedBytes(0))));
        break;
    }
    default:
        qFatal("no test frames of this format");
    }
}

} // namespace

QList<QVideoFrameFormat::PixelFormat> testedPixelFormats()
{
    return {Format::Format_YUV420P,  Format::Format_YV12,     Format::Format_YUV422P,
            Format::Format_NV12,     Format::Format_NV21,     Format::Format_P010,
            Format::Format_P016,     Format::Format_YUYV,     Format::Format_UYVY,
            Format::Format_AYUV,     Format::Format_Y8,       Format::Format_Y16,
            Format::Format_ARGB8888, Format::Format_XRGB8888, Format::Format_BGRA8888,
            Format::Format_BGRX8888, Format::Format_ABGR8888, Format::Format_XBGR8888,
            Format::Format_RGBA8888, Format::Format_RGBX8888, Format::Format_Jpeg};
}

QVideoFrame videoFrame(const QImage &picture, QVideoFrameFormat::PixelFormat format)
{
    QVideoFrame frame(Format(picture.size(), format));
    if (frame.map(QVideoFrame::WriteOnly)) {
        fill(frame, picture);
        frame.unmap();
    }
    return frame;
}

QByteArray gstreamerFrame(const QImage &picture, const QByteArray &format)
{
    if (format == "JPEG")
        return jpegOf(picture);
    const YuvPicture source(picture);
    const QSize size = picture.size();
    const int width = size.width();
    const int height = size.height();
    const qsizetype pixels = qsizetype(width) * height;
    const bool halfChroma = format == "YUY2" || format == "Y42B";
    QByteArray bytes(halfChroma ? 2 * pixels : pixels * 3 / 2, '\0');
    auto *data = reinterpret_cast<uchar *>(bytes.data());
    const auto luma = [&source](int x, int y) { return source.luma(x, y); };
    const auto blue = [&source](int x, int y) { return source.chromaBlue(x, y); };
    const auto red = [&source](int x, int y) { return source.chromaRed(x, y); };
    if (format == "YUY2") {
        writePlane(data, 2 * width, 2, size, 0, 0, luma);
        writePlane(data + 1, 2 * width, 4, size, 1, 0, blue);
        writePlane(data + 3, 2 * width, 4, size, 1, 0, red);
    } else if (format == "NV12") {
        writePlane(data, width, 1, size, 0, 0, luma);
        writePlane(data + pixels, width, 2, size, 1, 1, blue);
        writePlane(data + pixels + 1, width, 2, size, 1, 1, red);
    } else if (format == "Y42B") {
        writePlane(data, width, 1, size, 0, 0, luma);
        writePlane(data + pixels, width / 2, 1, size, 1, 0, blue);
        writePlane(data + pixels + pixels / 2, width / 2, 1, size, 1, 0, red);
    } else if (format == "I420") {
        writePlane(data, width, 1, size, 0, 0, luma);
        writePlane(data + pixels, width / 2, 1, size, 1, 1, blue);
        writePlane(data + pixels + pixels / 4, width / 2, 1, size, 1, 1, red);
    } else {
        qFatal("no test frames of this format");
    }
    return bytes;
}

} // namespace checkpoint::test
