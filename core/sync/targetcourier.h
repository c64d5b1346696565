#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/result.h"
#include "core/store/outbox.h"
#include "core/store/venueregister.h"
#include "core/sync/retrypolicy.h"
#include "core/sync/targetline.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace checkpoint {

/// What came of going through an outbox once.
struct SyncPass
{
    TargetRecord target; ///< as it stands afterwards
    int batches = 0;     ///< answered ones
    qint64 bytes = 0;    ///< of all batches that went out, compressed, repeated ones as often as they went
    std::optional<Error> error; ///< what stood in the way here, not at the target
};

/// Carries the outbox of one target: a batch is stored, sent, and settled by its answer before the next one
/// is made; one request is under way at a time. Lives on the thread of the network; owned by the SyncEngine.
/// A pass ends when nothing waits or something failed; kept going, it begins again when the pause is over.
class TargetCourier : public QObject
{
    Q_OBJECT

public:
    TargetCourier(const TargetRecord &target, Outbox *outbox, VenueRegister *venue, const Clock *clock,
                  const LineRules &patience);

    /// From now on passes begin by themselves: after a wake(), and after a failure's pause.
    void keepGoing();

    /// Something may be waiting. Gathered for a moment, so that a busy door makes one batch of its entries.
    void wake();

    /// One pass now, whatever was planned.
    void sendNow();

    /// Ends what is under way as soon as it can; stopped() follows.
    void stop();

signals:
    void progressed(const checkpoint::TargetRecord &target);
    void passEnded(const checkpoint::SyncPass &pass);
    void venueRegistered(const checkpoint::VenueRegistered &venue);
    void checkInsTaken(int count);
    /// How far this desk's clock is ahead of the target's, when it is off by more than two minutes.
    void clockCompared(std::optional<qint64> offMs);
    void stopped();

private:
    template <typename T, typename Next> void step(Future<Result<T>> answer, Next next);
    void begin(bool hurried);
    void prepare();
    void registerVenue();
    void registerAs(const Venue &venue);
    void fillBacklog();
    void sendNext();
    void makeBatch();
    void send(const StoredBatch &batch);
    void take(const StoredBatch &batch, const TargetAnswer &answer);
    void settle(const StoredBatch &batch, const BatchAnswered &answered);
    void divide(const StoredBatch &batch, const TargetAnswer &answer);
    void rest();
    void askCheckIns(const QString &cursor);
    void takeCheckIns(const TargetAnswer &answer, const QString &cursor);
    void compareClock(const TargetAnswer &answer);
    void takeTrouble(const TargetAnswer &answer);
    void tryLater(const QString &why, std::chrono::milliseconds askedFor);
    int mostEntries() const;
    void comeBack();
    void giveUp(TargetState state, const QString &why);
    void note(const TargetCondition &condition);
    void fail(const Error &error);
    void finish();
    void planNext();
    TargetCondition wellSince(std::optional<qint64> successMs) const;
    void plan(std::chrono::milliseconds pause);
    qint64 now() const { return m_clock->now().utcMs; }

    Outbox *const m_outbox;
    VenueRegister *const m_venue;
    const Clock *const m_clock;
    const RetryPolicy m_policy;
    TargetLine m_line;
    TargetRecord m_record;
    SyncPass m_pass;
    QTimer m_next;      ///< begins the next pass
    QTimer m_gathering; ///< the same, after a wake()
    std::chrono::milliseconds m_lastPause{};
    std::optional<int> m_returned; ///< batches that got through since the line is back, while it goes slowly
    int m_localFailures = 0;
    int m_checkInPages = 0; ///< of this pass
    bool m_keepsGoing = false;
    bool m_passing = false;
    bool m_begunBefore = false; ///< a target that had stopped is tried once by every program
    bool m_hurried = false;
    bool m_again = false; ///< something came meanwhile
    bool m_stopping = false;
};

} // namespace checkpoint
