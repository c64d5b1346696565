#pragma once

#include <QImage>
#include <QSize>
#include <QVideoFrame>

#include <array>
#include <optional>

namespace checkpoint {

/// The samples of one component as they lie in memory: sample (x, y) is data[y * rowStride + x *
/// pixelStride].
struct SamplePlane
{
    const uchar *data = nullptr;
    int rowStride = 0;   ///< bytes
    int pixelStride = 0; ///< bytes
};

/// Where the eight most significant bits of a picture's components lie, whatever the pixel format: nothing is
/// copied, so it is valid only while the frame stays mapped or the image lives.
struct FrameLayout
{
    enum class Components {
        Luma,     ///< planes[0] only
        YuvVideo, ///< Y, U, V; black at 16, white at 235
        YuvFull,  ///< Y, U, V; 0 to 255
        Rgb,      ///< red, green, blue
    };

    Components components = Components::Luma;
    bool wideColours = false; ///< the coefficients of BT.709 (high definition) instead of BT.601
    QSize size;               ///< pixels
    std::array<SamplePlane, 3> planes;
    int chromaShiftX = 0; ///< U and V: one sample for 2^shift pixels of a row
    int chromaShiftY = 0;

    bool hasLuminance() const { return components != Components::Rgb; }
};

/// The layout of a mapped frame; nothing for compressed frames, textures and formats whose most significant
/// bits do not lie in one byte.
std::optional<FrameLayout> frameLayout(const QVideoFrame &mappedFrame);

/// The layout of an image of QImage::Format_RGB32 or Format_Grayscale8; nothing for others.
std::optional<FrameLayout> frameLayout(const QImage &image);

} // namespace checkpoint
