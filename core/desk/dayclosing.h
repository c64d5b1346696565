#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/desk/turns.h"
#include "core/store/entrylists.h"
#include "core/store/entrystore.h"

#include <QDate>
#include <QMap>
#include <QObject>
#include <QTime>
#include <QTimer>

#include <functional>
#include <optional>

namespace checkpoint {

/// The last moment, not later than `now`, at which the local clock shows `at`.
qint64 lastCut(const Moment &now, const QTime &at);

/// The first moment after `utcMs` at which a local clock of that offset shows `at`.
qint64 firstCutAfter(qint64 utcMs, int offsetMinutes, const QTime &at);

/// Lets out at the venue's closing time whom nobody saw leave, with exits that are marked as estimated: each
/// visit at the first closing time after it began, staff and those who came along included. What was missed
/// while the program did not run is done when it starts. Nobody is let out while the clock is in doubt. Lives
/// on the GUI thread; store, clock and the desk's turns outlive it.
class DayClosing : public QObject
{
    Q_OBJECT

public:
    DayClosing(EntryStore *store, const Clock *clock, Turns *turns, QObject *parent = nullptr);

    /// Which desk the exits are recorded at.
    void setPlace(const QString &location) { m_location = location; }

    /// The local time at which visits are closed; absent: never. Once started, a time that is set lets nobody
    /// out for a closing time that has passed already: somebody may be trying the setting.
    void setTime(const std::optional<QTime> &at);

    /// The record is open and the rules are known: does what was missed, and from now on each day's.
    void start();

    /// Looks whether a closing time has passed; goes on by itself after start().
    void check();

    /// A check is on its way.
    bool isBusy() const { return m_checking; }

    /// Lets out everybody by these entries now, marked as estimated. NotAllowed to operators: it is everybody
    /// at once.
    void closeNow(const QList<QUuid> &entryIds);

    /// Takes back what closeNow() recorded the last time, all of it or nothing; who has passed since stays as
    /// they are.
    void undoClosing(const QString &reason);

    /// Who did not leave on the day before (or on the days before), as seen on that morning.
    Future<Result<MorningList>> morningList(const QDate &today, int days = 1);

signals:
    /// So many exits were recorded; by closeNow(), when they can be taken back.
    void closed(int exits, bool canBeUndone);
    /// So many exits were taken back; so many were left, as their persons have passed since.
    void closingUndone(int exits, int left);
    /// Nothing was recorded; what is due is tried again.
    void failed(const checkpoint::Error &error);

private:
    QMap<qint64, QList<QUuid>> due(const QList<PageKey> &inside, qint64 cut) const;
    void closeGroups(QMap<qint64, QList<QUuid>> groups, qint64 cut, int exits);
    void stop(const Error &error);
    void recordExits(const QList<QUuid> &entries, const Moment &at,
                     const std::function<void(const Result<QList<QUuid>> &)> &done);

    EntryStore *const m_store;
    const Clock *const m_clock;
    Turns *const m_turns;
    QString m_location;
    std::optional<QTime> m_at;
    std::optional<qint64> m_notBefore; ///< when the time was set while running
    std::optional<qint64> m_doneCut;   ///< up to which everything was closed
    QList<QUuid> m_closedNow;          ///< the exits that can be taken back
    bool m_started = false;
    bool m_checking = false;
    QTimer m_timer;
};

} // namespace checkpoint
