#include "core/store/storefolder.h"

#include "core/store/damage.h"
#include "core/store/foldercard.h"
#include "core/store/folderrow.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString logFile(const QString &database)
{
    return database + "-wal"_L1;
}

/// SQLite would take an emptied file for a new one and throw its log away. Only looks at sizes: closing a
/// file of this process that SQLite has open as well would drop SQLite's locks on it.
Result<void> checkSizes(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return Error{ErrorCode::DatabaseDamaged, u"the database is no file"_s};
    if (info.size() == 0 && QFileInfo(logFile(path)).size() > 0)
        return Error{ErrorCode::DatabaseDamaged, u"the database is empty, but its log is not"_s};
    return {};
}

/// Where there was a database no empty one is made.
Result<void> checkPlace(const QString &folder)
{
    if (std::ranges::any_of(rescuesOf(folder), std::not_fn(&Rescue::isInPlace)))
        return Error{ErrorCode::DatabaseDamaged, u"the database is being replaced"_s};
    if (hasCard(folder) && !QFileInfo::exists(databaseFile(folder)))
        return Error{ErrorCode::DatabaseDamaged, u"the database is gone"_s};
    return {};
}

/// Makes the file, so that nobody but the owner can read it; SQLite gives its log the same rights.
Result<void> makeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::ReadOnly, u"the database cannot be made: %1"_s.arg(file.errorString())};
    return {};
}

Result<void> makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return {};
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::ReadOnly, u"the data folder cannot be made"_s};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

/// What programs that were killed have left beside the record. The copy that a rescue works on is its own.
void removeLeftovers(const QString &folder)
{
    QDir dir(folder);
    QStringList names{u"checkpoint-merging.db*"_s, u"checkpoint-moving.db*"_s,
                      u"checkpoint-before-version-*.db.part*"_s};
    if (!dir.exists(u"checkpoint.rescue"_s))
        names.append(u"checkpoint-rescuing.db*"_s);
    for (const QString &name : dir.entryList(names, QDir::Files))
        dir.remove(name);
}

/// WAL lets readers work beside the writer; FULL has every commit on the disk before it is shown.
Result<void> configureWriter(Connection &connection)
{
    {
        Statement mode = connection.query(u"PRAGMA journal_mode = WAL"_s);
        if (mode.next() && mode.text(0) != "wal"_L1)
            connection.fail({ErrorCode::StoreFailed, u"SQLite cannot keep a write-ahead log here"_s});
    }
    connection.run(u"PRAGMA synchronous = FULL"_s);
    connection.run(u"PRAGMA foreign_keys = ON"_s);
    connection.run(u"PRAGMA secure_delete = ON"_s); // what is deleted is overwritten
    return connection.answer();
}

Result<OpenedFolder> readFolder(Connection &connection, const std::vector<Migration> &migrations)
{
    const Result<SchemaState> state = readSchema(connection, migrations);
    if (!state)
        return state.error();
    if (state->fresh)
        return Error{ErrorCode::NotFound, u"the database is still being made"_s};
    if (state->version < migrations.back().number) {
        return Error{ErrorCode::ReadOnly,
                     u"the database has the older version %1 and must be opened for writing once"_s.arg(
                         state->version)};
    }
    return readFolderRow(connection);
}

} // namespace

QString databaseFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint.db"_s);
}

Result<OpenedFolder> WritingFolder::open(const QString &folder, const std::vector<Migration> &migrations)
{
    if (auto made = makeFolder(folder); !made)
        return made.error();
    if (auto locked = m_lock.take(QDir(folder).filePath(u"checkpoint.lock"_s)); !locked)
        return locked.error();
    removeLeftovers(folder);
    Result<OpenedFolder> opened = openLocked(folder, migrations);
    if (!opened)
        close();
    return opened;
}

void WritingFolder::close()
{
    m_connection.close();
    m_lock.release();
}

Result<OpenedFolder> WritingFolder::openLocked(const QString &folder,
                                               const std::vector<Migration> &migrations)
{
    const QString path = databaseFile(folder);
    Result<void> done = checkPlace(folder);
    if (done)
        done = QFileInfo::exists(path) ? checkSizes(path) : makeFile(path);
    if (done)
        done = m_connection.open(path, Connection::Access::ReadWrite);
    if (!done)
        return done.error();

    const Result<SchemaState> state = readSchema(m_connection, migrations);
    if (!state)
        return state.error();
    done = configureWriter(m_connection);
    if (done) {
        const QString copyPrefix =
            QDir(folder).filePath(u"checkpoint-before-version-%1"_s.arg(migrations.back().number));
        done = migrate(m_connection, *state, migrations, copyPrefix);
    }
    if (done)
        done = ensureFolderRow(m_connection); // a write, so a file that cannot be written is found now
    if (done)
        done = lookForLostEnd(folder, m_connection);
    if (!done)
        return done.error();
    return readFolderRow(m_connection);
}

Result<OpenedFolder> openForReading(Connection &connection, const QString &folder,
                                    const std::vector<Migration> &migrations)
{
    const QString path = databaseFile(folder);
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, u"the folder has no database"_s};
    Result<void> done = checkSizes(path);
    if (done)
        done = connection.open(path, Connection::Access::ReadOnly);
    if (!done)
        return done.error();
    Result<OpenedFolder> opened = readFolder(connection, migrations);
    // In a folder where nothing can be written SQLite cannot keep the shared index that a log needs. Without
    // a log there is nothing to share: the file alone says everything.
    if (!opened && opened.error().code == ErrorCode::ReadOnly && QFileInfo(logFile(path)).size() == 0) {
        if (done = connection.open(path, Connection::Access::Immutable); !done)
            return done.error();
        opened = readFolder(connection, migrations);
    }
    if (opened)
        connection.run(u"PRAGMA cache_size = -16384"_s); // KiB: long reads look visitors up all over the file
    else
        connection.close();
    return opened;
}

Result<void> openForNoting(Connection &connection, const QString &folder)
{
    if (auto opened = connection.open(databaseFile(folder), Connection::Access::ReadWrite); !opened)
        return opened;
    const Result<void> configured = configureWriter(connection);
    if (!configured)
        connection.close();
    return configured;
}

} // namespace checkpoint
