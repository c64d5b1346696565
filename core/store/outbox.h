#pragma once

#include "core/base/future.h"
#include "core/base/result.h"
#include "core/domain/entry.h"
#include "core/domain/visitor.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace checkpoint {

class EntryStore;

/// The kind of the platform that the country's venues report to.
inline constexpr QLatin1StringView nationalTargetKind{"platform"};

/// Somebody who receives the entries, and how this desk reaches them.
struct SyncTarget
{
    QString name;         ///< "platform" …: on the command line and the screen
    QString kind;         ///< which rules it follows: an id of core/sync/targetcatalog
    QString address;      ///< base of its calls
    QString deskId;       ///< what it calls this desk
    QString venueCode;    ///< what it calls the venue; empty until it was told of it
    QString token;        ///< secret: what the desk shows. Sealed on disk, never logged
    QByteArray authority; ///< PEM: the only certificates believed; empty: those of the system
    QByteArray pinnedKey; ///< SHA-256 of the server's public key; empty: any that the certificates vouch for
    QUuid id = QUuid();   ///< given when it is kept first

    bool operator==(const SyncTarget &) const = default;
};

enum class TargetState {
    Ready,
    NeedsEnrolment, ///< it does not know the token (any more)
    Stopped,        ///< it answers what no waiting mends; tried again when somebody says so
};

/// "ready", "needs-enrolment", "stopped".
QString targetStateId(TargetState state);

/// How it stands with a target. Survives the program, so that a restart does not hurry a target.
struct TargetCondition
{
    TargetState state = TargetState::Ready;
    QString why;      ///< English, without personal data: what went wrong last; empty when nothing did
    int failures = 0; ///< in a row
    std::optional<qint64> failingSinceMs;
    std::optional<qint64> nextTryMs; ///< not before, unless somebody says so
    std::optional<qint64> lastSuccessMs;
    std::optional<qint64> clockOffMs; ///< by how much this desk's clock is ahead, when it is too much

    bool operator==(const TargetCondition &) const = default;
};

/// Always recorded = acknowledged + waiting + rejected.
struct OutboxCounts
{
    qint64 recorded = 0;
    qint64 acknowledged = 0;
    qint64 waiting = 0;
    qint64 rejected = 0;

    bool operator==(const OutboxCounts &) const = default;
};

/// Whether a target tells who checked in with an own phone.
enum class SelfCheckInOffer { Unknown, Offered, NotOffered };

struct TargetRecord
{
    SyncTarget target;
    TargetCondition condition;
    OutboxCounts counts;
    bool paused = false;
    bool backlogOpen = false; ///< older entries have still to be put into its outbox
    SelfCheckInOffer selfCheckIns = SelfCheckInOffer::Unknown;
    QString cursor;                        ///< up to where its self check-ins are known
    int waitingTermDays = 60;              ///< so long entries that wait keep their visitors' data
    std::optional<qint64> oldestWaitingMs; ///< the time of the first entry that waits

    /// Whole days since then, 0 when none waits.
    qint64 daysWaited(qint64 nowMs) const;
};

/// An entry as it is sent.
struct OutboxEntry
{
    qint64 number = 0; ///< counts in the order of recording
    Entry entry;
    std::optional<VisitorData> visitor; ///< absent when the data had to be destroyed
};

/// A batch that is kept until it is answered.
struct StoredBatch
{
    QUuid id;
    QList<qint64> entries; ///< their numbers
    QList<QUuid> ids;      ///< their ids, in the same order
    QByteArray body;       ///< what is sent, compressed
};

enum class EntryFate { Accepted, Duplicate, Rejected };

/// What a target says of one entry of a batch.
struct EntryResult
{
    QUuid entry;
    EntryFate fate = EntryFate::Accepted;
    QString code; ///< of a rejection; likewise below
    QString message;

    bool operator==(const EntryResult &) const = default;
};

struct RejectedEntry
{
    Entry entry;
    VisitorData visitor;
    QString code;
    QString message;
};

/// What somebody puts right about the visitor of a rejected entry. What is absent stays as it was; what is
/// there takes the place of what was known, and an empty text or date takes it away.
struct VisitorCorrection
{
    std::optional<QString> name; ///< NFC
    std::optional<std::optional<PartialDate>> birthDate;
    std::optional<QString> phone; ///< E.164
    std::optional<QString> address;

    bool operator==(const VisitorCorrection &) const = default;
};

/// What is known of somebody once that is put right, and stays so whatever their codes say.
VisitorData putRight(const VisitorData &known, const VisitorCorrection &correction);

enum class BatchState {
    Open,     ///< not answered yet
    Answered, ///< every result that came was taken over
    Halved,   ///< refused as a whole: its entries travel in two others
    Refused,  ///< a single entry that was refused
};

/// "open", "answered", "halved", "refused".
QString batchStateId(BatchState state);

/// A batch in the history.
struct BatchRecord
{
    QUuid id;
    BatchState state = BatchState::Open;
    qint64 madeMs = 0;
    std::optional<qint64> closedMs;
    int entries = 0;
    int accepted = 0;
    int duplicate = 0;
    int rejected = 0;
    qint64 bytes = 0; ///< compressed
    QString receipt;
};

/// Somebody who scanned the venue's poster with an own phone.
struct SelfCheckIn
{
    QString id;
    Direction direction = Direction::In;
    Moment at;
    QString location;
    QString name;      ///< shortened by the platform
    QString personRef; ///< the same for the same person
};

/// The outboxes: what waits for which target, what was sent and how it was answered. Every entry gets its
/// rows in the transaction that records it. Works on the threads of an EntryStore, which outlives it; may be
/// used from any thread and answers in futures. A name that is no target's is NotFound. What writes is one
/// transaction, unless it says otherwise.
class Outbox : public QObject
{
    Q_OBJECT

public:
    explicit Outbox(EntryStore *store, QObject *parent = nullptr);

    /// All targets in the order in which they came. Reading thread.
    Future<Result<QList<TargetRecord>>> targets();

    /// Which key an enrolment with this code goes under: the same for the same code at the same desk, so that
    /// a lost answer can be asked for again.
    Future<Result<QUuid>> enrolmentKey(const QString &address, const QString &code);

    /// Keeps a target by its name and makes it ready; one that is known keeps its venue code while its
    /// address stays. A new one is to get all older entries whose visitor's data are still held: see
    /// fillBacklog().
    Future<Result<void>> keepTarget(const SyncTarget &target);

    /// Forgets the token and puts nothing more into the outbox. What is in it stays, with its history; kept
    /// again by its name, the target goes on from there and gets what was recorded meanwhile as well.
    Future<Result<void>> disconnectTarget(const QString &target);

    /// Puts a further piece of the older entries into the outbox; true while there are more.
    Future<Result<bool>> fillBacklog(const QString &target);

    Future<Result<void>> noteCondition(const QString &target, const TargetCondition &condition);
    Future<Result<void>> noteVenueCode(const QString &target, const QString &venueCode);
    Future<Result<void>> setPaused(const QString &target, bool paused);

    /// The batch that has to be sent next, when there is one that was not answered.
    Future<Result<std::optional<StoredBatch>>> openBatch(const QString &target);

    /// The oldest waiting entries that are in no batch. Reading thread.
    Future<Result<QList<OutboxEntry>>> waiting(const QString &target, int most);

    /// Keeps a batch of waiting entries before it is sent. WrongUse when one of them waits no more.
    Future<Result<void>> storeBatch(const QString &target, const StoredBatch &batch, qint64 nowMs);

    /// Closes a batch by its answer: those named are settled, the others wait on; what belongs to no entry of
    /// the batch is passed over. The target is ready from then on.
    Future<Result<void>> settle(const QString &target, const QUuid &batch, const QString &receipt,
                                const QList<EntryResult> &results, qint64 nowMs);

    /// Closes a batch that was refused as a whole, and keeps its halves in its place.
    Future<Result<void>> halve(const QString &target, const QUuid &batch, const StoredBatch &first,
                               const StoredBatch &second, qint64 nowMs);

    /// Closes a batch of one entry that was refused: the entry is rejected.
    Future<Result<void>> refuse(const QString &target, const QUuid &batch, const QString &code,
                                const QString &message, qint64 nowMs);

    /// The rejected entries, the oldest first, at most `most` (0: all) of those after an entry; NotAllowed to
    /// whoever may see nothing. Reading thread.
    Future<Result<QList<RejectedEntry>>> rejected(const QString &target, int most = 0,
                                                  const std::optional<QUuid> &after = {});

    /// Rejected entries wait again, with what is known of them by then. Without ids: all of them.
    Future<Result<int>> sendAgain(const QString &target, const QList<QUuid> &entries);

    /// Puts right what is known of the visitor of a rejected entry; all entries of that person which the
    /// target rejected wait again. Answers with how many. NotFound when the entry is not rejected (any more).
    Future<Result<int>> correct(const QString &target, const QUuid &entry,
                                const VisitorCorrection &correction);

    /// The batches, the newest first, those before a batch. Reading thread.
    Future<Result<QList<BatchRecord>>> history(const QString &target, int most,
                                               const std::optional<QUuid> &before = {});

    /// Records who checked in by phone, each as an entry from "own-phone" and once however often it is told,
    /// then the cursor; a transaction each. Answers with how many were new.
    Future<Result<int>> takeSelfCheckIns(const QString &target, const QList<SelfCheckIn> &checkIns,
                                         const QString &cursor);
    Future<Result<void>> noteOffer(const QString &target, SelfCheckInOffer offer);

    /// How many entries the record has, targets or not. Reading thread.
    Future<Result<qint64>> entryCount();

private:
    template <typename Call> auto write(Call call);

    EntryStore *const m_store;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::TargetRecord)
Q_DECLARE_METATYPE(checkpoint::VisitorCorrection)
