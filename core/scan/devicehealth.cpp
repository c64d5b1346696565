#include "core/scan/devicehealth.h"

#include <QDateTime>

#include <bit>

namespace checkpoint {

namespace {

/// Payloads are forgotten some time after they were last seen.
constexpr qsizetype mostRemembered = 100;
constexpr qint64 rememberedMs = 10'000;

QDate localDay(const Moment &moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.utcMs, Qt::OffsetFromUTC, moment.offsetMinutes * 60).date();
}

bool isTrouble(DeviceState state)
{
    return state == DeviceState::Missing || state == DeviceState::Silent || state == DeviceState::Failed;
}

} // namespace

void DeviceHealthMeter::countScan(const RawScan &scan)
{
    beginDayOf(scan.capturedAt);
    const qint64 away = m_repeatPolicy == RepeatPolicy::InView && !scan.frameSize.isEmpty() ? awayMs : 0;
    for (const Sighting &sighting : scan.sightings) {
        const auto last = m_lastSeen.constFind(sighting.bytes);
        const qint64 pause = last == m_lastSeen.constEnd() ? -1 : scan.steadyMs - last.value();
        m_lastSeen.insert(sighting.bytes, scan.steadyMs);
        m_health.lastReadAt = scan.capturedAt;
        if (pause >= 0 && pause < away)
            continue;
        // Of what a camera sees again and again nothing can be told.
        const bool twice = away == 0 && pause >= 0 && pause <= twiceWithinMs;
        if (!twice)
            ++m_health.readsToday;
        noteRead(twice);
    }
    if (m_lastSeen.size() > mostRemembered)
        m_lastSeen.removeIf([&scan](auto each) { return scan.steadyMs - each.value() > rememberedMs; });
}

/// A second sending belongs to the read before it.
void DeviceHealthMeter::noteRead(bool twice)
{
    constexpr quint16 lookedAt = (1U << readsLookedAt) - 1;
    m_twice = quint16(twice ? m_twice | 1U : m_twice << 1U) & lookedAt;
    m_health.sendsTwice = std::popcount(m_twice) > 1;
}

void DeviceHealthMeter::changeState(DeviceState state, const Moment &now)
{
    beginDayOf(now);
    if (state == m_state)
        return;
    m_state = state;
    if (!isTrouble(state))
        return;
    ++m_health.troubles;
    m_health.lastTrouble = state;
}

void DeviceHealthMeter::countFailure(const Moment &now)
{
    beginDayOf(now);
    if (isTrouble(m_state))
        return; // counted already
    ++m_health.troubles;
    m_health.lastTrouble = DeviceState::Failed;
}

DeviceHealth DeviceHealthMeter::health(const Moment &now)
{
    beginDayOf(now);
    return m_health;
}

void DeviceHealthMeter::beginDayOf(const Moment &now)
{
    const QDate day = localDay(now);
    if (day == m_day)
        return;
    m_health.isWholeDay = m_day.isValid();
    m_day = day;
    m_health.readsToday = 0;
    m_health.troubles = 0;
    m_health.lastTrouble.reset();
}

} // namespace checkpoint
