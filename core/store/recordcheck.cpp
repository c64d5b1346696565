#include "core/store/recordcheck.h"

#include "core/store/entryreader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostFaults = 1000;
constexpr qint64 mostRows = qint64(1) << 30;

/// Where each step begins and ends, in per mille of the whole.
struct Span
{
    int from;
    int to;
};
/// Of what is looked at here; the backups come after it.
constexpr std::array spans{Span{0, 300},   Span{300, 400}, Span{400, 600},
                           Span{600, 700}, Span{700, 950}, Span{950, 1000}};

// Columns of the ledger in a walk over the rows that it tells of.
enum RowColumn { Sequence, KindColumn, WrittenAt, Subject, Detail, Content, Seals, FirstColumn };

/// What a row of a table is called in a sentence.
QString nameOf(const LedgerTable &table)
{
    switch (table.source) {
    case LedgerSource::Person:
        return u"the visitor"_s;
    case LedgerSource::Entry:
        return u"the entry"_s;
    case LedgerSource::Addition:
        return u"the addition to an entry"_s;
    case LedgerSource::Reveal:
        return u"the note of a reveal"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

bool RecordCheck::Known::add(RowId number)
{
    if (number < 0 || number > mostRows)
        return false;
    if (std::size_t(number) >= rows.size())
        rows.resize(std::max(std::size_t(number) + 1, rows.size() * 2));
    if (rows[std::size_t(number)])
        return false;
    rows[std::size_t(number)] = true;
    ++count;
    return true;
}

RecordCheck::RecordCheck(Connection &connection, const Vault &vault, std::function<bool()> stopped)
    : m_connection(connection), m_vault(vault), m_stopped(std::move(stopped))
{
}

Result<RecordProof> RecordCheck::run(const QList<LedgerHead> &heads, const Ledger::Progress &progress)
{
    m_progress = progress;
    const Transaction state(m_connection, Transaction::Kind::Read);
    const Result<void> checked = checkDatabase(
        m_connection, [this](qint64 done, qint64 all) { return !step(Ledger::Step::Database, done, all); });
    if (!checked && checked.error().code != ErrorCode::Cancelled)
        fault(RecordFault::Kind::Database, checked.error().detail);
    const auto then = [this](const auto &part) {
        if (m_proof.stoppedIn)
            return;
        part();
        if (const auto error = m_connection.failure())
            fault(RecordFault::Kind::Database, error->detail);
    };
    then([&] { checkChain(heads); });
    for (const LedgerSource source : ledgerSources)
        then([&] { checkRows(ledgerTable(source)); });
    then([this] { checkVisitors(); });
    then([this] { checkDestroyed(); });
    then([this] { openSeals(); });
    then([this] { checkPresence(); });
    then([this] { checkDaySums(); });
    then([this] { checkOutboxes(); });
    then([this] {
        m_proof.entries = count(u"SELECT count(*) FROM entry"_s);
        m_proof.visitors = count(u"SELECT count(*) FROM visitor"_s);
    });
    return m_proof;
}

void RecordCheck::fault(RecordFault::Kind kind, const QString &what, std::optional<qint64> sinceUtcMs)
{
    if (m_proof.faults.size() < mostFaults)
        m_proof.faults.append({kind, what, sinceUtcMs});
}

bool RecordCheck::step(Ledger::Step step, qint64 done, qint64 all)
{
    const bool isOver = all > 0 && done >= all;
    if (!m_proof.stoppedIn && !isOver && m_stopped())
        m_proof.stoppedIn = step;
    const Span span = spans[std::size_t(step)];
    const int perMille =
        span.from + int((span.to - span.from) * std::clamp<qint64>(done, 0, all) / std::max<qint64>(all, 1));
    if (m_progress && perMille > m_saidPerMille)
        m_progress(step, m_saidPerMille = perMille);
    return m_proof.stoppedIn.has_value();
}

qint64 RecordCheck::count(const QString &sql)
{
    Statement row = m_connection.query(sql);
    return row.next() ? row.integer(0) : 0;
}

// ---- the chain

void RecordCheck::checkChain(const QList<LedgerHead> &heads)
{
    const qint64 all = count(u"SELECT count(*) FROM ledger"_s);
    QByteArray previous = LedgerRows::root(m_connection, m_vault);
    LedgerHead &last = m_proof.head;
    const auto since = [&last] { return last.sequence > 0 ? std::optional(last.atUtcMs) : std::nullopt; };
    Statement rows =
        m_connection.query(u"SELECT seq, kind, at_ms, subject, operator, detail, content, seals, "
                           "hash FROM ledger ORDER BY seq"_s);
    for (qint64 done = 0; rows.next(); ++done) {
        if (done % rowsAStep == 0 && step(Ledger::Step::Chain, done, all))
            return;
        LedgerLine line{rows.integer(0), rows.text(1), rows.integer(2), {},          {},
                        rows.text(5),    rows.blob(6), rows.blob(7),    rows.blob(8)};
        if (!rows.isNull(3))
            line.subject = rows.integer(3);
        if (!rows.isNull(4))
            line.actor = rows.integer(4);
        if (line.sequence != last.sequence + 1) {
            fault(RecordFault::Kind::Chain,
                  u"%1 lines of the ledger before line %2 are gone"_s.arg(line.sequence - last.sequence - 1)
                      .arg(line.sequence),
                  since());
        } else if (line.hashAfter(previous, m_vault) != line.hash) {
            fault(RecordFault::Kind::Chain,
                  u"line %1 of the ledger was changed or does not follow from the one before it"_s.arg(
                      line.sequence),
                  since());
        }
        previous = line.hash;
        last = {line.sequence, line.atUtcMs, line.hash};
        for (const LedgerHead &head : heads) {
            if (head.sequence == line.sequence && head.hash != line.hash) {
                fault(RecordFault::Kind::Head,
                      u"line %1 of the ledger is not the one of the signed head: the ledger was rewritten"_s
                          .arg(line.sequence));
            }
        }
    }
    for (const LedgerHead &head : heads) {
        if (head.sequence > last.sequence) {
            fault(RecordFault::Kind::Head,
                  u"the ledger ends at line %1, the signed head is of line %2: its end was cut off"_s
                      .arg(last.sequence)
                      .arg(head.sequence),
                  since());
        }
    }
}

// ---- rows

void RecordCheck::checkRows(const LedgerTable &table)
{
    const qint64 all = std::max<qint64>(m_proof.head.sequence, 1) * qint64(ledgerSources.size());
    qint64 done = m_proof.head.sequence * qint64(table.source);
    Known known;
    {
        Statement rows = m_connection.query(
            u"SELECT g.seq, g.kind, g.at_ms, g.subject, g.detail, g.content, g.seals, "_s +
                ledgerColumns(table) + u" FROM ledger g LEFT JOIN "_s + table.table + u" ON "_s +
                table.number + u" = g.subject"_s + table.joins +
                u" WHERE g.kind IN (?, ?, ?) ORDER BY g.seq"_s,
            QString(table.kind), table.source == LedgerSource::Entry ? u"void"_s : QString(table.kind),
            QString(LedgerRows::adoptedKind));
        for (; rows.next(); ++done) {
            if (done % rowsAStep == 0 && step(Ledger::Step::Rows, done, all))
                return;
            if (rows.text(KindColumn) == LedgerRows::adoptedKind)
                checkAdopted(table, rows, known);
            else
                checkTold(table, rows, known);
        }
    }
    if (table.source != LedgerSource::Person)
        findUnknown(table, known);
}

void RecordCheck::checkTold(const LedgerTable &table, const Statement &row, Known &known)
{
    const qint64 atUtcMs = row.integer(WrittenAt);
    known.add(row.integer(Subject));
    if (row.isNull(FirstColumn)) {
        fault(
            RecordFault::Kind::Missing,
            u"%1 that line %2 of the ledger tells of is gone"_s.arg(nameOf(table)).arg(row.integer(Sequence)),
            atUtcMs);
        return;
    }
    LedgerText text;
    text.addRow(row, table, FirstColumn);
    if (m_vault.ledgerHash(text.bytes(), row.integer(Sequence)) != row.blob(Content)) {
        fault(RecordFault::Kind::Changed,
              u"%1 that line %2 of the ledger tells of is not as it was written"_s.arg(nameOf(table))
                  .arg(row.integer(Sequence)),
              atUtcMs);
    }
    LedgerSeals seals(row.blob(Seals));
    checkSeals(table, row, FirstColumn, seals, 0, {row.integer(Sequence), atUtcMs});
}

void RecordCheck::checkAdopted(const LedgerTable &table, const Statement &row, Known &known)
{
    const QStringList words = row.text(Detail).split(u' ');
    if (words.value(0) != table.kind)
        return;
    LedgerText text;
    LedgerSeals seals(row.blob(Seals));
    const qint64 atUtcMs = row.integer(WrittenAt);
    {
        Statement rows = m_connection.query(u"SELECT "_s + ledgerColumns(table) + u" FROM "_s + table.table +
                                                table.joins + u" WHERE "_s + table.number +
                                                u" BETWEEN ? AND ? ORDER BY "_s + table.number,
                                            words.value(1).toLongLong(), words.value(2).toLongLong());
        for (int place = 0; rows.next(); place += table.seals) {
            known.add(rows.integer(0));
            text.addRow(rows, table, 0);
            checkSeals(table, rows, 0, seals, place, {row.integer(Sequence), atUtcMs});
        }
    }
    if (m_vault.ledgerHash(text.bytes(), row.integer(Sequence)) != row.blob(Content)) {
        fault(RecordFault::Kind::Changed,
              u"of what was there before the ledger began, %1 of a number from %2 to %3 was changed, taken "
              u"out or "
              "put in"_s.arg(nameOf(table), words.value(1), words.value(2)),
              atUtcMs);
    }
}

/// A person's data are sealed again whenever more is known: only what was written last must be there.
void RecordCheck::checkSeals(const LedgerTable &table, const Statement &row, int first, LedgerSeals &seals,
                             int place, const Told &told)
{
    for (int i = 0; i < table.seals; ++i) {
        const QByteArrayView hash = seals.take(place + i);
        if (table.source == LedgerSource::Person) {
            Written written{{}, told};
            std::ranges::copy(hash.first(std::min(hash.size(), qsizetype(written.hash.size()))),
                              written.hash.begin());
            if (!hash.isEmpty())
                m_written.insert_or_assign(row.integer(first), written);
            continue;
        }
        const QByteArray sealed = row.blob(first + int(table.types.size()) + i);
        if (sealed.isEmpty() && !hash.isEmpty())
            ++m_proof.destroyed;
        else if (!sealed.isEmpty() && m_vault.ledgerHash(sealed, told.line) != hash)
            fault(RecordFault::Kind::Seal,
                  u"what is sealed of %1 of number %2 is not what was written"_s.arg(nameOf(table))
                      .arg(row.integer(first)),
                  told.atUtcMs);
    }
}

void RecordCheck::findUnknown(const LedgerTable &table, const Known &known)
{
    qint64 next = 1;
    qint64 last = 0;
    {
        Statement row = m_connection.query(u"SELECT next, last FROM ledger_adoption WHERE kind = ?"_s,
                                           QString(table.kind));
        if (row.next()) {
            next = row.integer(0);
            last = row.integer(1);
        }
    }
    Statement rows =
        m_connection.query(u"SELECT "_s + table.number + u", "_s + table.written + u" FROM "_s + table.table);
    while (rows.next()) {
        const RowId number = rows.integer(0);
        if (number >= 0 && std::size_t(number) < known.rows.size() && known.rows[std::size_t(number)])
            continue;
        if (number >= next && number <= last)
            ++m_proof.toAdopt;
        else
            fault(RecordFault::Kind::Unknown,
                  u"the ledger does not know %1 of number %2"_s.arg(nameOf(table)).arg(number),
                  rows.integer(1));
    }
}

void RecordCheck::checkVisitors()
{
    qint64 next = 1;
    qint64 last = 0;
    {
        Statement row = m_connection.query(u"SELECT next, last FROM ledger_adoption WHERE kind = 'person'"_s);
        if (row.next()) {
            next = row.integer(0);
            last = row.integer(1);
        }
    }
    Statement rows = m_connection.query(u"SELECT id, sealed, created_ms FROM visitor"_s);
    while (rows.next()) {
        const RowId id = rows.integer(0);
        const QByteArray sealed = rows.blob(1);
        const auto written = m_written.find(id);
        if (written == m_written.end()) {
            if (sealed.isEmpty())
                continue;
            if (id >= next && id <= last)
                ++m_proof.toAdopt;
            else
                fault(RecordFault::Kind::Unknown,
                      u"the ledger does not know the data of the visitor of number %1"_s.arg(id),
                      rows.integer(2));
            continue;
        }
        const QByteArrayView hash(written->second.hash.data(), qsizetype(written->second.hash.size()));
        if (sealed.isEmpty())
            ++m_proof.destroyed;
        else if (m_vault.ledgerHash(sealed, written->second.told.line) != hash)
            fault(RecordFault::Kind::Seal,
                  u"what is sealed of the visitor of number %1 is not what was written"_s.arg(id),
                  written->second.told.atUtcMs);
    }
}

/// No more may be gone than the ledger says was destroyed.
void RecordCheck::checkDestroyed()
{
    qint64 told = 0;
    {
        Statement rows = m_connection.query(u"SELECT detail FROM ledger WHERE kind = ?"_s,
                                            ledgerNoteId(LedgerNote::Erasure));
        while (rows.next())
            told += rows.text(0).section(u' ', 0, 0).toLongLong();
    }
    if (m_proof.destroyed > told) {
        fault(RecordFault::Kind::Seal,
              u"%1 sealed blobs are gone, the ledger tells of %2 destroyed ones"_s.arg(m_proof.destroyed)
                  .arg(told));
    }
}

} // namespace checkpoint
