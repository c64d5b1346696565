#pragma once

#include "core/barcode/glimpse.h"

#include <QMetaType>
#include <QPolygonF>
#include <QSize>

#include <array>
#include <chrono>
#include <optional>

namespace checkpoint {

/// What the person with the code should change so that it can be read.
enum class Advice {
    None,
    Closer,     ///< its modules are smaller than the camera can tell apart
    Further,    ///< it is larger than the picture
    TooDark,    ///< the light does not suffice
    Glare,      ///< a lamp is reflected in it
    Tilt,       ///< it is turned away from the camera
    OutOfFocus, ///< it is blurred: too near for the lens, or moving
};
inline constexpr int adviceCount = int(Advice::OutOfFocus) + 1;

/// An advice, and the place it is about.
struct Guidance
{
    Advice advice = Advice::None;
    QPolygonF outline; ///< of the symbol, pixels of the frame; empty when the whole frame is meant
    QSize frameSize;

    bool operator==(const Guidance &) const = default;
};

/// What stands most in the way of reading what was seen. Nothing seen: TooDark in the dark, else None. Pure.
Advice adviceFor(const std::optional<Glimpse> &seen, const FrameLight &light);

/// Watches the frames of one camera and says what would help. An advice comes when most looks of a quarter of
/// a second agree, stays while some still do, and ends at once when a code is read. Owned by one reader, on
/// its thread.
class Guide
{
public:
    using Clock = std::chrono::steady_clock;

    /// Looks at the next frame, unless a code was read in it or just before. At a scene at rest, in which
    /// nothing was seen, it looks more seldom.
    const Guidance &look(const LuminanceView &frame, bool codeRead, Clock::time_point at = Clock::now(),
                         bool isAtRest = false);
    const Guidance &guidance() const { return m_guidance; }

    /// The looks of this long are counted.
    static constexpr std::chrono::milliseconds memory{250};
    /// While nothing is seen there is a pause between looks; of 30 frames a second every other one is looked
    /// at.
    static constexpr std::chrono::milliseconds idlePause{50};
    /// The same while the scene is at rest.
    static constexpr std::chrono::milliseconds restPause{500};
    /// A code that was read is on its way out of the view: what is seen of it now needs no advice.
    static constexpr std::chrono::milliseconds restAfterRead{120};
    /// An advice stays for so long at least, long enough to be read, unless a code is read or another one is
    /// more to the point.
    static constexpr std::chrono::milliseconds shortestShown{900};

private:
    struct Look
    {
        Clock::time_point at;
        Advice advice = Advice::None;
    };

    bool isPausing(Clock::time_point at, bool isAtRest) const;
    void note(Advice advice, Clock::time_point at);
    Advice chosen(Clock::time_point at) const;
    void follow(const QPolygonF &outline);

    GlimpseFinder m_finder;
    LuminancePlane m_dense;
    std::array<Look, 16> m_looks; ///< a ring; enough for 60 frames a second
    size_t m_next = 0;
    std::optional<Clock::time_point> m_lastRead;
    Clock::time_point m_shownSince;
    Guidance m_guidance;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Guidance)
