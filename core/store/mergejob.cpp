// A merge on the threads of a store: pieces on the writing one, posted one after another.

#include "core/store/erasure.h"
#include "core/store/ledgerrows.h"
#include "core/store/storethreads_p.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// What the other database has destroyed is destroyed in the record as well, before anything is brought.
Result<void> eraseLike(Connection &other, Connection &record, const Vault &vault)
{
    const QList<ErasedVisitor> theirs = Erasure::erasedVisitors(other);
    other.failure(); // what cannot be read is left out
    QSet<QUuid> known;
    for (const ErasedVisitor &each : Erasure::erasedVisitors(record))
        known.insert(each.id);
    Erasure erasure(record, vault);
    for (const ErasureCause cause : {ErasureCause::Term, ErasureCause::Request}) {
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
    return record.answer();
}

Result<void> tellOfIt(Connection &connection, const Vault &vault, const MergeCounts &counts)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    LedgerRows(connection, vault)
        .note(LedgerNote::Restore,
              u"%1 entries and %2 visitors brought, %3 entries known"_s.arg(counts.entries)
                  .arg(counts.visitors)
                  .arg(counts.known));
    return transaction.commit();
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

    void end(const Result<MergeCounts> &result)
    {
        merge.reset();
        other.close();
        done(result);
    }
};

/// One piece; the next is posted after it, behind whatever came in meanwhile.
void EntryStore::Private::mergePiece(Worker *thread, const std::shared_ptr<MergeJob> &job)
{
    if (job->stopped())
        return job->end(Error{ErrorCode::Cancelled, u"the merge was stopped"_s});
    if (!writing.writer)
        return job->end(writing.whyNot);
    const Result<bool> more = job->merge->step();
    if (!more)
        return job->end(more.error());
    const MergeCounts counts = job->merge->counts();
    if (*more) {
        const qint64 seen = counts.entries + counts.known + counts.unplaced;
        if (job->progress)
            job->progress(int(std::min<qint64>(seen * 1000 / std::max<qint64>(job->entries, 1), 999)));
        thread->run([this, thread, job] { mergePiece(thread, job); });
        return;
    }
    const Result<void> told = tellOfIt(writing.folder.connection(), *writing.vault, counts);
    announce();
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
        if (auto opened = job->other.open(source.path, Connection::Access::ReadOnly); !opened)
            return job->end(opened.error());
        if (auto erased = eraseLike(job->other, writing.folder.connection(), *writing.vault); !erased)
            return job->end(erased.error());
        job->merge.emplace(writing.folder.connection(), *writing.vault, job->other, source.isNewer,
                           source.knownUpTo);
        mergePiece(thread, job);
    });
}

} // namespace checkpoint
