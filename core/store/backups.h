#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/store/damage.h"
#include "core/store/databasecopy.h"
#include "core/store/entrystore.h"
#include "core/store/recordmerge.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace checkpoint {

/// A backup that lies in a folder.
struct BackupFile
{
    QString path;
    QDateTime moment; ///< UTC
    qint64 bytes = 0;
};

/// Backups of a record and their return. Works on the threads of an EntryStore, which outlives it; may be
/// used from any thread and answers in futures.
///
/// A backup is a whole database: sealed as the record is, it opens with the folder's key only.
class Backups
{
public:
    /// Called on the thread that works, with per mille of the whole.
    using Progress = std::function<void(int perMille)>;
    using Stop = std::shared_ptr<const std::atomic<bool>>;

    explicit Backups(EntryStore *store) : m_store(store) {}

    /// Where backups go when nothing else is said: a folder inside the data folder.
    static QString defaultFolder(const QString &dataFolder);

    /// Makes a backup, looks it through, and lets older ones of this record go (7 daily, 4 weekly, 6
    /// monthly); in those that stay is destroyed what the record has destroyed since and what is over its
    /// term. On a thread of its own that gives way to all others; in a folder opened ReadOnly as well. While
    /// the clock is in doubt none goes and nothing is destroyed by age: only what the record has destroyed,
    /// as people asked for it. WriteFailed (the folder cannot be reached or written), DiskFull, Cancelled,
    /// DatabaseDamaged.
    Future<Result<BackupFile>> make(const QString &folder, const Moment &now, const Progress &progress,
                                    const Stop &stop);

    /// Thins and strips what lies where backups went once. Gives the folders that have some still, or cannot
    /// be reached. While the clock is in doubt as above.
    Future<QStringList> tend(const QStringList &formerFolders, const Moment &now);

    /// The backups of this record in a folder, newest first; WriteFailed when it cannot be reached.
    Future<Result<QList<BackupFile>>> list(const QString &folder);

    /// What a backup holds, looked through first. NotFound, DatabaseDamaged, DatabaseNewer; OtherFolder when
    /// it is not of this folder, KeyMissing when it was sealed with a key that the folder never had, WrongUse
    /// when it is the record itself.
    Future<Result<BackupContents>> look(const QString &path);

    /// Brings what a backup holds and the record does not into the record; what was recorded since stays. The
    /// record as it was is copied first, into the data folder, and kept until the next backup. Scans
    /// come in between. The errors of look(); NotAllowed, ReadOnly, Cancelled (what was brought until then
    /// stays, and again goes on from there). What is over its term does not come back, unless the
    /// clock is in doubt.
    Future<Result<MergeCounts>> restore(const QString &path, const Progress &progress, const Stop &stop,
                                        const Moment &now = SystemClock().now());

    /// What a backup of any folder holds, looked through first; before a folder is open as well. The same
    /// errors but for OtherFolder and KeyMissing.
    Future<Result<BackupContents>> lookAnew(const QString &path);

    /// Makes a backup the record of a folder in which nothing was recorded yet, before that is opened; it
    /// opens with the key of the backup's time. The errors of lookAnew(); OtherFolder when the folder holds a
    /// record, InUse, ReadOnly, DiskFull, WriteFailed. Nothing is done then.
    Future<Result<BackupContents>> moveIn(const QString &folder, const QString &path);
    /// Has the ledger tell of it, once the folder is open.
    Future<Result<void>> noteMove(const BackupContents &contents);

    /// Has the folder's database replaced at the next start: a check has found damage in it. WriteFailed,
    /// DiskFull.
    Future<Result<void>> markDamaged(const QString &folder);
    Future<bool> isMarkedDamaged(const QString &folder);

    /// Puts a damaged database aside before the folder is opened, see replaceDamaged() in damage.h.
    Future<Result<Rescue>> replaceDamaged(const QString &folder, const QString &backupFolder,
                                          const QDateTime &moment);

    /// Brings what can still be read of a database that was put aside, or of a backup when the database has
    /// lost its end, into the record, once the folder is unlocked. What a program that was killed has left to
    /// do is done as well: one thing with each call, the oldest first, and again from its beginning when it
    /// was broken off. Scans come in between. NotFound when nothing waits; ReadOnly, DiskFull, Cancelled.
    Future<Result<MergeCounts>> rescue(const QString &backupFolder);

private:
    EntryStore *const m_store;
};

} // namespace checkpoint
