#pragma once

#include "core/barcode/moduleequaliser.h"

#include <vector>

namespace checkpoint {

/// Adds up what several frames show of one symbol, module by module (soft combining, as of transmissions that
/// are repeated): noise differs from frame to frame and reflections wander, the symbol stays. Adds the light
/// as the camera gave it, for undoing the blur of each frame by itself would raise its noise. Modules that a
/// frame does not show, under a reflection, take no part. A symbol whose modules do not correlate with those
/// so far is another one and never mixed in; when it keeps coming it takes the place.
///
/// Keeps its memory for the next symbol. Owned by one reader, on its thread.
class SymbolAccumulator
{
public:
    /// Takes what a frame shows; `unexplained` is the share of noise that its finder patterns tell of. False
    /// when it is another symbol than before, and was not added.
    bool add(const ModuleEqualiser &seen, const FunctionPatterns &known, double unexplained);
    void clear();

    /// That were added up; the oldest fade.
    int frames() const { return m_frames; }
    /// The mean of what they showed.
    const ModuleSamples &mean() const { return m_mean; }

    /// Of the modules that carry data, as a share of what two frames of one symbol with this noise have. Two
    /// cards of the same kind share some modules.
    static constexpr double leastCorrelation = 0.6;
    /// Other symbols in a row after which they are taken for the one that is shown now.
    static constexpr int mostStrangers = 2;
    /// What remains of a frame after each later one.
    static constexpr float memory = 0.9F;

private:
    bool isTheSame(const ModuleEqualiser &seen, const FunctionPatterns &known, double unexplained) const;

    int m_frames = 0;
    int m_strangers = 0;
    double m_unexplained = 0; ///< of the mean, by what its frames told
    ModuleSamples m_mean;
    std::vector<float> m_weights; ///< of the mean of each module
};

} // namespace checkpoint
