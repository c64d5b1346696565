#include "core/store/connection.h"

#include "core/store/sqliteerror.h"

#include <QUrl>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// Somebody else (a check-pointing reader, a backup tool) may hold the file for a moment.
constexpr int busyTimeoutMs = 5000;

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *prepared) const
{
    sqlite3_finalize(prepared);
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_sql(std::move(other.m_sql))
    , m_prepared(std::move(other.m_prepared))
    , m_state(std::exchange(other.m_state, State::AtEnd))
{
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    sqlite3_reset(m_prepared.get());
    sqlite3_clear_bindings(m_prepared.get());
    m_connection->m_prepared.insert_or_assign(std::move(m_sql), std::move(m_prepared));
}

bool Statement::next()
{
    if (m_connection->failed() || m_state == State::AtEnd)
        return false;
    if (m_state == State::Running)
        return step();
    m_state = State::Running;
    return true;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared.get(), column);
}

StoredValue Statement::value(int column) const
{
    switch (sqlite3_column_type(m_prepared.get(), column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_BLOB:
        return blob(column).isNull() ? QByteArray("") : blob(column);
    default:
        return text(column);
    }
}

int Statement::columns() const
{
    return sqlite3_column_count(m_prepared.get());
}

QByteArrayView Statement::bytes(int column) const
{
    const auto *first = static_cast<const char *>(sqlite3_column_blob(m_prepared.get(), column));
    return {first, sqlite3_column_bytes(m_prepared.get(), column)};
}

void Statement::bind(int place, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_prepared.get(), place, utf8.isNull() ? "" : utf8.constData(), int(utf8.size()),
                      SQLITE_TRANSIENT);
}

void Statement::bind(int place, const QByteArray &bytes)
{
    if (!bytes.isNull())
        sqlite3_bind_blob(m_prepared.get(), place, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

void Statement::bind(int place, const QUuid &id)
{
    bind(place, id.toRfc4122());
}

void Statement::bindNumber(int place, qint64 number)
{
    sqlite3_bind_int64(m_prepared.get(), place, number);
}

void Statement::bind(int place, const StoredValue &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        bindNumber(place, *number);
    else if (const auto *text = std::get_if<QString>(&value))
        bind(place, *text);
    else if (const auto *bytes = std::get_if<QByteArray>(&value))
        bind(place, *bytes);
}

void Statement::begin(int values)
{
    if (!m_prepared)
        return;
    if (sqlite3_bind_parameter_count(m_prepared.get()) != values)
        m_connection->fail({ErrorCode::WrongUse, u"a statement with too few or too many values"_s});
    else if (step())
        m_state = State::BeforeFetched;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_prepared.get());
    if (code == SQLITE_ROW)
        return true;
    m_state = State::AtEnd;
    if (code != SQLITE_DONE)
        m_connection->noteFailure();
    return false;
}

void Connection::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Result<void> Connection::open(const QString &path, Access access)
{
    close();
    m_path = path;
    QByteArray name = path.toUtf8();
    int flags = SQLITE_OPEN_NOMUTEX;
    const bool writes = access == Access::ReadWrite || access == Access::Alone;
    flags |= writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    if (access == Access::Immutable) {
        flags |= SQLITE_OPEN_URI;
        name = QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded) + "?immutable=1";
    } else if (access == Access::Alone) {
        flags |= SQLITE_OPEN_URI;
        name = QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded) + "?nolock=1";
    }
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &database, flags, nullptr);
    m_database.reset(database);
    if (code != SQLITE_OK) {
        noteFailure();
        m_database.reset();
        return answer();
    }
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, busyTimeoutMs);
    return {};
}

void Connection::close()
{
    failure();
    m_prepared.clear();
    m_database.reset();
}

Statement Connection::queryWith(const QString &sql, const std::vector<StoredValue> &values)
{
    Statement statement = prepare(sql);
    for (std::size_t i = 0; statement.m_prepared && i < values.size(); ++i)
        statement.bind(int(i) + 1, values[i]);
    statement.begin(int(values.size()));
    return statement;
}

Result<void> Connection::copyTo(Connection &other, const std::function<bool(qint64, qint64)> &goesOn)
{
    constexpr int pagesAStep = 256; // a megabyte: some milliseconds
    sqlite3_backup *copying = sqlite3_backup_init(other.m_database.get(), "main", m_database.get(), "main");
    if (!copying) {
        other.noteFailure();
        return other.answer();
    }
    int code = SQLITE_OK;
    bool stopped = false;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        const int all = sqlite3_backup_pagecount(copying);
        stopped = !goesOn(all - sqlite3_backup_remaining(copying), all);
        if (stopped)
            break;
        code = sqlite3_backup_step(copying, pagesAStep);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(20);
    }
    sqlite3_backup_finish(copying);
    if (stopped)
        return Error{ErrorCode::Cancelled, u"the copy was stopped"_s};
    if (code != SQLITE_DONE)
        return storeError(code, QString::fromUtf8(sqlite3_errstr(code)), other.m_path);
    return {};
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

bool Connection::takeRefusal()
{
    if (!m_refused)
        return false;
    failure();
    return true;
}

void Connection::fail(const Error &error)
{
    if (!m_failure)
        m_failure = error;
}

void Connection::require(Deed deed)
{
    refreshActing();
    if (!mayDo(m_acting.role, deed))
        fail({ErrorCode::NotAllowed, u"%1 may not %2"_s.arg(roleId(m_acting.role), deedId(deed))});
}

/// Another program may have made the first operator, or removed the one who acts or given them another role.
void Connection::refreshActing()
{
    if (m_acting.row) {
        Statement row =
            query(u"SELECT role FROM operator WHERE id = ? AND removed_ms IS NULL"_s, *m_acting.row);
        if (row.next()) {
            m_acting.role = roleFromId(row.text(0)).value_or(Role::Operator);
            return;
        }
    }
    Statement row = query(u"SELECT 1 FROM operator WHERE removed_ms IS NULL LIMIT 1"_s);
    m_acting = {row.next() ? Role::Nobody : Role::Administrator, {}};
}

Result<void> Connection::answer()
{
    if (auto error = failure())
        return *error;
    return {};
}

Statement Connection::prepare(const QString &sql)
{
    if (failed())
        return {this, sql, nullptr};

    // Taken out while in use, so that the same statement can run inside itself.
    if (auto kept = m_prepared.extract(sql))
        return {this, sql, std::move(kept.mapped())};
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    const char *rest = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), utf8.constData(), int(utf8.size()) + 1,
                           SQLITE_PREPARE_PERSISTENT, &prepared, &rest) != SQLITE_OK)
        noteFailure();
    else if (!QByteArrayView(rest).trimmed().isEmpty())
        fail({ErrorCode::WrongUse, u"more than one statement at a time"_s});
    Statement::Prepared owned(prepared);
    return {this, sql, failed() ? nullptr : std::move(owned)};
}

void Connection::noteFailure()
{
    sqlite3 *database = m_database.get();
    const int code = sqlite3_errcode(database) & 0xFF;
    m_refused = !m_failure && (code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH);
    fail(storeError(sqlite3_extended_errcode(database), QString::fromUtf8(sqlite3_errmsg(database)), m_path));
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
