#include "core/store/ledgerrows.h"

#include "core/store/folderrow.h"

#include <QDateTime>
#include <QtEndian>

#include <algorithm>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Older rows that are taken in at a time: some ten milliseconds, for which recording waits.
constexpr int adoptedPiece = 2000;
constexpr auto voidKind = "void"_L1;
constexpr qsizetype placeSize = sizeof(quint32);
constexpr qsizetype sealEntrySize = placeSize + qsizetype(Vault::ledgerHashSize);

constexpr std::array tables{
    LedgerTable{LedgerSource::Person, "person"_L1, "visitor p"_L1, "p.id"_L1, ""_L1,
                "p.id, p.uuid, p.created_ms, p.sealed"_L1, "ibi"_L1, 1, "p.created_ms"_L1},
    LedgerTable{
        LedgerSource::Entry, "entry"_L1, "entry e"_L1, "e.seq"_L1,
        " LEFT JOIN location l ON l.id = e.location LEFT JOIN visitor o ON o.id = e.visitor"_L1,
        "e.seq, e.id, e.kind, e.at_ms, e.offset_min, e.suspect, e.estimated, l.name, e.source, e.device, "
        "o.uuid, e.corrects, e.warnings, e.companions, e.children, e.whole_party, e.apart, e.late, "
        "e.sealed_reason, e.sealed_details"_L1,
        "ibtiiiitttbbtiiiii"_L1, 2, "e.at_ms"_L1},
    LedgerTable{LedgerSource::Addition, "addition"_L1, "entry_addition a"_L1, "a.seq"_L1, ""_L1,
                "a.seq, a.id, a.entry, a.at_ms, a.offset_min, a.suspect, a.companions, a.children, "
                "a.said_details, a.sealed_details"_L1,
                "ibbiiiiii"_L1, 1, "a.at_ms"_L1},
    LedgerTable{LedgerSource::Reveal, "reveal"_L1, "reveal r"_L1, "r.seq"_L1, ""_L1,
                "r.seq, r.subject, r.id, r.at_ms, r.offset_min, r.suspect, r.sealed_reason"_L1, "ibbiii"_L1,
                1, "r.at_ms"_L1},
};

static_assert(std::ranges::all_of(tables, [](const LedgerTable &table) {
    return std::ranges::count(std::string_view(table.columns.data(), std::size_t(table.columns.size())),
                              ',') +
               1 ==
           table.width();
}));

/// An empty value instead of SQL's NULL.
QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace

const LedgerTable &ledgerTable(LedgerSource source)
{
    return tables[std::size_t(source)];
}

QString ledgerColumns(const LedgerTable &table)
{
    return table.columns;
}

QString ledgerNoteId(LedgerNote kind)
{
    switch (kind) {
    case LedgerNote::Export:
        return u"export"_s;
    case LedgerNote::SignIn:
        return u"sign-in"_s;
    case LedgerNote::Refusal:
        return u"refusal"_s;
    case LedgerNote::Setting:
        return u"setting"_s;
    case LedgerNote::Operator:
        return u"operator"_s;
    case LedgerNote::Erasure:
        return u"erasure"_s;
    case LedgerNote::Restore:
        return u"restore"_s;
    }
    Q_UNREACHABLE();
}

// ---- bytes

void LedgerText::addNumber(qint64 number)
{
    char bytes[sizeof number];
    qToBigEndian(number, bytes);
    m_bytes.append('i').append(bytes, sizeof bytes);
}

void LedgerText::addBytes(char kind, QByteArrayView bytes)
{
    char size[sizeof(qint64)];
    qToBigEndian(qint64(bytes.size()), size);
    m_bytes.append(kind).append(size, sizeof size).append(bytes);
}

void LedgerText::addRow(const Statement &row, const LedgerTable &table, int first)
{
    for (int i = 0; i < int(table.types.size()); ++i) {
        const int column = first + i;
        if (row.isNull(column))
            addNothing();
        else if (table.types[i] == QLatin1Char('i'))
            addNumber(row.integer(column));
        else if (table.types[i] == QLatin1Char('t'))
            addText(row.text(column));
        else
            addBlob(row.blob(column));
    }
}

QByteArray LedgerLine::hashAfter(QByteArrayView previous, const Vault &vault) const
{
    LedgerText text;
    text.addBlob(previous);
    text.addNumber(sequence);
    text.addText(kind);
    text.addNumber(atUtcMs);
    for (const std::optional<RowId> &row : {subject, actor}) {
        if (row)
            text.addNumber(*row);
        else
            text.addNothing();
    }
    text.addText(detail);
    text.addBlob(content);
    text.addBlob(seals);
    return vault.ledgerHash(text.bytes(), sequence);
}

void LedgerSeals::add(int place, const QByteArray &hash)
{
    char bytes[placeSize];
    qToBigEndian(quint32(place), bytes);
    m_bytes.append(bytes, placeSize).append(hash);
}

QByteArrayView LedgerSeals::take(int place)
{
    const QByteArrayView all(m_bytes);
    while (m_next + sealEntrySize <= all.size()) {
        const auto found = int(qFromBigEndian<quint32>(all.data() + m_next));
        if (found > place)
            return {};
        const QByteArrayView hash = all.sliced(m_next + placeSize, sealEntrySize - placeSize);
        m_next += sealEntrySize;
        if (found == place)
            return hash;
    }
    return {};
}

// ---- lines

void LedgerRows::tell(LedgerSource source, RowId number)
{
    const LedgerTable &table = ledgerTable(source);
    LedgerLine line;
    line.kind = table.kind;
    line.subject = number;
    LedgerText text;
    LedgerSeals seals;
    {
        Statement row = m_connection.query(u"SELECT "_s + ledgerColumns(table) + u" FROM "_s + table.table +
                                               table.joins + u" WHERE "_s + table.number + u" = ?"_s,
                                           number);
        if (!row.next()) {
            m_connection.fail({ErrorCode::StoreFailed, u"the ledger has nothing to tell of"_s});
            return;
        }
        text.addRow(row, table, 0);
        for (int i = 0; i < table.seals; ++i) {
            if (const QByteArray sealed = row.blob(int(table.types.size()) + i); !sealed.isEmpty())
                seals.add(i, m_vault.ledgerHash(sealed));
        }
        if (source == LedgerSource::Entry && row.text(2) == voidKind)
            line.kind = voidKind;
    }
    line.content = m_vault.ledgerHash(text.bytes());
    line.seals = seals.bytes();
    append(std::move(line));
}

void LedgerRows::note(LedgerNote kind, const QString &detail)
{
    carry(ledgerNoteId(kind), detail);
}

void LedgerRows::carry(const QString &kind, const QString &detail)
{
    LedgerLine line;
    line.kind = kind;
    line.detail = detail;
    append(std::move(line));
}

void LedgerRows::append(LedgerLine line)
{
    QByteArray previous;
    {
        Statement last = m_connection.query(u"SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1"_s);
        if (last.next()) {
            line.sequence = last.integer(0);
            previous = last.blob(1);
        }
    }
    if (wasChanged()) {
        m_connection.fail({ErrorCode::KeyMissing, u"another program has changed the key"_s});
        return;
    }
    if (previous.isEmpty())
        previous = root(m_connection, m_vault);
    ++line.sequence;
    line.atUtcMs = QDateTime::currentMSecsSinceEpoch();
    line.actor = m_connection.acting().row;
    m_connection.run(
        u"INSERT INTO ledger (seq, kind, at_ms, subject, operator, detail, content, seals, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        line.sequence, line.kind, line.atUtcMs, line.subject, line.actor, line.detail, notNull(line.content),
        notNull(line.seals), line.hashAfter(previous, m_vault));
}

/// A program that writes beside the desk may have opened the folder before its key was changed.
bool LedgerRows::wasChanged()
{
    Statement row = m_connection.query(u"SELECT coalesce(max(number), 1) FROM folder_key"_s);
    return row.next() && row.integer(0) != m_vault.newest();
}

QByteArray LedgerRows::root(Connection &connection, const Vault &vault)
{
    const Result<OpenedFolder> folder = readFolderRow(connection);
    if (!folder) {
        connection.fail(folder.error());
        return {};
    }
    LedgerText text;
    text.addText(u"ledger"_s);
    text.addBlob(folder->folderId.toRfc4122());
    return vault.ledgerHash(text.bytes(), 0);
}

// ---- what is older

bool LedgerRows::adopt()
{
    QString kind;
    RowId next = 0;
    RowId end = 0;
    {
        // Persons first: the visitors that entries name are then there before them.
        Statement row = m_connection.query(u"SELECT kind, next, last FROM ledger_adoption WHERE next <= last "
                                           "ORDER BY kind DESC LIMIT 1"_s);
        if (!row.next())
            return false;
        kind = row.text(0);
        next = row.integer(1);
        end = row.integer(2);
    }
    const auto table = std::ranges::find(tables, kind, &LedgerTable::kind);
    if (table == tables.end()) {
        m_connection.fail(
            {ErrorCode::DatabaseDamaged, u"the ledger is to take in rows of an unknown kind"_s});
        return false;
    }
    const RowId last = qMin(end, next + adoptedPiece - 1);
    LedgerText text;
    LedgerSeals seals;
    {
        Statement rows = m_connection.query(u"SELECT "_s + ledgerColumns(*table) + u" FROM "_s +
                                                table->table + table->joins + u" WHERE "_s + table->number +
                                                u" BETWEEN ? AND ? ORDER BY "_s + table->number,
                                            next, last);
        for (int place = 0; rows.next();) {
            text.addRow(rows, *table, 0);
            for (int i = 0; i < table->seals; ++i, ++place) {
                const QByteArray sealed = rows.blob(int(table->types.size()) + i);
                if (!sealed.isEmpty())
                    seals.add(place, m_vault.ledgerHash(sealed));
            }
        }
    }
    LedgerLine line;
    line.kind = adoptedKind;
    line.subject = next;
    line.detail = u"%1 %2 %3"_s.arg(kind).arg(next).arg(last);
    line.content = m_vault.ledgerHash(text.bytes());
    line.seals = seals.bytes();
    append(std::move(line));
    m_connection.run(u"UPDATE ledger_adoption SET next = ? WHERE kind = ?"_s, last + 1, kind);
    return true;
}

} // namespace checkpoint
