#include "core/store/rowpieces.h"

#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// No table of a desk counts further.
constexpr RowId beyondAll = RowId(1) << 40;

} // namespace

RowPieces::RowPieces(Connection &connection, const QString &table, const QString &number,
                     const QString &columns)
    : m_connection(connection)
    , m_sql(u"SELECT %1, %2 FROM %3 WHERE %1 > ? ORDER BY %1 LIMIT ?"_s.arg(number, columns, table))
{
}

std::vector<StoredRow> RowPieces::next(int most)
{
    std::vector<StoredRow> rows;
    while (!m_atEnd && rows.empty()) {
        const bool whole = read(m_after, most, rows);
        if (!rows.empty())
            m_after = numberOf(rows.back().front());
        if (!whole)
            skipDamage();
        else if (rows.empty())
            m_atEnd = true;
    }
    return rows;
}

/// False when reading broke off; what was read until then is in `rows`.
bool RowPieces::read(RowId after, int most, std::vector<StoredRow> &rows)
{
    {
        Statement statement = m_connection.query(m_sql, after, most);
        while (statement.next()) {
            StoredRow row;
            for (int i = 0; i < statement.columns(); ++i)
                row.push_back(statement.value(i));
            rows.push_back(std::move(row));
        }
    }
    return !m_connection.failure();
}

void RowPieces::skipDamage()
{
    m_skipped = true;
    const RowId from = std::max<RowId>(m_after, 0);
    RowId unreadable = from;
    RowId readable = from;
    for (RowId step = 1;; step *= 2) {
        readable = from + step;
        std::vector<StoredRow> one;
        if (readable > beyondAll) {
            m_atEnd = true;
            return;
        }
        if (read(readable, 1, one))
            break;
        unreadable = readable;
    }
    while (readable - unreadable > 1) {
        const RowId middle = unreadable + (readable - unreadable) / 2;
        std::vector<StoredRow> one;
        (read(middle, 1, one) ? readable : unreadable) = middle;
    }
    m_after = readable;
}

DigestPieces::DigestPieces(Connection &connection, const QString &table, const QString &key,
                           const QString &columns)
    : m_connection(connection)
    , m_sql(u"SELECT %1 FROM %2"_s.arg(columns, table))
    , m_key(key)
    , m_keyWidth(int(key.count(u',')) + 1)
{
}

std::vector<StoredRow> DigestPieces::next(int most)
{
    std::vector<StoredRow> rows;
    while (!m_atEnd && rows.empty()) {
        rows = read(most);
        if (!rows.empty())
            m_last.assign(rows.back().begin(), rows.back().begin() + m_keyWidth);
        const bool broken = m_connection.failure().has_value();
        if (broken && !m_backwards) {
            m_backwards = true;
            m_last.clear();
        } else if (broken || rows.empty()) {
            m_atEnd = true; // from both ends as far as it can be read
        }
    }
    return rows;
}

std::vector<StoredRow> DigestPieces::read(int most)
{
    QString sql = m_sql;
    if (!m_last.empty())
        sql += u" WHERE (%1) %2 (%3)"_s.arg(m_key, m_backwards ? u"<"_s : u">"_s,
                                            QStringList(m_keyWidth, u"?"_s).join(u','));
    sql += u" ORDER BY "_s +
           (m_backwards ? QString(m_key).replace(u","_s, u" DESC,"_s) + u" DESC"_s : m_key) +
           u" LIMIT %1"_s.arg(most);
    std::vector<StoredRow> rows;
    Statement statement = m_connection.queryWith(sql, m_last);
    while (statement.next()) {
        StoredRow row;
        for (int i = 0; i < statement.columns(); ++i)
            row.push_back(statement.value(i));
        rows.push_back(std::move(row));
    }
    return rows;
}

qint64 numberOf(const StoredValue &value)
{
    const auto *number = std::get_if<qint64>(&value);
    return number ? *number : 0;
}

QString textOf(const StoredValue &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

QByteArray bytesOf(const StoredValue &value)
{
    const auto *bytes = std::get_if<QByteArray>(&value);
    return bytes ? *bytes : QByteArray();
}

} // namespace checkpoint
