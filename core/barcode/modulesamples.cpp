#include "core/barcode/modulesamples.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace checkpoint {

namespace {

constexpr int points = 3;       // along a module, of which the mean is taken
constexpr double spread = 0.27; // modules between them
constexpr float saturated = 0.96F;
constexpr int neighbours = 3; // modules to either side
constexpr double blindShare = 0.8;

const std::array<float, 256> &lightOfTones()
{
    static const std::array<float, 256> light = [] {
        std::array<float, 256> values{};
        for (size_t tone = 0; tone < values.size(); ++tone)
            values[tone] = float(std::pow(double(tone) / 255, 2.2));
        return values;
    }();
    return light;
}

float lightAt(const LuminanceView &picture, QPointF at, const std::array<float, 256> &light)
{
    const double left = std::clamp(at.x() - 0.5, 0.0, picture.width - 1.001);
    const double top = std::clamp(at.y() - 0.5, 0.0, picture.height - 1.001);
    const int column = int(left);
    const int row = int(top);
    const uchar *upper = picture.data + qsizetype(row) * picture.rowStride + column;
    const uchar *lower = row + 1 < picture.height ? upper + picture.rowStride : upper;
    const int next = column + 1 < picture.width ? 1 : 0;
    const auto fx = float(left - column);
    const auto fy = float(top - row);
    return (1 - fy) * ((1 - fx) * light[upper[0]] + fx * light[upper[next]]) +
           fy * ((1 - fx) * light[lower[0]] + fx * light[lower[next]]);
}

/// A bright module alone is paper; where nearly all around are as bright as can be it is a reflection.
void findBlind(ModuleSamples &samples)
{
    const int side = samples.side;
    samples.blind.assign(samples.light.size(), 0);
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const size_t at = size_t(row) * size_t(side) + size_t(column);
            if (samples.light[at] < saturated)
                continue;
            int bright = 0;
            int seen = 0;
            for (int y = std::max(row - neighbours, 0); y <= std::min(row + neighbours, side - 1); ++y) {
                for (int x = std::max(column - neighbours, 0); x <= std::min(column + neighbours, side - 1);
                     ++x, ++seen)
                    bright += samples.light[size_t(y) * size_t(side) + size_t(x)] >= saturated;
            }
            samples.blind[at] = bright >= blindShare * seen;
        }
    }
}

} // namespace

void sampleModules(const LuminanceView &picture, const SymbolSurface &surface,
                   BlockMidpoint::Polarity polarity, ModuleSamples &result)
{
    const int margin = ModuleSamples::margin;
    const auto &light = lightOfTones();
    result.side = surface.modules() + 2 * margin;
    result.light.resize(size_t(result.side) * size_t(result.side));
    for (int row = 0; row < result.side; ++row) {
        for (int column = 0; column < result.side; ++column) {
            const QPointF module(column - margin + 0.5, row - margin + 0.5);
            const QPointF centre = surface.toPicture(module);
            const QPointF right = spread * (surface.plane().toPicture.map(module + QPointF(0.5, 0)) -
                                            surface.plane().toPicture.map(module - QPointF(0.5, 0)));
            const QPointF down = spread * (surface.plane().toPicture.map(module + QPointF(0, 0.5)) -
                                           surface.plane().toPicture.map(module - QPointF(0, 0.5)));
            float sum = 0;
            for (int y = -points / 2; y <= points / 2; ++y) {
                for (int x = -points / 2; x <= points / 2; ++x)
                    sum += lightAt(picture, centre + x * right + y * down, light);
            }
            result.light[size_t(row) * size_t(result.side) + size_t(column)] = sum / (points * points);
        }
    }
    findBlind(result);
    if (polarity == BlockMidpoint::Polarity::LightOnDark)
        std::ranges::transform(result.light, result.light.begin(), [](float value) { return 1 - value; });
}

} // namespace checkpoint
