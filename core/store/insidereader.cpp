#include "core/store/insidereader.h"

#include "core/store/entryrows.h"
#include "core/store/visitbook.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Open visits and parties left inside, the newest first, of those before a time and a place.
const QString openStays =
    // Each half comes along its own index of time; SQLite merges them.
    u"SELECT in_ms, in_entry, visitor, 1 FROM visit INDEXED BY visit_open_by_time WHERE in_entry IS NOT "
    u"NULL AND out_entry IS NULL "
    "AND superseded = 0 AND in_ms < ? AND (in_ms, in_entry) < (?, ?) "
    "UNION ALL SELECT p.since_ms, p.entry, p.visitor, 0 FROM party_inside p WHERE p.since_ms < ? "
    "AND (p.since_ms, p.entry) < (?, ?) AND NOT EXISTS (SELECT 1 FROM visit v "
    "WHERE v.visitor = p.visitor AND v.in_entry IS NOT NULL AND v.out_entry IS NULL AND v.superseded = "
    "0) "
    "ORDER BY 1 DESC, 2 DESC"_s;

constexpr qint64 ever = std::numeric_limits<qint64>::max();
const QByteArray afterAll = QByteArray(16, '\xff');

} // namespace

QList<InsideRow> InsideReader::newestFirst(const std::optional<qint64> &enteredBeforeUtcMs,
                                           const std::optional<PageKey> &after, int limit,
                                           const std::function<bool(RowId)> &wants)
{
    const qint64 before = enteredBeforeUtcMs.value_or(ever);
    const qint64 lastMs = after ? after->atUtcMs : ever;
    const QByteArray lastId = after ? after->id.toRfc4122() : afterAll;
    QList<InsideRow> rows;
    Statement stays = m_connection.query(openStays, before, lastMs, lastId, before, lastMs, lastId);
    while ((limit <= 0 || rows.size() < limit) && stays.next()) {
        const Stay stay{{stays.integer(0), stays.uuid(1)}, stays.integer(2), stays.flag(3)};
        if (!wants(stay.person))
            continue;
        if (const std::optional<InsideRow> found = row(stay))
            rows.append(*found);
    }
    return rows;
}

QList<PageKey> InsideReader::openEntries(qint64 enteredBeforeUtcMs)
{
    QList<PageKey> entries;
    Statement stays =
        m_connection.query(openStays, enteredBeforeUtcMs, ever, afterAll, enteredBeforeUtcMs, ever, afterAll);
    while (stays.next())
        entries.append({stays.integer(0), stays.uuid(1)});
    return entries;
}

std::optional<InsideRow> InsideReader::row(const Stay &stay)
{
    InsideRow inside;
    inside.visitorInside = stay.visitorInside;
    inside.partyInside = VisitBook(m_connection).party(stay.person).party;
    Statement found = m_connection.query(EntryRows::rowQuery(u"WHERE e.id = ?"_s), stay.key.id);
    if (!found.next())
        return std::nullopt;
    inside.in = EntryRows::readRow(m_connection, m_vault, found, EntryRows::readVisitor(m_vault, found));
    return inside;
}

} // namespace checkpoint
