#include "core/store/movein.h"

#include "core/store/connection.h"
#include "core/store/folderlock.h"
#include "core/store/lastcommit.h"
#include "core/store/storefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// A desk that was just set up has a folder id and a key, but nothing is sealed with it and nobody is known.
Result<void> mustBeUnused(const QString &database)
{
    if (!QFileInfo::exists(database))
        return {};
    Connection connection;
    if (auto opened = connection.open(database, Connection::Access::ReadOnly); !opened)
        return opened;
    const Result<BackupContents> held = contentsOf(connection);
    if (!held)
        return held.error();
    Statement rows =
        connection.query(u"SELECT (SELECT count(*) FROM operator) + (SELECT count(*) FROM target)"_s);
    const bool unused = held->entries == 0 && held->visitors == 0 && held->venue.isEmpty() && rows.next() &&
                        rows.integer(0) == 0;
    if (auto read = connection.answer(); !read)
        return read;
    return unused ? Result<void>()
                  : Error{ErrorCode::OtherFolder, u"the data folder holds a record of its own"_s};
}

} // namespace

Result<BackupContents> moveIn(const QString &folder, const QString &path)
{
    const Result<BackupContents> contents = contentsOfFile(path);
    const Result<void> sound = contents ? checkCopy(path) : contents.error();
    if (!sound)
        return sound.error();
    QDir dir(folder);
    if (!dir.exists()) {
        if (!QDir().mkpath(folder))
            return Error{ErrorCode::ReadOnly, u"the data folder cannot be made"_s};
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    FolderLock lock;
    if (auto taken = lock.take(dir.filePath(u"checkpoint.lock"_s)); !taken)
        return taken.error();
    const QString database = databaseFile(folder);
    if (auto unused = mustBeUnused(database); !unused)
        return unused.error();
    const QString moving = dir.filePath(u"checkpoint-moving.db"_s);
    QFile::remove(moving);
    if (auto copied = copyFile(path, moving); !copied)
        return copied.error();
    // Its log, its card and its note first: they would be taken for those of the new one.
    for (const auto suffix : {"-wal"_L1, "-shm"_L1})
        QFile::remove(database + suffix);
    dir.remove(u"checkpoint.folder"_s);
    LastCommit::forget(folder);
    if (auto moved = moveFile(moving, database); !moved)
        return moved.error();
    return contents;
}

} // namespace checkpoint
