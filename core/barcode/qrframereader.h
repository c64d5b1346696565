#pragma once

#include "core/barcode/decodedcode.h"
#include "core/barcode/luminance.h"
#include "core/barcode/passplanner.h"
#include "core/barcode/readerstatistics.h"
#include "core/barcode/readpass.h"
#include "core/barcode/scenewatch.h"
#include "core/barcode/symbolaccumulator.h"

#include <QRect>
#include <QSize>

#include <array>
#include <chrono>
#include <optional>

namespace checkpoint {

/// Reads QR codes from the frames of one camera, one after another. What one frame has no time for the next
/// ones get: every frame the pass that reads most, then some others in turn; and where a code was last seen
/// is looked at first. So it reads in some frame of a second what no reader has the time to read in each.
/// Before a scene in which nothing changes it comes to rest: once every pass has seen it, the first one looks
/// at every frame and the others at one a second, until something moves.
///
/// Belongs to one thread, never that of the GUI; a copy begins with what the original has learned. In the
/// steady state it allocates nothing but what the decoding library does.
class QrFrameReader
{
public:
    using Clock = std::chrono::steady_clock;

    /// The codes of the next frame, with outlines in its pixels. The time between frames bounds what is spent
    /// on one.
    DecodedCodes decode(const LuminanceView &frame, Clock::time_point arrivedAt = Clock::now());

    /// Whether the last frame showed what those before it had shown for long enough that every pass has
    /// looked in vain.
    bool isAtRest() const { return m_isAtRest; }

    /// What it has done so far, for diagnostics.
    ReaderStatistics statistics() const;
    /// What the passes cost and read so far.
    const PassPlanner &planner() const { return m_planner; }

    /// So long after the last change, or the last code, it is awake: somebody may hold a card still that is
    /// hard to read.
    static constexpr std::chrono::seconds longestAwake{3};

private:
    /// Where the codes of an earlier frame were.
    struct LastSeen
    {
        QRect region;
        QSize frameSize;
        ReadPass pass = ReadPass::Midpoint; ///< that read them
        int misses = 0;                     ///< frames since
    };

    void noteScene(const LuminanceView &frame, Clock::time_point arrivedAt);
    void stayAwake(Clock::time_point since);
    bool morePasses() const;
    void noteRate(PassPlanner::Duration interval);
    DecodedCodes readFrame(const LuminanceView &frame);
    DecodedCodes readRegion(const LuminanceView &frame);
    DecodedCodes run(ReadPasses &passes, ReadPass pass);
    void remember(const DecodedCodes &codes, const LuminanceView &frame, ReadPass pass);

    PassPlanner m_planner;
    SceneWatch m_scene;
    ReadPasses m_whole;
    ReadPasses m_near; ///< for the region
    std::optional<LastSeen> m_lastSeen;
    std::optional<Clock::time_point> m_lastFrame;
    ReaderStatistics m_statistics; ///< without what the planner knows
    SymbolAccumulator m_across;
    int m_framesWithoutAcross = 0; ///< since it was added to
    int m_framesSpared = 0;        ///< still to come
    int m_regionOnly = 0;          ///< frames in a row of which only the region was looked at
    Clock::time_point m_awakeSince;
    std::array<long long, size_t(readPassCount)> m_runsThen{}; ///< of each pass, when it awoke
    int m_framesAtRest = 0;
    bool m_isAtRest = false;
};

} // namespace checkpoint
