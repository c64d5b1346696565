// What RecordMerge brings after the entries: what belongs to them, joins, outboxes, the ledger's notes.

#include "core/store/erasure.h"
#include "core/store/recordmerge.h"

#include <QDateTime>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int furtherPiece = 300;
constexpr int outboxPiece = 1000;
constexpr int notesPiece = 1000;

} // namespace

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
            change(u"UPDATE attention SET withdrawn_ms = ? WHERE id = ? AND withdrawn_ms IS NULL"_s,
                   {row[5], row[1]});
        if (!added)
            continue;
        const RowId note = m_record.lastRow();
        for (const StoredRow &key :
             all(u"SELECT digest FROM attention_key WHERE attention = %1"_s.arg(numberOf(row[0]))))
            insert(u"attention_key"_s, {u"digest"_s, u"attention"_s}, {listForm(key[0]), note});
    }
    for (const StoredRow &row :
         all(u"SELECT number, visitor, issued_on, valid_until, revoked_ms FROM visitor_pass"_s)) {
        const auto visitor = placeOf(row[1]);
        insert(u"visitor_pass"_s,
               {u"number"_s, u"visitor"_s, u"issued_on"_s, u"valid_until"_s, u"revoked_ms"_s},
               {row[0], visitor ? StoredValue(*visitor) : StoredValue(), row[2], row[3], row[4]});
        if (!isNothing(row[4]))
            change(u"UPDATE visitor_pass SET revoked_ms = ? WHERE number = ? AND revoked_ms IS NULL"_s,
                   {row[4], row[0]});
    }
    if (!m_otherIsNewer)
        return; // a plan is not brought back that was struck out since
    for (StoredRow row : all(u"SELECT seq, id, day, digest, sealed, arrived FROM expected"_s)) {
        if (!hasEntry(row[5]))
            row[5] = {};
        if (!insert(u"expected"_s, {u"id"_s, u"day"_s, u"digest"_s, u"sealed"_s, u"arrived"_s},
                    {row[1], row[2], listForm(row[3]), row[4], row[5]}))
            continue;
        const RowId plan = m_record.lastRow();
        for (const StoredRow &key :
             all(u"SELECT day, digest FROM expected_key WHERE expected = %1"_s.arg(numberOf(row[0]))))
            insert(u"expected_key"_s, {u"day"_s, u"digest"_s, u"expected"_s},
                   {key[0], listForm(key[1]), plan});
    }
}

// ---- what belongs to entries

/// A database that an earlier version of the program left lacks columns; nothing is read for them.
QString RecordMerge::readable(const QString &table, const QStringList &columns)
{
    const QStringList there = sharedColumns(table);
    QStringList read;
    for (const QString &column : columns)
        read.append(there.contains(column) ? column : u"NULL"_s);
    return read.join(u", "_s);
}

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
          u"reason"_s, u"digest"_s, u"visitor"_s},
         {}},
    };
    if (m_part == int(tables.size())) {
        mergeAttention();
        return true;
    }
    const Table &table = tables[std::size_t(m_part)];
    const auto rows = pieces(table.name, u"seq"_s, readable(table.name, table.columns)).next(furtherPiece);
    QSet<RowId> touched;
    for (const StoredRow &row : rows) {
        StoredRow values(row.begin() + 1, row.end());
        if (table.name == "refused_scan"_L1) {
            values[1] = locationOf(values[1]);
            const RowId number = numberOf(row[0]);
            const bool isBehind = number >= m_otherBehind.first && number <= m_otherBehind.second;
            if (bytesOf(values[8]).count('\0') != bytesOf(values[8]).size()) // destroyed
                values[8] = m_vault.lifted(bytesOf(values[8]), isBehind ? m_otherLiftFrom : m_otherForm);
            const auto visitor = placeOf(values[9]);
            values[9] = visitor ? StoredValue(*visitor) : StoredValue();
        }
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
/// What a newer database has taken back is taken back before anything is brought (mergejob.cpp).
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
        const bool live = isNothing(row[5]);
        bool known = false;
        {
            Statement mine = m_record.query(
                u"SELECT 1 FROM visitor_link WHERE cause = ? AND visitor = ? AND joined_to = ?"_s,
                bytesOf(row[3]), *visitor, *joinedTo);
            known = mine.next();
        }
        if (known || (live && canonical(*visitor) == canonical(*joinedTo)))
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

bool RecordMerge::isOfSomebodyErased(const StoredValue &entry)
{
    Statement found = m_record.query(u"SELECT 1 FROM entry e JOIN visitor v ON v.id = e.visitor "
                                     "JOIN erased_visitor x ON x.uuid = v.uuid WHERE e.id = ?"_s,
                                     bytesOf(entry));
    return found.next();
}

/// A batch that is on its way is only believed of a newer database: it is sent again as it is. One that
/// holds, or may hold, somebody destroyed since is given up: what is in it travels in new ones.
bool RecordMerge::isToBeSentAsItIs(RowId batch, qint64 entries)
{
    const auto members =
        all(u"SELECT e.id FROM outbox b JOIN entry e ON e.seq = b.entry WHERE b.batch = %1"_s.arg(batch));
    return m_otherIsNewer && qint64(members.size()) == entries &&
           std::ranges::none_of(
               members, [this](const StoredRow &member) { return isOfSomebodyErased(member.front()); });
}

void RecordMerge::mergeBatches()
{
    const QStringList columns{u"id"_s,        u"target"_s,   u"first_entry"_s, u"entries"_s, u"bytes"_s,
                              u"made_ms"_s,   u"state"_s,    u"closed_ms"_s,   u"receipt"_s, u"accepted"_s,
                              u"duplicate"_s, u"rejected"_s, u"sealed_body"_s};
    for (const StoredRow &row : all(u"SELECT seq, %1 FROM batch"_s.arg(columns.join(u", "_s)))) {
        StoredRow values(row.begin() + 1, row.end());
        const bool open = textOf(values[6]) == "open"_L1;
        const auto target = m_targets.constFind(numberOf(values[1]));
        if (target == m_targets.constEnd() ||
            (open && !isToBeSentAsItIs(numberOf(row[0]), numberOf(values[3]))))
            continue;
        values[1] = *target;
        insert(u"batch"_s, columns, values);
        Statement here = m_record.query(u"SELECT seq FROM batch WHERE id = ?"_s, bytesOf(values[0]));
        if (!here.next())
            continue;
        m_batches.insert(numberOf(row[0]), here.integer(0));
        if (open)
            continue;
        change(u"UPDATE batch SET state = ?, closed_ms = ?, receipt = ?, accepted = ?, duplicate = ?, "
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
    for (StoredRow row : rows) {
        const auto target = m_targets.constFind(numberOf(row[2]));
        const auto batch = m_batches.constFind(numberOf(row[4]));
        const StoredValue inBatch = batch == m_batches.constEnd() ? StoredValue() : StoredValue(*batch);
        const QString state = textOf(row[3]);
        if (target == m_targets.constEnd() || !hasEntry(row[1]) ||
            (state == "waiting"_L1 && isNothing(inBatch)))
            continue;
        if (!isNothing(row[5]) && isOfSomebodyErased(row[1]))
            row[5] = Erasure::codeAlone(m_vault, QUuid::fromRfc4122(bytesOf(row[1])), bytesOf(row[5]));
        // The backlog may not have come to it here.
        change(u"INSERT INTO outbox (target, entry) SELECT ?, seq FROM entry WHERE id = ? "
               "ON CONFLICT DO NOTHING"_s,
               {*target, row[1]});
        change(u"UPDATE outbox SET state = ?, batch = ?, sealed_answer = ? WHERE target = ? "
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
