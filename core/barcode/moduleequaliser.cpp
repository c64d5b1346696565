#include "core/barcode/moduleequaliser.h"

#include "core/barcode/linearsystem_p.h"

#include <algorithm>
#include <cmath>

namespace checkpoint {

namespace {

constexpr int reach = ModuleEqualiser::reach;
constexpr int width = 2 * reach + 1;
constexpr int margin = ModuleSamples::margin;
constexpr double leastVisible = 18; // modules of a finder pattern by which it is judged
constexpr int window = 7;           // modules to either side that share brightness and contrast
constexpr std::array<float, 7> pushes{0, 0, 0.01F, 0.02F, 0.04F, 0.08F, 0.16F};

/// What of a module's light falls on the modules around it when the blur is Gaussian; the deviation in
/// modules.
ModuleEqualiser::Kernel gaussianKernel(double sigma)
{
    std::array<double, size_t(width)> line{};
    double sum = 0;
    for (int k = -reach; k <= reach; ++k) {
        const double scale = 1 / (sigma * std::sqrt(2.0));
        line[size_t(k + reach)] = 0.5 * (std::erf((k + 0.5) * scale) - std::erf((k - 0.5) * scale));
        sum += line[size_t(k + reach)];
    }
    ModuleEqualiser::Kernel kernel{};
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x)
            kernel[size_t(y * width + x)] = float(line[size_t(y)] * line[size_t(x)] / (sum * sum));
    }
    return kernel;
}

void addScaled(const float *__restrict in, float factor, float *__restrict out, int count)
{
    for (int i = 0; i < count; ++i)
        out[i] += factor * in[i];
}

} // namespace

double ModuleEqualiser::begin(const ModuleSamples &samples, const FunctionPatterns &known)
{
    take(samples, known);
    m_isFirst = true;
    return chooseBlur(known);
}

void ModuleEqualiser::improve(int rounds)
{
    if (!m_isFirst)
        m_values = m_soft; // decisions cannot be taken back
    for (int round = 0; round < rounds; ++round) {
        normalise();
        if (!m_isFirst) {
            refineKernel();
            normalise();
        }
        m_isFirst = false;
        relax(10, 0);
    }
    decide();
}

void ModuleEqualiser::decide()
{
    relax(20, 0);
    m_soft = m_values;
    for (const float push : pushes)
        relax(10, push);
    polish();
    residual(m_values);
    double squares = 0;
    double weights = 0;
    for (size_t i = 0; i < m_residual.size(); ++i) {
        squares += double(m_residual[i] * m_residual[i]);
        weights += double(m_weight[i]);
    }
    m_unexplained = weights > 0 ? squares / weights : 1;
}

void ModuleEqualiser::take(const ModuleSamples &samples, const FunctionPatterns &known)
{
    m_side = samples.side;
    const size_t count = samples.light.size();
    m_light.assign(samples.light.begin(), samples.light.end());
    for (auto *values :
         {&m_weight, &m_normal, &m_values, &m_soft, &m_previous, &m_ahead, &m_residual, &m_gradient})
        values->assign(count, 0);
    m_known.assign(count, FunctionPatterns::Light); // so is the quiet zone
    for (int row = -1; row <= known.modules(); ++row) {
        for (int column = -1; column <= known.modules(); ++column) {
            const bool inside = row >= 0 && column >= 0 && row < known.modules() && column < known.modules();
            const size_t at = index(column, row);
            m_known[at] = inside ? known.at(column, row) : FunctionPatterns::Light;
            m_weight[at] = samples.blind[at] ? 0.0F : 1.0F;
        }
    }
    // What is brighter than the mean around it.
    constexpr int around = 4;
    for (int row = 0; row < m_side; ++row) {
        for (int column = 0; column < m_side; ++column) {
            const size_t at = size_t(row) * size_t(m_side) + size_t(column);
            if (m_known[at] != FunctionPatterns::Data) {
                m_values[at] = m_known[at];
                continue;
            }
            float sum = 0;
            for (int y = row - around; y <= row + around; ++y) {
                for (int x = column - around; x <= column + around; ++x)
                    sum += m_light[size_t(std::clamp(y, margin - 1, m_side - margin)) * size_t(m_side) +
                                   size_t(std::clamp(x, margin - 1, m_side - margin))];
            }
            constexpr float count9 = (2 * around + 1) * (2 * around + 1);
            m_values[at] = m_light[at] * count9 > sum ? 1.0F : -1.0F;
        }
    }
}

/// The share of the finder patterns' variance that the best blur leaves unexplained.
double ModuleEqualiser::chooseBlur(const FunctionPatterns &known)
{
    double best = 0.3;
    double least = 1e30;
    const auto consider = [&](double sigma) {
        m_kernel = gaussianKernel(sigma);
        if (const double unexplained = unexplainedByFinders(known); unexplained < least) {
            least = unexplained;
            best = sigma;
        }
    };
    for (double sigma = 0.2; sigma < 1.15; sigma += 0.1)
        consider(sigma);
    for (const double step : {0.05, 0.025}) {
        const double middle = best;
        consider(middle - step);
        consider(middle + step);
    }
    m_kernel = gaussianKernel(best);
    return least;
}

/// Each finder pattern with what is known around it, for itself: they differ in brightness.
double ModuleEqualiser::unexplainedByFinders(const FunctionPatterns &known) const
{
    const int far = known.modules() - 6;
    const std::array<std::array<int, 2>, 3> corners{{{0, 0}, {far, 0}, {0, far}}};
    double unexplained = 0;
    int seenPatterns = 0;
    for (const auto &[left, top] : corners) {
        double n = 0;
        double p = 0;
        double y = 0;
        double pp = 0;
        double py = 0;
        double yy = 0;
        for (int row = top; row < top + 6; ++row) {
            for (int column = left; column < left + 6; ++column) {
                const size_t at = index(column, row);
                if (m_weight[at] == 0)
                    continue;
                const auto predicted = double(blurredAt(m_values, at));
                const auto seen = double(m_light[at]);
                n += 1;
                p += predicted;
                y += seen;
                pp += predicted * predicted;
                py += predicted * seen;
                yy += seen * seen;
            }
        }
        if (n < leastVisible)
            continue;
        ++seenPatterns;
        const double variance = std::max(pp - p * p / n, 1e-9);
        const double covariance = py - p * y / n;
        const double all = std::max(yy - y * y / n, 1e-9);
        unexplained += 1 - (covariance > 0 ? covariance * covariance / variance : 0) / all;
    }
    return seenPatterns > 1 ? unexplained / seenPatterns : 1;
}

float ModuleEqualiser::blurredAt(const std::vector<float> &values, size_t at) const
{
    float sum = 0;
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x)
            sum += m_kernel[size_t((y + reach) * width + x + reach)] * values[at + size_t(y * m_side + x)];
    }
    return sum;
}

void ModuleEqualiser::normalise()
{
    convolve(m_values, m_ahead);
    const int columns = m_side + 1;
    m_sums.assign(size_t(columns) * size_t(columns), {});
    for (int row = 0; row < m_side; ++row) {
        std::array<double, 5> line{};
        for (int column = 0; column < m_side; ++column) {
            const size_t at = size_t(row) * size_t(m_side) + size_t(column);
            const auto w = double(m_weight[at]);
            const auto p = double(m_ahead[at]);
            const auto y = double(m_light[at]);
            const std::array<double, 5> one{w, w * p, w * y, w * p * p, w * p * y};
            auto &sum = m_sums[size_t(row + 1) * size_t(columns) + size_t(column + 1)];
            const auto &above = m_sums[size_t(row) * size_t(columns) + size_t(column + 1)];
            for (size_t k = 0; k < 5; ++k) {
                line[k] += one[k];
                sum[k] = above[k] + line[k];
            }
        }
    }
    const auto area = [&](int left, int top, int right, int bottom) {
        std::array<double, 5> sums;
        const auto corner = [&](int x, int y) -> const auto &
        {
            return m_sums[size_t(y) * size_t(columns) + size_t(x)];
        };
        for (size_t k = 0; k < 5; ++k)
            sums[k] = corner(right, bottom)[k] - corner(left, bottom)[k] - corner(right, top)[k] +
                      corner(left, top)[k];
        return sums;
    };
    const auto all = area(0, 0, m_side, m_side);
    const double totalVariance = std::max(all[3] - all[1] * all[1] / std::max(all[0], 1.0), 1e-6);
    const double totalGain =
        std::max((all[4] - all[1] * all[2] / std::max(all[0], 1.0)) / totalVariance, 1e-4);
    const double prior = 0.1 * totalVariance / std::max(all[0], 1.0) * (2 * window + 1) * (2 * window + 1);
    for (int row = margin - 1; row <= m_side - margin; ++row) {
        for (int column = margin - 1; column <= m_side - margin; ++column) {
            const auto sums = area(std::max(column - window, 0), std::max(row - window, 0),
                                   std::min(column + window + 1, m_side), std::min(row + window + 1, m_side));
            const size_t at = size_t(row) * size_t(m_side) + size_t(column);
            const double n = std::max(sums[0], 1.0);
            const double variance = sums[3] - sums[1] * sums[1] / n;
            const double covariance = sums[4] - sums[1] * sums[2] / n;
            const double gain =
                std::max((covariance + prior * totalGain) / (variance + prior), 0.2 * totalGain);
            const double offset = (sums[2] - gain * sums[1]) / n;
            m_normal[at] = float(std::clamp((double(m_light[at]) - offset) / gain, -2.0, 2.0));
        }
    }
}

/// Ridge regression of what was seen on the modules around, towards the kernel so far; point-symmetric, as
/// defocus and motion are.
void ModuleEqualiser::refineKernel()
{
    constexpr size_t unknowns = size_t(taps) / 2 + 1;
    LinearSystem<unknowns> system{};
    double weights = 0;
    for (int row = margin - 1; row <= m_side - margin; ++row) {
        for (int column = margin - 1; column <= m_side - margin; ++column) {
            const size_t at = size_t(row) * size_t(m_side) + size_t(column);
            double weight = double(m_weight[at]);
            std::array<double, unknowns + 1> values{};
            double sure = 0;
            for (int y = -reach; y <= reach; ++y) {
                for (int x = -reach; x <= reach; ++x) {
                    const size_t near = size_t(row + y) * size_t(m_side) + size_t(column + x);
                    const size_t tap = size_t((y + reach) * width + x + reach);
                    values[std::min(tap, size_t(taps) - 1 - tap)] += double(m_values[near]);
                    sure += double(std::abs(m_values[near])) / taps;
                }
            }
            weight *= std::pow(sure, 4); // decisions not yet made do not count
            if (weight < 0.01)
                continue;
            values[unknowns] = double(m_normal[at]);
            weights += weight;
            for (size_t i = 0; i < unknowns; ++i) {
                const double factor = weight * values[i];
                for (size_t k = i; k <= unknowns; ++k)
                    system[i][k] += factor * values[k];
            }
        }
    }
    const double ridge = 0.02 * weights + 1;
    for (size_t i = 0; i < unknowns; ++i) {
        for (size_t k = 0; k < i; ++k)
            system[i][k] = system[k][i];
        system[i][i] += ridge;
        system[i][unknowns] += ridge * double(m_kernel[i]);
    }
    const auto kernel = solved(system);
    if (!kernel)
        return;
    double sum = 0;
    for (size_t i = 0; i < size_t(taps); ++i)
        sum += (*kernel)[std::min(i, size_t(taps) - 1 - i)];
    if (sum < 0.3)
        return;
    for (size_t i = 0; i < size_t(taps); ++i)
        m_kernel[i] = float((*kernel)[std::min(i, size_t(taps) - 1 - i)] / sum);
}

void ModuleEqualiser::relax(int iterations, float push)
{
    float bound = 0;
    for (const float one : m_kernel)
        bound += std::abs(one);
    const float step = 1 / (bound * bound);
    m_previous = m_values;
    double momentum = 1;
    float ahead = 0;
    for (int iteration = 0; iteration < iterations; ++iteration) {
        for (size_t i = 0; i < m_values.size(); ++i)
            m_ahead[i] = m_values[i] + ahead * (m_values[i] - m_previous[i]);
        residual(m_ahead);
        correlate(m_residual, m_gradient);
        std::swap(m_previous, m_values);
        for (size_t i = 0; i < m_values.size(); ++i) {
            const float moved = m_ahead[i] + step * (m_gradient[i] + push * m_ahead[i]);
            m_values[i] = m_known[i] ? float(m_known[i]) : std::clamp(moved, -1.0F, 1.0F);
        }
        const double next = (1 + std::sqrt(1 + 4 * momentum * momentum)) / 2;
        ahead = push > 0 ? 0 : float((momentum - 1) / next);
        momentum = next;
    }
}

void ModuleEqualiser::polish()
{
    for (size_t i = 0; i < m_values.size(); ++i)
        m_values[i] = m_values[i] < 0 ? -1.0F : 1.0F;
    // Overlap of a module's light with that of its neighbour to the right, below, and diagonally.
    constexpr std::array<std::array<int, 2>, 4> neighbours{{{1, 0}, {0, 1}, {1, 1}, {-1, 1}}};
    const auto tap = [this](int x, int y) {
        return std::abs(x) > reach || std::abs(y) > reach ? 0.0F
                                                          : m_kernel[size_t((y + reach) * width + x + reach)];
    };
    const auto overlap = [&](int dx, int dy) {
        float sum = 0;
        for (int y = -reach; y <= reach; ++y) {
            for (int x = -reach; x <= reach; ++x)
                sum += tap(x, y) * tap(x + dx, y + dy);
        }
        return sum;
    };
    const float energy = overlap(0, 0);
    std::array<float, 4> shared;
    for (size_t k = 0; k < shared.size(); ++k)
        shared[k] = overlap(neighbours[k][0], neighbours[k][1]);
    for (int sweep = 0; sweep < 6; ++sweep) {
        residual(m_values);
        correlate(m_residual, m_gradient);
        int flips = 0;
        const auto flip = [&](size_t at) {
            // The residual changes by twice the module's light; its correlation around by the overlaps.
            const float change = 2 * m_values[at];
            for (int y = -2 * reach; y <= 2 * reach; ++y) {
                for (int x = -2 * reach; x <= 2 * reach; ++x) {
                    const size_t near = at + size_t(y * m_side + x);
                    if (near < m_gradient.size())
                        m_gradient[near] += change * overlap(x, y);
                }
            }
            m_values[at] = -m_values[at];
            ++flips;
        };
        for (int row = 0; row < modules(); ++row) {
            for (int column = 0; column < modules(); ++column) {
                const size_t at = index(column, row);
                if (m_known[at])
                    continue;
                const float alone = 4 * (m_values[at] * m_gradient[at] + energy);
                if (alone < -1e-3F) {
                    flip(at);
                    continue;
                }
                for (size_t k = 0; k < neighbours.size(); ++k) {
                    const size_t other = at + size_t(neighbours[k][1] * m_side + neighbours[k][0]);
                    if (m_known[other])
                        continue;
                    const float together = alone + 4 * (m_values[other] * m_gradient[other] + energy) +
                                           8 * m_values[at] * m_values[other] * shared[k];
                    if (together < -1e-3F) {
                        flip(at);
                        flip(other);
                        break;
                    }
                }
            }
        }
        if (flips == 0)
            break;
    }
}

void ModuleEqualiser::residual(const std::vector<float> &values)
{
    convolve(values, m_residual);
    for (size_t i = 0; i < m_residual.size(); ++i)
        m_residual[i] = m_weight[i] * (m_normal[i] - m_residual[i]);
}

/// Rows and columns nearer than `reach` to the edge stay 0; no sample there is used.
void ModuleEqualiser::convolve(const std::vector<float> &in, std::vector<float> &out) const
{
    std::ranges::fill(out, 0.0F);
    for (int row = reach; row < m_side - reach; ++row) {
        float *line = out.data() + size_t(row) * size_t(m_side) + reach;
        for (int y = -reach; y <= reach; ++y) {
            for (int x = -reach; x <= reach; ++x)
                addScaled(in.data() + size_t(row + y) * size_t(m_side) + size_t(reach + x),
                          m_kernel[size_t((y + reach) * width + x + reach)], line, m_side - 2 * reach);
        }
    }
}

void ModuleEqualiser::correlate(const std::vector<float> &in, std::vector<float> &out) const
{
    std::ranges::fill(out, 0.0F);
    for (int row = reach; row < m_side - reach; ++row) {
        float *line = out.data() + size_t(row) * size_t(m_side) + reach;
        for (int y = -reach; y <= reach; ++y) {
            for (int x = -reach; x <= reach; ++x)
                addScaled(in.data() + size_t(row + y) * size_t(m_side) + size_t(reach + x),
                          m_kernel[size_t((reach - y) * width + reach - x)], line, m_side - 2 * reach);
        }
    }
}

} // namespace checkpoint
