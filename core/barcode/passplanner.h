#pragma once

#include "core/barcode/readpass.h"

#include <array>
#include <chrono>

namespace checkpoint {

/// Which passes look at a camera's next frame when the first one has read nothing. Passes that read on this
/// camera come more often; none is left out for good. A pass is begun only while the budget of the frame
/// lasts, going by what the passes cost on this machine so far; a slow one gets fewer passes a frame, not a
/// lagging picture.
///
/// Pure bookkeeping without a clock of its own. Owned by one reader, on its thread.
class PassPlanner
{
public:
    using Duration = std::chrono::duration<double, std::milli>;

    struct Statistics
    {
        Duration cost{};    ///< of one run, a moving mean; 0 when it has not run
        double success = 0; ///< share of the frames of late, among those read, that it read; 0 to 1
        long long runs = 0;
        long long reads = 0;
    };

    /// A frame begins; the time since the one before bounds what may be spent on it.
    void beginFrame(Duration sinceLastFrame);
    /// The next pass for this frame, or false when the frame has had enough. At most `passesAFrame`, each
    /// once a frame.
    bool next(ReadPass &pass);
    /// What a pass took and whether it read a code.
    void note(ReadPass pass, Duration took, bool read);

    const Statistics &statistics(ReadPass pass) const { return m_statistics[size_t(pass)]; }

    /// Besides the pass that every frame gets.
    static constexpr int passesAFrame = 4;
    /// The share of the time between frames that may be spent on reading.
    static constexpr double budgetShare = 0.4;
    /// A camera that pauses, or a machine that falls behind, does not raise the budget further.
    static constexpr Duration longestInterval{50};
    static constexpr Duration shortestInterval{15};
    /// A machine for which no pass fits into the budget gets one all the same after so many frames.
    static constexpr int longestWithout = 6;
    /// How many times as often as others a pass comes that was the one that read, each time, of late.
    static constexpr double preference = 6;

private:
    bool fits(ReadPass pass) const;

    std::array<Statistics, size_t(readPassCount)> m_statistics{};
    std::array<double, size_t(readPassCount)> m_credit{}; ///< of each pass; who has most comes next
    Duration m_interval = longestInterval;                ///< a moving mean
    Duration m_left{};                                    ///< of this frame's budget
    int m_given = 0;                                      ///< passes of this frame
    int m_framesWithout = 0;                              ///< since one was given
};

} // namespace checkpoint
