#include "core/store/backups.h"

#include "core/store/backupkeeping.h"
#include "core/store/backuprota.h"
#include "core/store/folderrow.h"
#include "core/store/keyrows.h"
#include "core/store/ledgerrows.h"
#include "core/store/movein.h"
#include "core/store/storethreads_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>

#include <filesystem>
#include <system_error>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

CopyProgress copyProgress(const Backups::Progress &progress, std::function<bool()> stopped)
{
    return [progress, stopped = std::move(stopped)](qint64 done, qint64 all) {
        if (progress)
            progress(all > 0 ? int(done * 1000 / all) : 0);
        return !stopped();
    };
}

Result<void> mustBeOf(const BackupContents &backup, Connection &record)
{
    const Result<OpenedFolder> folder = readFolderRow(record);
    if (!folder)
        return folder.error();
    if (backup.folderId != folder->folderId)
        return Error{ErrorCode::OtherFolder, u"the backup is of another data folder"_s};
    if (!backup.keyId.isEmpty() && folder->keyRecord && backup.keyId != folder->keyRecord->keyId &&
        !folder->formerKeyIds.contains(backup.keyId))
        return Error{ErrorCode::KeyMissing, u"the backup was sealed with another key"_s};
    return {};
}

/// Only by their places: opening the record's file would drop SQLite's locks on it.
bool isSameFile(const QString &path, const QString &other)
{
    std::error_code failure;
    return std::filesystem::equivalent(QFileInfo(path).filesystemFilePath(),
                                       QFileInfo(other).filesystemFilePath(), failure);
}

Result<BackupContents> lookAt(const QString &path, BackgroundSide &record)
{
    if (isSameFile(path, databaseFile(record.folder)))
        return Error{ErrorCode::WrongUse, u"this is the record itself, not a backup of it"_s};
    const Result<BackupContents> contents = contentsOfFile(path);
    if (!contents)
        return contents;
    if (auto own = mustBeOf(*contents, record.connection); !own)
        return own.error();
    if (auto sound = checkCopy(path); !sound)
        return sound.error();
    return contents;
}

/// A backup beside the record: a share may go away, and the backup stays as it is. Of this program's schema
/// and without what was destroyed since.
Result<void> fetch(const QString &path, const QString &to, BackgroundSide &record, const Moment &now)
{
    QFile::remove(to);
    if (auto copied = copyFile(path, to); !copied)
        return copied;
    OpenedCopy copy;
    if (auto opened = copy.open(to, *record.vault); !opened)
        return opened;
    return eraseLikeRecord(copy, record.connection, now);
}

/// The answer that a restore owes, and the copy that it works on.
struct Restoring
{
    QPromise<Result<MergeCounts>> promise;
    QString path;

    void end(const Result<MergeCounts> &result)
    {
        for (const auto suffix : {""_L1, "-wal"_L1, "-shm"_L1}) {
            if (!path.isEmpty())
                QFile::remove(path + suffix);
        }
        promise.addResult(result);
        promise.finish();
    }
};

} // namespace

QString Backups::defaultFolder(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(u"backups"_s);
}

Future<Result<BackupFile>> Backups::make(const QString &folder, const Moment &now, const Progress &progress,
                                         const Stop &stop)
{
    EntryStore::Private *d = m_store->d.get();
    const auto stopped = [d, stop] { return d->closing || (stop && *stop); };
    return d->copyingThread->run([d, folder, now, progress, stopped]() -> Result<BackupFile> {
        if (auto opened = d->copying.open(); !opened)
            return opened.error();
        const Result<OpenedFolder> of = readFolderRow(d->copying.connection);
        if (!of)
            return of.error();
        const QString path = QDir(folder).filePath(backupName(of->folderId, now.toDateTime()));
        // A disk that is not there has left an empty folder at best; only the own one is made.
        if (!QFileInfo(folder).isDir() && folder != defaultFolder(d->copying.folder))
            return Error{ErrorCode::WriteFailed, u"the folder %1 cannot be reached"_s.arg(folder)};
        const auto copied = copyDatabase(d->copying.connection, path, copyProgress(progress, stopped));
        if (!copied)
            return copied.error();
        const BackupFile made{path, now.toDateTime().toUTC(), copied->bytes};
        const Moment weighed = d->weighed(d->copying.connection, now);
        letOldOnesGo(folder, d->copying, weighed);
        if (const QString own = defaultFolder(d->copying.folder); folder != own)
            letOldOnesGo(own, d->copying, weighed); // the copy before a restore always lies there
        letOldCopiesGo(d->copying, weighed);
        return made;
    });
}

Future<QStringList> Backups::tend(const QStringList &formerFolders, const Moment &now)
{
    EntryStore::Private *d = m_store->d.get();
    return d->copyingThread->run([d, formerFolders, now]() -> QStringList {
        if (!d->copying.open())
            return formerFolders;
        const Moment weighed = d->weighed(d->copying.connection, now);
        const Result<OpenedFolder> of = readFolderRow(d->copying.connection);
        QStringList left;
        for (const QString &folder : formerFolders) {
            letOldOnesGo(folder, d->copying, weighed);
            const auto there = of ? backupsIn(folder, of->folderId) : of.error();
            if (!there || !there->isEmpty())
                left.append(folder);
        }
        return left;
    });
}

Future<Result<QList<BackupFile>>> Backups::list(const QString &folder)
{
    EntryStore::Private *d = m_store->d.get();
    return d->copyingThread->run([d, folder]() -> Result<QList<BackupFile>> {
        if (auto opened = d->copying.open(); !opened)
            return opened.error();
        if (!QFileInfo(folder).isDir() && folder == defaultFolder(d->copying.folder))
            return QList<BackupFile>();
        const Result<OpenedFolder> of = readFolderRow(d->copying.connection);
        return of ? backupsIn(folder, of->folderId) : of.error();
    });
}

Future<Result<BackupContents>> Backups::look(const QString &path)
{
    EntryStore::Private *d = m_store->d.get();
    return d->copyingThread->run([d, path]() -> Result<BackupContents> {
        if (auto opened = d->copying.open(); !opened)
            return opened.error();
        return lookAt(path, d->copying);
    });
}

Future<Result<MergeCounts>> Backups::restore(const QString &path, const Progress &progress, const Stop &stop,
                                             const Moment &now)
{
    EntryStore::Private *d = m_store->d.get();
    auto restoring = std::make_shared<Restoring>();
    const auto stopped = [d, stop] { return d->closing || (stop && *stop); };
    const Future<Result<MergeCounts>> future = restoring->promise.future();
    restoring->promise.start();
    // On the writing thread first: whether whoever acts may do this.
    auto allowed =
        d->writeTo([](Connection &connection, const std::shared_ptr<const Vault> &) -> Result<void> {
            connection.require(Deed::Settings);
            return connection.answer();
        });
    d->copyingThread->run([d, path, restoring, progress, stopped, allowed, now]() mutable {
        allowed.waitForFinished();
        Result<void> ready = allowed.result();
        if (ready)
            ready = d->copying.open();
        const auto held = ready ? lookAt(path, d->copying) : Result<BackupContents>(ready.error());
        if (!held)
            return restoring->end(held.error());
        const QString before =
            backupName(held->folderId, QDateTime::currentDateTimeUtc()).chopped(3) + beforeRestore;
        const auto copied =
            copyDatabase(d->copying.connection, QDir(defaultFolder(d->copying.folder)).filePath(before),
                         copyProgress({}, stopped));
        if (!copied)
            return restoring->end(copied.error());
        restoring->path = QDir(d->copying.folder).filePath(u"checkpoint-merging.db"_s);
        if (ready = fetch(path, restoring->path, d->copying, d->weighed(d->copying.connection, now)); !ready)
            return restoring->end(ready.error());
        const bool newer = held->lastUtcMs.value_or(0) > copied->lastUtcMs.value_or(0);
        d->merge({restoring->path, QFileInfo(path).fileName(), newer, held->entries}, progress, stopped,
                 [restoring](const Result<MergeCounts> &result) { restoring->end(result); });
    });
    return future;
}

Future<Result<BackupContents>> Backups::lookAnew(const QString &path)
{
    return m_store->d->copyingThread->run([path]() -> Result<BackupContents> {
        const Result<BackupContents> contents = contentsOfFile(path);
        const Result<void> sound = contents ? checkCopy(path) : contents.error();
        return sound ? contents : sound.error();
    });
}

Future<Result<BackupContents>> Backups::moveIn(const QString &folder, const QString &path)
{
    return m_store->d->writingThread->run([folder, path] { return checkpoint::moveIn(folder, path); });
}

Future<Result<void>> Backups::noteMove(const BackupContents &contents)
{
    return m_store->d->writeTo([contents](Connection &connection, const std::shared_ptr<const Vault> &vault) {
        Transaction transaction(connection, Transaction::Kind::Write);
        LedgerRows(connection, *vault)
            .note(LedgerNote::Restore, u"%1 of %2 entries"_s.arg(beganAnew).arg(contents.entries));
        return transaction.commit();
    });
}

Future<Result<void>> Backups::markDamaged(const QString &folder)
{
    return m_store->d->copyingThread->run([folder] { return checkpoint::markDamaged(folder); });
}

Future<bool> Backups::isMarkedDamaged(const QString &folder)
{
    return m_store->d->copyingThread->run([folder] { return checkpoint::isMarkedDamaged(folder); });
}

Future<Result<Rescue>> Backups::replaceDamaged(const QString &folder, const QString &backupFolder,
                                               const QDateTime &moment)
{
    return m_store->d->writingThread->run([folder, backupFolder, moment] {
        return checkpoint::replaceDamaged(folder, {backupFolder, defaultFolder(folder)}, moment);
    });
}

Future<Result<MergeCounts>> Backups::rescue(const QString &backupFolder)
{
    EntryStore::Private *d = m_store->d.get();
    auto rescuing = std::make_shared<Restoring>();
    const Future<Result<MergeCounts>> future = rescuing->promise.future();
    rescuing->promise.start();
    d->copyingThread->run([d, rescuing, backupFolder] {
        const QString folder = d->copying.folder;
        const QList<Rescue> waiting = folder.isEmpty() ? QList<Rescue>() : rescuesOf(folder);
        if (waiting.isEmpty() || !waiting.first().isInPlace)
            return rescuing->end(Error{ErrorCode::NotFound, u"nothing waits to be rescued"_s});
        const Rescue &rescue = waiting.first();
        rescuing->path = QDir(folder).filePath(u"checkpoint-rescuing.db"_s); // even half made
        const Result<QString> copy = copyForRescue(folder, rescue, {backupFolder, defaultFolder(folder)});
        if (!copy)
            return rescuing->end(copy.error());
        d->merge(
            {*copy, QFileInfo(rescue.damaged).fileName(), true, 1, rescue.knownUpTo, rescue.lastEntry,
             rescue.damaged.isEmpty() || copy->isEmpty(), !rescue.damaged.isEmpty()},
            {}, [d] { return d->closing.load(); },
            [rescuing, folder, rescue](const Result<MergeCounts> &result) {
                // One that is not off the list is done again, and not at once.
                const Result<void> ended = result ? endRescue(folder, rescue) : Result<void>();
                rescuing->end(ended ? result : Result<MergeCounts>(ended.error()));
            });
    });
    return future;
}

} // namespace checkpoint
