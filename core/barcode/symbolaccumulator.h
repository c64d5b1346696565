#pragma once

#include "core/barcode/moduleequaliser.h"

#include <vector>

namespace checkpoint {

/// Adds up what several frames show of one symbol, module by module (soft combining, as of transmissions that
/// are repeated): noise differs from frame to frame and reflections wander, the symbol stays. Modules that a
/// frame does not show, under a reflection, take no part. A symbol whose modules do not correlate with those
/// so far is another one and never mixed in; when it keeps coming it takes the place.
///
/// Keeps its memory for the next symbol. Owned by one reader, on its thread.
class SymbolAccumulator
{
public:
    /// Takes what a frame shows. False when it is another symbol than before, and was not added.
    bool add(const ModuleEqualiser &seen, const FunctionPatterns &known);
    void clear();

    /// That were added up; the oldest fade.
    int frames() const { return m_frames; }
    int modules() const { return m_modules; }
    bool isDark(int column, int row) const
    {
        return m_sums[size_t(row) * size_t(m_modules) + size_t(column)] < 0;
    }

    /// Of the modules that carry data. Two cards of the same kind share some, different noise spoils some.
    static constexpr double leastCorrelation = 0.5;
    /// Other symbols in a row after which they are taken for the one that is shown now.
    static constexpr int mostStrangers = 2;
    /// What remains of a frame after each later one.
    static constexpr float memory = 0.85F;

private:
    double correlation(const ModuleEqualiser &seen, const FunctionPatterns &known) const;

    int m_modules = 0;
    int m_frames = 0;
    int m_strangers = 0;
    std::vector<float> m_sums;
};

} // namespace checkpoint
