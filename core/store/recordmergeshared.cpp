// What RecordMerge does beside persons and their entries: the venue, operators, what belongs to entries,
// joins, targets and outboxes, the ledger's notes.

#include "core/store/recordmerge.h"

#include <QDateTime>

#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int furtherPiece = 300;
constexpr int outboxPiece = 1000;
constexpr int notesPiece = 1000;

/// Of a target these follow from its outbox, or are the record's own.
constexpr std::array targetsOwn{"id"_L1,       "recorded"_L1,     "acknowledged"_L1, "waiting"_L1,
                                "rejected"_L1, "backlog_next"_L1, "backlog_end"_L1};

} // namespace

void RecordMerge::mergeShared()
{
    mergeLocations();
    mergeOperators();
    mergeTargets();
    mergeVenue();
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
            m_record.runWith(u"UPDATE operator SET role = ?, sealed_pin = ?, removed_ms = ? WHERE uuid = ?"_s,
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
            m_record.runWith(u"INSERT INTO target (%1, backlog_next, backlog_end) VALUES (%2, 1, %3) "
                             "ON CONFLICT DO NOTHING"_s.arg(columns.join(u", "_s),
                                                            QStringList(columns.size(), u"?"_s).join(u", "_s),
                                                            newest),
                             values);
            here = find();
        } else if (m_otherIsNewer) {
            StoredRow changed = values;
            changed.push_back(*here);
            m_record.runWith(
                u"UPDATE OR IGNORE target SET %1 = ? WHERE id = ?"_s.arg(columns.join(u" = ?, "_s)), changed);
        }
        if (here)
            m_targets.insert(numberOf(row[0]), *here);
    }
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
            m_record.runWith(
                u"INSERT OR REPLACE INTO %1 (%2) VALUES (%3)"_s.arg(
                    table, columns.join(u", "_s), QStringList(columns.size(), u"?"_s).join(u", "_s)),
                StoredRow(rows[0].begin() + 1, rows[0].end()));
    }
    copyMissing(u"venue_address"_s);
    copyMissing(u"venue_key"_s); // of two keys that sign here the record's own does
    copyMissing(u"trusted_key"_s);
    copyMissing(u"retention_term"_s);
    copyMissing(u"person_request"_s);
    for (const StoredRow &row :
         all(u"SELECT why, began_ms, ended_ms, visitors, seals, others FROM erasure ORDER BY seq"_s)) {
        Statement known = m_record.query(u"SELECT 1 FROM erasure WHERE began_ms = ? AND ended_ms = ?"_s,
                                         numberOf(row[1]), numberOf(row[2]));
        if (!known.next())
            insert(u"erasure"_s,
                   {u"why"_s, u"began_ms"_s, u"ended_ms"_s, u"visitors"_s, u"seals"_s, u"others"_s}, row);
    }
    for (const StoredRow &row : all(u"SELECT location, code, withdrawn FROM venue_location"_s)) {
        insert(u"venue_location"_s, {u"location"_s, u"code"_s, u"withdrawn"_s},
               {m_locations.value(numberOf(row[0])), row[1], row[2]});
    }
    for (StoredRow row : all(u"SELECT serial, location, issued_on, version, state, content FROM poster"_s)) {
        if (!isNothing(row[1]))
            row[1] = m_locations.value(numberOf(row[1]));
        insert(u"poster"_s,
               {u"serial"_s, u"location"_s, u"issued_on"_s, u"version"_s, u"state"_s, u"content"_s}, row);
        if (textOf(row[4]) != "valid"_L1) // a state only gets worse
            m_record.runWith(u"UPDATE poster SET state = ? WHERE serial = ? AND state <> 'withdrawn'"_s,
                             {row[4], row[0]});
    }
}

/// Notes, announcements and passes, which name visitors and entries.
void RecordMerge::mergeAttention()
{
    for (const StoredRow &row :
         all(u"SELECT seq, id, visitor, from_ms, until_ms, withdrawn_ms, sealed FROM attention"_s)) {
        const auto visitor = placeOf(row[2]);
        const bool added =
            insert(u"attention"_s,
                   {u"id"_s, u"visitor"_s, u"from_ms"_s, u"until_ms"_s, u"withdrawn_ms"_s, u"sealed"_s},
                   {row[1], visitor ? StoredValue(*visitor) : StoredValue(), row[3], row[4], row[5], row[6]});
        if (!added && !isNothing(row[5]))
            m_record.runWith(u"UPDATE attention SET withdrawn_ms = ? WHERE id = ? AND withdrawn_ms IS NULL"_s,
                             {row[5], row[1]});
        if (!added)
            continue;
        const RowId note = m_record.lastRow();
        for (const StoredRow &key :
             all(u"SELECT digest FROM attention_key WHERE attention = %1"_s.arg(numberOf(row[0]))))
            insert(u"attention_key"_s, {u"digest"_s, u"attention"_s}, {key[0], note});
    }
    for (const StoredRow &row :
         all(u"SELECT number, visitor, issued_on, valid_until, revoked_ms FROM visitor_pass"_s)) {
        const auto visitor = placeOf(row[1]);
        insert(u"visitor_pass"_s,
               {u"number"_s, u"visitor"_s, u"issued_on"_s, u"valid_until"_s, u"revoked_ms"_s},
               {row[0], visitor ? StoredValue(*visitor) : StoredValue(), row[2], row[3], row[4]});
        if (!isNothing(row[4]))
            m_record.runWith(
                u"UPDATE visitor_pass SET revoked_ms = ? WHERE number = ? AND revoked_ms IS NULL"_s,
                {row[4], row[0]});
    }
    if (!m_otherIsNewer)
        return; // a plan is not brought back that was struck out since
    for (StoredRow row : all(u"SELECT seq, id, day, digest, sealed, arrived FROM expected"_s)) {
        if (!hasEntry(row[5]))
            row[5] = {};
        if (!insert(u"expected"_s, {u"id"_s, u"day"_s, u"digest"_s, u"sealed"_s, u"arrived"_s},
                    {row[1], row[2], row[3], row[4], row[5]}))
            continue;
        const RowId plan = m_record.lastRow();
        for (const StoredRow &key :
             all(u"SELECT day, digest FROM expected_key WHERE expected = %1"_s.arg(numberOf(row[0]))))
            insert(u"expected_key"_s, {u"day"_s, u"digest"_s, u"expected"_s}, {key[0], key[1], plan});
    }
}

// ---- what belongs to entries

bool RecordMerge::mergeFurther()
{
    struct Table
    {
        QString name;
        QStringList columns;
        std::optional<LedgerSource> source;
    };
    static const std::vector<Table> tables{
        {u"entry_addition"_s,
         {u"id"_s, u"entry"_s, u"at_ms"_s, u"offset_min"_s, u"suspect"_s, u"companions"_s, u"children"_s,
          u"said_details"_s, u"sealed_details"_s},
         LedgerSource::Addition},
        {u"reveal"_s,
         {u"id"_s, u"subject"_s, u"at_ms"_s, u"offset_min"_s, u"suspect"_s, u"sealed_reason"_s},
         LedgerSource::Reveal},
        {u"report_reveal"_s,
         {u"id"_s, u"last_entry"_s, u"from_ms"_s, u"to_ms"_s, u"at_ms"_s, u"offset_min"_s, u"suspect"_s,
          u"sealed_reason"_s},
         {}},
        {u"refused_scan"_s,
         {u"id"_s, u"location"_s, u"at_ms"_s, u"offset_min"_s, u"suspect"_s, u"source"_s, u"device"_s,
          u"reason"_s, u"digest"_s},
         {}},
    };
    if (m_part == int(tables.size())) {
        mergeAttention();
        return true;
    }
    const Table &table = tables[std::size_t(m_part)];
    const auto rows = pieces(table.name, u"seq"_s, table.columns.join(u", "_s)).next(furtherPiece);
    QSet<RowId> touched;
    for (const StoredRow &row : rows) {
        StoredRow values(row.begin() + 1, row.end());
        if (table.name == "refused_scan"_L1)
            values[1] = m_locations.value(numberOf(values[1]));
        if (table.name == "report_reveal"_L1) {
            Statement last = m_record.query(u"SELECT coalesce(max(seq), 0) FROM entry"_s);
            values[1] = last.next() ? last.integer(0) : 0;
        }
        if (table.source == LedgerSource::Addition && !hasEntry(values[1])) {
            ++m_counts.unplaced;
            continue;
        }
        if (!insert(table.name, table.columns, values) || !table.source)
            continue;
        tellAs(*table.source, ledgerTable(*table.source).kind, numberOf(row[0]));
        if (table.source == LedgerSource::Addition) {
            Statement owner = m_record.query(
                u"SELECT v.canonical FROM entry e JOIN visitor v ON v.id = e.visitor WHERE e.id = ?"_s,
                bytesOf(values[1]));
            if (owner.next())
                touched.insert(owner.integer(0));
        }
    }
    if (!touched.isEmpty())
        m_visits.refold(touched.values());
    if (rows.empty()) {
        endPieces();
        ++m_part;
    }
    return false;
}

/// Who was joined to whom. The record's own joins stay; a join whose two sides are one here says nothing new.
bool RecordMerge::mergeLinks()
{
    const auto rows =
        pieces(u"visitor_link"_s, u"id"_s, u"visitor, joined_to, cause, sealed_before, undone_ms"_s)
            .next(furtherPiece);
    QSet<RowId> touched;
    for (const StoredRow &row : rows) {
        const auto visitor = placeOf(row[1]);
        const auto joinedTo = placeOf(row[2]);
        if (!visitor || !joinedTo || *visitor == *joinedTo || !hasEntry(row[3]))
            continue;
        Statement known =
            m_record.query(u"SELECT 1 FROM visitor_link WHERE cause = ? AND visitor = ? AND joined_to = ?"_s,
                           bytesOf(row[3]), *visitor, *joinedTo);
        const bool live = isNothing(row[5]);
        if (known.next() || (live && canonical(*visitor) == canonical(*joinedTo)))
            continue;
        const RowId person = live ? canonical(*visitor) : *visitor;
        const RowId other = live ? canonical(*joinedTo) : *joinedTo;
        // What was known before is bound to the visitor's own id.
        const auto ids = all(u"SELECT uuid FROM visitor WHERE id = %1"_s.arg(numberOf(row[2])));
        const bool sameId =
            !ids.empty() && QUuid::fromRfc4122(bytesOf(ids.front().front())) == m_visitorRows.uuid(other);
        const bool added = insert(
            u"visitor_link"_s, {u"visitor"_s, u"joined_to"_s, u"cause"_s, u"sealed_before"_s, u"undone_ms"_s},
            {person, other, row[3], sameId ? row[4] : StoredValue(), row[5]});
        if (!added || !live)
            continue;
        m_record.run(u"UPDATE visitor SET canonical = ? WHERE canonical = ?"_s, other, person);
        touched.insert(other);
        touched.insert(person);
    }
    if (!touched.isEmpty())
        m_visits.refold(touched.values());
    return rows.empty();
}

// ---- what was sent

/// A batch that is on its way is only believed of a newer database: it is sent again as it is.
void RecordMerge::mergeBatches()
{
    const QStringList columns{u"id"_s,        u"target"_s,   u"first_entry"_s, u"entries"_s, u"bytes"_s,
                              u"made_ms"_s,   u"state"_s,    u"closed_ms"_s,   u"receipt"_s, u"accepted"_s,
                              u"duplicate"_s, u"rejected"_s, u"sealed_body"_s};
    for (const StoredRow &row : all(u"SELECT seq, %1 FROM batch"_s.arg(columns.join(u", "_s)))) {
        StoredRow values(row.begin() + 1, row.end());
        const bool open = textOf(values[6]) == "open"_L1;
        const auto target = m_targets.constFind(numberOf(values[1]));
        if (target == m_targets.constEnd() || (open && !m_otherIsNewer))
            continue;
        values[1] = *target;
        insert(u"batch"_s, columns, values);
        Statement here = m_record.query(u"SELECT seq FROM batch WHERE id = ?"_s, bytesOf(values[0]));
        if (!here.next())
            continue;
        m_batches.insert(numberOf(row[0]), here.integer(0));
        if (open)
            continue;
        m_record.runWith(
            u"UPDATE batch SET state = ?, closed_ms = ?, receipt = ?, accepted = ?, duplicate = ?, "
            "rejected = ?, sealed_body = NULL WHERE id = ? AND state = 'open'"_s,
            {values[6], values[7], values[8], values[9], values[10], values[11], values[0]});
        m_record.run(u"UPDATE outbox SET batch = NULL WHERE batch = ? AND state = 'waiting'"_s,
                     here.integer(0));
    }
}

bool RecordMerge::mergeOutbox()
{
    if (m_part == 0) {
        ++m_part;
        mergeBatches();
        return m_targets.isEmpty();
    }
    const RowId there = m_targets.keys().at(m_part - 1);
    const QString table =
        u"(SELECT * FROM outbox WHERE target = %1) b JOIN entry e ON e.seq = b.entry"_s.arg(there);
    const auto rows =
        pieces(table, u"b.entry"_s, u"e.id, b.target, b.state, b.batch, b.sealed_answer"_s).next(outboxPiece);
    for (const StoredRow &row : rows) {
        const auto target = m_targets.constFind(numberOf(row[2]));
        const auto batch = m_batches.constFind(numberOf(row[4]));
        const StoredValue inBatch = batch == m_batches.constEnd() ? StoredValue() : StoredValue(*batch);
        const QString state = textOf(row[3]);
        if (target == m_targets.constEnd() || !hasEntry(row[1]) ||
            (state == "waiting"_L1 && isNothing(inBatch)))
            continue;
        // The backlog may not have come to it here.
        m_record.runWith(u"INSERT INTO outbox (target, entry) SELECT ?, seq FROM entry WHERE id = ? "
                         "ON CONFLICT DO NOTHING"_s,
                         {*target, row[1]});
        m_record.runWith(u"UPDATE outbox SET state = ?, batch = ?, sealed_answer = ? WHERE target = ? "
                         "AND entry = (SELECT seq FROM entry WHERE id = ?) AND (state = 'waiting' OR ? = "
                         "'acknowledged') AND state <> 'acknowledged'"_s,
                         {row[3], inBatch, row[5], *target, row[1], row[3]});
    }
    if (!rows.empty())
        return false;
    endPieces();
    return m_part++ == m_targets.size();
}

// ---- the ledger's notes

/// What was done without a row of its own: exports, sign-ins, settings. Told again, with the line it was.
bool RecordMerge::mergeNotes()
{
    if (m_part++ == 0) {
        Statement mine = m_record.query(u"SELECT detail FROM ledger WHERE subject IS NULL"_s);
        while (mine.next())
            m_carried.insert(mine.text(0));
    }
    const auto rows =
        pieces(u"ledger"_s, u"seq"_s, u"kind, at_ms, operator, detail, hash, subject"_s).next(notesPiece);
    for (const StoredRow &row : rows) {
        static const QStringList kinds{ledgerNoteId(LedgerNote::Export), ledgerNoteId(LedgerNote::SignIn),
                                       ledgerNoteId(LedgerNote::Refusal), ledgerNoteId(LedgerNote::Setting),
                                       ledgerNoteId(LedgerNote::Operator)};
        if (!isNothing(row[6]) || !kinds.contains(textOf(row[1])))
            continue;
        Statement same = m_record.query(u"SELECT 1 FROM ledger WHERE seq = ? AND hash = ?"_s,
                                        numberOf(row[0]), bytesOf(row[5]));
        const QString when =
            QDateTime::fromMSecsSinceEpoch(numberOf(row[2]), Qt::UTC).toString(Qt::ISODateWithMs);
        const QString detail =
            u"%1 (line %2 of another ledger, %3)"_s.arg(textOf(row[4])).arg(numberOf(row[0])).arg(when);
        if (same.next() || m_carried.contains(detail))
            continue;
        const Acting acting = m_record.acting();
        Acting then = acting;
        then.row.reset();
        if (const auto who = m_operators.constFind(numberOf(row[3])); who != m_operators.constEnd())
            then.row = *who;
        m_record.setActing(then);
        LedgerRows(m_record, m_vault).carry(textOf(row[1]), detail);
        m_record.setActing(acting);
    }
    return rows.empty();
}

} // namespace checkpoint
