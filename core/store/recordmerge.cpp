#include "core/store/recordmerge.h"

#include "core/base/logging.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Rows at a time: some tens of milliseconds, for which recording waits.
constexpr int piece = 300;
constexpr int digestPiece = 2000;

QString joined(const QStringList &columns)
{
    return columns.join(u", "_s);
}

} // namespace

RecordMerge::RecordMerge(Connection &record, const Vault &vault, Connection &other, bool otherIsNewer,
                         RowId knownUpTo)
    : m_record(record)
    , m_vault(vault)
    , m_other(other)
    , m_otherIsNewer(otherIsNewer)
    , m_lastNumber(knownUpTo)
    , m_visitorRows(record, vault)
    , m_visits(record)
{
}

RecordMerge::~RecordMerge() = default;

QStringList RecordMerge::mergedTables()
{
    return {u"location"_s,       u"visitor"_s,        u"visitor_key"_s,    u"visitor_phone"_s,
            u"visitor_link"_s,   u"entry"_s,          u"refused_scan"_s,   u"entry_addition"_s,
            u"attention"_s,      u"attention_key"_s,  u"expected"_s,       u"expected_key"_s,
            u"reveal"_s,         u"report_reveal"_s,  u"venue"_s,          u"venue_rules"_s,
            u"venue_address"_s,  u"venue_key"_s,      u"venue_location"_s, u"poster"_s,
            u"visitor_pass"_s,   u"target"_s,         u"batch"_s,          u"outbox"_s,
            u"operator"_s,       u"ledger"_s,         u"erased_visitor"_s, u"erasure"_s,
            u"retention_term"_s, u"person_request"_s, u"trusted_key"_s};
}

QStringList RecordMerge::leftOutTables()
{
    return {u"folder"_s,          u"folder_key"_s,  u"visit"_s,      u"party_inside"_s,
            u"ledger_adoption"_s, u"digest_lift"_s, u"day_change"_s, u"day_sum"_s};
}

Result<bool> RecordMerge::step()
{
    if (m_phase == Phase::Done)
        return false;
    Transaction transaction(m_record, Transaction::Kind::Write);
    const bool phaseDone = work();
    m_other.failure(); // what cannot be read is left out
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    if (phaseDone) {
        endPieces();
        m_part = 0;
        m_phase = Phase(int(m_phase) + 1);
    }
    return m_phase != Phase::Done;
}

bool RecordMerge::work()
{
    switch (m_phase) {
    case Phase::Shared:
        mergeShared();
        return true;
    case Phase::Claims:
        return mergeClaims();
    case Phase::Visitors:
        return mergeVisitors();
    case Phase::Keys:
        return mergeKeys();
    case Phase::Phones:
        return mergePhones();
    case Phase::Entries:
        return mergeEntries();
    case Phase::Further:
        return mergeFurther();
    case Phase::Links:
        return mergeLinks();
    case Phase::Outbox:
        return mergeOutbox();
    case Phase::Notes:
        return mergeNotes();
    case Phase::Done:
        break;
    }
    return true;
}

// ---- persons

/// Whose numbers the record knows already, as somebody with another id: scanned anew since.
bool RecordMerge::mergeClaims()
{
    const auto rows = digestPieces(u"visitor_key"_s, u"digest"_s, u"digest, visitor"_s).next(digestPiece);
    for (const StoredRow &row : rows) {
        const RowId there = numberOf(row[1]);
        if (m_visitors.contains(there))
            continue;
        Statement known =
            m_record.query(u"SELECT visitor FROM visitor_key WHERE digest = ?"_s, bytesOf(row[0]));
        if (known.next())
            m_visitors.insert(there, known.integer(0));
    }
    return rows.empty();
}

bool RecordMerge::mergeVisitors()
{
    const auto rows = pieces(u"visitor"_s, u"id"_s, u"uuid, sealed, created_ms"_s).next(piece);
    for (const StoredRow &row : rows) {
        const RowId number = numberOf(row[0]);
        const auto same = m_visitorRows.find(QUuid::fromRfc4122(bytesOf(row[1])));
        bool erased = false;
        {
            Statement list =
                m_record.query(u"SELECT 1 FROM erased_visitor WHERE uuid = ?"_s, bytesOf(row[1]));
            erased = list.next();
        }
        if (erased) {
            m_erased.insert(number);
            m_settled.insert(number);
            m_visitors.remove(number); // somebody with the same numbers is somebody new
        }
        if (same) {
            m_visitors.insert(number, *same);
            if (!m_otherIsNewer)
                m_settled.insert(number);
        }
        if (same || m_visitors.contains(number)) {
            if (!erased)
                completeVisitor(number, row);
            continue;
        }
        RowId id = 1;
        {
            Statement newest = m_record.query(u"SELECT max(id) FROM visitor"_s);
            if (newest.next())
                id = newest.integer(0) + 1;
        }
        m_record.runWith(
            u"INSERT INTO visitor (id, uuid, canonical, sealed, created_ms) VALUES (?, ?, ?, ?, ?)"_s,
            {id, row[1], id, erased ? StoredValue() : row[2], row[3]});
        m_visitors.insert(number, id);
        ++m_counts.visitors;
        if (!isNothing(row[2]) && !erased)
            LedgerRows(m_record, m_vault).tell(LedgerSource::Person, id);
    }
    return rows.empty();
}

/// Somebody known. What was destroyed stays so, unless the other database is newer: then it was never there.
void RecordMerge::completeVisitor(RowId number, const StoredRow &row)
{
    const RowId here = m_visitors.value(number);
    const QUuid there = QUuid::fromRfc4122(bytesOf(row[1]));
    if (isNothing(row[2]))
        return;
    QByteArray sealed;
    {
        Statement mine = m_record.query(u"SELECT sealed FROM visitor WHERE id = ?"_s, here);
        if (mine.next())
            sealed = mine.blob(0);
    }
    if (sealed == bytesOf(row[2]) || (sealed.isEmpty() && !m_otherIsNewer))
        return;
    const VisitorData said = VisitorRows::opened(m_vault, there, bytesOf(row[2]));
    const VisitorData known = m_visitorRows.data(here);
    const VisitorData all = m_otherIsNewer ? merged(known, said, true) : merged(said, known, true);
    if (all != known)
        m_visitorRows.save(here, all);
}

bool RecordMerge::mergeKeys()
{
    const auto rows =
        digestPieces(u"visitor_key"_s, u"digest"_s, u"digest, kind, visitor"_s).next(digestPiece);
    for (const StoredRow &row : rows) {
        const auto visitor = placeOf(row[2]);
        if (visitor && !m_settled.contains(numberOf(row[2])))
            insert(u"visitor_key"_s, {u"digest"_s, u"kind"_s, u"visitor"_s}, {row[0], row[1], *visitor});
    }
    return rows.empty();
}

bool RecordMerge::mergePhones()
{
    const auto rows =
        digestPieces(u"visitor_phone"_s, u"digest, visitor"_s, u"digest, visitor"_s).next(digestPiece);
    for (const StoredRow &row : rows) {
        const auto visitor = placeOf(row[1]);
        if (visitor && !m_settled.contains(numberOf(row[1])))
            insert(u"visitor_phone"_s, {u"digest"_s, u"visitor"_s}, {row[0], *visitor});
    }
    return rows.empty();
}

// ---- entries

bool RecordMerge::mergeEntries()
{
    static const QStringList columns{u"id"_s,         u"kind"_s,          u"at_ms"_s,         u"offset_min"_s,
                                     u"suspect"_s,    u"estimated"_s,     u"location"_s,      u"source"_s,
                                     u"device"_s,     u"visitor"_s,       u"corrects"_s,      u"warnings"_s,
                                     u"companions"_s, u"children"_s,      u"whole_party"_s,   u"apart"_s,
                                     u"late"_s,       u"sealed_reason"_s, u"sealed_details"_s};
    const auto rows = pieces(u"entry"_s, u"seq"_s, joined(columns)).next(piece);
    QSet<RowId> touched;
    for (const StoredRow &row : rows) {
        StoredRow values(row.begin() + 1, row.end());
        lookForGap(numberOf(row[0]), numberOf(values[2]));
        const auto visitor = placeOf(values[9]);
        if (hasEntry(values[0])) {
            ++m_counts.known;
            continue;
        }
        const bool corrects = !isNothing(values[10]);
        if (!visitor || (corrects && textOf(values[1]) == "void"_L1 && !hasEntry(values[10]))) {
            ++m_counts.unplaced;
            continue;
        }
        if (corrects && !hasEntry(values[10]))
            values[10] = {};
        if (m_erased.contains(numberOf(values[9])))
            values[17] = values[18] = {};
        values[6] = m_locations.value(numberOf(values[6]));
        values[9] = *visitor;
        if (!insert(u"entry"_s, columns, values)) {
            ++m_counts.known; // taken back in both
            continue;
        }
        tellAs(LedgerSource::Entry, textOf(values[1]) == "void"_L1 ? u"void"_s : u"entry"_s,
               numberOf(row[0]));
        touched.insert(canonical(*visitor));
        ++m_counts.entries;
    }
    if (!touched.isEmpty())
        m_visits.refold(touched.values());
    if (rows.empty())
        lookForGapAtEnd();
    return rows.empty();
}

/// Entries are numbered without gaps: what lies between two numbers is gone.
void RecordMerge::lookForGap(RowId number, std::optional<qint64> atUtcMs)
{
    if (number > m_lastNumber + 1) {
        if (m_counts.missing == 0)
            m_counts.missingFromUtcMs = m_lastAt;
        m_counts.missing += number - m_lastNumber - 1;
        m_counts.missingToUtcMs = atUtcMs;
    }
    m_lastNumber = std::max(m_lastNumber, number);
    if (atUtcMs)
        m_lastAt = atUtcMs;
}

/// The ledger and the outbox may tell of entries after the last one that can be read.
void RecordMerge::lookForGapAtEnd()
{
    RowId last = m_lastNumber;
    for (const auto *sql : {"SELECT max(subject) FROM ledger WHERE kind IN ('entry', 'void')",
                            "SELECT max(entry) FROM outbox"}) {
        const auto rows = all(QLatin1StringView(sql));
        if (!rows.empty())
            last = std::max(last, numberOf(rows[0][0]));
    }
    if (last > m_lastNumber)
        lookForGap(last + 1, {});
}

// ---- common

bool RecordMerge::insert(const QString &table, const QStringList &columns, const StoredRow &values)
{
    const QStringList places(columns.size(), u"?"_s);
    m_record.runWith(u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT DO NOTHING"_s.arg(table, joined(columns),
                                                                                     joined(places)),
                     values);
    return m_record.changedRows() == 1;
}

/// Tells the ledger of the row that was inserted just now, on behalf of whoever wrote it there.
void RecordMerge::tellAs(LedgerSource source, const QString &kind, RowId otherNumber)
{
    const RowId number = m_record.lastRow();
    const Acting acting = m_record.acting();
    if (!m_operators.isEmpty()) {
        Statement line = m_other.query(
            u"SELECT operator FROM ledger WHERE subject = ? AND kind = ? AND operator IS NOT NULL"_s,
            otherNumber, kind);
        Acting then = acting;
        then.row.reset();
        if (line.next()) {
            if (const auto who = m_operators.constFind(line.integer(0)); who != m_operators.constEnd())
                then.row = *who;
        }
        m_record.setActing(then);
    }
    m_other.failure();
    LedgerRows(m_record, m_vault).tell(source, number);
    m_record.setActing(acting);
}

std::vector<StoredRow> RecordMerge::all(const QString &sql)
{
    std::vector<StoredRow> rows;
    {
        Statement statement = m_other.query(sql);
        while (statement.next()) {
            StoredRow row;
            for (int i = 0; i < statement.columns(); ++i)
                row.push_back(statement.value(i));
            rows.push_back(std::move(row));
        }
    }
    if (m_other.failure())
        m_counts.skipped = true;
    return rows;
}

std::optional<RowId> RecordMerge::placeOf(const StoredValue &visitor) const
{
    const auto place = m_visitors.constFind(numberOf(visitor));
    return place == m_visitors.constEnd() ? std::nullopt : std::optional(*place);
}

bool RecordMerge::hasEntry(const StoredValue &id)
{
    Statement row = m_record.query(u"SELECT 1 FROM entry WHERE id = ?"_s, bytesOf(id));
    return row.next();
}

RowId RecordMerge::canonical(RowId visitor)
{
    Statement row = m_record.query(u"SELECT canonical FROM visitor WHERE id = ?"_s, visitor);
    return row.next() ? row.integer(0) : visitor;
}

RowPieces &RecordMerge::pieces(const QString &table, const QString &number, const QString &columns)
{
    if (!m_pieces)
        m_pieces = std::make_unique<RowPieces>(m_other, table, number, columns);
    return *m_pieces;
}

DigestPieces &RecordMerge::digestPieces(const QString &table, const QString &key, const QString &columns)
{
    if (!m_digestPieces)
        m_digestPieces = std::make_unique<DigestPieces>(m_other, table, key, columns);
    return *m_digestPieces;
}

void RecordMerge::endPieces()
{
    m_counts.skipped = m_counts.skipped || (m_pieces && m_pieces->skippedAny()) ||
                       (m_digestPieces && m_digestPieces->skippedAny());
    m_pieces.reset();
    m_digestPieces.reset();
}

} // namespace checkpoint
