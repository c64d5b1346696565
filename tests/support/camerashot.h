#pragma once

#include <QByteArray>
#include <QImage>
#include <QPointF>
#include <QSize>

#include <array>

namespace checkpoint::test {

/// A QR code before a webcam, described by what happens to its light: printed reflectance, illumination,
/// lens, exposure, sensor, tone curve, JPEG.
struct CameraShot
{
    QSize size{1280, 720};
    QByteArray payload; ///< no code in view when empty
    int side = 0;       ///< modules of the code along a side with its quiet zone; set by place()

    std::array<QPointF, 4> corners; ///< of the code with its quiet zone, clockwise from its top left; pixels
    bool lightOnDark = false;

    double gaussianBlur = 0; ///< standard deviation, pixels
    double discBlur = 0;     ///< radius of the circle of confusion of a lens out of focus, pixels
    double motion = 0;       ///< length of the smear, pixels
    double motionDegrees = 0;

    double gradient = 0;        ///< share of light lost from the left edge to the right
    double glare = 0;           ///< light of a lamp's reflection, as a multiple of white paper
    QPointF glareAt{0.3, -0.4}; ///< from the code's middle, in reaches of the reflection
    double fullWell = 8000;     ///< photoelectrons of white paper: shot noise is their square root
    double readNoise = 6;       ///< photoelectrons
    int jpegQuality = 92;       ///< 0: not compressed
    quint32 seed = 1;           ///< of the background and of the distortion
    quint32 noiseSeed = 1;

    /// Lays the code flat around `centre` (relative to the picture), turned clockwise, `pixelsPerModule` a
    /// module; then moves the corners by up to `distortion` of its side, as a tilted card has them.
    void place(QPointF centre, double pixelsPerModule, double degrees, double distortion = 0);
};

/// The grey picture (QImage::Format_Grayscale8) that the camera delivers; the same for the same shot.
QImage renderShot(const CameraShot &shot);

} // namespace checkpoint::test
