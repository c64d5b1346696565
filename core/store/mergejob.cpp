// A merge on the threads of a store: pieces on the writing one, posted one after another.

#include "core/store/erasure.h"
#include "core/store/keyrows.h"
#include "core/store/ledgerrows.h"
#include "core/store/personindex.h"
#include "core/store/storethreads_p.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int listPiece = 1000;

/// Takes back the joins that the other database, which is newer, has taken back: what it has destroyed of one
/// is not the other's.
Result<void> partLike(Connection &other, Connection &record, const Vault &vault)
{
    VisitorRows visitors(record, vault);
    PersonIndex index(record, vault, visitors);
    VisitBook visits(record);
    Transaction transaction(record, Transaction::Kind::Write);
    RowPieces links(other, u"visitor_link"_s, u"id"_s, u"cause, undone_ms"_s);
    for (auto rows = links.next(listPiece); !rows.empty(); rows = links.next(listPiece)) {
        for (const StoredRow &row : rows) {
            if (!isNothing(row[2]))
                visits.refold(index.undoJoins(QUuid::fromRfc4122(bytesOf(row[1])), numberOf(row[2])));
        }
    }
    return transaction.commit();
}

/// What the other database has destroyed is destroyed in the record as well, before anything is brought. Of a
/// backup only what people asked for: who is over the term by what it knows may come every day since. Gives
/// whether a part of the list could not be read.
Result<bool> eraseLike(Connection &other, Connection &record, const Vault &vault, bool wasRecord)
{
    QList<ErasedVisitor> theirs;
    DigestPieces list(other, u"erased_visitor"_s, u"uuid"_s, u"uuid, at_ms, why"_s);
    for (auto rows = list.next(listPiece); !rows.empty(); rows = list.next(listPiece)) {
        for (const StoredRow &row : rows)
            theirs.append({QUuid::fromRfc4122(bytesOf(row[0])), numberOf(row[1]),
                           textOf(row[2]) == "term"_L1 ? ErasureCause::Term : ErasureCause::Request});
    }
    QSet<QUuid> known;
    for (const ErasedVisitor &each : Erasure::erasedVisitors(record))
        known.insert(each.id);
    // Exactly those: a record that began as a backup may hold people for one person who are not.
    Erasure erasure(record, vault, Erasure::In::Copy);
    for (const ErasureCause cause : {ErasureCause::Term, ErasureCause::Request}) {
        if (cause == ErasureCause::Term && !wasRecord)
            continue;
        QList<QUuid> ids;
        for (const ErasedVisitor &each : theirs) {
            if (each.cause == cause && !known.contains(each.id))
                ids.append(each.id);
        }
        if (ids.isEmpty())
            continue;
        const auto erased = erasure.eraseVisitors(ids, cause, QDateTime::currentMSecsSinceEpoch());
        if (!erased)
            return erased.error();
    }
    return record.answer(list.skippedAny());
}

Result<void> tellOfIt(Connection &connection, const Vault &vault, const MergeCounts &counts)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    if (counts.hadLostEnd)
        LedgerRows(connection, vault)
            .note(LedgerNote::Restore, u"the database had lost what was committed last"_s);
    if (counts.missing > 0)
        LedgerRows(connection, vault)
            .note(LedgerNote::Restore, u"%1 entries that were recorded are missing"_s.arg(counts.missing));
    LedgerRows(connection, vault)
        .note(LedgerNote::Restore,
              u"%1 entries and %2 visitors brought, %3 entries known"_s.arg(counts.entries)
                  .arg(counts.visitors)
                  .arg(counts.known));
    return transaction.commit();
}

/// Brings digests of an older key forward; false when there are none.
Result<bool> liftPiece(Connection &connection, const Vault &vault)
{
    const bool behind = digestsBehind(connection) > 0;
    if (connection.failed() || !behind)
        return connection.answer(false);
    Transaction transaction(connection, Transaction::Kind::Write);
    liftDigests(connection, vault);
    const Result<void> committed = transaction.commit();
    return committed ? Result<bool>(true) : Result<bool>(committed.error());
}

} // namespace

/// What a merge needs until it is done. Made and used on the writing thread.
struct EntryStore::Private::MergeJob
{
    Connection other;
    std::optional<RecordMerge> merge;
    std::function<void(int perMille)> progress;
    std::function<bool()> stopped;
    std::function<void(const Result<MergeCounts> &)> done;
    qint64 entries = 0;
    bool skipped = false; ///< of the list of whom the other database has erased
    bool hadLostEnd = false;

    void end(const Result<MergeCounts> &result)
    {
        merge.reset();
        other.close();
        done(result);
    }
};

/// Nothing is left of what the record has lost but that it was there.
Result<MergeCounts> EntryStore::Private::tellOfLostEnd(const MergeSource &source)
{
    Connection &connection = writing.folder.connection();
    MergeCounts counts;
    counts.hadLostEnd = true;
    counts.missing = std::max<qint64>(source.lastEntry - source.knownUpTo, 0);
    {
        Statement last = connection.query(u"SELECT at_ms FROM entry WHERE seq = ?"_s, source.knownUpTo);
        if (last.next())
            counts.missingFromUtcMs = last.integer(0);
    }
    const Result<void> told = tellOfIt(connection, *writing.vault, counts);
    committed();
    return told ? Result<MergeCounts>(counts) : Result<MergeCounts>(told.error());
}

/// One piece; the next is posted after it, behind whatever came in meanwhile.
void EntryStore::Private::mergePiece(Worker *thread, const std::shared_ptr<MergeJob> &job)
{
    if (job->stopped())
        return job->end(Error{ErrorCode::Cancelled, u"the merge was stopped"_s});
    if (!writing.writer)
        return job->end(writing.whyNot);
    // Digests are compared in their newest form.
    const Result<bool> lifted = liftPiece(writing.folder.connection(), *writing.vault);
    if (!lifted)
        return job->end(lifted.error());
    if (*lifted) {
        thread->run([this, thread, job] { mergePiece(thread, job); });
        return;
    }
    const Result<bool> more = job->merge->step();
    if (!more)
        return job->end(more.error());
    MergeCounts counts = job->merge->counts();
    counts.skipped = counts.skipped || job->skipped;
    counts.hadLostEnd = job->hadLostEnd;
    if (*more) {
        const qint64 seen = counts.entries + counts.known + counts.unplaced;
        if (job->progress)
            job->progress(int(std::min<qint64>(seen * 1000 / std::max<qint64>(job->entries, 1), 999)));
        thread->run([this, thread, job] { mergePiece(thread, job); });
        return;
    }
    const Result<void> told = tellOfIt(writing.folder.connection(), *writing.vault, counts);
    committed();
    job->end(told ? Result<MergeCounts>(counts) : Result<MergeCounts>(told.error()));
}

void EntryStore::Private::merge(const MergeSource &source, const std::function<void(int)> &progress,
                                const std::function<bool()> &stopped,
                                const std::function<void(const Result<MergeCounts> &)> &done)
{
    auto job = std::make_shared<MergeJob>();
    job->progress = progress;
    job->stopped = stopped;
    job->done = done;
    job->entries = source.entries;
    writingThread->run([this, source, job, thread = writingThread.get()] {
        if (!writing.writer)
            return job->end(writing.whyNot);
        if (source.path.isEmpty())
            return job->end(tellOfLostEnd(source));
        if (auto opened = job->other.open(source.path, Connection::Access::ReadOnly); !opened)
            return job->end(opened.error());
        Connection &record = writing.folder.connection();
        if (auto parted = source.isNewer ? partLike(job->other, record, *writing.vault) : Result<void>();
            !parted)
            return job->end(parted.error());
        const auto erased = eraseLike(job->other, record, *writing.vault, source.wasRecord);
        if (!erased)
            return job->end(erased.error());
        job->skipped = *erased;
        job->hadLostEnd = source.hasLostEnd;
        job->merge.emplace(record, *writing.vault, job->other, source.name, source.isNewer, source.knownUpTo,
                           source.lastEntry);
        mergePiece(thread, job);
    });
}

} // namespace checkpoint
