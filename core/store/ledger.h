#pragma once

#include "core/base/future.h"
#include "core/store/entrystore.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace checkpoint {

/// What the ledger tells of beside the rows of the record.
enum class LedgerNote {
    Export,   ///< data left the record as a file or a list
    SignIn,   ///< an operator signed in or out
    Refusal,  ///< a sign-in or a deed was refused
    Setting,  ///< a setting was changed
    Operator, ///< operators were added, removed or given another PIN
    Erasure,  ///< personal data were destroyed; the detail begins with how many sealed blobs
    Restore,  ///< a backup or a damaged database was merged into the record
};

/// The last line of the ledger, or of it up to some day: what everything before hangs from.
struct LedgerHead
{
    qint64 sequence = 0;
    qint64 atUtcMs = 0; ///< when that line was written
    QByteArray hash;    ///< 32 bytes

    bool operator==(const LedgerHead &) const = default;
};

/// Something in the record that cannot be.
struct RecordFault
{
    enum class Kind {
        Database, ///< SQLite's own check of the file
        Chain,    ///< a line of the ledger was changed, taken out or put in
        Head,     ///< the ledger is not the one that a signed head was made of
        Changed,  ///< a row of the record is not as it was written
        Missing,  ///< a row of the record is gone
        Unknown,  ///< a row of the record that the ledger does not know
        Seal,     ///< sealed data are not those that were written, are gone, or do not open
        Presence, ///< visits or who is inside are not what the entries come to
        DaySum,   ///< the kept figures of a day are not what the record adds up to
        Outbox,   ///< recorded = acknowledged + waiting + rejected does not hold for a target
        Backup,   ///< a backup holds entries that the record has not
    };

    Kind kind = Kind::Database;
    QString what = {};                     ///< one clause in English without personal data
    std::optional<qint64> sinceUtcMs = {}; ///< from when on the record is in doubt, as far as it can be told
    qint64 backupUtcMs = 0;                ///< with Backup: when that was made
    qint64 entries = 0;                    ///< and how many only it holds
};

/// What a check of the whole record came to.
struct RecordProof
{
    /// What is looked at one after the other.
    enum class Step { Database, Chain, Rows, Seals, Presence, Outbox, Backups };

    QList<RecordFault> faults; ///< the first thousand; none: everything holds
    LedgerHead head;           ///< where the ledger ends
    qint64 entries = 0;        ///< void entries as well
    qint64 visitors = 0;
    qint64 seals = 0;     ///< sealed blobs that were opened
    qint64 destroyed = 0; ///< sealed blobs that were destroyed; their hashes are there
    qint64 toAdopt = 0;   ///< rows older than the ledger that it has not taken in yet
    /// The check was stopped in the middle of that: what comes before was looked at, this and the rest was
    /// not.
    std::optional<Step> stoppedIn;

    bool holds() const { return faults.isEmpty() && !stoppedIn; }
    /// Since when something is wrong: as the first finding tells, otherwise as far as any does.
    std::optional<qint64> sinceUtcMs() const;
};

/// The record's proof of itself: one hash-chained line for every entry, void, addition, reveal and change of
/// a visitor, and for what is noted here. Works on the threads of an EntryStore, which outlives it; may be
/// used from any thread and answers in futures.
class Ledger
{
public:
    using Step = RecordProof::Step;
    /// Called on the checking thread, with per mille of the whole.
    using Progress = std::function<void(Step step, int perMille)>;
    using Stop = std::shared_ptr<const std::atomic<bool>>;

    explicit Ledger(EntryStore *store) : m_store(store) {}

    /// Adds a line; the detail says what in English, without personal data. Works beside a program that has
    /// the folder open for writing as well. NotAllowed when whoever is signed in may not erase
    /// (an Erasure).
    Future<Result<void>> note(LedgerNote kind, const QString &detail);

    /// The last line written before that moment; nothing when there is none. Reading thread.
    Future<Result<std::optional<LedgerHead>>> head(qint64 beforeUtcMs);

    /// The seeds of the key pairs that sign and signed this folder's heads, the newest first.
    Future<Result<QList<Secret>>> headSeeds();

    /// Checks everything, beside whoever writes, as one state of the record: the database, the chain with the
    /// heads it once had, rows, seals, presence, the sums of days, outboxes; then that no backup, in the
    /// data folder or that other one, holds what the record does not (heldByBackupsAlone()). May take a
    /// minute for a million entries; on a thread of its own that gives way to all others; in a folder opened
    /// ReadOnly on the reading thread. Soon after it is stopped it gives what it has found until then.
    Future<Result<RecordProof>> prove(const QList<LedgerHead> &heads, const Progress &progress,
                                      const Stop &stop, const QString &backupFolder = {});

private:
    EntryStore *const m_store;
};

} // namespace checkpoint
