#include "core/desk/showings.h"

#include <algorithm>

namespace checkpoint {

namespace {

QByteArray payloadKey(const DeviceSetup &setup, const QByteArray &payload)
{
    return "code " + directionRuleId(setup.direction).toLatin1() + ' ' + payload;
}

QByteArray personKey(const DeviceSetup &setup, const QUuid &visitorId)
{
    return "person " + directionRuleId(setup.direction).toLatin1() + ' ' + visitorId.toRfc4122();
}

} // namespace

Showings::Verdict Showings::see(const DeviceSetup &setup, const QByteArray &payload, qint64 steadyMs)
{
    if (setup.repeatPolicy == RepeatPolicy::Successive) {
        const auto last = m_lastPayload.find(setup.deviceId);
        if (last != m_lastPayload.end() && *last == payload)
            return Verdict::Repeated;
        m_lastPayload.insert(setup.deviceId, payload);
        return Verdict::Counts;
    }
    const auto together = m_together.find(setup.deviceId);
    if (together != m_together.end() && setup.repeatPolicy == RepeatPolicy::InView) {
        if (steadyMs < together->untilMs && together->payloads.contains(payload)) {
            together->untilMs = steadyMs + togetherMs;
            return Verdict::InView;
        }
    }
    const QByteArray key = payloadKey(setup, payload);
    if (const auto givenBack = m_givenBack.find(key); givenBack != m_givenBack.end()) {
        if (setup.repeatPolicy == RepeatPolicy::InView && steadyMs - *givenBack < flickerMs) {
            *givenBack = steadyMs;
            return Verdict::InView;
        }
        m_givenBack.erase(givenBack);
    }
    if (const auto pause = m_filter.repeatAfter(key, steadyMs)) {
        const bool sameShowing = setup.repeatPolicy == RepeatPolicy::InView && *pause < flickerMs;
        return sameShowing ? Verdict::InView : Verdict::Repeated;
    }
    m_filter.remember(key, steadyMs);
    return Verdict::Counts;
}

Showings::Verdict Showings::seeTogether(const DeviceSetup &setup, const QList<QByteArray> &payloads,
                                        qint64 steadyMs)
{
    QList<QByteArray> sorted = payloads;
    std::ranges::sort(sorted);
    const Verdict verdict = see(setup, "together " + sorted.join('\n'), steadyMs);
    m_together.insert(setup.deviceId,
                      {QSet<QByteArray>(payloads.cbegin(), payloads.cend()), steadyMs + togetherMs});
    return verdict;
}

bool Showings::isPersonRepeated(const DeviceSetup &setup, const QByteArray &payload, const QUuid &visitorId,
                                qint64 steadyMs)
{
    if (setup.repeatPolicy == RepeatPolicy::Successive)
        return false;
    const QByteArray key = personKey(setup, visitorId);
    if (!m_filter.repeatAfter(key, steadyMs))
        return false;
    m_filter.join(key, payloadKey(setup, payload));
    return true;
}

void Showings::rememberPerson(const DeviceSetup &setup, const QByteArray &payload, const QUuid &visitorId)
{
    m_filter.join(payloadKey(setup, payload), personKey(setup, visitorId));
}

void Showings::giveBack(const DeviceSetup &setup, const QByteArray &payload, qint64 steadyMs)
{
    m_lastPayload.remove(setup.deviceId);
    const QByteArray key = payloadKey(setup, payload);
    m_filter.forget(key);
    m_givenBack.removeIf([steadyMs](const auto &entry) { return steadyMs - entry.value() >= flickerMs; });
    m_givenBack.insert(key, steadyMs);
}

} // namespace checkpoint
