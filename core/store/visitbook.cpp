#include "core/store/visitbook.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

std::optional<QUuid> entryOf(const std::optional<StandingPassage> &passage)
{
    return passage ? std::optional(passage->entryId) : std::nullopt;
}

std::optional<qint64> timeOf(const std::optional<StandingPassage> &passage)
{
    return passage ? std::optional(passage->atUtcMs) : std::nullopt;
}

bool isLater(const StandingPassage &a, const StandingPassage &b)
{
    return a.atUtcMs != b.atUtcMs ? a.atUtcMs > b.atUtcMs : b.entryId < a.entryId;
}

} // namespace

void VisitBook::add(RowId person, const StandingPassage &passage)
{
    const std::optional<Row> before = lastRow(person);
    if (before && !isLater(passage, lastPassage(before->visit))) {
        refold({person});
        return;
    }
    std::vector<Visit> visits;
    if (before)
        visits.push_back(before->visit);
    appendPassage(visits, passage);
    if (before && visits.front() != before->visit) {
        const Visit &closed = visits.front();
        m_connection.run(u"UPDATE visit SET out_entry = ?, out_ms = ?, superseded = ? WHERE id = ?"_s,
                         entryOf(closed.out), timeOf(closed.out), closed.superseded, before->id);
    }
    if (!before || visits.size() > 1)
        insert(person, visits.back());
}

void VisitBook::refold(const QList<RowId> &persons)
{
    // All are cleared first: an entry may have gone from one person's visits to another's.
    for (const RowId person : persons) {
        m_connection.run(u"DELETE FROM visit WHERE visitor IN (SELECT id FROM visitor WHERE canonical = ?)"_s,
                         person);
    }
    for (const RowId person : persons) {
        const std::vector<Visit> visits = foldedVisits(standingPassages(person));
        for (const Visit &visit : visits)
            insert(person, visit);
    }
}

std::optional<Visit> VisitBook::last(RowId person)
{
    const std::optional<Row> row = lastRow(person);
    return row ? std::optional(row->visit) : std::nullopt;
}

std::optional<VisitBook::Row> VisitBook::lastRow(RowId person)
{
    Statement row =
        m_connection.query(u"SELECT id, in_entry, in_ms, out_entry, out_ms, superseded FROM visit "
                           "WHERE visitor = ? ORDER BY start_ms DESC, id DESC LIMIT 1"_s,
                           person);
    if (!row.next())
        return std::nullopt;
    Visit visit;
    if (!row.isNull(1))
        visit.in = StandingPassage{row.uuid(1), Direction::In, row.integer(2)};
    if (!row.isNull(3))
        visit.out = StandingPassage{row.uuid(3), Direction::Out, row.integer(4)};
    visit.superseded = row.flag(5);
    return Row{row.integer(0), visit};
}

std::vector<StandingPassage> VisitBook::standingPassages(RowId person)
{
    std::vector<StandingPassage> passages;
    Statement rows = m_connection.query(
        u"SELECT e.id, e.kind, e.at_ms FROM visitor v CROSS JOIN entry e ON e.visitor = v.id "
        "WHERE v.canonical = ? AND e.kind <> 'void' "
        "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void')"_s,
        person);
    while (rows.next()) {
        const Direction direction =
            rows.text(1) == directionId(Direction::In) ? Direction::In : Direction::Out;
        passages.push_back({rows.uuid(0), direction, rows.integer(2)});
    }
    return passages;
}

void VisitBook::insert(RowId person, const Visit &visit)
{
    m_connection.run(u"INSERT INTO visit (visitor, in_entry, in_ms, out_entry, out_ms, superseded) "
                     "VALUES (?, ?, ?, ?, ?, ?)"_s,
                     person, entryOf(visit.in), timeOf(visit.in), entryOf(visit.out), timeOf(visit.out),
                     visit.superseded);
}

StandingPassage lastPassage(const Visit &visit)
{
    return visit.out ? *visit.out : visit.in.value_or(StandingPassage());
}

} // namespace checkpoint
