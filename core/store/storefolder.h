#pragma once

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/entrystore.h"
#include "core/store/folderlock.h"
#include "core/store/schema.h"

#include <QString>

#include <vector>

namespace checkpoint {

/// The database's file inside a data folder.
QString databaseFile(const QString &folder);

/// The one writing connection of a data folder, with the folder's lock. Used on the writing thread.
class WritingFolder
{
public:
    /// Makes or migrates the database and opens it. InUse, DatabaseNewer, DatabaseDamaged, ReadOnly, DiskFull
    /// or StoreFailed; nothing is overwritten then, and the lock is free again.
    Result<OpenedFolder> open(const QString &folder, const std::vector<Migration> &migrations);
    void close();

    Connection &connection() { return m_connection; }

private:
    Result<OpenedFolder> openLocked(const QString &folder, const std::vector<Migration> &migrations);

    FolderLock m_lock; ///< goes after the connection
    Connection m_connection;
};

/// Opens a data folder for reading, beside a writer, after one that was killed, or where nothing can be
/// written. NotFound when there is no database; otherwise as WritingFolder::open().
Result<OpenedFolder> openForReading(Connection &connection, const QString &folder,
                                    const std::vector<Migration> &migrations);

/// Opens a folder that is open for reading once more, for writing short notes beside another program; the
/// folder's lock stays with that one.
Result<void> openForNoting(Connection &connection, const QString &folder);

} // namespace checkpoint
