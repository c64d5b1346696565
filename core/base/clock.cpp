#include "core/base/clock.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimeZone>

#include <cstdlib>
#ifdef Q_OS_LINUX
#include <ctime>
#include <sys/timex.h>
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

bool ClockWatch::isSuspect(qint64 wallMs, qint64 steadyMs, bool synchronised)
{
    if (wallMs < earliestMs)
        return true;
    const qint64 difference = wallMs - steadyMs;
    const qint64 believed = m_difference.load();
    if (std::abs(difference - believed) <= toleratedDriftMs)
        return false;
    if (!synchronised && believed + steadyMs >= earliestMs)
        return true;
    m_difference.store(difference);
    return false;
}

SystemClock::SystemClock() : m_watch(QDateTime::currentMSecsSinceEpoch(), bootMs()) {}

bool SystemClock::isSynchronised()
{
#ifdef Q_OS_LINUX
    timex reading{}; // no mode: nothing is changed, and no right is needed
    const int state = adjtimex(&reading);
    return state != -1 && state != TIME_ERROR && !(reading.status & STA_UNSYNC);
#else
    return false;
#endif
}

Moment SystemClock::now() const
{
    const QDateTime local = QDateTime::currentDateTime();
    const qint64 utcMs = local.toMSecsSinceEpoch();
    const bool suspect = m_watch.isSuspect(utcMs, bootMs(), isSynchronised()) || m_contradicted;
    return {utcMs, local.offsetFromUtc() / 60, suspect};
}

qint64 SystemClock::steadyMs() const
{
    return bootMs();
}

} // namespace checkpoint
