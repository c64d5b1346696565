#include "tests/support/camerashot.h"

#include "core/barcode/qrencoder.h"

#include <QBuffer>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

namespace checkpoint::test {

namespace {

constexpr int quietModules = 4;
constexpr double paper = 0.80; // reflectances
constexpr double ink = 0.06;

/// Light on the sensor, linear, 1 is white paper in full light times 0.8.
struct Light
{
    int width = 0;
    int height = 0;
    std::vector<float> values;

    explicit Light(QSize size)
        : width(size.width()), height(size.height()), values(size_t(width) * size_t(height))
    {
    }
    float &at(int x, int y) { return values[size_t(y) * size_t(width) + size_t(x)]; }
    float atEdge(int x, int y) const
    {
        return values[size_t(std::clamp(y, 0, height - 1)) * size_t(width) +
                      size_t(std::clamp(x, 0, width - 1))];
    }
};

ModuleGrid encoded(const QByteArray &payload)
{
    return encodeQr(payload, QrErrorCorrection::Medium).value();
}

void fillRect(Light &light, int left, int top, int right, int bottom, float value)
{
    for (int y = std::max(top, 0); y < std::min(bottom, light.height); ++y) {
        for (int x = std::max(left, 0); x < std::min(right, light.width); ++x)
            light.at(x, y) = value;
    }
}

/// A room: large surfaces, shelves and a keyboard with sharp edges, print, cloth, and squares in squares as
/// finder patterns have them.
void paintRoom(Light &light, quint32 seed)
{
    std::mt19937 random(seed);
    const auto upTo = [&](int bound) { return int(random() % quint32(bound)); };
    const auto reflectance = [&] { return float(0.05 + 0.7 * double(upTo(1000)) / 1000); };
    const float wall = reflectance();
    for (int y = 0; y < light.height; ++y) {
        for (int x = 0; x < light.width; ++x)
            light.at(x, y) = wall * float(0.8 + 0.2 * std::sin(x * 0.004 + y * 0.003));
    }
    const int unit = light.height / 12;
    for (int i = 0; i < 60; ++i) {
        const int left = upTo(light.width) - unit;
        const int top = upTo(light.height) - unit;
        fillRect(light, left, top, left + unit / 2 + upTo(3 * unit), top + unit / 3 + upTo(2 * unit),
                 reflectance());
    }
    for (int block = 0; block < 6; ++block) { // print and keys
        const int left = upTo(light.width);
        const int top = upTo(light.height);
        const int pitch = 3 + upTo(10);
        const float dark = reflectance() / 3;
        const float bright = reflectance();
        for (int row = 0; row < 14; ++row) {
            for (int column = 0; column < 24; ++column)
                fillRect(light, left + column * pitch, top + row * pitch, left + (column + 1) * pitch,
                         top + (row + 1) * pitch, upTo(2) ? dark : bright);
        }
    }
    for (int i = 0; i < 5; ++i) { // squares in squares
        const int left = upTo(light.width);
        const int top = upTo(light.height);
        const int module = 2 + upTo(7);
        fillRect(light, left - module, top - module, left + 8 * module, top + 8 * module, 0.8F);
        fillRect(light, left, top, left + 7 * module, top + 7 * module, 0.06F);
        fillRect(light, left + module, top + module, left + 6 * module, top + 6 * module, 0.8F);
        fillRect(light, left + 2 * module, top + 2 * module, left + 5 * module, top + 5 * module, 0.06F);
    }
}

/// The code and the card around it, each pixel the mean of 4 × 4 points.
void paintCode(Light &light, const CameraShot &shot)
{
    const ModuleGrid grid = encoded(shot.payload);
    QTransform toCode;
    const double side = shot.side;
    const QPolygonF pixels{{shot.corners[0], shot.corners[1], shot.corners[2], shot.corners[3]}};
    const QPolygonF modules{{{0, 0}, {side, 0}, {side, side}, {0, side}}};
    if (!QTransform::quadToQuad(pixels, modules, toCode))
        qFatal("the corners are no quadrilateral");
    const double white = shot.lightOnDark ? ink : paper;
    const double black = shot.lightOnDark ? paper : ink;
    QTransform back;
    QTransform::quadToQuad(modules, pixels, back);
    const double margin = 0.15 * side;
    const QRect bounds = back.map(QPolygonF(QRectF(-margin, -margin, side + 2 * margin, side + 2 * margin)))
                             .boundingRect()
                             .toAlignedRect()
                             .intersected(QRect(0, 0, light.width, light.height));
    constexpr int fine = 4;
    for (int y = bounds.top(); y <= bounds.bottom(); ++y) {
        for (int x = bounds.left(); x <= bounds.right(); ++x) {
            double sum = 0;
            for (int sample = 0; sample < fine * fine; ++sample) {
                const QPointF at =
                    toCode.map(QPointF(x + (sample % fine + 0.5) / fine, y + (sample / fine + 0.5) / fine));
                const int column = int(std::floor(at.x())) - quietModules;
                const int row = int(std::floor(at.y())) - quietModules;
                if (at.x() < -margin || at.y() < -margin || at.x() > side + margin || at.y() > side + margin)
                    sum += double(light.at(x, y));
                else if (column < 0 || row < 0 || column >= grid.size() || row >= grid.size())
                    sum += white;
                else
                    sum += grid.isDark(column, row) ? black : white;
            }
            light.at(x, y) = float(sum / (fine * fine));
        }
    }
}

void illuminate(Light &light, const CameraShot &shot)
{
    QPointF lamp(0, 0);
    for (const QPointF &corner : shot.corners)
        lamp += corner / 4;
    const double reach = 0.3 * std::abs(shot.corners[2].x() - shot.corners[0].x()) + 1;
    lamp += reach * shot.glareAt;
    for (int y = 0; y < light.height; ++y) {
        for (int x = 0; x < light.width; ++x) {
            float &value = light.at(x, y);
            value *= float(1 - shot.gradient * x / light.width);
            if (shot.glare > 0) {
                const double distance = std::hypot(x - lamp.x(), y - lamp.y()) / reach;
                value += float(shot.glare * std::exp(-distance * distance));
            }
        }
    }
}

struct Tap
{
    int x;
    int y;
    double weight;
};

void convolve(Light &light, std::vector<Tap> taps)
{
    double sum = 0;
    for (const Tap &tap : taps)
        sum += tap.weight;
    Light result(QSize(light.width, light.height));
    for (const Tap &tap : taps) {
        const auto weight = float(tap.weight / sum);
        for (int y = 0; y < light.height; ++y) {
            const int sourceY = std::clamp(y + tap.y, 0, light.height - 1);
            const float *source = light.values.data() + size_t(sourceY) * size_t(light.width);
            float *out = result.values.data() + size_t(y) * size_t(light.width);
            const int from = std::max(0, -tap.x);
            const int to = std::min(light.width, light.width - tap.x);
            for (int x = 0; x < from; ++x)
                out[x] += weight * source[0];
            for (int x = from; x < to; ++x)
                out[x] += weight * source[x + tap.x];
            for (int x = to; x < light.width; ++x)
                out[x] += weight * source[light.width - 1];
        }
    }
    light = std::move(result);
}

void blurGaussian(Light &light, double sigma)
{
    for (const bool vertical : {false, true}) {
        std::vector<Tap> taps;
        const int reach = int(std::ceil(3.5 * sigma));
        for (int k = -reach; k <= reach; ++k)
            taps.push_back({vertical ? 0 : k, vertical ? k : 0, std::exp(-k * k / (2 * sigma * sigma))});
        convolve(light, taps);
    }
}

/// Each tap weighs as much as its pixel is covered by the shape.
std::vector<Tap> coverage(int reach, const std::function<bool(double, double)> &inside)
{
    constexpr int fine = 8;
    std::vector<Tap> taps;
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            int covered = 0;
            for (int sample = 0; sample < fine * fine; ++sample)
                covered +=
                    inside(x - 0.5 + (sample % fine + 0.5) / fine, y - 0.5 + (sample / fine + 0.5) / fine);
            if (covered)
                taps.push_back({x, y, double(covered)});
        }
    }
    return taps;
}

void blur(Light &light, const CameraShot &shot)
{
    if (shot.gaussianBlur > 0)
        blurGaussian(light, shot.gaussianBlur);
    if (shot.discBlur > 0)
        convolve(light, coverage(int(std::ceil(shot.discBlur)) + 1,
                                 [&](double x, double y) { return std::hypot(x, y) <= shot.discBlur; }));
    if (shot.motion > 0) {
        const double angle = shot.motionDegrees * M_PI / 180;
        convolve(light, coverage(int(std::ceil(shot.motion / 2)) + 1, [&](double x, double y) {
                     const double along = x * std::cos(angle) + y * std::sin(angle);
                     const double across = y * std::cos(angle) - x * std::sin(angle);
                     return std::abs(along) <= shot.motion / 2 && std::abs(across) <= 0.5;
                 }));
    }
}

/// Photons, electrons, gain, tone curve.
QImage expose(const Light &light, const CameraShot &shot)
{
    QImage image(light.width, light.height, QImage::Format_Grayscale8);
    std::mt19937 random(shot.seed * 7919 + shot.noiseSeed);
    std::vector<float> noise(1 << 16);
    std::normal_distribution<float> normal;
    for (float &one : noise)
        one = normal(random);
    std::vector<uchar> tones(4096);
    for (size_t i = 0; i < tones.size(); ++i)
        tones[i] = uchar(std::lround(255 * std::pow(double(i) / double(tones.size() - 1), 1 / 2.2)));
    for (int y = 0; y < light.height; ++y) {
        size_t at = random() % noise.size();
        for (int x = 0; x < light.width; ++x) {
            const double electrons = double(light.atEdge(x, y)) * shot.fullWell;
            const double deviation = std::sqrt(electrons + shot.readNoise * shot.readNoise);
            at = (at + 1) % noise.size();
            const double value = (electrons + deviation * double(noise[at])) / shot.fullWell;
            image.scanLine(y)[x] = tones[size_t(std::clamp(value, 0.0, 1.0) * double(tones.size() - 1))];
        }
    }
    return image;
}

QImage compressed(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", quality);
    return QImage::fromData(bytes, "JPG").convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

void CameraShot::place(QPointF centre, double pixelsPerModule, double degrees, double distortion)
{
    side = encoded(payload).size() + 2 * quietModules;
    const double reach = side * pixelsPerModule / 2;
    QTransform turn;
    turn.translate(centre.x() * size.width(), centre.y() * size.height());
    turn.rotate(degrees);
    std::mt19937 random(seed * 31 + 5);
    const auto shift = [&] { return distortion * 2 * reach * (double(random() % 1001) / 500 - 1); };
    constexpr std::array<std::array<int, 2>, 4> signs{{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
    for (size_t i = 0; i < 4; ++i) {
        const double x = shift();
        const double y = shift();
        corners[i] = turn.map(QPointF(signs[i][0] * reach + x, signs[i][1] * reach + y));
    }
}

QImage renderShot(const CameraShot &shot)
{
    Light light(shot.size);
    paintRoom(light, shot.seed);
    if (!shot.payload.isEmpty())
        paintCode(light, shot);
    illuminate(light, shot);
    blur(light, shot);
    const QImage image = expose(light, shot);
    return shot.jpegQuality > 0 ? compressed(image, shot.jpegQuality) : image;
}

} // namespace checkpoint::test
