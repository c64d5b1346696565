#include "core/scan/repeatfilter.h"

namespace checkpoint {

std::optional<qint64> RepeatFilter::repeatAfter(const QByteArray &key, qint64 steadyMs)
{
    const auto showing = m_showings.value(key);
    if (!showing || steadyMs - showing->lastSeenMs >= windowMs)
        return std::nullopt;
    const qint64 pause = qMax(qint64(0), steadyMs - showing->lastSeenMs);
    showing->lastSeenMs = qMax(showing->lastSeenMs, steadyMs);
    return pause;
}

void RepeatFilter::remember(const QByteArray &key, qint64 steadyMs)
{
    dropOld(steadyMs);
    m_showings.insert(key, std::make_shared<Showing>(Showing{steadyMs}));
}

void RepeatFilter::join(const QByteArray &key, const QByteArray &other)
{
    if (const auto showing = m_showings.value(key))
        m_showings.insert(other, showing);
}

void RepeatFilter::forget(const QByteArray &key)
{
    if (const auto showing = m_showings.value(key))
        m_showings.removeIf([&showing](const auto &entry) { return entry.value() == showing; });
}

void RepeatFilter::dropOld(qint64 steadyMs)
{
    if (steadyMs < m_nextSweepMs)
        return;
    m_nextSweepMs = steadyMs + windowMs;
    m_showings.removeIf(
        [steadyMs](const auto &entry) { return steadyMs - entry.value()->lastSeenMs >= windowMs; });
}

} // namespace checkpoint
