#include "core/store/databasecopy.h"

#include "core/base/wholefile.h"
#include "core/store/connection.h"
#include "core/store/folderrow.h"
#include "core/store/schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// The first version with a venue, with targets, with a ledger (resources/migrations).
constexpr int venueVersion = 3;
constexpr int targetVersion = 4;
constexpr int ledgerVersion = 7;

constexpr qint64 copyPiece = 1 << 20; ///< bytes
constexpr qint64 blockSize = 4096;    ///< of a disk, and of a database's page

Error notCopied(const QFile &to)
{
    return {to.error() == QFile::ResourceError ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
            u"%1: %2"_s.arg(to.fileName(), to.errorString())};
}

/// SQLite's own check, which costs one reading of the file.
Result<void> quickCheck(Connection &connection)
{
    Statement rows = connection.query(u"PRAGMA quick_check(1)"_s);
    if (rows.next() && rows.text(0) != "ok"_L1)
        return Error{ErrorCode::DatabaseDamaged, rows.text(0)};
    return connection.answer();
}

Result<void> syncFile(QFile &file)
{
    if (!file.flush())
        return Error{ErrorCode::WriteFailed, u"the copy cannot be completed: "_s + file.errorString()};
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return Error{ErrorCode::WriteFailed, u"the copy did not reach the disk"_s};
#endif
    return {};
}

/// A copy needs no log: without these marks SQLite would want to make one beside it, which a share or a
/// read-only disk may not let it. The two bytes are the file format's versions, 1: rollback journal.
Result<void> markAsPlainFile(const QString &path)
{
    constexpr qint64 versionPlace = 18;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(versionPlace) || file.write("\1\1", 2) != 2)
        return Error{ErrorCode::WriteFailed, u"the copy cannot be completed: "_s + file.errorString()};
    return syncFile(file);
}

/// Opens a file that nobody writes for reading. A journal beside it is of a change that was broken off:
/// SQLite takes that back when the file is opened for writing and read.
Result<void> openPlainFile(Connection &connection, const QString &path)
{
    if (QFileInfo(path + u"-journal"_s).size() > 0) {
        Connection writing;
        if (auto opened = writing.open(path, Connection::Access::Alone); !opened)
            return opened;
        writing.run(u"PRAGMA user_version"_s);
        if (auto takenBack = writing.answer(); !takenBack)
            return takenBack;
    }
    return connection.open(path, Connection::Access::Immutable);
}

Result<void> fillCopy(Connection &from, const QString &part, const CopyProgress &goesOn)
{
    Connection copy;
    if (auto opened = copy.open(part, Connection::Access::Alone); !opened)
        return opened;
    copy.run(u"PRAGMA journal_mode = OFF"_s); // a copy that breaks off is thrown away
    copy.run(u"PRAGMA synchronous = FULL"_s);
    if (auto set = copy.answer(); !set)
        return set;
    return from.copyTo(copy, goesOn);
}

bool holdsTheSame(const BackupContents &one, const BackupContents &other)
{
    return one.folderId == other.folderId && one.entries == other.entries && one.visitors == other.visitors &&
           one.lastUtcMs == other.lastUtcMs && one.ledgerLines == other.ledgerLines &&
           one.ledgerHash == other.ledgerHash;
}

} // namespace

Result<BackupContents> contentsOf(Connection &connection)
{
    const std::vector<Migration> migrations = programMigrations();
    const Result<SchemaState> schema = readSchema(connection, migrations);
    if (!schema)
        return schema.error();
    if (schema->fresh)
        return Error{ErrorCode::DatabaseDamaged, u"there is nothing in it"_s};
    const Result<OpenedFolder> folder = readFolderRow(connection);
    if (!folder && folder.error().code != ErrorCode::NotFound) // its making was broken off
        return folder.error();
    BackupContents contents;
    contents.version = schema->version;
    if (folder)
        contents.folderId = folder->folderId;
    if (folder && folder->keyRecord)
        contents.keyId = folder->keyRecord->keyId;
    {
        Statement row = connection.query(u"SELECT count(*), min(at_ms), max(at_ms) FROM entry"_s);
        if (row.next() && (contents.entries = row.integer(0)) > 0) {
            contents.firstUtcMs = row.integer(1);
            contents.lastUtcMs = row.integer(2);
        }
    }
    const auto first = [&connection](const QString &sql) {
        Statement row = connection.query(sql);
        return row.next() ? row.value(0) : StoredValue();
    };
    const auto text = [](const StoredValue &value) {
        const auto *said = std::get_if<QString>(&value);
        return said ? *said : QString();
    };
    {
        Statement row = connection.query(u"SELECT count(*) FROM visitor"_s);
        contents.visitors = row.next() ? row.integer(0) : 0;
    }
    if (contents.version >= venueVersion)
        contents.venue = text(first(u"SELECT name FROM venue"_s));
    if (contents.version >= targetVersion)
        contents.desk = text(first(u"SELECT desk_id FROM target WHERE desk_id <> '' ORDER BY id LIMIT 1"_s));
    if (contents.version >= ledgerVersion) {
        Statement row = connection.query(u"SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1"_s);
        if (row.next()) {
            contents.ledgerLines = row.integer(0);
            contents.ledgerHash = row.blob(1);
        }
    }
    return connection.answer(contents);
}

Result<BackupContents> contentsOfFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return Error{ErrorCode::NotFound, u"there is no file %1"_s.arg(path)};
    Connection connection;
    if (auto opened = openPlainFile(connection, path); !opened)
        return opened.error();
    Result<BackupContents> contents = contentsOf(connection);
    if (contents)
        contents->bytes = info.size();
    return contents;
}

Result<void> checkCopy(const QString &path)
{
    Connection connection;
    if (auto opened = openPlainFile(connection, path); !opened)
        return opened;
    return quickCheck(connection);
}

Result<void> copyFile(const QString &path, const QString &to)
{
    QFile from(path);
    QFile file(to);
    if (!from.open(QIODevice::ReadOnly))
        return Error{ErrorCode::SourceUnreadable, u"%1: %2"_s.arg(path, from.errorString())};
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(to, file.errorString())};
    Result<void> copied;
    QByteArray piece(copyPiece, Qt::Uninitialized);
    for (qint64 read = 1; copied && read > 0;) {
        read = from.read(piece.data(), piece.size());
        if (read < 0)
            copied = Error{ErrorCode::SourceUnreadable, u"%1: %2"_s.arg(path, from.errorString())};
        else if (file.write(piece.constData(), read) != read || !file.flush())
            copied = notCopied(file);
    }
    if (copied)
        copied = syncFile(file);
    if (!copied)
        file.remove();
    else
        syncFolder(QFileInfo(to).absolutePath());
    return copied;
}

Result<void> copyReadable(QIODevice &from, const QString &to)
{
    QFile file(to);
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(to, file.errorString())};
    const qint64 size = from.size();
    QByteArray piece(copyPiece, Qt::Uninitialized);
    const auto readAt = [&](qint64 at, qint64 most) {
        return from.seek(at) ? from.read(piece.data(), qMin(most, size - at)) : -1;
    };
    for (qint64 at = 0; at < size;) {
        qint64 bytes = readAt(at, piece.size());
        if (bytes <= 0)
            bytes = readAt(at, blockSize);
        if (bytes <= 0) {
            bytes = qMin(blockSize, size - at);
            piece.replace(0, bytes, QByteArray(bytes, '\0'));
        }
        if (file.write(piece.constData(), bytes) != bytes || !file.flush())
            return notCopied(file);
        at += bytes;
    }
    return {};
}

Result<void> moveFile(const QString &part, const QString &path)
{
    QFile file(part);
    if (!file.open(QIODevice::ReadWrite))
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(part, file.errorString())};
    if (auto synced = syncFile(file); !synced)
        return synced;
    file.close();
    std::error_code failure;
    std::filesystem::rename(QFileInfo(part).filesystemFilePath(), QFileInfo(path).filesystemFilePath(),
                            failure);
    if (failure)
        return Error{ErrorCode::WriteFailed, u"%1 cannot be given its name"_s.arg(part)};
    syncFolder(QFileInfo(path).absolutePath());
    return {};
}

Result<BackupContents> copyDatabase(Connection &from, const QString &path, const CopyProgress &goesOn)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir()) {
        if (!QDir().mkpath(folder))
            return Error{ErrorCode::WriteFailed, u"the folder %1 cannot be made"_s.arg(folder)};
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString part = path + u".part"_s;
    QFile::remove(part);
    {
        QFile file(part); // nobody but the owner may read it
        if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(folder, file.errorString())};
    }
    Transaction state(from, Transaction::Kind::Read);
    const Result<BackupContents> wanted = contentsOf(from);
    Result<void> done = wanted ? fillCopy(from, part, goesOn) : Result<void>(wanted.error());
    if (done)
        done = markAsPlainFile(part);
    if (done)
        done = checkCopy(part);
    Result<BackupContents> copied = done ? contentsOfFile(part) : Result<BackupContents>(done.error());
    if (copied && !holdsTheSame(*copied, *wanted))
        copied = Error{ErrorCode::DatabaseDamaged, u"the copy does not hold what the record does"_s};
    if (copied)
        done = moveFile(part, path);
    if (!done)
        copied = done.error();
    if (!copied)
        QFile::remove(part);
    return copied;
}

} // namespace checkpoint
