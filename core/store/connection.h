#pragma once

#include "core/base/result.h"
#include "core/domain/access.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUuid>

#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace checkpoint {

class Connection;

/// The number of a row inside the database; never leaves core/store.
using RowId = qint64;

/// On whose behalf a connection writes.
struct Acting
{
    Role role = Role::Administrator;
    std::optional<RowId> row =
        {}; ///< of the operator; without one the role follows from whether there are any
};

/// Any value of a row, for copying rows as they are. The record knows no other kinds.
using StoredValue = std::variant<std::monostate, qint64, QString, QByteArray>;

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

    bool isNull(int column) const;
    qint64 integer(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    QString text(int column) const { return QString::fromUtf8(bytes(column)); }
    QByteArray blob(int column) const { return bytes(column).toByteArray(); }
    QUuid uuid(int column) const { return QUuid::fromRfc4122(bytes(column)); }

    StoredValue value(int column) const;
    int columns() const;

    /// A text (in UTF-8) or blob where it lies: until the next step.
    QByteArrayView bytes(int column) const;

private:
    friend class Connection;

    struct Finalize
    {
        void operator()(sqlite3_stmt *prepared) const;
    };
    using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

    /// Where it stands: the first row is fetched at once, so that what fails fails where it is run.
    enum class State { AtEnd, BeforeFetched, Running };

    Statement(Connection *connection, QString sql, Prepared prepared)
        : m_connection(connection), m_sql(std::move(sql)), m_prepared(std::move(prepared))
    {
    }

    void bind(int place, const QString &text);
    void bind(int place, const QByteArray &bytes); // a null one is NULL
    void bind(int place, const QUuid &id);
    void bindNumber(int place, qint64 number);
    void bind(int place, const StoredValue &value);
    template <std::integral Number> void bind(int place, Number number) { bindNumber(place, number); }
    template <typename T> void bind(int place, const std::optional<T> &value)
    {
        if (value) // what is not bound is NULL
            bind(place, *value);
    }

    void begin(int values);
    bool step();

    Connection *m_connection;
    QString m_sql;
    Prepared m_prepared; ///< none: it could not be prepared
    State m_state = State::AtEnd;
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
        Alone,     ///< makes and writes a file that nobody else knows of, without locks: shares may have none
    };

    Connection() = default;
    ~Connection() { close(); }
    Q_DISABLE_COPY_MOVE(Connection)

    /// Opens a file. SQLite looks into it only when the first statement runs.
    Result<void> open(const QString &path, Access access);
    void close();

    /// Runs a statement for its rows. Values are bound in order; what they may be: see Statement::bind().
    template <typename... Values> Statement query(const QString &sql, const Values &...values)
    {
        Statement statement = prepare(sql);
        [[maybe_unused]] int place = 0;
        (statement.bind(++place, values), ...);
        statement.begin(place);
        return statement;
    }

    /// Runs a statement for its effect.
    template <typename... Values> void run(const QString &sql, const Values &...values)
    {
        const Statement statement = query(sql, values...);
    }

    /// The same with values of which only the caller knows how many.
    Statement queryWith(const QString &sql, const std::vector<StoredValue> &values);
    void runWith(const QString &sql, const std::vector<StoredValue> &values)
    {
        const Statement statement = queryWith(sql, values);
    }

    /// Copies the whole database into that of another connection (sqlite3_backup), some pages at a time.
    /// Within a read transaction of this one the copy is of one state, and whoever writes goes on meanwhile.
    /// Cancelled as soon as `goesOn(pages done, pages in all)` says no.
    Result<void> copyTo(Connection &other, const std::function<bool(qint64 done, qint64 all)> &goesOn);

    /// The number of the row inserted last.
    RowId lastRow();

    /// How many rows the statement run last has changed.
    qint64 changedRows();

    /// On whose behalf is written from now on.
    void setActing(const Acting &acting) { m_acting = acting; }
    const Acting &acting() const { return m_acting; }
    /// Makes the work so far fail unless whoever acts may do that.
    void require(Deed deed);

    bool failed() const { return m_failure.has_value(); }

    /// Makes the work so far fail for a reason that SQLite does not know of; the first reason stays.
    void fail(const Error &error);

    /// Takes what failed.
    std::optional<Error> failure()
    {
        m_refused = false;
        return std::exchange(m_failure, std::nullopt);
    }

    /// Takes what failed when the rules of the tables refused a row (its columns' kinds, keys, triggers); the
    /// statement has had no effect and the transaction goes on. False for everything else.
    bool takeRefusal();

    /// The value, or what failed on the way to it.
    template <typename T> Result<T> answer(T value)
    {
        if (auto error = failure())
            return *error;
        return value;
    }
    Result<void> answer();

private:
    friend class PageScrub;
    friend class Statement;

    struct Close
    {
        void operator()(sqlite3 *database) const;
    };

    Statement prepare(const QString &sql);
    void noteFailure();
    void refreshActing();

    QString m_path;
    std::unique_ptr<sqlite3, Close> m_database;
    std::unordered_map<QString, Statement::Prepared> m_prepared; ///< those not in use
    std::optional<Error> m_failure;
    bool m_refused = false; ///< that was the failure
    Acting m_acting;
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
