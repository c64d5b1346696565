#include "core/desk/dayclosing.h"

#include "core/base/logging.h"
#include "core/store/operatorregister.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

/// Short, so that a machine that slept over the closing time closes soon after it wakes.
constexpr auto interval = 20s;

/// In the local time of an offset: the zone may not be the machine's by the time it is read.
QDateTime localTime(qint64 utcMs, int offsetMinutes)
{
    return Moment{utcMs, offsetMinutes, false}.toDateTime();
}

qint64 utcOf(const QDate &day, const QTime &time, int offsetMinutes)
{
    return QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch() - qint64(offsetMinutes) * 60'000;
}

} // namespace

qint64 lastCut(const Moment &now, const QTime &at)
{
    const QDate today = now.toDateTime().date();
    const qint64 cut = utcOf(today, at, now.offsetMinutes);
    return cut <= now.utcMs ? cut : utcOf(today.addDays(-1), at, now.offsetMinutes);
}

qint64 firstCutAfter(qint64 utcMs, int offsetMinutes, const QTime &at)
{
    const QDate day = localTime(utcMs, offsetMinutes).date();
    const qint64 cut = utcOf(day, at, offsetMinutes);
    return cut > utcMs ? cut : utcOf(day.addDays(1), at, offsetMinutes);
}

DayClosing::DayClosing(EntryStore *store, const Clock *clock, Turns *turns, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_turns(turns)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &DayClosing::check);
}

void DayClosing::setTime(const std::optional<QTime> &at)
{
    if (at == m_at)
        return;
    m_at = at;
    m_doneCut.reset();
    if (m_started)
        m_notBefore = m_clock->now().utcMs;
}

void DayClosing::start()
{
    m_started = true;
    m_timer.start();
    check();
}

void DayClosing::check()
{
    const Moment now = m_clock->now();
    if (!m_started || !m_at || m_checking || now.suspect)
        return;
    const qint64 cut = lastCut(now, *m_at);
    if (m_doneCut == cut || (m_notBefore && cut <= *m_notBefore))
        return;
    m_checking = true;
    EntryLists(m_store).openEntries(cut).then(this, [this, cut](const Result<QList<PageKey>> &inside) {
        if (inside)
            closeGroups(due(*inside, cut), cut, 0);
        else
            stop(inside.error());
    });
}

/// The entries of those who should have left by the cut, by the closing time that was theirs.
QMap<qint64, QList<QUuid>> DayClosing::due(const QList<PageKey> &inside, qint64 cut) const
{
    QMap<qint64, QList<QUuid>> groups;
    if (!m_at) // taken away meanwhile
        return groups;
    for (const PageKey &came : inside) {
        const qint64 began = std::max(came.atUtcMs, m_notBefore.value_or(0));
        const qint64 leaves = firstCutAfter(began, m_clock->now().offsetMinutes, *m_at);
        if (leaves <= cut)
            groups[leaves].append(came.id);
    }
    return groups;
}

/// The oldest day first; each is one transaction. After a failure the rest is tried at the next check.
void DayClosing::closeGroups(QMap<qint64, QList<QUuid>> groups, qint64 cut, int exits)
{
    if (groups.isEmpty()) {
        m_checking = false;
        m_doneCut = cut;
        if (exits > 0)
            emit closed(exits, false);
        return;
    }
    const Moment at{groups.firstKey(), m_clock->now().offsetMinutes, false};
    const QList<QUuid> entries = groups.take(at.utcMs);
    recordExits(entries, at, [this, groups, cut, exits](const Result<QList<QUuid>> &recorded) {
        if (recorded) {
            closeGroups(groups, cut, exits + int(recorded->size()));
            return;
        }
        if (exits > 0)
            emit closed(exits, false);
        stop(recorded.error());
    });
}

void DayClosing::stop(const Error &error)
{
    m_checking = false;
    qCWarning(lcDesk, "Visits not closed: %s", qPrintable(errorCodeId(error.code)));
    emit failed(error);
}

/// One job of the desk's turns: nobody passes between being found inside and being let out. Who has left by
/// then is skipped by the store.
void DayClosing::recordExits(const QList<QUuid> &entries, const Moment &at,
                             const std::function<void(const Result<QList<QUuid>> &)> &done)
{
    m_turns->enqueue([this, entries, at, done] {
        m_store->recordEstimatedExits(entries, at, m_location, QString())
            .then(this, [this, done](const Result<QList<QUuid>> &recorded) {
                done(recorded);
                m_turns->end();
            });
    });
}

void DayClosing::closeNow(const QList<QUuid> &entryIds)
{
    OperatorRegister(m_store)
        .allow(Deed::VoidOthers)
        .then(this, [this, entryIds](const Result<void> &allowed) {
            if (!allowed) {
                emit failed(allowed.error());
                return;
            }
            recordExits(entryIds, m_clock->now(), [this](const Result<QList<QUuid>> &recorded) {
                if (!recorded) {
                    emit failed(recorded.error());
                    return;
                }
                m_closedNow = *recorded;
                emit closed(int(recorded->size()), !recorded->isEmpty());
            });
        });
}

void DayClosing::undoClosing(const QString &reason)
{
    m_turns->enqueue([this, reason] {
        m_store->takeBackExits(m_closedNow, reason, m_clock->now())
            .then(this, [this](const Result<ExitsTakenBack> &undone) {
                if (undone) {
                    m_closedNow.clear();
                    emit closingUndone(undone->takenBack, undone->left);
                } else {
                    emit failed(undone.error());
                }
                m_turns->end();
            });
    });
}

Future<Result<MorningList>> DayClosing::morningList(const QDate &today, int days)
{
    const int offset = m_clock->now().offsetMinutes;
    return EntryLists(m_store).morningList(utcOf(today.addDays(-days), QTime(0, 0), offset),
                                           utcOf(today, QTime(0, 0), offset));
}

} // namespace checkpoint
