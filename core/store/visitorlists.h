#pragma once

#include "core/base/future.h"
#include "core/domain/attention.h"
#include "core/domain/expected.h"
#include "core/store/entrystore.h"

namespace checkpoint {

/// The venue's two lists of persons: those it wants to be told of, and those it expects. Kept sealed; on
/// arrival EntryStore::match() finds them by digests. Adding and taking away run on the writing thread,
/// listing on the reading one, NotAllowed to whoever may see nothing. Lives on the thread of its EntryStore,
/// which must outlive it.
class VisitorLists
{
public:
    explicit VisitorLists(EntryStore *store) : m_store(store) {}

    /// Writes a note and gives it with its id. WrongUse when it names nobody (neither a number that tells who
    /// somebody is, nor a known visitor).
    Future<Result<AttentionNote>> addAttention(const AttentionNote &note);

    /// Ends a note; it stays in the list as withdrawn. NotFound when there is none that holds.
    Future<Result<void>> withdrawAttention(const QUuid &id, const Moment &at);

    /// The notes, newest first; withdrawn ones and those whose time is over only when wanted.
    Future<Result<QList<AttentionNote>>> attention(qint64 nowUtcMs, bool withEnded = false);

    /// Announces visitors, all or none; gives how many were not announced in the very same words before.
    /// WrongUse when one has no name or no day.
    Future<Result<int>> addExpected(const QList<ExpectedVisitor> &visitors);

    /// Takes an announcement away. NotFound when there is none.
    Future<Result<void>> removeExpected(const QUuid &id);

    /// Forgets all announcements for days before this one; gives how many.
    Future<Result<int>> removeExpectedBefore(const QDate &day);

    /// Who is expected that day, in the order of time (those without one last), then of names.
    Future<Result<QList<ExpectedVisitor>>> expected(const QDate &day);

private:
    EntryStore *m_store;
};

} // namespace checkpoint
