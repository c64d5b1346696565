#include "core/store/recordmerge.h"

#include "core/store/erasure.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Rows at a time: some tens of milliseconds, for which recording waits.
constexpr int piece = 300;

/// For so long it is waited for a merge that was broken off to be done again.
constexpr qint64 longestMergeMs = 7 * 24 * 3'600'000LL;

QString joined(const QStringList &columns)
{
    return columns.join(u", "_s);
}

} // namespace

RecordMerge::RecordMerge(Connection &record, const Vault &vault, Connection &other, const QString &name,
                         bool otherIsNewer, RowId knownUpTo, RowId lastEntry)
    : m_record(record)
    , m_vault(vault)
    , m_other(other)
    , m_name(name)
    , m_otherIsNewer(otherIsNewer)
    , m_knownUpTo(knownUpTo)
    , m_lastEntry(lastEntry)
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
            u"retention_term"_s, u"person_request"_s, u"trusted_key"_s,    u"notice"_s};
}

QStringList RecordMerge::leftOutTables()
{
    return {u"folder"_s,      u"folder_key"_s, u"visit"_s,   u"party_inside"_s, u"ledger_adoption"_s,
            u"digest_lift"_s, u"day_change"_s, u"day_sum"_s, u"merge_open"_s};
}

Result<bool> RecordMerge::step()
{
    if (m_phase == Phase::Done)
        return false;
    Transaction transaction(m_record, Transaction::Kind::Write);
    if (m_phase == Phase::Shared)
        m_record.run(u"INSERT OR REPLACE INTO merge_open (name, began_ms) VALUES (?, ?)"_s, m_name,
                     QDateTime::currentMSecsSinceEpoch());
    const bool phaseDone = work();
    m_other.failure(); // what cannot be read is left out
    if (phaseDone && m_phase == Phase::Notes)
        m_record.run(u"DELETE FROM merge_open WHERE name = ?"_s, m_name);
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    if (const QList<QUuid> destroyed = std::exchange(m_destroyed, {}); !destroyed.isEmpty()) {
        const auto erased =
            Erasure(m_record, m_vault, Erasure::In::Copy)
                .eraseVisitors(destroyed, ErasureCause::Request, QDateTime::currentMSecsSinceEpoch());
        if (!erased)
            return erased.error();
    }
    if (phaseDone) {
        endPieces();
        m_part = 0;
        m_phase = Phase(int(m_phase) + 1);
    }
    return m_phase != Phase::Done;
}

bool RecordMerge::isUnderWay(Connection &record, qint64 nowMs)
{
    Statement row =
        record.query(u"SELECT 1 FROM merge_open WHERE abs(began_ms - ?) < ?"_s, nowMs, longestMergeMs);
    return row.next();
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
        if (hasEntry(values[0])) {
            ++m_counts.known;
            continue;
        }
        const bool corrects = !isNothing(values[10]);
        if (corrects && textOf(values[1]) == "void"_L1 && !hasEntry(values[10])) {
            ++m_counts.unplaced;
            continue;
        }
        if (corrects && !hasEntry(values[10]))
            values[10] = {};
        if (m_erased.contains(numberOf(values[9])))
            values[17] = values[18] = {};
        const RowId visitor = visitorOf(values[9], values[2]);
        values[6] = locationOf(values[6]);
        values[9] = visitor;
        const Placed placed = place(u"entry"_s, columns, values);
        if (placed != Placed::New) {
            m_counts.known += placed == Placed::Known; // taken back in both
            continue;
        }
        tellAs(LedgerSource::Entry, textOf(values[1]) == "void"_L1 ? u"void"_s : u"entry"_s,
               numberOf(row[0]));
        touched.insert(canonical(visitor));
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

/// The ledger, the outbox and what was noted beside the database may tell of entries after the last one that
/// can be read.
void RecordMerge::lookForGapAtEnd()
{
    RowId last = std::max(m_lastNumber, m_lastEntry);
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

RecordMerge::Placed RecordMerge::place(const QString &table, const QStringList &columns,
                                       const StoredRow &values)
{
    const QStringList places(columns.size(), u"?"_s);
    m_record.runWith(u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT DO NOTHING"_s.arg(table, joined(columns),
                                                                                     joined(places)),
                     values);
    if (m_record.takeRefusal()) {
        ++m_counts.unplaced;
        return Placed::Refused;
    }
    return m_record.changedRows() == 1 ? Placed::New : Placed::Known;
}

void RecordMerge::change(const QString &sql, const StoredRow &values)
{
    m_record.runWith(sql, values);
    if (m_record.takeRefusal())
        ++m_counts.unplaced;
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
