#include "core/store/sqliteerror.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

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
    switch (sqliteCode) {
    case SQLITE_IOERR_READ: // the disk does not give what was written to it
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_CORRUPTFS:
        return ErrorCode::DatabaseDamaged;
    default:
        break;
    }
    switch (sqliteCode & 0xFF) { // the upper bytes say more about the same thing
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::InUse;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::DatabaseDamaged;
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_CANTOPEN:
        return hasNoRoom(path) ? ErrorCode::DiskFull : ErrorCode::ReadOnly;
    case SQLITE_IOERR:
        return hasNoRoom(path) ? ErrorCode::DiskFull : ErrorCode::StoreFailed;
    default:
        return ErrorCode::StoreFailed;
    }
}

} // namespace

Error storeError(int sqliteCode, const QString &words, const QString &path)
{
    return {errorCode(sqliteCode, path), u"SQLite %1: %2"_s.arg(sqliteCode).arg(words)};
}

} // namespace checkpoint
