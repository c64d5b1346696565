#include "core/store/backupkeeping.h"

#include "core/base/logging.h"
#include "core/store/backuprota.h"
#include "core/store/entryreader.h"
#include "core/store/erasure.h"
#include "core/store/folderrow.h"
#include "core/store/keyrows.h"
#include "core/store/ledgerrows.h"
#include "core/store/movein.h"
#include "core/store/pagescrub.h"
#include "core/store/recordmerge.h"
#include "core/store/rescuelist.h"
#include "core/store/storethreads_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int migrationCopyDays = 30;
constexpr int halfMadeHours = 1; ///< since the last write: whoever made it has ended
constexpr qint64 hourMs = 3'600'000;

constexpr auto half = ".part"_L1;
constexpr int rowsALook = 1'000; ///< whether it was stopped

Error wasStopped()
{
    return {ErrorCode::Cancelled, u"the comparison was stopped"_s};
}

/// Copies made before migrations lie beside the database, without a moment in their names.
QList<BackupFile> copiesBeforeMigrations(const QString &dataFolder)
{
    QList<BackupFile> files;
    for (const QFileInfo &info :
         QDir(dataFolder).entryInfoList({u"checkpoint-before-version-*.db"_s}, QDir::Files))
        files.append({info.filePath(), info.lastModified().toUTC(), info.size()});
    return files;
}

/// What is to go from copies besides what is over its term.
struct Erased
{
    QList<QUuid> byTerm;
    QList<QUuid> byRequest;
};

/// Whom the record has destroyed and the copy does not know of yet.
Erased erasedSince(Connection &copy, Connection &record)
{
    QSet<QUuid> known;
    for (const ErasedVisitor &each : Erasure::erasedVisitors(copy))
        known.insert(each.id);
    Erased erased;
    for (const ErasedVisitor &each : Erasure::erasedVisitors(record)) {
        if (!known.contains(each.id))
            (each.cause == ErasureCause::Term ? erased.byTerm : erased.byRequest).append(each.id);
    }
    return erased;
}

/// Whether anything is to be destroyed in a copy: most days there is nothing in most of them.
Result<bool> isToBeStripped(const QString &path, Connection &record, const Moment &now)
{
    const Result<BackupContents> contents = contentsOfFile(path);
    const Result<OpenedFolder> folder = readFolderRow(record);
    if (!contents || !folder)
        return contents ? folder.error() : contents.error();
    if (contents->folderId != folder->folderId)
        return Error{ErrorCode::OtherFolder, u"it is of another data folder"_s};
    if (contents->version < programMigrations().back().number)
        return true; // whatever it holds
    Connection copy;
    if (auto opened = copy.open(path, Connection::Access::Immutable); !opened)
        return opened.error();
    const Erased erased = erasedSince(copy, record);
    const RetentionTerms terms = Erasure::readTerms(record);
    const bool any = !erased.byRequest.isEmpty() || Erasure::holdsAnythingOn(copy, erased.byTerm) ||
                     (!now.suspect && Erasure::isAnythingDue(copy, terms, now.utcMs));
    if (auto read = record.answer(); !read)
        return read.error();
    return copy.answer(any);
}

/// Destroys in a backup what the record has destroyed since, and what is over its term: in a copy of it,
/// which takes its place whole.
Result<void> strip(const QString &path, BackgroundSide &record, const Moment &now)
{
    const Result<bool> needed = isToBeStripped(path, record.connection, now);
    if (!needed || !*needed)
        return needed ? Result<void>() : needed.error();
    const QString part = path + half;
    QFile::remove(part);
    const QDateTime made = QFileInfo(path).lastModified(); // for one that has no moment in its name
    Result<void> done = copyFile(path, part);
    if (done) {
        OpenedCopy copy;
        done = copy.open(part, *record.vault);
        if (done)
            done = eraseLikeRecord(copy, record.connection, now);
    }
    if (done)
        done = checkCopy(part);
    if (done) {
        QFile file(part);
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(made, QFileDevice::FileModificationTime);
        file.close();
        done = moveFile(part, path);
    }
    if (!done)
        QFile::remove(part);
    return done;
}

/// Strips a copy, or lets it go: what cannot be stripped is not kept longer than personal data may be.
void stripOrRemove(const BackupFile &file, BackgroundSide &record, const Moment &now)
{
    const Result<void> stripped = strip(file.path, record, now);
    if (stripped)
        return;
    qCWarning(lcStore) << "a backup cannot be stripped:" << stripped.error().detail;
    if (now.suspect)
        return;
    const qint64 before = Erasure::readTerms(record.connection).cutoff(RetentionKind::Visitors, now.utcMs);
    if (stripped.error().code != ErrorCode::OtherFolder && file.moment.toMSecsSinceEpoch() < before)
        QFile::remove(file.path);
}

/// What programs that were killed have left, of this record or without a sign whose it is.
void removeHalfMade(const QString &folder, const QString &mark, qint64 nowMs)
{
    for (const QFileInfo &info : QDir(folder).entryInfoList({u"checkpoint-*.db.part*"_s}, QDir::Files)) {
        const auto name = readBackupName(info.fileName().section(half, 0, 0));
        const bool isOurs = name && (name->folder.isEmpty() || name->folder == mark);
        if (isOurs && info.lastModified().toMSecsSinceEpoch() < nowMs - halfMadeHours * hourMs)
            QFile::remove(info.filePath());
    }
}

void warnOfUnread(const Error &error)
{
    qCWarning(lcStore) << "a backup tells nothing of the record:" << error.detail;
}

/// The end of a backup.
struct LastEntry
{
    BackupFile file;
    qint64 number = 0;
    QUuid entry;
    QUuid takenBack; ///< what it takes back, where it does
};

/// Nothing of a backup that has none, that cannot be read, or that the record's keys do not open.
std::optional<LastEntry> lastEntry(const BackupFile &file, const OpenedFolder &record)
{
    Connection copy;
    const Result<void> opened = copy.open(file.path, Connection::Access::Immutable);
    const Result<OpenedFolder> folder = opened ? readFolderRow(copy) : opened.error();
    if (!folder)
        warnOfUnread(folder.error());
    if (!folder || folder->folderId != record.folderId)
        return {};
    const auto isKey = [id = folder->keyRecord ? folder->keyRecord->keyId : QByteArray()](
                           const QByteArray &key) { return id.isEmpty() || id == key; };
    if (!isKey(record.keyRecord ? record.keyRecord->keyId : QByteArray()) &&
        std::ranges::none_of(record.formerKeyIds, isKey))
        return {};
    std::optional<LastEntry> last;
    {
        Statement row = copy.query(
            u"SELECT seq, id, iif(kind = 'void', corrects, NULL) FROM entry ORDER BY seq DESC LIMIT 1"_s);
        if (row.next())
            last = LastEntry{file, row.integer(0), row.uuid(1), row.uuid(2)};
    }
    const Result<std::optional<LastEntry>> read = copy.answer(last);
    if (!read)
        warnOfUnread(read.error());
    return read ? *read : std::nullopt;
}

/// What was taken back here as well needs not have been by the same void: a restore leaves such a one out.
bool holds(Connection &record, const QUuid &entry, const QUuid &takenBack)
{
    Statement row = record.query(u"SELECT 1 FROM entry WHERE id = ?"_s, entry);
    if (row.next())
        return true;
    if (takenBack.isNull())
        return false;
    Statement other = record.query(u"SELECT 1 FROM entry WHERE kind = 'void' AND corrects = ?"_s, takenBack);
    return other.next();
}

/// When a backup became this record, last; 0 when none did.
qint64 movedInMs(Connection &record)
{
    Statement row =
        record.query(u"SELECT coalesce(max(at_ms), 0) FROM ledger WHERE kind = ? AND detail LIKE ? || '%'"_s,
                     ledgerNoteId(LedgerNote::Restore), QString(beganAnew));
    return row.next() ? row.integer(0) : 0;
}

/// What a backup holds and the record does not; a failure when the backup cannot be restored, Cancelled when
/// it was stopped.
Result<RecordFault> missingOf(Connection &record, const BackupFile &file,
                              const std::function<bool()> &stopped)
{
    const Result<BackupContents> contents = contentsOfFile(file.path);
    Connection copy;
    Result<void> sound =
        contents ? copy.open(file.path, Connection::Access::Immutable) : Result<void>(contents.error());
    if (sound)
        sound = checkDatabase(copy, [&stopped](qint64, qint64) { return !stopped(); });
    if (!sound)
        return sound.error();
    RecordFault fault{RecordFault::Kind::Backup};
    fault.backupUtcMs = file.moment.toMSecsSinceEpoch();
    {
        Statement rows =
            copy.query(u"SELECT id, at_ms, iif(kind = 'void', corrects, NULL) FROM entry ORDER BY seq"_s);
        for (int row = 0; rows.next(); ++row) {
            if (row % rowsALook == 0 && stopped())
                return wasStopped();
            if (!holds(record, rows.uuid(0), rows.uuid(2)))
                ++fault.entries;
            else if (fault.entries == 0)
                fault.sinceUtcMs = rows.integer(1);
        }
    }
    fault.what = u"the backup of %1 (%2) holds %3 entries that the record has not; restoring it brings "
                 "them back"_s.arg(file.moment.toString(Qt::ISODate), QFileInfo(file.path).fileName(),
                                   QString::number(fault.entries));
    return copy.answer(fault);
}

} // namespace

Result<QList<BackupFile>> backupsIn(const QString &folder, const std::optional<QUuid> &of)
{
    const QDir dir(folder);
    if (!dir.exists())
        return Error{ErrorCode::WriteFailed, u"the folder %1 cannot be reached"_s.arg(folder)};
    QList<BackupFile> files;
    for (const QFileInfo &info : dir.entryInfoList({u"checkpoint-*.db"_s}, QDir::Files)) {
        const auto name = readBackupName(info.fileName());
        if (!name || (of && !name->folder.isEmpty() && name->folder != folderMark(*of)))
            continue;
        if (of && name->folder.isEmpty()) { // as they were called once
            const auto contents = contentsOfFile(info.filePath());
            if (!contents || contents->folderId != *of)
                continue;
        }
        files.append({info.filePath(), name->moment, info.size()});
    }
    std::ranges::sort(files, std::greater(), &BackupFile::moment);
    return files;
}

Result<std::optional<RecordFault>> heldByBackupsAlone(Connection &record, const QString &dataFolder,
                                                      QStringList folders,
                                                      const std::function<bool()> &stopped)
{
    const Result<OpenedFolder> of = readFolderRow(record);
    if (!of)
        return of.error();
    if (!rescuesOf(dataFolder).isEmpty())
        return std::optional<RecordFault>();
    folders.removeAll(QString());
    folders.removeDuplicates();
    QList<LastEntry> last; // before the state that they are compared with: one made meanwhile holds no more
    for (const QString &folder : std::as_const(folders)) {
        const Result<QList<BackupFile>> there = backupsIn(folder, of->folderId);
        for (const BackupFile &file : there ? *there : QList<BackupFile>()) {
            if (stopped())
                return wasStopped();
            if (const auto entry = lastEntry(file, *of))
                last.append(*entry);
        }
    }
    const Transaction state(record, Transaction::Kind::Read);
    if (RecordMerge::isUnderWay(record, QDateTime::currentMSecsSinceEpoch()))
        return record.answer(std::optional<RecordFault>());
    last.removeIf([&record](const LastEntry &each) { return holds(record, each.entry, each.takenBack); });
    if (!last.isEmpty()) {
        const qint64 moved = movedInMs(record);
        last.removeIf(
            [moved](const LastEntry &each) { return each.file.moment.toMSecsSinceEpoch() < moved; });
    }
    if (auto read = record.answer(); !read)
        return read.error();
    std::ranges::sort(last, std::greater(), &LastEntry::number);
    for (const LastEntry &each : std::as_const(last)) {
        const Result<RecordFault> missing = missingOf(record, each.file, stopped);
        if (missing)
            return record.answer(std::optional(*missing));
        if (missing.error().code == ErrorCode::Cancelled)
            return missing.error();
        warnOfUnread(missing.error());
    }
    return std::optional<RecordFault>();
}

Result<void> openCopy(Connection &copy, const QString &path)
{
    if (auto opened = copy.open(path, Connection::Access::Alone); !opened)
        return opened;
    // What it is copied from is still there, and it is synced when it is whole.
    copy.run(u"PRAGMA journal_mode = MEMORY"_s);
    copy.run(u"PRAGMA synchronous = OFF"_s);
    copy.run(u"PRAGMA foreign_keys = ON"_s);
    copy.run(u"PRAGMA secure_delete = ON"_s);
    const std::vector<Migration> migrations = programMigrations();
    const Result<SchemaState> state = readSchema(copy, migrations);
    if (!state)
        return state.error();
    return migrate(copy, {true, state->version}, migrations, {}); // no copy of a copy
}

Result<void> OpenedCopy::open(const QString &path, const Vault &ofRecord)
{
    if (auto opened = openCopy(connection, path); !opened)
        return opened;
    const Result<OpenedFolder> folder = readFolderRow(connection);
    if (!folder)
        return folder.error();
    const QList<SealedDataKey> keys = readDataKeys(connection);
    const int number = keys.isEmpty() ? 1 : keys.last().number;
    const QList<QByteArray> ids = ofRecord.formerIds() + QList{ofRecord.keyId()};
    if (number > ids.size() || (folder->keyRecord && folder->keyRecord->keyId != ids[number - 1]))
        return Error{ErrorCode::KeyMissing, u"the backup was sealed with another key"_s};
    vault = ofRecord.asOf(number);
    return connection.answer();
}

Result<void> eraseLikeRecord(OpenedCopy &copy, Connection &record, const Moment &now)
{
    const Erased erased = erasedSince(copy.connection, record);
    const RetentionTerms terms = Erasure::readTerms(record);
    if (auto read = record.answer(); !read)
        return read;
    Erasure erasure(copy.connection, *copy.vault, Erasure::In::Copy);
    bool any = Erasure::closeRequestsLike(copy.connection, record) > 0;
    if (auto closed = copy.connection.answer(); !closed)
        return closed;
    for (const auto &[ids, cause] : {std::pair(&erased.byTerm, ErasureCause::Term),
                                     std::pair(&erased.byRequest, ErasureCause::Request)}) {
        if (ids->isEmpty())
            continue;
        if (auto done = erasure.eraseVisitors(*ids, cause, now.utcMs); !done)
            return done.error();
        any = true;
    }
    const Result<ErasureCounts> due =
        now.suspect ? Result<ErasureCounts>(ErasureCounts()) : erasure.eraseAllDue(terms, now.utcMs);
    if (!due)
        return due.error();
    return any || !due->isNothing() ? PageScrub(copy.connection).run() : Result<void>();
}

void letOldOnesGo(const QString &folder, BackgroundSide &record, const Moment &now)
{
    const Result<OpenedFolder> of = readFolderRow(record.connection);
    if (!of)
        return;
    if (!now.suspect)
        removeHalfMade(folder, folderMark(of->folderId), now.utcMs);
    Result<QList<BackupFile>> there = backupsIn(folder, of->folderId);
    if (!there)
        return;
    QList<QDateTime> moments;
    for (const BackupFile &file : std::as_const(*there)) {
        if (!file.path.endsWith(beforeRestore))
            moments.append(file.moment);
    }
    const QList<QDateTime> kept = keptBackups(moments, QDateTime::fromMSecsSinceEpoch(now.utcMs));
    for (const BackupFile &file : std::as_const(*there)) {
        if (now.suspect || (!file.path.endsWith(beforeRestore) && kept.contains(file.moment)))
            stripOrRemove(file, record, now);
        else if (!QFile::remove(file.path))
            qCWarning(lcStore, "an old backup cannot be removed");
    }
}

void letOldCopiesGo(BackgroundSide &record, const Moment &now)
{
    const qint64 day = 24 * hourMs;
    for (const BackupFile &file : copiesBeforeMigrations(record.folder)) {
        if (!now.suspect && file.moment.toMSecsSinceEpoch() < now.utcMs - migrationCopyDays * day)
            QFile::remove(file.path);
        else
            stripOrRemove(file, record, now);
    }
    const QDir folder(record.folder);
    if (now.suspect || folder.exists(u"checkpoint.rescue"_s)) // one of them is still to be rescued
        return;
    const qint64 before = Erasure::readTerms(record.connection).cutoff(RetentionKind::Visitors, now.utcMs);
    for (const QFileInfo &info : folder.entryInfoList({u"checkpoint-damaged-*.db*"_s}, QDir::Files)) {
        if (info.lastModified().toMSecsSinceEpoch() < before) // the last that was written to it
            QFile::remove(info.filePath());
    }
}

} // namespace checkpoint
