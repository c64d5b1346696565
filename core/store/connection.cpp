#include "core/store/connection.h"

#include "core/store/sqliteerror.h"

#include <QSqlError>
#include <QUrl>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// Somebody else (a check-pointing reader, a backup tool) may hold the file for a moment.
constexpr auto busyTimeout = "QSQLITE_BUSY_TIMEOUT=5000"_L1;

QString newConnectionName()
{
    static std::atomic<quint64> count = 0;
    return u"checkpoint-%1"_s.arg(++count);
}

} // namespace

Statement::Statement(Connection *connection, QString sql, QSqlQuery query, bool usable)
    : m_connection(connection), m_sql(std::move(sql)), m_query(std::move(query)), m_usable(usable)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_query(std::move(other.m_query))
    , m_usable(std::exchange(other.m_usable, false))
{
}

Statement::~Statement()
{
    if (!m_connection || !m_usable)
        return;
    m_query.finish();
    m_connection->m_prepared.insert_or_assign(m_sql, std::move(m_query));
}

bool Statement::next()
{
    if (!m_usable || m_connection->failed())
        return false;
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        m_connection->noteFailure(m_query.lastError());
    return false;
}

Connection::Connection() : m_name(newConnectionName()) {}

Connection::~Connection()
{
    close();
}

Result<void> Connection::open(const QString &path, Access access)
{
    close();
    m_path = path;
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    QString options = busyTimeout;
    if (access != Access::ReadWrite)
        options += ";QSQLITE_OPEN_READONLY"_L1;
    if (access == Access::Immutable) {
        options += ";QSQLITE_OPEN_URI"_L1;
        const QByteArray url = QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded) + "?immutable=1";
        database.setDatabaseName(QString::fromLatin1(url));
    } else {
        database.setDatabaseName(path);
    }
    database.setConnectOptions(options);
    if (!database.open())
        noteFailure(database.lastError());
    return answer();
}

void Connection::close()
{
    m_failure.reset();
    if (!QSqlDatabase::contains(m_name))
        return;
    m_prepared.clear();
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

RowId Connection::lastRow()
{
    Statement statement = query(u"SELECT last_insert_rowid()"_s);
    return statement.next() ? statement.integer(0) : 0;
}

qint64 Connection::changedRows()
{
    Statement statement = query(u"SELECT changes()"_s);
    return statement.next() ? statement.integer(0) : 0;
}

void Connection::fail(const Error &error)
{
    if (!m_failure)
        m_failure = error;
}

Result<void> Connection::answer()
{
    if (auto error = failure())
        return *error;
    return {};
}

Statement Connection::start(const QString &sql, const QVariantList &values)
{
    if (failed())
        return {this, sql, QSqlQuery(), false};

    // Taken out while in use, so that the same statement can run inside itself.
    auto prepared = m_prepared.extract(sql);
    QSqlQuery query = prepared ? std::move(prepared.mapped()) : QSqlQuery(database());
    if (!prepared) {
        query.setForwardOnly(true);
        if (!query.prepare(sql)) {
            noteFailure(query.lastError());
            return {this, sql, QSqlQuery(), false};
        }
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec()) {
        noteFailure(query.lastError());
        query.finish();
        return {this, sql, QSqlQuery(), false};
    }
    return {this, sql, std::move(query), true};
}

void Connection::noteFailure(const QSqlError &error)
{
    fail(storeError(error, m_path));
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Transaction::Transaction(Connection &connection, Kind kind) : m_connection(connection)
{
    m_connection.run(kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
}

Transaction::~Transaction()
{
    if (m_open)
        rollBack();
}

Result<void> Transaction::commit()
{
    m_connection.run(u"COMMIT"_s);
    if (auto error = m_connection.failure()) {
        rollBack();
        return *error;
    }
    m_open = false;
    return {};
}

void Transaction::rollBack()
{
    m_open = false;
    m_connection.failure();
    // SQLite may have rolled back by itself already; then there is nothing to do and it says so.
    m_connection.run(u"ROLLBACK"_s);
    m_connection.failure();
}

} // namespace checkpoint
