#include "core/scan/framelayout.h"

#include <QVideoFrameFormat>

namespace checkpoint {

namespace {

using Format = QVideoFrameFormat;

/// One component within the planes of a format.
struct ComponentPlace
{
    int plane = 0;
    int offset = 0; ///< bytes from the start of a row
    int pixelStride = 1;
};

struct FormatPlaces
{
    enum class Kind { Luma, Yuv, Rgb };

    Kind kind = Kind::Luma;
    std::array<ComponentPlace, 3> places;
    int chromaShiftX = 0;
    int chromaShiftY = 0;
};

constexpr FormatPlaces luma(int offset, int pixelStride)
{
    return {FormatPlaces::Kind::Luma, {{{0, offset, pixelStride}}}};
}

constexpr FormatPlaces yuv(ComponentPlace y, ComponentPlace u, ComponentPlace v, int shiftX, int shiftY)
{
    return {FormatPlaces::Kind::Yuv, {{y, u, v}}, shiftX, shiftY};
}

constexpr FormatPlaces rgb(int red, int green, int blue)
{
    return {FormatPlaces::Kind::Rgb, {{{0, red, 4}, {0, green, 4}, {0, blue, 4}}}};
}

/// The names of the RGB formats give the order of the bytes in memory.
std::optional<FormatPlaces> placesOf(Format::PixelFormat format)
{
    switch (format) {
    case Format::Format_YUV420P:
        return yuv({0, 0, 1}, {1, 0, 1}, {2, 0, 1}, 1, 1);
    case Format::Format_YV12:
        return yuv({0, 0, 1}, {2, 0, 1}, {1, 0, 1}, 1, 1);
    case Format::Format_YUV422P:
        return yuv({0, 0, 1}, {1, 0, 1}, {2, 0, 1}, 1, 0);
    case Format::Format_NV12:
        return yuv({0, 0, 1}, {1, 0, 2}, {1, 1, 2}, 1, 1);
    case Format::Format_NV21:
        return yuv({0, 0, 1}, {1, 1, 2}, {1, 0, 2}, 1, 1);
    case Format::Format_P010: // 16 bits a sample, little endian, the value in the upper ones
    case Format::Format_P016:
        return yuv({0, 1, 2}, {1, 1, 4}, {1, 3, 4}, 1, 1);
    case Format::Format_YUYV:
        return yuv({0, 0, 2}, {0, 1, 4}, {0, 3, 4}, 1, 0);
    case Format::Format_UYVY:
        return yuv({0, 1, 2}, {0, 0, 4}, {0, 2, 4}, 1, 0);
    case Format::Format_AYUV:
    case Format::Format_AYUV_Premultiplied:
        return yuv({0, 1, 4}, {0, 2, 4}, {0, 3, 4}, 0, 0);
    case Format::Format_Y8:
    case Format::Format_IMC1: // the chroma of these four is left out: no camera of today delivers them
    case Format::Format_IMC2:
    case Format::Format_IMC3:
    case Format::Format_IMC4:
        return luma(0, 1);
    case Format::Format_Y16:
        return luma(1, 2);
    case Format::Format_ARGB8888:
    case Format::Format_ARGB8888_Premultiplied:
    case Format::Format_XRGB8888:
        return rgb(1, 2, 3);
    case Format::Format_BGRA8888:
    case Format::Format_BGRA8888_Premultiplied:
    case Format::Format_BGRX8888:
        return rgb(2, 1, 0);
    case Format::Format_ABGR8888:
    case Format::Format_XBGR8888:
        return rgb(3, 2, 1);
    case Format::Format_RGBA8888:
    case Format::Format_RGBX8888:
        return rgb(0, 1, 2);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<FrameLayout> frameLayout(const QVideoFrame &mappedFrame)
{
    const std::optional<FormatPlaces> format = placesOf(mappedFrame.pixelFormat());
    if (!format || !mappedFrame.isMapped() || mappedFrame.size().isEmpty())
        return std::nullopt;

    FrameLayout layout;
    layout.size = mappedFrame.size();
    layout.chromaShiftX = format->chromaShiftX;
    layout.chromaShiftY = format->chromaShiftY;
    switch (format->kind) {
    case FormatPlaces::Kind::Luma:
        layout.components = FrameLayout::Components::Luma;
        break;
    case FormatPlaces::Kind::Yuv: {
        const Format surface = mappedFrame.surfaceFormat();
        layout.components = surface.colorRange() == Format::ColorRange_Full
                                ? FrameLayout::Components::YuvFull
                                : FrameLayout::Components::YuvVideo;
        layout.wideColours = surface.colorSpace() == Format::ColorSpace_BT709;
        break;
    }
    case FormatPlaces::Kind::Rgb:
        layout.components = FrameLayout::Components::Rgb;
        break;
    }
    const size_t components = format->kind == FormatPlaces::Kind::Luma ? 1 : 3;
    for (size_t i = 0; i < components; ++i) {
        const ComponentPlace &place = format->places[i];
        const uchar *bits = mappedFrame.bits(place.plane);
        if (!bits)
            return std::nullopt;
        const int rowStride = mappedFrame.bytesPerLine(place.plane);
        const int samples = layout.size.width() >> (i == 0 ? 0 : format->chromaShiftX);
        if (rowStride < samples * place.pixelStride) {
            // A false description, as Qt 6.4 sometimes gives one (FFmpeg, frames in memory). Brightness alone
            // will do.
            if (i == 0 || format->kind == FormatPlaces::Kind::Rgb)
                return std::nullopt;
            layout.components = FrameLayout::Components::Luma;
            break;
        }
        layout.planes[i] = {bits + place.offset, rowStride, place.pixelStride};
    }
    return layout;
}

std::optional<FrameLayout> frameLayout(const QImage &image)
{
    if (image.isNull())
        return std::nullopt;
    FrameLayout layout;
    layout.size = image.size();
    const int rowStride = int(image.bytesPerLine());
    if (image.format() == QImage::Format_Grayscale8) {
        layout.planes[0] = {image.constBits(), rowStride, 1};
        return layout;
    }
    if (image.format() != QImage::Format_RGB32)
        return std::nullopt;
    layout.components = FrameLayout::Components::Rgb;
    constexpr bool littleEndian = Q_BYTE_ORDER == Q_LITTLE_ENDIAN;
    for (size_t i = 0; i < 3; ++i)
        layout.planes[i] = {image.constBits() + (littleEndian ? 2 - i : 1 + i), rowStride, 4};
    return layout;
}

} // namespace checkpoint
