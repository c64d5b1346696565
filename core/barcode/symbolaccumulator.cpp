#include "core/barcode/symbolaccumulator.h"

#include <algorithm>
#include <cmath>

namespace checkpoint {

bool SymbolAccumulator::add(const ModuleEqualiser &seen, const FunctionPatterns &known)
{
    if (m_frames > 0 && (seen.modules() != m_modules || correlation(seen, known) < leastCorrelation)) {
        if (++m_strangers < mostStrangers)
            return false;
        clear();
    }
    const bool isAnother = m_frames == 0 && m_strangers > 0;
    m_strangers = 0;
    if (m_frames == 0) {
        m_modules = seen.modules();
        m_sums.assign(size_t(m_modules) * size_t(m_modules), 0);
    }
    // A frame counts for more the better it is explained.
    const auto weight = float(1 / (seen.unexplained() + 0.02));
    for (int row = 0; row < m_modules; ++row) {
        for (int column = 0; column < m_modules; ++column) {
            float &sum = m_sums[size_t(row) * size_t(m_modules) + size_t(column)];
            if (const auto module = known.at(column, row); module != FunctionPatterns::Data)
                sum = module;
            else
                sum = memory * sum + weight * seen.soft(column, row);
        }
    }
    ++m_frames;
    return !isAnother;
}

void SymbolAccumulator::clear()
{
    m_frames = 0;
}

double SymbolAccumulator::correlation(const ModuleEqualiser &seen, const FunctionPatterns &known) const
{
    double product = 0;
    double sums = 0;
    double softs = 0;
    for (int row = 0; row < m_modules; ++row) {
        for (int column = 0; column < m_modules; ++column) {
            const auto sum = double(m_sums[size_t(row) * size_t(m_modules) + size_t(column)]);
            const auto soft = double(seen.soft(column, row));
            // What one of both does not show says nothing.
            if (known.at(column, row) != FunctionPatterns::Data || sum == 0 || soft == 0)
                continue;
            product += sum * soft;
            sums += sum * sum;
            softs += soft * soft;
        }
    }
    return product / std::sqrt(std::max(sums * softs, 1e-12));
}

} // namespace checkpoint
