#include "core/store/visitorlists.h"

#include "core/base/ids.h"
#include "core/store/attentionrows.h"
#include "core/store/expectedrows.h"
#include "core/store/storethreads_p.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

Result<AttentionNote> writtenNote(Connection &connection, const Vault &vault, AttentionNote note)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    note.id = newEntryId(note.fromUtcMs);
    note.withdrawn = false;
    std::optional<RowId> visitor;
    if (note.visitorId) {
        visitor = VisitorRows(connection, vault).find(*note.visitorId);
        if (!visitor)
            connection.fail({ErrorCode::NotFound, u"there is no such visitor"_s});
    } else if (identityKeys(note.who).empty()) {
        connection.fail({ErrorCode::WrongUse, u"an attention note has to name somebody"_s});
    }
    AttentionRows(connection, vault).insert(note, visitor);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return note;
}

Result<void> withdrawn(Connection &connection, const Vault &vault, const QUuid &id, const Moment &at)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    if (!AttentionRows(connection, vault).withdraw(id, at.utcMs))
        connection.fail({ErrorCode::NotFound, u"there is no such attention note that holds"_s});
    return transaction.commit();
}

Result<int> announced(Connection &connection, const Vault &vault, const QList<ExpectedVisitor> &visitors)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    ExpectedRows rows(connection, vault);
    int count = 0;
    for (ExpectedVisitor visitor : visitors) {
        if (visitor.name.trimmed().isEmpty() || !visitor.day.isValid())
            return Error{ErrorCode::WrongUse, u"an expected visitor needs a name and a day"_s};
        visitor.id = newRandomId();
        visitor.arrivedEntry.reset();
        count += rows.insert(visitor);
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return count;
}

} // namespace

Future<Result<AttentionNote>> VisitorLists::addAttention(const AttentionNote &note)
{
    return m_store->d->writeTo([note](Connection &connection, const std::shared_ptr<const Vault> &vault) {
        return writtenNote(connection, *vault, note);
    });
}

Future<Result<void>> VisitorLists::withdrawAttention(const QUuid &id, const Moment &at)
{
    return m_store->d->writeTo([id, at](Connection &connection, const std::shared_ptr<const Vault> &vault) {
        return withdrawn(connection, *vault, id, at);
    });
}

Future<Result<QList<AttentionNote>>> VisitorLists::attention(qint64 nowUtcMs, bool withEnded)
{
    return m_store->d->readIfMay(
        Deed::See, [nowUtcMs, withEnded](Connection &connection, const std::shared_ptr<const Vault> &vault) {
            QList<AttentionNote> notes = AttentionRows(connection, *vault).all();
            if (!withEnded) {
                notes.removeIf([nowUtcMs](const AttentionNote &note) {
                    return note.withdrawn || (note.untilUtcMs && *note.untilUtcMs <= nowUtcMs);
                });
            }
            return connection.answer(notes);
        });
}

Future<Result<int>> VisitorLists::addExpected(const QList<ExpectedVisitor> &visitors)
{
    return m_store->d->writeTo([visitors](Connection &connection, const std::shared_ptr<const Vault> &vault) {
        return announced(connection, *vault, visitors);
    });
}

Future<Result<void>> VisitorLists::removeExpected(const QUuid &id)
{
    return m_store->d->writeTo([id](Connection &connection, const std::shared_ptr<const Vault> &vault) {
        Transaction transaction(connection, Transaction::Kind::Write);
        if (!ExpectedRows(connection, *vault).remove(id))
            connection.fail({ErrorCode::NotFound, u"there is no such announcement"_s});
        return transaction.commit();
    });
}

Future<Result<int>> VisitorLists::removeExpectedBefore(const QDate &day)
{
    return m_store->d->writeTo(
        [day](Connection &connection, const std::shared_ptr<const Vault> &vault) -> Result<int> {
            Transaction transaction(connection, Transaction::Kind::Write);
            const int count = ExpectedRows(connection, *vault).removeBefore(day);
            if (auto committed = transaction.commit(); !committed)
                return committed.error();
            return count;
        });
}

Future<Result<QList<ExpectedVisitor>>> VisitorLists::expected(const QDate &day)
{
    return m_store->d->readIfMay(
        Deed::See, [day](Connection &connection, const std::shared_ptr<const Vault> &vault) {
            const QList<ExpectedVisitor> visitors = ExpectedRows(connection, *vault).ofDay(day);
            return connection.answer(visitors);
        });
}

} // namespace checkpoint
