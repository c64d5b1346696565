#pragma once

#include "core/store/entrylists.h"
#include "core/store/matchedlines.h"
#include "core/store/vault.h"

#include <functional>
#include <list>
#include <memory>
#include <optional>

namespace checkpoint {

/// The lists of the record out of memory, their lines read from the database; what the calls give is said in
/// EntryLists. Used on the reading thread, on its connection. The calls that search need the names.
class ListReader
{
public:
    ListReader(Connection &connection, std::shared_ptr<const Vault> vault)
        : m_connection(connection), m_vault(std::move(vault))
    {
    }

    void setOrder(std::shared_ptr<RecordOrder> order) { m_order = std::move(order); }
    void setNames(std::shared_ptr<NameList> names) { m_names = std::move(names); }
    bool hasOrder() const { return m_order != nullptr; }
    bool hasNames() const { return m_names != nullptr; }

    /// Wipes what is kept of persons.
    void forgetNames();

    Result<Outline> outline(const EntryFilter &filter, int stride);
    Result<QList<ListRow>> page(const EntryFilter &filter, const std::optional<PageKey> &after, int limit);
    Result<QList<EntryRow>> entries(const EntryQuery &query);
    Result<QList<VisitorHit>> findVisitors(const QString &typed, int limit);
    Result<QList<VisitorHit>> findArriving(const QString &typed, const QDate &day, int mostExpected,
                                           int mostKnown);
    Result<QList<VisitorHit>> staff(int limit);
    Result<QList<InsideRow>> inside(const std::optional<qint64> &enteredBeforeUtcMs, const QString &search,
                                    const std::optional<PageKey> &after, int limit);
    Result<QStringList> sources();

private:
    void refresh(bool withNames);
    MatchedLines &matched(const EntryFilter &filter);
    std::optional<EntryRow> entryRow(quint32 seq);
    std::optional<RefusedScan> refusedScan(quint32 seq);
    Result<QList<VisitorHit>>
    hits(int limit, const std::function<std::optional<bool>(RowId, const NameList::Person &)> &fits);
    Result<QList<VisitorHit>> known(const EntrySearch &search, int limit);
    VisitorHit hit(RowId person);
    VisitorHit expectedHit(const ExpectedVisitor &visitor, bool onlyOneOfTheName);
    std::optional<RowId> personOf(const ExpectedVisitor &visitor, bool byName);

    Connection &m_connection;
    const std::shared_ptr<const Vault> m_vault;
    std::shared_ptr<RecordOrder> m_order;
    std::shared_ptr<NameList> m_names;
    std::list<MatchedLines> m_matched; ///< the one used last first
};

} // namespace checkpoint
