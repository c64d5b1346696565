#include "core/scan/devicehealth.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Payloads are forgotten some time after they were last seen.
constexpr qsizetype mostRemembered = 100;
constexpr qint64 rememberedMs = 10'000;

QDate localDay(const Moment &moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.utcMs, Qt::OffsetFromUTC, moment.offsetMinutes * 60).date();
}

/// As they are kept.
constexpr std::array<std::pair<DeviceState, QLatin1StringView>, 3> troubleNames{{
    {DeviceState::Missing, "missing"_L1},
    {DeviceState::Silent, "silent"_L1},
    {DeviceState::Failed, "failed"_L1},
}};

bool isTrouble(DeviceState state)
{
    return std::ranges::find(troubleNames, state, &decltype(troubleNames)::value_type::first) !=
           troubleNames.end();
}

/// "-" is none; nothing else that is no number from 0 on is one.
std::optional<qint64> numberIn(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
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

QString DeviceHealthMeter::toString() const
{
    QString trouble = u"-"_s;
    for (const auto &[state, name] : troubleNames) {
        if (m_health.lastTrouble == state)
            trouble = name;
    }
    const auto &last = m_health.lastReadAt;
    return QStringList{m_day.toString(Qt::ISODate),
                       QString::number(m_health.readsToday),
                       QString::number(m_health.troubles),
                       trouble,
                       last ? QString::number(last->utcMs) : u"-"_s,
                       last ? QString::number(last->offsetMinutes) : u"-"_s}
        .join(u' ');
}

void DeviceHealthMeter::resume(const QString &line, const Moment &now)
{
    const QStringList parts = line.split(u' ');
    if (parts.size() != 6)
        return;
    const auto reads = numberIn(parts[1]);
    const auto troubles = numberIn(parts[2]);
    if (!reads || !troubles)
        return;
    beginDayOf(now);
    if (const auto last = numberIn(parts[4]))
        m_health.lastReadAt = Moment{*last, parts[5].toInt(), false};
    if (QDate::fromString(parts[0], Qt::ISODate) != m_day)
        return;
    m_health.readsToday += int(*reads);
    m_health.troubles += int(*troubles);
    for (const auto &[state, name] : troubleNames) {
        if (parts[3] == name)
            m_health.lastTrouble = state;
    }
}

void DeviceHealthMeter::beginDayOf(const Moment &now)
{
    const QDate day = localDay(now);
    if (day == m_day)
        return;
    m_day = day;
    m_health.readsToday = 0;
    m_health.troubles = 0;
    m_health.lastTrouble.reset();
}

} // namespace checkpoint
