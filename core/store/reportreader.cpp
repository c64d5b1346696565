#include "core/store/reportreader.h"

#include "core/store/entryrows.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 everBefore = std::numeric_limits<qint64>::min();
constexpr qint64 everAfter = std::numeric_limits<qint64>::max();

const QString visitColumns =
    u"SELECT v.id, v.start_ms, v.superseded, c.id, c.uuid, c.sealed, "
    "i.id, i.at_ms, i.offset_min, i.suspect, il.name, i.source, i.estimated, i.late, "
    "coalesce((SELECT a.companions FROM entry_addition a WHERE a.entry = i.id AND a.companions IS NOT NULL "
    "ORDER BY a.seq DESC LIMIT 1), i.companions), "
    "coalesce((SELECT a.children FROM entry_addition a WHERE a.entry = i.id AND a.children IS NOT NULL "
    "ORDER BY a.seq DESC LIMIT 1), i.children), "
    "o.id, o.at_ms, o.offset_min, o.suspect, ol.name, o.source, o.estimated, o.late "
    "FROM visit v CROSS JOIN visitor c ON c.id = v.visitor "
    "LEFT JOIN entry i ON i.id = v.in_entry LEFT JOIN location il ON il.id = i.location "
    "LEFT JOIN entry o ON o.id = v.out_entry LEFT JOIN location ol ON ol.id = o.location "_s;

std::optional<VisitEnd> visitEnd(const Statement &row, int first, int flags)
{
    if (row.isNull(first))
        return std::nullopt;
    return VisitEnd{
        row.uuid(first),     {row.integer(first + 1), int(row.integer(first + 2)), row.flag(first + 3)},
        row.text(first + 4), row.text(first + 5),
        row.flag(flags),     row.flag(flags + 1)};
}

} // namespace

Result<QList<ReportEntry>> ReportReader::entries(const EntryQuery &query)
{
    QList<ReportEntry> rows;
    Transaction state(m_connection, Transaction::Kind::Read);
    PageKey place{everBefore, QUuid()};
    if (query.after) {
        Statement last = m_connection.query(u"SELECT at_ms FROM entry WHERE id = ?"_s, *query.after);
        if (!last.next())
            m_connection.fail({ErrorCode::NotFound, u"there is no row of that id to go on from"_s});
        else
            place = {last.integer(0), *query.after};
    }
    {
        Statement found = m_connection.query(
            EntryRows::plainQuery(u"WHERE e.at_ms >= ? AND e.at_ms < ? AND (e.at_ms, e.id) > (?, ?) "
                                  "ORDER BY e.at_ms, e.id LIMIT ?"_s),
            query.fromUtcMs.value_or(everBefore), query.toUtcMs.value_or(everAfter), place.atUtcMs, place.id,
            query.limit > 0 ? query.limit : -1);
        while (found.next()) {
            ReportEntry row;
            EntryRecord record = EntryRows::read(m_connection, *m_vault, found);
            row.visitor = SealedVisitor(record.person, record.entry.visitorId.value_or(QUuid()),
                                        found.blob(EntryRows::columnCount), m_vault);
            if (!found.isNull(EntryRows::columnCount + 1))
                row.voidedBy = found.uuid(EntryRows::columnCount + 1);
            row.entry = std::move(record.entry);
            rows.append(std::move(row));
        }
    }
    return m_connection.answer(rows);
}

Result<QList<ReportVisit>> ReportReader::visits(const VisitQuery &query)
{
    QList<ReportVisit> visits;
    Transaction state(m_connection, Transaction::Kind::Read);
    const VisitKey place = query.after.value_or(VisitKey{everBefore, 0});
    {
        Statement found = m_connection.query(
            visitColumns + u"WHERE v.start_ms >= ? AND v.start_ms < ? AND (v.start_ms, v.id) > (?, ?) "
                           "ORDER BY v.start_ms, v.id LIMIT ?"_s,
            query.fromUtcMs.value_or(everBefore), query.toUtcMs.value_or(everAfter), place.startUtcMs,
            place.number, query.limit);
        while (found.next())
            visits.append(readVisit(found));
    }
    return m_connection.answer(visits);
}

Result<QList<ReportVisit>> ReportReader::visitsOf(const QList<qint64> &numbers)
{
    QList<ReportVisit> visits;
    Transaction state(m_connection, Transaction::Kind::Read);
    for (const qint64 number : numbers) {
        Statement found = m_connection.query(visitColumns + u"WHERE v.id = ?"_s, number);
        if (found.next())
            visits.append(readVisit(found));
    }
    return m_connection.answer(visits);
}

ReportVisit ReportReader::readVisit(const Statement &row) const
{
    ReportVisit visit;
    visit.key = {row.integer(1), row.integer(0)};
    visit.superseded = row.flag(2);
    visit.visitor = SealedVisitor(row.integer(3), row.uuid(4), row.blob(5), m_vault);
    visit.in = visitEnd(row, 6, 12);
    if (visit.in)
        visit.party = {int(row.integer(14)), int(row.integer(15))};
    visit.out = visitEnd(row, 16, 22);
    return visit;
}

Result<qint64> ReportReader::entryCount(const std::optional<qint64> &fromUtcMs,
                                        const std::optional<qint64> &toUtcMs)
{
    Statement row = m_connection.query(u"SELECT count(*) FROM entry WHERE at_ms >= ? AND at_ms < ?"_s,
                                       fromUtcMs.value_or(everBefore), toUtcMs.value_or(everAfter));
    const qint64 count = row.next() ? row.integer(0) : 0;
    return m_connection.answer(count);
}

Result<DayFigures> ReportReader::day(qint64 fromUtcMs, qint64 toUtcMs)
{
    DayFigures figures;
    Transaction state(m_connection, Transaction::Kind::Read);
    countPassages(figures, fromUtcMs, toUtcMs);
    {
        Statement row = m_connection.query(
            u"SELECT count(*) FROM visit INDEXED BY visit_by_start WHERE start_ms >= ? AND start_ms < ? "
            "AND in_ms IS NOT NULL AND (out_ms IS NULL OR out_ms >= ?)"_s,
            fromUtcMs, toUtcMs, toUtcMs);
        if (row.next())
            figures.unclosed = row.integer(0);
    }
    {
        Statement row = m_connection.query(
            u"SELECT count(*) FROM refused_scan WHERE at_ms >= ? AND at_ms < ?"_s, fromUtcMs, toUtcMs);
        if (row.next())
            figures.refused = row.integer(0);
    }
    {
        Statement row = m_connection.query(
            u"SELECT at_ms, offset_min, suspect FROM entry e WHERE at_ms < ? AND kind <> 'void' AND NOT "
            "estimated ORDER BY at_ms DESC, id DESC LIMIT 1"_s,
            toUtcMs);
        if (row.next())
            figures.lastScan = Moment{row.integer(0), int(row.integer(1)), row.flag(2)};
    }
    return m_connection.answer(figures);
}

/// One walk over the day's passages that stand.
void ReportReader::countPassages(DayFigures &figures, qint64 fromUtcMs, qint64 toUtcMs)
{
    Statement rows = m_connection.query(
        u"WITH passage AS MATERIALIZED (SELECT e.kind, e.source, (e.at_ms - ?) / 3600000 AS hour, "
        "o.canonical, e.location FROM entry e CROSS JOIN visitor o ON o.id = e.visitor "
        "WHERE e.at_ms >= ? AND e.at_ms < ? AND e.kind <> 'void' "
        "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void')) "
        "SELECT kind, source, hour, count(*) FROM passage GROUP BY 1, 2, 3 "
        "UNION ALL SELECT '', '', count(DISTINCT canonical), count(DISTINCT location) FROM passage"_s,
        fromUtcMs, fromUtcMs, toUtcMs);
    while (rows.next()) {
        const qint64 count = rows.integer(3);
        if (rows.text(0).isEmpty()) {
            figures.persons = rows.integer(2);
            figures.locations = count;
            continue;
        }
        (rows.text(0) == directionId(Direction::In) ? figures.in : figures.out) += count;
        figures.bySource[rows.text(1)] += count;
        figures.byHour[std::size_t(qBound(qint64(0), rows.integer(2), qint64(figures.byHour.size()) - 1))] +=
            count;
    }
}

Result<std::optional<Moment>> ReportReader::firstScan()
{
    std::optional<Moment> first;
    Statement row = m_connection.query(
        u"SELECT at_ms, offset_min, suspect FROM entry WHERE kind <> 'void' ORDER BY at_ms, id LIMIT 1"_s);
    if (row.next())
        first = Moment{row.integer(0), int(row.integer(1)), row.flag(2)};
    return m_connection.answer(first);
}

Result<SealedVisitor> ReportReader::person(const QUuid &visitorId)
{
    Statement row = m_connection.query(
        u"SELECT c.id, c.uuid, c.sealed FROM visitor v JOIN visitor c ON c.id = v.canonical WHERE v.uuid = ?"_s,
        visitorId);
    if (!row.next()) {
        m_connection.fail({ErrorCode::NotFound, u"there is no such visitor"_s});
        return m_connection.answer(SealedVisitor());
    }
    return m_connection.answer(SealedVisitor(row.integer(0), row.uuid(1), row.blob(2), m_vault));
}

} // namespace checkpoint
