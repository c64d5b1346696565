#pragma once

#include "core/barcode/functionpatterns.h"
#include "core/barcode/modulesamples.h"

#include <array>
#include <vector>

namespace checkpoint {

/// Tells dark from light modules where the blur is so strong that each is mixed with its neighbours
/// (intersymbol interference in two dimensions). The blur between modules (5 × 5) and the local brightness
/// and contrast are estimated from the function patterns, then, decision-directed, from all modules; the
/// modules are the solution of least squares of which each is between dark and light (box-constrained
/// deconvolution by projected gradients with Nesterov's momentum), driven to one of both in the end
/// (graduated non-convexity) and polished by flipping single modules and pairs while that explains the
/// picture better (iterated conditional modes).
///
/// Keeps its memory for the next symbol. Owned by one reader, on its thread.
class ModuleEqualiser
{
public:
    static constexpr int reach = 2;
    static constexpr int taps = (2 * reach + 1) * (2 * reach + 1);
    using Kernel = std::array<float, size_t(taps)>;

    /// Begins with the samples of a symbol of which `known` are the function patterns. The share of the
    /// finder patterns' variance that no Gaussian blur of them explains: small when this is a symbol.
    double begin(const ModuleSamples &samples, const FunctionPatterns &known);
    /// Estimates modules, blur, and brightness in turn, so many times, and decides. More makes it better.
    void improve(int rounds);

    int modules() const { return m_side - 2 * ModuleSamples::margin; }
    bool isDark(int column, int row) const { return decided(column, row) < 0; }
    /// By place in ModuleSamples: whether the picture shows the module, and its light as sampled, blur and
    /// all, but with brightness and contrast evened out: -1 is all dark, 1 is all light.
    bool shows(size_t at) const { return m_weight[at] > 0; }
    float light(size_t at) const { return m_normal[at]; }
    size_t index(int column, int row) const
    {
        return size_t(row + ModuleSamples::margin) * size_t(m_side) + size_t(column + ModuleSamples::margin);
    }
    /// Variance of what is left unexplained, relative to the contrast between dark and light. Small means
    /// that this is a symbol and was looked at in the right place.
    double unexplained() const { return m_unexplained; }

private:
    float decided(int column, int row) const { return m_values[index(column, row)]; }

    void take(const ModuleSamples &samples, const FunctionPatterns &known);
    double chooseBlur(const FunctionPatterns &known);
    double unexplainedByFinders(const FunctionPatterns &known) const;
    float blurredAt(const std::vector<float> &values, size_t at) const;
    void normalise();
    void refineKernel();
    void decide();
    void relax(int iterations, float push);
    void polish();
    void convolve(const std::vector<float> &in, std::vector<float> &out) const;
    void correlate(const std::vector<float> &in, std::vector<float> &out) const;
    void residual(const std::vector<float> &values);

    int m_side = 0;
    Kernel m_kernel{};
    std::vector<float> m_light;  ///< as sampled
    std::vector<float> m_weight; ///< 0 where it is not used
    std::vector<signed char> m_known;
    std::vector<float> m_normal; ///< as sampled, -1 all dark to 1 all light
    std::vector<float> m_values; ///< the estimate of the modules
    std::vector<float> m_soft;
    std::vector<float> m_previous;
    std::vector<float> m_ahead;
    std::vector<float> m_residual;
    std::vector<float> m_gradient;
    std::vector<std::array<double, 5>> m_sums; ///< of an area: weights, p, y, p p, p y
    double m_unexplained = 1;
    bool m_isFirst = true; ///< nothing is known of the modules yet
};

} // namespace checkpoint
