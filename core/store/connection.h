#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <optional>
#include <unordered_map>
#include <utility>

namespace checkpoint {

class Connection;

/// The number of a row inside the database; never leaves core/store.
using RowId = qint64;

/// A statement with its values, run by Connection::query(). Gives its prepared form back to the connection
/// when it goes.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Steps to the next row; false at the end and after a failure.
    bool next();

    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    bool flag(int column) const { return integer(column) != 0; }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray blob(int column) const { return m_query.value(column).toByteArray(); }
    QUuid uuid(int column) const { return QUuid::fromRfc4122(blob(column)); }

private:
    friend class Connection;
    Statement(Connection *connection, QString sql, QSqlQuery query, bool usable);

    Connection *m_connection;
    QString m_sql;
    QSqlQuery m_query;
    bool m_usable;
};

/// One connection to the database, used on the thread that opened it and by one owner.
///
/// The first failure sticks: from then on statements do nothing (reads are empty, effects are none), until
/// the failure is taken by answer() or failure(), or the transaction ends. So a sequence of statements is
/// written straight down and judged once, at its end; nothing is ever done after a step that failed.
class Connection
{
public:
    enum class Access {
        ReadWrite, ///< makes the file when there is none
        ReadOnly,  ///< beside a writer
        Immutable, ///< no log, no locks: for a folder in which nothing can be written and nobody writes
    };

    Connection();
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Opens a file. SQLite looks into it only when the first statement runs.
    Result<void> open(const QString &path, Access access);
    void close();

    /// Runs a statement for its rows. Values are bound in order; what they may be: see toVariant().
    template <typename... Values> Statement query(const QString &sql, const Values &...values)
    {
        return start(sql, {toVariant(values)...});
    }

    /// Runs a statement for its effect.
    template <typename... Values> void run(const QString &sql, const Values &...values)
    {
        const Statement statement = start(sql, {toVariant(values)...});
    }

    /// The number of the row inserted last.
    RowId lastRow();

    /// How many rows the statement run last has changed.
    qint64 changedRows();

    bool failed() const { return m_failure.has_value(); }

    /// Makes the work so far fail for a reason that SQLite does not know of; the first reason stays.
    void fail(const Error &error);

    /// Takes what failed.
    std::optional<Error> failure() { return std::exchange(m_failure, std::nullopt); }

    /// The value, or what failed on the way to it.
    template <typename T> Result<T> answer(T value)
    {
        if (auto error = failure())
            return *error;
        return value;
    }
    Result<void> answer();

private:
    friend class Statement;

    static QVariant toVariant(const QString &text)
    {
        return text.isNull() ? QVariant(QLatin1String("")) : text;
    }
    static QVariant toVariant(const QByteArray &bytes) { return bytes; }
    static QVariant toVariant(qint64 number) { return number; }
    static QVariant toVariant(int number) { return number; }
    static QVariant toVariant(bool flag) { return flag ? 1 : 0; }
    static QVariant toVariant(const QUuid &id) { return id.toRfc4122(); }
    template <typename T> static QVariant toVariant(const std::optional<T> &value)
    {
        return value ? toVariant(*value) : QVariant();
    }

    Statement start(const QString &sql, const QVariantList &values);
    void noteFailure(const QSqlError &error);
    QSqlDatabase database() const;

    QString m_name; ///< of the connection, for QSqlDatabase
    QString m_path;
    std::unordered_map<QString, QSqlQuery> m_prepared; ///< those not in use
    std::optional<Error> m_failure;
};

/// A transaction over what is done in its scope: rolled back unless committed.
class Transaction
{
public:
    enum class Kind {
        Write, ///< takes the write lock at once
        Read,  ///< one state of the database for several reads
    };

    Transaction(Connection &connection, Kind kind);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Commits, unless something in it failed: then it rolls back and gives that failure.
    Result<void> commit();

private:
    void rollBack();

    Connection &m_connection;
    bool m_open = true;
};

} // namespace checkpoint
