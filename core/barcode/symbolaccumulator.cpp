#include "core/barcode/symbolaccumulator.h"

#include <algorithm>
#include <cmath>

namespace checkpoint {

bool SymbolAccumulator::add(const ModuleEqualiser &seen, const FunctionPatterns &known, double unexplained)
{
    const int side = seen.modules() + 2 * ModuleSamples::margin;
    if (m_frames > 0 && (side != m_mean.side || !isTheSame(seen, known, unexplained))) {
        if (++m_strangers < mostStrangers)
            return false;
        clear();
    }
    const bool isAnother = m_frames == 0 && m_strangers > 0;
    m_strangers = 0;
    if (m_frames == 0) {
        m_mean.side = side;
        m_mean.light.assign(size_t(side) * size_t(side), 0);
        m_mean.blind.assign(m_mean.light.size(), 0);
        m_weights.assign(m_mean.light.size(), 0);
    }
    // A frame counts for more the less noise it has.
    const auto weight = float(1 / (unexplained + 0.02));
    for (int row = -1; row <= seen.modules(); ++row) {
        for (int column = -1; column <= seen.modules(); ++column) {
            const size_t at = seen.index(column, row);
            float &all = m_weights[at];
            const float now = seen.shows(at) ? weight : 0;
            all = memory * all + now;
            if (now > 0)
                m_mean.light[at] += (seen.light(at) - m_mean.light[at]) * now / all;
            m_mean.blind[at] = all > 0 ? 0 : 1;
        }
    }
    ++m_frames;
    m_unexplained = m_frames == 1 ? unexplained : 1 / (memory / m_unexplained + 1 / unexplained);
    return !isAnother;
}

void SymbolAccumulator::clear()
{
    m_frames = 0;
}

bool SymbolAccumulator::isTheSame(const ModuleEqualiser &seen, const FunctionPatterns &known,
                                  double unexplained) const
{
    double product = 0;
    double means = 0;
    double lights = 0;
    for (int row = 0; row < seen.modules(); ++row) {
        for (int column = 0; column < seen.modules(); ++column) {
            const size_t at = seen.index(column, row);
            // What one of both does not show says nothing.
            if (known.at(column, row) != FunctionPatterns::Data || m_weights[at] == 0 || !seen.shows(at))
                continue;
            const auto mean = double(m_mean.light[at]);
            const auto light = double(seen.light(at));
            product += mean * light;
            means += mean * mean;
            lights += light * light;
        }
    }
    const double expected = std::sqrt((1 - unexplained) * (1 - m_unexplained));
    return product >= leastCorrelation * expected * std::sqrt(std::max(means * lights, 1e-12));
}

} // namespace checkpoint
