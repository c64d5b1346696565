#include "core/store/sqliteerror.h"

#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// Primary result codes, https://sqlite.org/rescode.html; the upper bytes of a code say more about the same
// thing.
enum SqliteCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

/// Some ways of running out of room reach SQLite as plain failures (the shared index of the log, files to be
/// made).
bool hasNoRoom(const QString &path)
{
    constexpr qint64 leastRoom = 64 * 1024;
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() && !storage.isReadOnly() && storage.bytesAvailable() < leastRoom;
}

ErrorCode errorCode(int sqliteCode, const QString &path)
{
    switch (sqliteCode & 0xFF) {
    case Full:
        return ErrorCode::DiskFull;
    case Busy:
    case Locked:
        return ErrorCode::InUse;
    case Corrupt:
    case NotADatabase:
        return ErrorCode::DatabaseDamaged;
    case Permission:
    case ReadOnlyFile:
        return ErrorCode::ReadOnly;
    case CannotOpen:
        return hasNoRoom(path) ? ErrorCode::DiskFull : ErrorCode::ReadOnly;
    case InputOutput:
        return hasNoRoom(path) ? ErrorCode::DiskFull : ErrorCode::StoreFailed;
    default:
        return ErrorCode::StoreFailed;
    }
}

} // namespace

Error storeError(const QSqlError &error, const QString &path)
{
    const int sqliteCode = error.nativeErrorCode().toInt();
    return {errorCode(sqliteCode, path), u"SQLite %1: %2"_s.arg(sqliteCode).arg(error.databaseText())};
}

} // namespace checkpoint
