#include "core/store/visitbook.h"

#include <algorithm>
#include <utility>

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

} // namespace

void VisitBook::add(RowId person, const StandingPassage &passage)
{
    if (hasPassageFrom(person, passage.atUtcMs, passage.entryId)) {
        refold({person});
        return;
    }
    const std::optional<Row> before = lastRow(person);
    const PartyStay stay = party(person);
    const PartyStay stayAfter = partyAfter(stay, before && before->visit.isOpen(), passage);
    if (stayAfter != stay)
        saveParty(person, stayAfter);
    if (passage.apart)
        return;
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
        m_connection.run(
            u"DELETE FROM party_inside WHERE visitor IN (SELECT id FROM visitor WHERE canonical = ?)"_s,
            person);
    }
    for (const RowId person : persons) {
        const std::vector<StandingPassage> passages = standingPassages(person);
        const std::vector<Visit> visits = foldedVisits(passages);
        for (const Visit &visit : visits)
            insert(person, visit);
        saveParty(person, foldedParty(passages));
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
    return row.next() ? std::optional(readRow(row)) : std::nullopt;
}

VisitBook::Row VisitBook::readRow(const Statement &row)
{
    Visit visit;
    if (!row.isNull(1))
        visit.in = StandingPassage{row.uuid(1), Direction::In, row.integer(2)};
    if (!row.isNull(3))
        visit.out = StandingPassage{row.uuid(3), Direction::Out, row.integer(4)};
    visit.superseded = row.flag(5);
    return {row.integer(0), visit};
}

std::optional<qint64> VisitBook::differsSince(RowId person)
{
    const std::vector<StandingPassage> passages = standingPassages(person);
    const std::vector<Visit> expected = foldedVisits(passages);
    const auto isSame = [](const Visit &a, const Visit &b) {
        return entryOf(a.in) == entryOf(b.in) && timeOf(a.in) == timeOf(b.in) &&
               entryOf(a.out) == entryOf(b.out) && timeOf(a.out) == timeOf(b.out) &&
               a.superseded == b.superseded;
    };
    const auto startOf = [](const Visit &visit) {
        return timeOf(visit.in).value_or(timeOf(visit.out).value_or(0));
    };
    std::size_t i = 0;
    {
        Statement rows =
            m_connection.query(u"SELECT id, in_entry, in_ms, out_entry, out_ms, superseded FROM visit "
                               "WHERE visitor = ? ORDER BY start_ms, id"_s,
                               person);
        for (; rows.next(); ++i) {
            const Visit visit = readRow(rows).visit;
            if (i == expected.size() || !isSame(visit, expected[i]))
                return i < expected.size() ? std::min(startOf(visit), startOf(expected[i])) : startOf(visit);
        }
    }
    if (i < expected.size())
        return startOf(expected[i]);
    const PartyStay stay = foldedParty(passages);
    const PartyStay kept = party(person);
    if (kept.party == stay.party && (stay.party.isEmpty() || kept == stay))
        return std::nullopt;
    return stay.party.isEmpty() ? kept.sinceUtcMs : stay.sinceUtcMs;
}

PartyStay VisitBook::party(RowId person)
{
    Statement row = m_connection.query(
        u"SELECT companions, children, entry, since_ms FROM party_inside WHERE visitor = ?"_s, person);
    if (!row.next())
        return {};
    return {{int(row.integer(0)), int(row.integer(1))}, row.uuid(2), row.integer(3)};
}

PartyStay VisitBook::partyBefore(const QList<RowId> &persons, qint64 atUtcMs, const QUuid &entry)
{
    if (persons.isEmpty())
        return {};
    if (persons.size() == 1 && !hasPassageFrom(persons.first(), atUtcMs, entry))
        return party(persons.first());
    std::vector<StandingPassage> passages;
    for (const RowId person : persons) {
        for (const StandingPassage &passage : standingPassages(person)) {
            if (passage.atUtcMs < atUtcMs || (passage.atUtcMs == atUtcMs && passage.entryId < entry))
                passages.push_back(passage);
        }
    }
    return foldedParty(std::move(passages));
}

std::optional<VisitBook::Stay> VisitBook::stayBy(const QUuid &entry)
{
    {
        Statement visit = m_connection.query(u"SELECT visitor FROM visit WHERE in_entry = ? "
                                             "AND out_entry IS NULL AND superseded = 0"_s,
                                             entry);
        if (visit.next())
            return Stay{visit.integer(0), true};
    }
    Statement party = m_connection.query(
        u"SELECT p.visitor FROM party_inside p WHERE p.entry = ? AND NOT EXISTS (SELECT 1 FROM visit v "
        "WHERE v.visitor = p.visitor AND v.in_entry IS NOT NULL AND v.out_entry IS NULL AND v.superseded = 0)"_s,
        entry);
    if (party.next())
        return Stay{party.integer(0), false};
    return std::nullopt;
}

qint64 VisitBook::insideNow()
{
    Statement row =
        m_connection.query(u"SELECT (SELECT count(*) FROM visit INDEXED BY visit_open "
                           "WHERE in_entry IS NOT NULL AND out_entry IS NULL AND superseded = 0) + "
                           "(SELECT coalesce(sum(companions + children), 0) FROM party_inside)"_s);
    return row.next() ? row.integer(0) : 0;
}

/// Whether the person has a passage after that place in time, or exactly there but another one.
bool VisitBook::hasPassageFrom(RowId person, qint64 atUtcMs, const QUuid &entry)
{
    Statement row = m_connection.query(
        u"SELECT 1 FROM visitor v CROSS JOIN entry e ON e.visitor = v.id WHERE v.canonical = ? "
        "AND e.at_ms >= ? AND (e.at_ms, e.id) > (?, ?) AND e.kind <> 'void' LIMIT 1"_s,
        person, atUtcMs, atUtcMs, entry);
    return row.next();
}

bool VisitBook::hasPassedSince(RowId person, qint64 atUtcMs, const QUuid &entry)
{
    return std::ranges::any_of(standingPassages(person), [&](const StandingPassage &passage) {
        return std::pair(passage.atUtcMs, passage.entryId) > std::pair(atUtcMs, entry);
    });
}

bool VisitBook::stillFits(RowId person, const Entry &again, const QUuid &takenBack)
{
    const auto since = [&](const QString &condition, qint64 atUtcMs) {
        return m_connection.query(
            u"SELECT e.kind, e.seq > (SELECT x.seq FROM entry x WHERE x.corrects = ? AND x.kind = 'void') "
            "FROM visitor v CROSS JOIN entry e ON e.visitor = v.id WHERE v.canonical = ? "
            "AND e.kind <> 'void' AND e.id <> ? AND NOT EXISTS "
            "(SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') AND "_s +
                condition,
            takenBack, person, again.id, atUtcMs);
    };
    if (again.apart) {
        Statement row = since(u"e.at_ms >= ? ORDER BY e.seq DESC LIMIT 1"_s, again.at.utcMs);
        return !row.next() || !row.flag(1);
    }
    for (const QString &beside : {u"e.apart = 0 AND e.at_ms < ? ORDER BY e.at_ms DESC, e.id DESC LIMIT 1"_s,
                                  u"e.apart = 0 AND e.at_ms >= ? ORDER BY e.at_ms, e.id LIMIT 1"_s}) {
        Statement row = since(beside, again.at.utcMs);
        if (row.next() && row.flag(1) && row.text(0) == entryKindId(again.kind))
            return false;
    }
    return true;
}

std::optional<QUuid> VisitBook::sameWayBeside(RowId person, const Entry &passage)
{
    const QString standing =
        u"SELECT e.id, e.kind FROM visitor v CROSS JOIN entry e ON e.visitor = v.id WHERE v.canonical = ? "
        "AND e.kind <> 'void' AND e.apart = 0 AND NOT EXISTS "
        "(SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void') AND "_s;
    for (const QString &beside : {u"(e.at_ms, e.id) < (?, ?) ORDER BY e.at_ms DESC, e.id DESC LIMIT 1"_s,
                                  u"(e.at_ms, e.id) > (?, ?) ORDER BY e.at_ms, e.id LIMIT 1"_s}) {
        Statement row = m_connection.query(standing + beside, person, passage.at.utcMs, passage.id);
        if (row.next() && row.text(1) == entryKindId(passage.kind))
            return row.uuid(0);
    }
    return std::nullopt;
}

std::vector<StandingPassage> VisitBook::standingPassages(RowId person)
{
    std::vector<StandingPassage> passages;
    Statement rows = m_connection.query(
        u"SELECT e.id, e.kind, e.at_ms, e.whole_party, e.apart, coalesce(a.companions, e.companions), "
        "coalesce(a.children, e.children) FROM visitor v CROSS JOIN entry e ON e.visitor = v.id "
        "LEFT JOIN entry_addition a ON a.seq = (SELECT max(b.seq) FROM entry_addition b "
        "WHERE b.entry = e.id AND b.companions IS NOT NULL) "
        "WHERE v.canonical = ? AND e.kind <> 'void' "
        "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.id AND x.kind = 'void')"_s,
        person);
    while (rows.next()) {
        const Direction direction =
            rows.text(1) == directionId(Direction::In) ? Direction::In : Direction::Out;
        const bool whole = direction == Direction::Out && rows.flag(3);
        passages.push_back({rows.uuid(0),
                            direction,
                            rows.integer(2),
                            {int(rows.integer(5)), int(rows.integer(6))},
                            whole,
                            rows.flag(4)});
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

void VisitBook::saveParty(RowId person, const PartyStay &stay)
{
    m_connection.run(u"DELETE FROM party_inside WHERE visitor = ?"_s, person);
    if (stay.party.isEmpty())
        return;
    m_connection.run(u"INSERT INTO party_inside (visitor, companions, children, entry, since_ms) "
                     "VALUES (?, ?, ?, ?, ?)"_s,
                     person, stay.party.companions, stay.party.children, stay.broughtBy, stay.sinceUtcMs);
}

StandingPassage lastPassage(const Visit &visit)
{
    return visit.out ? *visit.out : visit.in.value_or(StandingPassage());
}

} // namespace checkpoint
