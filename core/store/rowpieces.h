#pragma once

#include "core/store/connection.h"

#include <QString>

#include <vector>

namespace checkpoint {

using StoredRow = std::vector<StoredValue>;

/// Reads a table of another database in pieces, in the order of its numbers, around pages that cannot be
/// read: what lies beyond them is found by trying ever larger numbers, then halving. Used on the thread of
/// its connection.
class RowPieces
{
public:
    /// `columns` as for a SELECT, of the table (with its alias and joins); `number` is the column that
    /// counts its rows.
    RowPieces(Connection &connection, const QString &table, const QString &number, const QString &columns);

    /// The next rows, the number first; empty at the end. Never fails: what cannot be read is left out.
    std::vector<StoredRow> next(int most);
    /// Whether rows were left out.
    bool skippedAny() const { return m_skipped; }

private:
    bool read(RowId after, int most, std::vector<StoredRow> &rows);
    void skipDamage();

    Connection &m_connection;
    const QString m_sql;
    RowId m_after = std::numeric_limits<RowId>::min();
    bool m_atEnd = false;
    bool m_skipped = false;
};

/// The same of a table that is kept in the order of digests; around damage by reading from the other end.
class DigestPieces
{
public:
    /// `key` is one column, or several with commas, which come first in `columns`.
    DigestPieces(Connection &connection, const QString &table, const QString &key, const QString &columns);

    /// The next rows; empty at the end. Never fails.
    std::vector<StoredRow> next(int most);
    bool skippedAny() const { return m_backwards; }

private:
    std::vector<StoredRow> read(int most);

    Connection &m_connection;
    const QString m_sql; ///< of the table
    const QString m_key;
    const int m_keyWidth;
    bool m_backwards = false;
    bool m_atEnd = false;
    StoredRow m_last; ///< the key read last, in the direction of now
};

/// The number, text or bytes of a value; 0 or empty for another kind.
qint64 numberOf(const StoredValue &value);
QString textOf(const StoredValue &value);
QByteArray bytesOf(const StoredValue &value);
inline bool isNothing(const StoredValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

} // namespace checkpoint
