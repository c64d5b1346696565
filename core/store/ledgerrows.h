#pragma once

#include "core/store/connection.h"
#include "core/store/ledger.h"
#include "core/store/vault.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace checkpoint {

/// The tables whose rows the ledger tells of.
enum class LedgerSource { Person, Entry, Addition, Reveal };

/// How the ledger reads a row of such a table.
struct LedgerTable
{
    LedgerSource source;
    QLatin1StringView kind;    ///< in the ledger; an entry that takes another back is called "void" there
    QLatin1StringView table;   ///< with its alias
    QLatin1StringView number;  ///< the column that counts the rows
    QLatin1StringView joins;   ///< what the columns need beside the table
    QLatin1StringView columns; ///< those in the clear, the number first, then the sealed ones
    QLatin1StringView types;   ///< of those in the clear: b(lob), i(nteger), t(ext)
    int seals;                 ///< how many columns are sealed
    QLatin1StringView written; ///< the column with the moment in milliseconds

    constexpr int width() const { return int(types.size()) + seals; }
};

const LedgerTable &ledgerTable(LedgerSource source);
inline constexpr std::array ledgerSources{LedgerSource::Person, LedgerSource::Entry, LedgerSource::Addition,
                                          LedgerSource::Reveal};

/// Values one after another, each with its kind and length, so that no two lists of values have the same
/// bytes.
class LedgerText
{
public:
    void addNumber(qint64 number);
    void addBlob(QByteArrayView bytes) { addBytes('b', bytes); }
    void addText(const QString &text) { addBytes('t', text.toUtf8()); }
    void addNothing() { m_bytes.append('n'); }

    /// The clear columns of a row of the table, which start at that column of the statement.
    void addRow(const Statement &row, const LedgerTable &table, int first);

    QByteArrayView bytes() const { return m_bytes; }

private:
    void addBytes(char kind, QByteArrayView bytes);

    QByteArray m_bytes;
};

/// One line of the ledger.
struct LedgerLine
{
    qint64 sequence = 0;
    QString kind;
    qint64 atUtcMs = 0;
    std::optional<RowId> subject;
    std::optional<RowId> actor;
    QString detail;
    QByteArray content;
    QByteArray seals;
    QByteArray hash;

    /// What the hash has to be after the line with that hash.
    QByteArray hashAfter(QByteArrayView previous, const Vault &vault) const;
};

/// The hashes of the ciphertexts of one row or of many: of each that there is, its place and its hash.
class LedgerSeals
{
public:
    explicit LedgerSeals(QByteArray bytes = {}) : m_bytes(std::move(bytes)) {}

    void add(int place, const QByteArray &hash);
    /// The hash of the seal at that place, empty when there was none. Places are asked for in their order.
    QByteArrayView take(int place);
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    qsizetype m_next = 0;
};

/// The columns of a table as the ledger reads them, for a SELECT.
QString ledgerColumns(const LedgerTable &table);

/// The ledger, appended to within the transaction of what it tells of. Used on the writing thread.
class LedgerRows
{
public:
    LedgerRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// Tells of a row that was written just now.
    void tell(LedgerSource source, RowId number);

    /// Tells of something that has no row of its own.
    void note(LedgerNote kind, const QString &detail);

    /// The same of what another ledger of the folder told.
    void carry(const QString &kind, const QString &detail);

    /// Takes the next older rows into the ledger, some ten milliseconds of work; false when none is left.
    bool adopt();

    /// The hash that the first line follows.
    static QByteArray root(Connection &connection, const Vault &vault);

    static constexpr auto adoptedKind = QLatin1StringView("adopted");

private:
    void append(LedgerLine line);
    bool wasChanged();

    Connection &m_connection;
    const Vault &m_vault;
};

/// The name of a note's kind in the ledger.
QString ledgerNoteId(LedgerNote kind);

} // namespace checkpoint
