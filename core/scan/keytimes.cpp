#include "core/scan/keytimes.h"

#include <cstdlib>
#include <utility>

namespace checkpoint {

namespace {

/// Times that lie further off are no times of this computer's.
constexpr qint64 longestLagMs = 60'000;
/// A window that was busy for so long finds several keys at once; where each comes so late by itself, the
/// computer slept and the times have moved.
constexpr qint64 longLagMs = 2'000;
constexpr qint64 togetherMs = 200;

} // namespace

KeyTimes::Reading KeyTimes::read(quint64 timestamp, qint64 nowMs)
{
    if (timestamp == 0)
        return {nowMs, 0};
    const qint64 stamp = qint64(timestamp);
    const qint64 lag = nowMs - stamp - m_offset.value_or(nowMs - stamp);
    const bool isAlone = nowMs - std::exchange(m_readMs, nowMs) > togetherMs;
    const bool hasMoved = std::exchange(m_lagMs, lag) > longLagMs && lag > longLagMs && isAlone;
    Reading reading;
    if (!m_offset || std::abs(lag) > longestLagMs || hasMoved) {
        m_offset = nowMs - stamp;
    } else if (lag < 0) {
        // No key comes from the future, and the smallest lag seen is none: the keys before lagged as well,
        // and stay as far from this one as they were pressed.
        m_offset = nowMs - stamp;
        reading.shiftMs = lag;
    }
    reading.atMs = stamp + *m_offset;
    return reading;
}

} // namespace checkpoint
