#include "core/store/ledger.h"

#include "core/store/backupkeeping.h"
#include "core/store/ledgerrows.h"
#include "core/store/recordcheck.h"
#include "core/store/storethreads_p.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

} // namespace

std::optional<qint64> RecordProof::sinceUtcMs() const
{
    if (faults.isEmpty() || faults.first().sinceUtcMs)
        return faults.isEmpty() ? std::nullopt : faults.first().sinceUtcMs;
    std::optional<qint64> since;
    for (const RecordFault &fault : faults) {
        if (fault.sinceUtcMs)
            since = std::min(since.value_or(*fault.sinceUtcMs), *fault.sinceUtcMs);
    }
    return since;
}

Future<Result<void>> Ledger::note(LedgerNote kind, const QString &detail)
{
    return m_store->d->noteBeside([kind, detail](Connection &connection, const VaultPointer &vault) {
        Transaction transaction(connection, Transaction::Kind::Write);
        if (kind == LedgerNote::Erasure)
            connection.require(Deed::Erase);
        LedgerRows(connection, *vault).note(kind, detail);
        return transaction.commit();
    });
}

Future<Result<std::optional<LedgerHead>>> Ledger::head(qint64 beforeUtcMs)
{
    return m_store->d->readFrom([beforeUtcMs](Connection &connection, const VaultPointer &) {
        std::optional<LedgerHead> head;
        {
            Statement row = connection.query(
                QStringLiteral(
                    "SELECT seq, at_ms, hash FROM ledger WHERE at_ms < ? ORDER BY seq DESC LIMIT 1"),
                beforeUtcMs);
            if (row.next())
                head = LedgerHead{row.integer(0), row.integer(1), row.blob(2)};
        }
        return connection.answer(head);
    });
}

Future<Result<QList<Secret>>> Ledger::headSeeds()
{
    return m_store->d->readIfMay(
        Deed::See,
        [](Connection &, const VaultPointer &vault) -> Result<QList<Secret>> { return vault->headSeeds(); });
}

Future<Result<RecordProof>> Ledger::prove(const QList<LedgerHead> &heads, const Progress &progress,
                                          const Stop &stop, const QString &backupFolder)
{
    EntryStore::Private *d = m_store->d.get();
    const auto stopped = [d, stop] { return d->closing || (stop && *stop); };
    const QStringList backups{Backups::defaultFolder(d->folder), backupFolder};
    const auto run = [heads, progress, stopped, backups, folder = d->folder](Connection &connection,
                                                                             const Vault &vault) {
        Result<RecordProof> proof = RecordCheck(connection, vault, stopped).run(heads, progress);
        // Behind the state that was checked: a backup that is made meanwhile holds no more than the record.
        if (proof && !proof->stoppedIn) {
            const auto missing = heldByBackupsAlone(connection, folder, backups, stopped);
            if (!missing && missing.error().code == ErrorCode::Cancelled)
                proof->stoppedIn = Step::Backups;
            else if (!missing)
                proof->faults.append(
                    {RecordFault::Kind::Database,
                     u"the record cannot be compared with its backups: "_s + missing.error().detail});
            else if (*missing)
                proof->faults.append(**missing);
        }
        return proof;
    };
    // A program that only reads has nothing that this could hold up.
    if (d->mode == StoreMode::ReadOnly) {
        return d->readFrom([run](Connection &connection, const VaultPointer &vault) -> Result<RecordProof> {
            return run(connection, *vault);
        });
    }
    return d->checkingThread->run([d, run]() -> Result<RecordProof> {
        if (auto opened = d->checking.open(); !opened)
            return opened.error();
        return run(d->checking.connection, *d->checking.vault);
    });
}

} // namespace checkpoint
