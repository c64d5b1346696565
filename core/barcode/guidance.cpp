#include "core/barcode/guidance.h"

#include "core/barcode/resampling.h"

#include <algorithm>
#include <cmath>

namespace checkpoint {

namespace {

// Where reading fails for each reason alone; what is beyond its limit by most is what stands in the way.

/// Paper darker than this is not lit.
constexpr double leastLight = 60;
/// In a picture without a symbol the brightest parts tell.
constexpr double leastBright = 40;
/// Noise by the symbol's contrast: the sensor's gain is at its end.
constexpr double mostNoise = 0.22;
/// The same without a symbol.
constexpr double mostFrameNoise = 24;
/// Among so much noise shapes are not to be relied upon; it is what must go first.
constexpr double distortingNoise = 12;
/// What error correction at level M, which restores 15 of 100 modules at best, has no means against.
constexpr double mostGlare = 0.05;
constexpr double leastModule = 1.8; // pixels
/// Sharpening brings rings of less contrast back no more.
constexpr double leastModulation = 0.42;
constexpr double leastForeshortening = 0.55;
/// By the frame's height. A symbol needs its quiet zone as well.
constexpr double mostSize = 0.97;
constexpr double leastVisible = 0.97;

/// How far a place moves towards where the symbol is now, with each look.
constexpr double following = 0.65;

double severityOf(Advice advice, const Glimpse &seen, const FrameLight &light)
{
    const double contrast = std::max(1.0, seen.light - seen.dark);
    switch (advice) {
    case Advice::Closer: // seen from the side it is its width that is small
        return leastModule * std::min(1.0, seen.foreshortening / leastForeshortening) /
               std::max(seen.module, 0.1);
    case Advice::Further:
        return seen.visible < leastVisible && seen.size < mostSize ? 0 : seen.size / mostSize;
    case Advice::TooDark:
        return std::max(leastLight / std::max(seen.light, 1.0), light.noise / contrast / mostNoise);
    case Advice::Glare:
        return seen.glare / mostGlare;
    case Advice::Tilt:
        return leastForeshortening / std::max(seen.foreshortening, 0.05);
    case Advice::OutOfFocus: // modules of hardly more than a pixel are blurred by the pixels themselves
        return seen.module < leastModule ? 0 : leastModulation / std::max(seen.modulation, 0.05);
    case Advice::None:
        break;
    }
    return 0;
}

} // namespace

Advice adviceFor(const std::optional<Glimpse> &seen, const FrameLight &light)
{
    if (!seen)
        return light.bright < leastBright || light.noise > mostFrameNoise ? Advice::TooDark : Advice::None;
    if (light.noise > distortingNoise)
        return Advice::TooDark;
    Advice worst = Advice::None;
    double severity = 1;
    for (int i = int(Advice::None) + 1; i < adviceCount; ++i) {
        const double own = severityOf(Advice(i), *seen, light);
        if (own > severity) {
            worst = Advice(i);
            severity = own;
        }
    }
    return worst;
}

const Guidance &Guide::look(const LuminanceView &frame, bool codeRead, Clock::time_point at, bool isAtRest)
{
    const QSize frameSize(frame.width, frame.height);
    if (codeRead || frameSize != m_guidance.frameSize) {
        if (codeRead)
            m_lastRead = at;
        m_looks.fill({});
        m_guidance = {Advice::None, {}, frameSize};
    }
    if (codeRead || frame.isEmpty() || (m_lastRead && at - *m_lastRead < restAfterRead) ||
        isPausing(at, isAtRest))
        return m_guidance;
    LuminanceView picture = frame;
    if (frame.pixelStride != 1) {
        copyDense(frame, m_dense);
        picture = m_dense.view();
    }
    const FrameLight light = lightOf(picture);
    const auto seen = m_finder.find(picture, light);
    note(adviceFor(seen, light), at);
    const Advice next = chosen(at);
    if (next != m_guidance.advice) {
        m_guidance.advice = next;
        m_shownSince = at;
    }
    if (next == Advice::None)
        m_guidance.outline.clear();
    else if (seen)
        follow(seen->outline);
    return m_guidance;
}

bool Guide::isPausing(Clock::time_point at, bool isAtRest) const
{
    const Look &last = m_looks[(m_next + m_looks.size() - 1) % m_looks.size()];
    return m_guidance.advice == Advice::None && last.advice == Advice::None &&
           last.at != Clock::time_point() && at - last.at < (isAtRest ? restPause : idlePause);
}

void Guide::note(Advice advice, Clock::time_point at)
{
    m_looks[m_next] = {at, advice};
    m_next = (m_next + 1) % m_looks.size();
}

/// Half of the looks bring an advice; a quarter of them, or its being new, keep it.
Advice Guide::chosen(Clock::time_point at) const
{
    std::array<int, size_t(adviceCount)> votes{};
    int looks = 0;
    for (const Look &look : m_looks) {
        if (look.at == Clock::time_point() || at - look.at > memory)
            continue;
        ++votes[size_t(look.advice)];
        ++looks;
    }
    votes[size_t(Advice::None)] = 0;
    const auto most = std::max_element(votes.begin(), votes.end());
    const auto candidate = Advice(most - votes.begin());
    if (*most >= 2 && 2 * *most >= looks)
        return candidate;
    const Advice shown = m_guidance.advice;
    const bool isNew = at - m_shownSince < shortestShown;
    return shown != Advice::None && (isNew || 4 * votes[size_t(shown)] >= looks) ? shown : Advice::None;
}

void Guide::follow(const QPolygonF &outline)
{
    QPolygonF &shown = m_guidance.outline;
    const double leap = outline.boundingRect().width() / 2;
    const QPointF moved = outline.boundingRect().center() - shown.boundingRect().center();
    if (shown.size() != outline.size() || std::hypot(moved.x(), moved.y()) > leap) {
        shown = outline;
        return;
    }
    for (qsizetype i = 0; i < shown.size(); ++i)
        shown[i] += following * (outline[i] - shown[i]);
}

} // namespace checkpoint
