// What RecordMerge brings first: places, operators, targets, the venue, terms and requests.

#include "core/store/personindex.h"
#include "core/store/recordmerge.h"

#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Of a target these follow from its outbox, or are the record's own.
constexpr std::array targetsOwn{"id"_L1,       "recorded"_L1,     "acknowledged"_L1, "waiting"_L1,
                                "rejected"_L1, "backlog_next"_L1, "backlog_end"_L1};

} // namespace

void RecordMerge::mergeShared()
{
    readShared();
    mergeLocations();
    mergeOperators();
    mergeTargets();
    mergeVenue();
    mergePosters();
    mergeTerms();
    mergeRequests();
    mergeErasures();
}

/// What numbers and digests of the other database mean here.
void RecordMerge::readShared()
{
    {
        Statement row = m_record.query(
            u"SELECT coalesce(max(visitor), 0), coalesce(max(location), 0) FROM entry WHERE seq <= ?"_s,
            m_knownUpTo);
        if (row.next()) {
            m_sharedVisitors = row.integer(0);
            m_sharedLocations = row.integer(1);
        }
    }
    const auto keys = all(u"SELECT max(number) FROM folder_key"_s);
    m_otherForm = m_vault.newest(); // where it cannot be told
    if (!keys.empty())
        m_otherForm = isNothing(keys[0][0]) ? 1 : int(numberOf(keys[0][0]));
    const auto lift =
        all(u"SELECT next, last, from_number FROM digest_lift WHERE kind = 'refused' AND next <= last"_s);
    if (lift.empty())
        return;
    m_otherBehind = {numberOf(lift[0][0]), numberOf(lift[0][1])};
    m_otherLiftFrom = int(numberOf(lift[0][2]));
}

/// A digest of the other database's lists as the record's lists have it.
QByteArray RecordMerge::listForm(const StoredValue &digest) const
{
    return m_vault.lifted(bytesOf(digest), m_otherForm);
}

void RecordMerge::mergeLocations()
{
    for (const StoredRow &row : all(u"SELECT id, name FROM location"_s)) {
        insert(u"location"_s, {u"name"_s}, {row[1]});
        Statement here = m_record.query(u"SELECT id FROM location WHERE name = ?"_s, textOf(row[1]));
        if (here.next())
            m_locations.insert(numberOf(row[0]), here.integer(0));
    }
}

void RecordMerge::mergeOperators()
{
    for (const StoredRow &row : all(u"SELECT id, uuid, name, role, sealed_pin, removed_ms FROM operator"_s)) {
        insert(u"operator"_s, {u"uuid"_s, u"name"_s, u"role"_s, u"sealed_pin"_s, u"removed_ms"_s},
               {row[1], row[2], row[3], row[4], row[5]});
        Statement here = m_record.query(u"SELECT id FROM operator WHERE uuid = ?"_s, bytesOf(row[1]));
        if (!here.next())
            continue; // another one of that name works here
        m_operators.insert(numberOf(row[0]), here.integer(0));
        if (m_otherIsNewer)
            change(u"UPDATE operator SET role = ?, sealed_pin = ?, removed_ms = ? WHERE uuid = ?"_s,
                   {row[3], row[4], row[5], row[1]});
    }
}

void RecordMerge::mergeTargets()
{
    QStringList columns = sharedColumns(u"target"_s);
    for (const auto own : targetsOwn)
        columns.removeAll(QString(own));
    const QString newest = u"(SELECT coalesce(max(seq), 0) FROM entry)"_s;
    for (const StoredRow &row : all(u"SELECT id, uuid, %1 FROM target"_s.arg(columns.join(u", "_s)))) {
        const StoredRow values(row.begin() + 2, row.end());
        const QByteArray uuid = bytesOf(row[1]);
        const auto find = [this, &uuid]() -> std::optional<RowId> {
            Statement here = m_record.query(u"SELECT id FROM target WHERE uuid = ?"_s, uuid);
            return here.next() ? std::optional(here.integer(0)) : std::nullopt;
        };
        auto here = find();
        if (!here) {
            change(u"INSERT INTO target (%1, backlog_next, backlog_end) VALUES (%2, 1, %3) "
                   "ON CONFLICT DO NOTHING"_s.arg(columns.join(u", "_s),
                                                  QStringList(columns.size(), u"?"_s).join(u", "_s), newest),
                   values);
            here = find();
        } else if (m_otherIsNewer) {
            StoredRow changed = values;
            changed.push_back(*here);
            change(u"UPDATE OR IGNORE target SET %1 = ? WHERE id = ?"_s.arg(columns.join(u" = ?, "_s)),
                   changed);
        }
        if (here)
            m_targets.insert(numberOf(row[0]), *here);
    }
}

/// The record's own place of that number stands in for one that cannot be read.
std::optional<RowId> RecordMerge::knownLocation(const StoredValue &location)
{
    const RowId number = numberOf(location);
    if (const auto known = m_locations.constFind(number); known != m_locations.constEnd())
        return *known;
    if (number <= 0 || number > m_sharedLocations)
        return std::nullopt;
    Statement row = m_record.query(u"SELECT id FROM location WHERE id = ?"_s, number);
    return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

/// The same, or a place without a name.
RowId RecordMerge::locationOf(const StoredValue &location)
{
    if (const auto known = knownLocation(location))
        return *known;
    const QString unknown = u"?"_s;
    insert(u"location"_s, {u"name"_s}, {unknown});
    Statement row = m_record.query(u"SELECT id FROM location WHERE name = ?"_s, unknown);
    const RowId here = row.next() ? row.integer(0) : 0;
    m_locations.insert(numberOf(location), here);
    return here;
}

QStringList RecordMerge::sharedColumns(const QString &table)
{
    const QString sql = u"SELECT name FROM pragma_table_info('%1')"_s.arg(table);
    QStringList there;
    for (const StoredRow &row : all(sql))
        there.append(textOf(row[0]));
    QStringList columns;
    Statement here = m_record.query(sql);
    while (here.next()) {
        if (there.contains(here.text(0)))
            columns.append(here.text(0));
    }
    return columns;
}

/// Rows of a table whose columns mean the same in both.
void RecordMerge::copyMissing(const QString &table)
{
    QStringList columns = sharedColumns(table);
    columns.removeAll(u"seq"_s); // counts in each for itself
    if (columns.isEmpty())
        return;
    for (const StoredRow &row : all(u"SELECT %1 FROM %2"_s.arg(columns.join(u", "_s), table)))
        insert(table, columns, row);
}

void RecordMerge::mergeVenue()
{
    for (const auto name : {"venue"_L1, "venue_rules"_L1}) {
        const QString table(name);
        const QStringList columns = sharedColumns(table);
        const auto rows = all(u"SELECT changed_ms, %1 FROM %2"_s.arg(columns.join(u", "_s), table));
        if (rows.empty())
            continue;
        Statement mine = m_record.query(u"SELECT changed_ms FROM %1"_s.arg(table));
        if (!mine.next() || mine.integer(0) < numberOf(rows[0][0]))
            change(u"INSERT OR REPLACE INTO %1 (%2) VALUES (%3)"_s.arg(
                       table, columns.join(u", "_s), QStringList(columns.size(), u"?"_s).join(u", "_s)),
                   StoredRow(rows[0].begin() + 1, rows[0].end()));
    }
    copyMissing(u"venue_address"_s);
    copyMissing(u"venue_key"_s); // of two keys that sign here the record's own does
    copyMissing(u"trusted_key"_s);
    copyMissing(u"notice"_s); // of two that have one number the record's own
}

void RecordMerge::mergePosters()
{
    for (const StoredRow &row : all(u"SELECT location, code, withdrawn FROM venue_location"_s)) {
        if (const auto location = knownLocation(row[0]))
            insert(u"venue_location"_s, {u"location"_s, u"code"_s, u"withdrawn"_s},
                   {*location, row[1], row[2]});
    }
    for (StoredRow row : all(u"SELECT serial, location, issued_on, version, state, content FROM poster"_s)) {
        if (!isNothing(row[1]))
            row[1] = locationOf(row[1]);
        insert(u"poster"_s,
               {u"serial"_s, u"location"_s, u"issued_on"_s, u"version"_s, u"state"_s, u"content"_s}, row);
        if (textOf(row[4]) != "valid"_L1) // a state only gets worse
            change(u"UPDATE poster SET state = ? WHERE serial = ? AND state <> 'withdrawn'"_s,
                   {row[4], row[0]});
    }
}

void RecordMerge::mergeTerms()
{
    for (const StoredRow &row : all(u"SELECT kind, days FROM retention_term"_s)) {
        const bool added = insert(u"retention_term"_s, {u"kind"_s, u"days"_s}, row);
        if (!added && m_otherIsNewer)
            change(u"UPDATE retention_term SET days = ? WHERE kind = ?"_s, {row[1], row[0]});
    }
}

/// What was answered or done in either is; who asks and how to reach them goes with that.
void RecordMerge::mergeRequests()
{
    const QStringList columns{u"id"_s,      u"kind"_s,        u"visitor"_s, u"at_ms"_s,      u"offset_min"_s,
                              u"suspect"_s, u"answered_ms"_s, u"done_ms"_s, u"sealed_note"_s};
    for (const StoredRow &row : all(u"SELECT %1 FROM person_request"_s.arg(columns.join(u", "_s)))) {
        if (insert(u"person_request"_s, columns, row))
            continue;
        change(u"UPDATE person_request SET answered_ms = coalesce(answered_ms, ?) WHERE id = ?"_s,
               {row[6], row[0]});
        if (!isNothing(row[7]))
            change(u"UPDATE person_request SET done_ms = ?, sealed_note = NULL WHERE id = ? AND done_ms IS "
                   "NULL"_s,
                   {row[7], row[0]});
        else if (m_otherIsNewer)
            change(u"UPDATE person_request SET visitor = ?, sealed_note = ? WHERE id = ? AND done_ms IS "
                   "NULL"_s,
                   {row[2], row[8], row[0]});
    }
}

void RecordMerge::mergeErasures()
{
    for (const StoredRow &row : all(u"SELECT why, began_ms, ended_ms, visitors, seals, others FROM erasure "
                                    "WHERE visitors + seals + others > 0 ORDER BY seq"_s)) {
        Statement known = m_record.query(u"SELECT 1 FROM erasure WHERE began_ms = ? AND ended_ms = ?"_s,
                                         numberOf(row[1]), numberOf(row[2]));
        if (!known.next())
            insert(u"erasure"_s,
                   {u"why"_s, u"began_ms"_s, u"ended_ms"_s, u"visitors"_s, u"seals"_s, u"others"_s}, row);
    }
}

} // namespace checkpoint
