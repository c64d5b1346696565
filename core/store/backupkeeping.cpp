#include "core/store/backupkeeping.h"

#include "core/base/logging.h"
#include "core/store/backuprota.h"
#include "core/store/erasure.h"
#include "core/store/pagescrub.h"
#include "core/store/storethreads_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Copies made before migrations lie beside the database, without a moment in their names.
QList<BackupFile> copiesBeforeMigrations(const QString &dataFolder)
{
    QList<BackupFile> files;
    for (const QFileInfo &info :
         QDir(dataFolder).entryInfoList({u"checkpoint-before-version-*.db"_s}, QDir::Files))
        files.append({info.filePath(), info.lastModified().toUTC(), info.size()});
    return files;
}

/// Destroys in a backup what the record has destroyed since, and what is over its term.
Result<void> strip(const QString &path, BackgroundSide &record, qint64 nowMs)
{
    Connection backup;
    if (auto opened = openCopy(backup, path); !opened)
        return opened;
    return eraseLikeRecord(backup, record.connection, *record.vault, nowMs);
}

} // namespace

Result<QList<BackupFile>> backupsIn(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists())
        return Error{ErrorCode::WriteFailed, u"the folder %1 cannot be reached"_s.arg(folder)};
    QList<BackupFile> files;
    for (const QFileInfo &info : dir.entryInfoList({u"checkpoint-*.db"_s}, QDir::Files)) {
        if (const auto moment = momentOfBackup(info.fileName()))
            files.append({info.filePath(), *moment, info.size()});
    }
    std::ranges::sort(files, std::greater(), &BackupFile::moment);
    return files;
}

Result<void> openCopy(Connection &copy, const QString &path)
{
    if (auto opened = copy.open(path, Connection::Access::Alone); !opened)
        return opened;
    copy.run(u"PRAGMA synchronous = FULL"_s);
    copy.run(u"PRAGMA foreign_keys = ON"_s);
    copy.run(u"PRAGMA secure_delete = ON"_s);
    const std::vector<Migration> migrations = programMigrations();
    const Result<SchemaState> state = readSchema(copy, migrations);
    if (!state)
        return state.error();
    return migrate(copy, {true, state->version}, migrations, {}); // no copy of a copy
}

Result<void> eraseLikeRecord(Connection &copy, Connection &record, const Vault &vault, qint64 nowMs)
{
    QSet<QUuid> known;
    for (const ErasedVisitor &each : Erasure::erasedVisitors(copy))
        known.insert(each.id);
    QList<QUuid> byTerm;
    QList<QUuid> byRequest;
    for (const ErasedVisitor &each : Erasure::erasedVisitors(record)) {
        if (!known.contains(each.id))
            (each.cause == ErasureCause::Term ? byTerm : byRequest).append(each.id);
    }
    const RetentionTerms terms = Erasure::readTerms(record);
    if (auto read = record.answer(); !read)
        return read;
    Erasure erasure(copy, vault);
    bool any = Erasure::closeRequestsLike(copy, record) > 0;
    if (auto closed = copy.answer(); !closed)
        return closed;
    for (const auto &[ids, cause] :
         {std::pair(&byTerm, ErasureCause::Term), std::pair(&byRequest, ErasureCause::Request)}) {
        if (ids->isEmpty())
            continue;
        if (auto erased = erasure.eraseVisitors(*ids, cause, nowMs); !erased)
            return erased.error();
        any = true;
    }
    const Result<ErasureCounts> due = erasure.eraseAllDue(terms, nowMs);
    if (!due)
        return due.error();
    return any || !due->isNothing() ? PageScrub(copy).run() : Result<void>();
}

void letOldOnesGo(const QString &folder, BackgroundSide &record, qint64 nowMs)
{
    const QString dataFolder = record.folder;
    QList<BackupFile> files;
    if (const auto there = backupsIn(folder))
        files = *there;
    if (folder != Backups::defaultFolder(dataFolder)) {
        // The copy before a restore always lies there.
        if (const auto own = backupsIn(Backups::defaultFolder(dataFolder)))
            files += *own;
    }
    for (const BackupFile &file : std::as_const(files)) {
        if (file.path.endsWith(beforeRestore))
            QFile::remove(file.path);
    }
    files.removeIf([](const BackupFile &file) { return file.path.endsWith(beforeRestore); });
    files += copiesBeforeMigrations(dataFolder);
    QList<QDateTime> moments;
    for (const BackupFile &file : std::as_const(files))
        moments.append(file.moment);
    const QList<QDateTime> kept = keptBackups(moments);
    for (const BackupFile &file : std::as_const(files)) {
        if (!kept.contains(file.moment)) {
            if (!QFile::remove(file.path))
                qCWarning(lcStore, "an old backup cannot be removed");
        } else if (auto stripped = strip(file.path, record, nowMs); !stripped) {
            qCWarning(lcStore) << "a backup cannot be stripped:" << stripped.error().detail;
        }
    }
}

} // namespace checkpoint
