#include "core/store/entrylists.h"

#include "core/domain/access.h"
#include "core/store/entryrows.h"
#include "core/store/insidereader.h"
#include "core/store/storethreads_p.h"
#include "core/store/visitreader.h"

namespace checkpoint {

namespace {

bool searches(const QString &text)
{
    return !EntrySearch(text).isEmpty();
}

bool needsNames(const EntryFilter &filter)
{
    return filter.group != EntryFilter::Everybody || searches(filter.search);
}

} // namespace

Future<Result<void>> EntryLists::warmUp()
{
    return m_store->d->list(true, [](ListReader &) { return Result<void>(); });
}

void EntryLists::forgetNames()
{
    m_store->d->forgetNames();
}

Future<Result<Outline>> EntryLists::outline(const EntryFilter &filter, int stride)
{
    return m_store->d->list(needsNames(filter),
                            [filter, stride](ListReader &lists) { return lists.outline(filter, stride); });
}

Future<Result<QList<ListRow>>> EntryLists::page(const EntryFilter &filter,
                                                const std::optional<PageKey> &after, int limit)
{
    return m_store->d->list(needsNames(filter), [filter, after, limit](ListReader &lists) {
        return lists.page(filter, after, limit);
    });
}

Future<Result<QList<VisitorHit>>> EntryLists::findVisitors(const QString &typed, int limit)
{
    return m_store->d->list(true,
                            [typed, limit](ListReader &lists) { return lists.findVisitors(typed, limit); });
}

Future<Result<QList<VisitorHit>>> EntryLists::findArriving(const QString &typed, const QDate &day,
                                                           int mostExpected, int mostKnown)
{
    return m_store->d->list(true, [typed, day, mostExpected, mostKnown](ListReader &lists) {
        return lists.findArriving(typed, day, mostExpected, mostKnown);
    });
}

Future<Result<QList<VisitorHit>>> EntryLists::staff(int limit)
{
    return m_store->d->list(true, [limit](ListReader &lists) { return lists.staff(limit); });
}

Future<Result<VisitDetails>> EntryLists::visitDetails(const QUuid &entryId)
{
    return m_store->d->readIfMay(
        Deed::See, [entryId](Connection &connection, const std::shared_ptr<const Vault> &vault) {
            return VisitReader(connection, *vault).visitDetails(entryId);
        });
}

Future<Result<bool>> EntryLists::mayCorrect(const QUuid &entryId)
{
    return m_store->d->readIfMay(
        Deed::See, [entryId](Connection &connection, const std::shared_ptr<const Vault> &vault) {
            const Deed deed = EntryRows(connection, *vault).deedOfCorrecting(entryId);
            return connection.answer(mayDo(connection.acting().role, deed));
        });
}

Future<Result<QList<InsideRow>>> EntryLists::inside(const std::optional<qint64> &enteredBeforeUtcMs,
                                                    const QString &search,
                                                    const std::optional<PageKey> &after, int limit)
{
    return m_store->d->list(searches(search), [enteredBeforeUtcMs, search, after, limit](ListReader &lists) {
        return lists.inside(enteredBeforeUtcMs, search, after, limit);
    });
}

Future<Result<MorningList>> EntryLists::morningList(qint64 fromUtcMs, qint64 toUtcMs)
{
    return m_store->d->readIfMay(
        Deed::See, [fromUtcMs, toUtcMs](Connection &connection, const std::shared_ptr<const Vault> &vault) {
            return VisitReader(connection, *vault).morningList(fromUtcMs, toUtcMs);
        });
}

Future<Result<QStringList>> EntryLists::locations()
{
    return m_store->d->see([](EntryReader &reader) { return reader.locations(); });
}

Future<Result<QStringList>> EntryLists::sources()
{
    return m_store->d->list(false, [](ListReader &lists) { return lists.sources(); });
}

Future<Result<QList<EntryDetails>>> EntryLists::recentDetails(int limit)
{
    return m_store->d->see([limit](EntryReader &reader) { return reader.recentDetails(limit); });
}

Future<Result<QList<PageKey>>> EntryLists::openEntries(qint64 enteredBeforeUtcMs)
{
    return m_store->d->readFrom(
        [enteredBeforeUtcMs](Connection &connection, const std::shared_ptr<const Vault> &vault) {
            return connection.answer(InsideReader(connection, *vault).openEntries(enteredBeforeUtcMs));
        });
}

Future<Result<std::optional<Entry>>> EntryLists::lateEntry(const LateQuery &query)
{
    return m_store->d->read([query](EntryReader &reader) { return reader.lateEntry(query); });
}

Future<Result<QUuid>> EntryLists::visitorOf(const QUuid &entryId)
{
    return m_store->d->read([entryId](EntryReader &reader) { return reader.visitorOf(entryId); });
}

} // namespace checkpoint
