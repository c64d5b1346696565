#include "core/base/clock.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimeZone>

#include <cstdlib>
#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace checkpoint {

namespace {

qint64 bootMs()
{
#ifdef Q_OS_LINUX
    // CLOCK_BOOTTIME goes on while a laptop sleeps, CLOCK_MONOTONIC does not.
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
#else
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
#endif
}

} // namespace

QDateTime Moment::toDateTime() const
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, QTimeZone::utc()).toOffsetFromUtc(offsetMinutes * 60);
}

SystemClock::SystemClock() : m_startOfSteady(QDateTime::currentMSecsSinceEpoch() - bootMs()) {}

Moment SystemClock::now() const
{
    const QDateTime local = QDateTime::currentDateTime();
    const qint64 utcMs = local.toMSecsSinceEpoch();
    const qint64 drift = utcMs - bootMs() - m_startOfSteady;
    return {utcMs, local.offsetFromUtc() / 60, std::abs(drift) > toleratedDriftMs};
}

qint64 SystemClock::steadyMs() const
{
    return bootMs();
}

} // namespace checkpoint
