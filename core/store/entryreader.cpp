#include "core/store/entryreader.h"

#include "core/domain/textfolding.h"
#include "core/store/attentionrows.h"
#include "core/store/entryrows.h"

#include <QHash>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 everBefore = std::numeric_limits<qint64>::min();
constexpr qint64 everAfter = std::numeric_limits<qint64>::max();

/// Where a page starts: behind this place in time order, in the direction of reading. No row has an empty id.
struct Place
{
    qint64 atUtcMs = 0;
    QByteArray id = "";
};

/// The place before the first row, or that of the row the last page ended with.
Place startOf(Connection &connection, const EntryQuery &query, const QString &table)
{
    if (!query.after)
        return {query.newestFirst ? query.toUtcMs.value_or(everAfter) : query.fromUtcMs.value_or(everBefore)};
    Statement row = connection.query(u"SELECT at_ms, id FROM %1 WHERE id = ?"_s.arg(table), *query.after);
    if (row.next())
        return {row.integer(0), row.blob(1)};
    connection.fail({ErrorCode::NotFound, u"there is no row of that id to go on from"_s});
    return {};
}

/// The condition and the order of a page over a table that has `at_ms` and `id`; binds the place and the time
/// at which reading ends. One bound on each side: of two SQLite uses the first alone, and reads all up to the
/// place again for every page.
QString pageClause(const EntryQuery &query, QChar table)
{
    return (query.newestFirst
                ? u" WHERE (%1.at_ms, %1.id) < (?, ?) AND %1.at_ms >= ? ORDER BY %1.at_ms DESC, %1.id DESC"_s
                : u" WHERE (%1.at_ms, %1.id) > (?, ?) AND %1.at_ms < ? ORDER BY %1.at_ms, %1.id"_s)
        .arg(table);
}

qint64 endOf(const EntryQuery &query)
{
    return query.newestFirst ? query.fromUtcMs.value_or(everBefore) : query.toUtcMs.value_or(everAfter);
}

template <typename Row> bool isFull(const QList<Row> &rows, const EntryQuery &query)
{
    return query.limit > 0 && rows.size() >= query.limit;
}

} // namespace

Result<QList<EntryRow>> EntryReader::entries(const EntryQuery &query)
{
    QList<EntryRow> rows;
    Transaction state(m_connection, Transaction::Kind::Read);
    const Place start = startOf(m_connection, query, u"entry"_s);
    {
        Statement found = m_connection.query(EntryRows::rowQuery(pageClause(query, u'e')), start.atUtcMs,
                                             start.id, endOf(query));
        // Unsealed once a person, and forgotten with the query.
        QHash<RowId, VisitorData> visitors;
        AttentionRows notes(m_connection, *m_vault);
        while (!isFull(rows, query) && found.next()) {
            const RowId person = found.integer(EntryRows::personColumn);
            auto visitor = visitors.find(person);
            if (visitor == visitors.end())
                visitor = visitors.insert(person, EntryRows::readVisitor(*m_vault, found));
            rows.append(EntryRows::readRow(m_connection, *m_vault, found, *visitor));
            EntryRow &row = rows.last();
            row.noted = notes.findThen(person, row.entry.at.utcMs).has_value();
        }
    }
    return m_connection.answer(rows);
}

Result<std::optional<Entry>> EntryReader::lateEntry(const LateQuery &query)
{
    EntryQuery moment;
    moment.fromUtcMs = query.atUtcMs;
    moment.toUtcMs = query.atUtcMs + 1;
    const Result<QList<EntryRow>> rows = entries(moment);
    if (!rows)
        return rows.error();
    for (const EntryRow &row : *rows) {
        const Entry &entry = row.entry;
        const bool stands = entry.late && !row.voidedBy && entry.kind != EntryKind::Void;
        const bool samePerson = query.visitorId ? entry.visitorId == query.visitorId
                                                : foldedText(row.visitor.name) == foldedText(query.name);
        if (stands && samePerson && (!query.direction || entry.kind == entryKind(*query.direction)))
            return std::optional(entry);
    }
    return std::optional<Entry>();
}

Result<QUuid> EntryReader::visitorOf(const QUuid &entryId)
{
    QUuid visitor;
    {
        Statement row = m_connection.query(u"SELECT c.uuid FROM entry e JOIN visitor v ON v.id = e.visitor "
                                           "JOIN visitor c ON c.id = v.canonical WHERE e.id = ?"_s,
                                           entryId);
        if (row.next())
            visitor = row.uuid(0);
        else
            m_connection.fail({ErrorCode::NotFound, u"there is no such entry"_s});
    }
    return m_connection.answer(visitor);
}

Result<QList<RefusedScan>> EntryReader::refusedScans(const EntryQuery &query)
{
    QList<RefusedScan> rows;
    Transaction state(m_connection, Transaction::Kind::Read);
    const Place start = startOf(m_connection, query, u"refused_scan"_s);
    {
        const QString sql = EntryRows::refusedQuery(pageClause(query, u'r'));
        Statement found = m_connection.query(sql, start.atUtcMs, start.id, endOf(query));
        while (!isFull(rows, query) && found.next())
            rows.append(EntryRows::readRefused(m_connection, *m_vault, found));
    }
    return m_connection.answer(rows);
}

Result<Counters> EntryReader::counters(qint64 fromUtcMs, qint64 toUtcMs)
{
    Counters counters;
    Transaction state(m_connection, Transaction::Kind::Read);
    {
        Statement rows = m_connection.query(
            u"SELECT e.kind, count(*) FROM entry e WHERE e.at_ms >= ? AND e.at_ms < ? AND e.kind <> 'void' "
            u"AND e.apart = 0 "
            "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') GROUP BY e.kind"_s,
            fromUtcMs, toUtcMs);
        while (rows.next())
            (rows.text(0) == directionId(Direction::In) ? counters.in : counters.out) = rows.integer(1);
    }
    {
        Statement row = m_connection.query(
            u"SELECT count(*) FROM refused_scan WHERE at_ms >= ? AND at_ms < ?"_s, fromUtcMs, toUtcMs);
        if (row.next())
            counters.refused = row.integer(0);
    }
    {
        Statement row =
            m_connection.query(u"SELECT count(*) FROM visit INDEXED BY visit_open "
                               "WHERE in_entry IS NOT NULL AND out_entry IS NULL AND superseded = 0"_s);
        if (row.next())
            counters.inside = row.integer(0);
    }
    {
        Statement row =
            m_connection.query(u"SELECT coalesce(sum(companions + children), 0) FROM party_inside"_s);
        if (row.next())
            counters.partyInside = row.integer(0);
    }
    return m_connection.answer(counters);
}

Result<QStringList> EntryReader::locations()
{
    QStringList names;
    Statement rows = m_connection.query(u"SELECT name FROM location WHERE name <> ''"_s);
    while (rows.next())
        names.append(rows.text(0));
    names.sort(Qt::CaseInsensitive);
    return m_connection.answer(names);
}

Result<QList<EntryDetails>> EntryReader::recentDetails(int limit)
{
    // So far back and no further.
    constexpr int entriesLookedAt = 2000;
    QList<EntryDetails> found;
    Statement rows = m_connection.query(
        EntryRows::rowQuery(
            u"WHERE e.at_ms >= (SELECT coalesce(min(at_ms), 0) FROM (SELECT at_ms FROM entry "
            "ORDER BY at_ms DESC, id DESC LIMIT ?)) AND e.kind <> 'void' AND (e.sealed_details IS NOT NULL "
            "OR "
            "EXISTS (SELECT 1 FROM entry_addition a WHERE a.entry = e.id AND a.said_details)) "
            "ORDER BY e.at_ms DESC, e.id DESC"_s),
        entriesLookedAt);
    while (found.size() < limit && rows.next()) {
        const EntryDetails details = EntryRows::read(m_connection, *m_vault, rows).details;
        if (!details.isEmpty() && !found.contains(details))
            found.append(details);
    }
    return m_connection.answer(found);
}

Result<void> checkDatabase(Connection &connection, const std::function<bool(qint64 done, qint64 all)> &goesOn)
{
    QStringList tables;
    {
        Statement rows = connection.query(u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s);
        while (rows.next())
            tables.append(rows.text(0));
    }
    QStringList findings;
    for (qint64 done = 0; const QString &table : std::as_const(tables)) {
        if (!goesOn(done++, tables.size()))
            return Error{ErrorCode::Cancelled, u"the check was stopped"_s};
        Statement rows = connection.query(u"PRAGMA integrity_check('%1')"_s.arg(table));
        while (rows.next()) {
            if (rows.text(0) != "ok"_L1)
                findings.append(rows.text(0));
        }
        Statement orphans = connection.query(u"PRAGMA foreign_key_check('%1')"_s.arg(table));
        if (orphans.next())
            findings.append(u"a row of %1 points at nothing"_s.arg(table));
    }
    if (!findings.isEmpty())
        connection.fail({ErrorCode::DatabaseDamaged, findings.join(u"; ")});
    return connection.answer();
}

} // namespace checkpoint
