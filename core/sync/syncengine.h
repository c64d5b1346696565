#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/result.h"
#include "core/store/outbox.h"
#include "core/store/venueregister.h"
#include "core/sync/httpvalues.h"
#include "core/sync/target.h"
#include "core/sync/targetcourier.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>
#include <QThread>

#include <optional>

namespace checkpoint {

/// What somebody says to make this desk known to a target.
struct Enrolment
{
    QString name; ///< of the target here
    QString address;
    QString code;
    QString deskName;
    QByteArray authority; ///< as in SyncTarget; likewise below
    QByteArray pinnedKey;
};

/// Sends what the desk records to its targets, each at its own pace. Lives on the GUI thread, where it is
/// owned by whichever front end runs; talks on a thread of its own. Recording never waits for it. Store and
/// clock outlive it.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    SyncEngine(EntryStore *store, const Clock *clock, const LineRules &patience = {},
               QObject *parent = nullptr);
    /// Hangs up and waits until nothing is under way; what was not answered is sent again next time.
    ~SyncEngine() override;

    Outbox *outbox() { return &m_outbox; }

    /// Makes the desk known to a target, by a name that may be a known one's. Unreachable or PlatformRefused
    /// with what answered; WrongUse when the address or the certificates cannot be used.
    Future<Result<SyncTarget>> enrol(const Enrolment &enrolment);

    /// Ends the enrolments that are under way: Cancelled, or Unreachable when something was asked already. An
    /// answer that was lost so is asked for again with the same code.
    void stopEnrolling();

    /// Tells a target of the venue, unless it has given it a code already; venueRegistered() when it does
    /// now. NotFound while the venue has not been described.
    Future<Result<void>> registerVenue(const QString &target);

    /// Goes through the outbox of each of these targets, now; each ends in passEnded(). `keepGoing` begins
    /// again after a failure's pause, and when something was recorded.
    void sync(const QList<TargetRecord> &targets, bool keepGoing);

    /// Goes on with a target as it is kept now, after it was enrolled (again).
    void begin(const QString &target);

    void sendNow(const QString &target);
    Future<Result<void>> setPaused(const QString &target, bool paused);

    /// As Outbox::sendAgain(); what waits goes out as soon as the target's pauses allow.
    Future<Result<int>> sendAgain(const QString &target, const QList<QUuid> &entries);

    /// Hangs up, then Outbox::disconnectTarget().
    Future<Result<void>> disconnectTarget(const QString &target);

    /// Asks a target once for somebody's declaration; answers within 800 ms, Verdict::Later when nothing
    /// whole came by then. On a line of its own, beside the batches.
    Future<TargetAnswer> askDeclaration(const SyncTarget &target, const QString &qid);

signals:
    void progressed(const checkpoint::TargetRecord &target);
    void passEnded(const checkpoint::SyncPass &pass);
    /// A target has given the venue its code.
    void venueRegistered(const QString &target, const checkpoint::VenueRegistered &venue);
    void checkInsTaken(int count);
    /// How far this desk's clock is ahead of a target's, when it is off by more than two minutes of any.
    void clockCompared(std::optional<qint64> offMs);

private:
    void compareClock(const QString &target, std::optional<qint64> offMs);
    Future<Result<void>> registerVenue(const SyncTarget &target, const Result<VenueRecord> &record);
    Future<TargetAnswer> askOnce(const SyncTarget &target, const TargetCall &call);
    TargetCourier *courierOf(const TargetRecord &target);
    Future<void> dropCourier(const QString &target);

    const Clock *const m_clock;
    const LineRules m_patience;
    Outbox m_outbox;
    VenueRegister m_venue;
    QHash<QString, qint64> m_clockOff; ///< by target, where it is too much
    QThread m_thread;
    QObject *const m_lines; ///< on the thread, owner of what asks only once
    QHash<QString, TargetCourier *> m_couriers;
    int m_stops = 0; ///< how often enrolling was stopped
};

} // namespace checkpoint
