#include "core/barcode/wienersharpening.h"

#include "core/barcode/linearsystem_p.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace checkpoint {

namespace {

constexpr int radius = WienerSharpening::radius;
constexpr int ringRows = 2 * radius + 1;

/// `lines` are those before, at, and after the row; written for the vectoriser: one sum a pixel, no aliasing.
void weigh(const std::array<const float *, ringRows> &lines, const std::array<float, radius + 1> &weights,
           float *__restrict out, int count)
{
    const float centre = weights[0];
    const float *__restrict middle = lines[radius];
    for (int i = 0; i < count; ++i)
        out[i] = centre * middle[i];
    for (int k = 1; k <= radius; k += 2) {
        const float *__restrict before = lines[size_t(radius - k)];
        const float *__restrict after = lines[size_t(radius + k)];
        const float *__restrict further = lines[size_t(radius - k - 1)];
        const float *__restrict last = lines[size_t(radius + k + 1)];
        const float near = weights[size_t(k)];
        const float far = weights[size_t(k) + 1];
        for (int i = 0; i < count; ++i)
            out[i] += near * (before[i] + after[i]) + far * (further[i] + last[i]);
    }
}

void toBytes(const float *__restrict values, uchar *__restrict out, int count)
{
    for (int i = 0; i < count; ++i)
        out[i] = uchar(int(std::clamp(values[i] + 0.5F, 0.0F, 255.0F)));
}

} // namespace

WienerSharpening::WienerSharpening(double sigma, double noiseToSignal)
{
    static_assert(radius % 2 == 0);
    // The response is w0 + 2 w1 cos(2 pi f) + ...; the weights solve the normal equations of the weighted
    // least squares of 1 - response * blur and of the noise let through.
    constexpr int unknowns = radius + 1;
    constexpr int steps = 256;
    LinearSystem<unknowns> equations{};
    for (int step = 0; step < steps; ++step) {
        const double frequency = 0.5 * (step + 0.5) / steps;
        const double blur = std::exp(-2 * std::pow(std::numbers::pi * sigma * frequency, 2));
        std::array<double, unknowns> basis;
        for (int k = 0; k < unknowns; ++k)
            basis[size_t(k)] = (k ? 2 : 1) * std::cos(2 * std::numbers::pi * frequency * k);
        for (size_t row = 0; row < unknowns; ++row) {
            for (size_t column = 0; column < unknowns; ++column)
                equations[row][column] += basis[row] * basis[column] * (blur * blur + noiseToSignal);
            equations[row][unknowns] += basis[row] * blur;
        }
    }
    const auto solution = *solved(equations); // symmetric and positive definite: there is one
    double sum = solution[0];
    for (size_t k = 1; k < unknowns; ++k)
        sum += 2 * solution[k];
    for (size_t k = 0; k < unknowns; ++k)
        m_weights[k] = float(solution[k] / sum);
}

void WienerSharpening::sharpen(const LuminanceView &picture, LuminancePlane &result)
{
    const int width = picture.width;
    const int height = picture.height;
    result.resize(width, height);
    if (m_padded.size() < size_t(width + 2 * radius)) {
        m_padded.resize(size_t(width + 2 * radius));
        m_rows.resize(size_t(width) * (ringRows + 1));
    }
    const auto ringRow = [&](int y) { return m_rows.data() + size_t(y % ringRows) * size_t(width); };
    float *sums = m_rows.data() + size_t(ringRows) * size_t(width);
    std::array<const float *, ringRows> lines;

    int filtered = 0; // rows done along the row
    for (int y = 0; y < height; ++y) {
        for (const int needed = std::min(y + radius, height - 1); filtered <= needed; ++filtered) {
            const uchar *line = picture.data + qsizetype(filtered) * picture.rowStride;
            std::fill_n(m_padded.begin(), radius, float(line[0]));
            std::copy_n(line, width, m_padded.begin() + radius);
            std::fill_n(m_padded.begin() + radius + width, radius, float(line[width - 1]));
            for (int k = 0; k < ringRows; ++k)
                lines[size_t(k)] = m_padded.data() + k;
            weigh(lines, m_weights, ringRow(filtered), width);
        }
        for (int k = 0; k < ringRows; ++k)
            lines[size_t(k)] = ringRow(std::clamp(y - radius + k, 0, height - 1));
        weigh(lines, m_weights, sums, width);
        toBytes(sums, result.row(y), width);
    }
}

} // namespace checkpoint
