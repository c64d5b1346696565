#pragma once

#include "core/barcode/readerstatistics.h"
#include "core/barcode/readpass.h"

#include <array>
#include <chrono>

namespace checkpoint {

/// Adds one run to what is known of a pass.
void noteRun(ReaderStatistics::Pass &pass, ReaderStatistics::Duration took, bool read);

/// Which passes look at a camera's next frame when the first one has read nothing. Passes that read on this
/// camera come more often; none is left out for good. A pass is begun only while the budget lasts, and only
/// when it will be done before the next frame but one, going by what the passes cost on this machine so far;
/// what it takes beyond the budget later frames pay back. A slow machine gets fewer passes, not a lagging
/// picture.
///
/// Pure bookkeeping without a clock of its own. Owned by one reader, on its thread.
class PassPlanner
{
public:
    using Duration = ReaderStatistics::Duration;

    using Statistics = ReaderStatistics::Pass;

    /// A frame begins; the time since the one before bounds what may be spent on it.
    void beginFrame(Duration sinceLastFrame);
    /// The next pass for this frame, or false when the frame has had enough. At most `passesAFrame`, each
    /// once a frame.
    bool next(ReadPass &pass);
    /// This pass is near to reading something and should come soon.
    void hasten(ReadPass pass);
    /// What a pass took and whether it read a code.
    void note(ReadPass pass, Duration took, bool read);

    const Statistics &statistics(ReadPass pass) const { return m_statistics[size_t(pass)]; }
    const std::array<Statistics, size_t(readPassCount)> &statistics() const { return m_statistics; }
    /// What may be spent on a frame at the rate they come, besides the pass that every frame gets.
    Duration budget() const { return budgetShare * m_interval; }

    /// Besides the pass that every frame gets.
    static constexpr int passesAFrame = 4;
    /// The share of the time between frames that may be spent on reading.
    static constexpr double budgetShare = 0.3;
    /// A camera that pauses, or a machine that falls behind, does not raise the budget further.
    static constexpr Duration longestInterval{50};
    static constexpr Duration shortestInterval{15};
    /// That later frames pay back.
    static constexpr Duration mostDebt{100};
    /// A machine for which no pass fits into the budget gets one all the same after so many frames.
    static constexpr int longestWithout = 6;
    /// How many times as often as others a pass comes that was the one that read, each time, of late.
    static constexpr double preference = 6;

private:
    bool fits(ReadPass pass) const;

    std::array<Statistics, size_t(readPassCount)> m_statistics{};
    std::array<double, size_t(readPassCount)> m_credit{}; ///< of each pass; who has most comes next
    Duration m_interval = longestInterval;                ///< a moving mean
    Duration m_left{};                                    ///< of the budget; less than 0 is debt
    int m_given = 0;                                      ///< passes of this frame
    int m_framesWithout = 0;                              ///< since one was given
};

} // namespace checkpoint
