#include "core/store/damage.h"

#include "core/base/logging.h"
#include "core/base/wholefile.h"
#include "core/store/backupkeeping.h"
#include "core/store/backuprota.h"
#include "core/store/databasecopy.h"
#include "core/store/foldercard.h"
#include "core/store/keyrows.h"
#include "core/store/lastcommit.h"
#include "core/store/storefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// In the order in which they are put aside: as long as the database itself is there, it has its log or that
// is aside already.
constexpr std::array suffixes{"-wal"_L1, "-shm"_L1, ""_L1};
constexpr QByteArrayView magic("SQLite format 3", 16);
constexpr qint64 headerSize = 100;
constexpr qint64 pageSizePlace = 16;
constexpr qint64 versionPlace = 18; ///< two bytes: with a log or without
constexpr qint64 pagesPlace = 28;
constexpr qint64 freePagesPlace = 32; ///< and the number of free pages after it

QString markFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint.damaged"_s);
}

/// Where a new database is made before it takes its place.
QString newFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint-new.db"_s);
}

/// The newest first.
QList<BackupFile> backupsOf(const QStringList &folders)
{
    QList<BackupFile> files;
    for (const QString &folder : folders) {
        const auto there = backupsIn(folder, std::nullopt);
        if (there)
            files += *there;
    }
    std::ranges::sort(files, std::greater(), &BackupFile::moment);
    return files;
}

/// What is known of the folder, from whatever has seen the latest change of its key.
std::optional<FolderCard> knownOf(std::optional<FolderCard> known, const QList<BackupFile> &backups)
{
    for (const BackupFile &file : backups) {
        const auto card = cardOfFile(file.path);
        if (card &&
            (!known || (card->folderId == known->folderId && card->dataKeys.size() > known->dataKeys.size())))
            known = card;
    }
    return known;
}

/// The same without backups.
std::optional<FolderCard> knownHere(const QString &folder)
{
    const std::optional<FolderCard> kept = keptCard(folder);
    const std::optional<FolderCard> own = cardOfFile(databaseFile(folder));
    const bool isLonger =
        kept && own && own->folderId == kept->folderId && own->dataKeys.size() > kept->dataKeys.size();
    return kept && !isLonger ? kept : own;
}

/// Those that are this folder's and not newer than the program, as far as they can be read.
QList<BackupFile> ownOf(QList<BackupFile> files, const FolderCard &known)
{
    files.removeIf([&known, newest = programMigrations().back().number](const BackupFile &file) {
        const auto held = contentsOfFile(file.path);
        return !held || held->version > newest || held->folderId != known.folderId;
    });
    return files;
}

bool isThere(const QString &path)
{
    return QFileInfo::exists(path);
}

/// Who works here and by which PIN, as far as the damaged database can be read: a desk is not to be open to
/// everybody until the rescue comes to them. What is sealed stays so.
void bringOperators(const QString &damaged, Connection &to)
{
    Connection from;
    if (!isThere(damaged) || !from.open(damaged, Connection::Access::ReadOnly))
        return;
    Transaction transaction(to, Transaction::Kind::Write);
    Statement rows = from.query(u"SELECT uuid, name, role, sealed_pin, removed_ms FROM operator"_s);
    while (rows.next()) {
        to.runWith(u"INSERT INTO operator (uuid, name, role, sealed_pin, removed_ms) VALUES (?, ?, ?, ?, ?) "
                   "ON CONFLICT (uuid) DO UPDATE SET role = excluded.role, sealed_pin = excluded.sealed_pin, "
                   "removed_ms = excluded.removed_ms"_s,
                   {rows.value(0), rows.value(1), rows.value(2), rows.value(3), rows.value(4)});
        to.takeRefusal();
    }
    if (auto brought = transaction.commit(); !brought)
        qCWarning(lcStore) << "the operators cannot be brought back yet:" << brought.error().detail;
}

/// What checkDatabase() would find in a database whose indices have just been made: not again, which is the
/// longest of it, whether they are what the tables say.
Result<void> checkBehindIndices(Connection &connection)
{
    {
        Statement pages = connection.query(u"PRAGMA quick_check(1)"_s);
        if (pages.next() && pages.text(0) != "ok"_L1)
            return Error{ErrorCode::DatabaseDamaged, pages.text(0)};
    }
    Statement orphans = connection.query(u"PRAGMA foreign_key_check"_s);
    if (orphans.next())
        return Error{ErrorCode::DatabaseDamaged, u"a row of %1 points at nothing"_s.arg(orphans.text(0))};
    return connection.answer();
}

/// The backup, or an empty database of the same folder; with its newest keys. On the disk. DatabaseDamaged
/// when the backup is not sound: by what finds damage at work, or it would be found again.
Result<qint64> makeAnother(const QString &path, const QString &backup, const FolderCard &known,
                           const QString &damaged)
{
    QFile::remove(path);
    if (!backup.isEmpty()) {
        if (auto copied = copyFile(backup, path); !copied)
            return copied.error();
    }
    Connection connection;
    if (auto opened = openCopy(connection, path); !opened)
        return opened.error();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    if (backup.isEmpty()) {
        connection.run(u"INSERT INTO folder (one, folder_id, key_id, key_place) VALUES (1, ?, ?, ?)"_s,
                       known.folderId, known.key.keyId,
                       known.key.place == KeyPlace::Keychain ? u"keychain"_s : u"file"_s);
    } else {
        // A backup has what was wrong in an index, page by page. When this breaks off all is thrown away.
        connection.run(u"PRAGMA journal_mode = OFF"_s);
        connection.run(u"REINDEX"_s);
        connection.run(u"PRAGMA journal_mode = MEMORY"_s);
        if (auto sound = checkBehindIndices(connection); !sound)
            return sound.error();
    }
    if (known.dataKeys.size() > readDataKeys(connection).size())
        putDataKeys(connection, known.dataKeys, known.key.place);
    const qint64 last = recordEnd(connection).entry;
    const Result<qint64> made = connection.answer(last);
    if (made)
        bringOperators(damaged, connection);
    connection.close();
    if (made && !syncFile(path))
        return Error{ErrorCode::WriteFailed, u"the new database did not reach the disk"_s};
    return made;
}

/// For a database that is put aside at a moment.
QString freeName(const QString &folder, const QDateTime &moment)
{
    const QString name = QDir(folder).filePath(u"checkpoint-damaged-"_s +
                                               moment.toUTC().toString(u"yyyyMMddTHHmmss"_s) + u'Z');
    QString free = name;
    for (int i = 2;
         std::ranges::any_of(suffixes, [&](auto suffix) { return isThere(free + u".db"_s + suffix); }); ++i)
        free = name + u'-' + QString::number(i);
    return free + u".db"_s;
}

/// Makes what is to take the damaged one's place, of the newest backup that is sound.
Result<Rescue> makeNext(const QString &folder, const QStringList &backupFolders, const QDateTime &moment)
{
    const QString path = databaseFile(folder);
    const std::optional<FolderCard> here = knownHere(folder);
    const QList<BackupFile> backups =
        backupsOf(here ? backupFolders : QStringList{Backups::defaultFolder(folder)});
    const std::optional<FolderCard> known = knownOf(here, backups);
    if (!known)
        return Error{ErrorCode::DatabaseDamaged, u"nothing tells which key the folder has"_s};
    QStringList candidates;
    for (const BackupFile &file : ownOf(backups, *known))
        candidates.append(file.path);
    candidates.append(QString());
    Result<qint64> made;
    for (const QString &backup : std::as_const(candidates)) {
        made = makeAnother(newFile(folder), backup, *known, path);
        if (made)
            return Rescue{freeName(folder, moment), backup, *made,
                          LastCommit::noted(folder).value_or(RecordEnd()).entry, false};
        QFile::remove(newFile(folder));
        if (made.error().code == ErrorCode::DiskFull || made.error().code == ErrorCode::WriteFailed)
            break;
        qCWarning(lcStore) << "a backup cannot take the place:" << made.error().detail;
    }
    return made.error();
}

void putBack(const QString &from, const QString &to)
{
    for (const QLatin1StringView suffix : suffixes) {
        if (isThere(from + suffix) && !isThere(to + suffix))
            QFile::rename(from + suffix, to + suffix);
    }
}

/// The damaged database goes aside and the new one in its place, from wherever that was broken off.
Result<void> putInPlace(const QString &folder, const Rescue &rescue)
{
    const QString path = databaseFile(folder);
    if (!isThere(newFile(folder)))
        return {};
    for (const QLatin1StringView suffix : suffixes) {
        if (isThere(path + suffix) && !isThere(rescue.damaged + suffix) &&
            !QFile::rename(path + suffix, rescue.damaged + suffix)) {
            putBack(rescue.damaged, path);
            return Error{ErrorCode::ReadOnly, u"the damaged database cannot be put aside"_s};
        }
    }
    LastCommit::forget(folder);
    if (!QFile::rename(newFile(folder), path)) {
        putBack(rescue.damaged, path);
        return Error{ErrorCode::ReadOnly, u"the new database cannot be put in its place"_s};
    }
    syncFolder(folder);
    return {};
}

QByteArray readStart(const QString &path, qint64 bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(bytes) : QByteArray();
}

/// How any database of this program begins.
QByteArray someHeader(const QString &folder)
{
    const QString path = QDir(folder).filePath(u"checkpoint-header.db"_s);
    QFile::remove(path);
    Connection connection;
    if (connection.open(path, Connection::Access::Alone))
        connection.run(u"CREATE TABLE any (thing)"_s);
    connection.close();
    const QByteArray header = readStart(path, headerSize);
    QFile::remove(path);
    return header;
}

bool isWholeHeader(const QByteArray &start)
{
    return start.size() >= headerSize && start.startsWith(magic);
}

qint64 pageSizeOf(const QByteArray &header)
{
    const auto said = qint64(qFromBigEndian<quint16>(header.constData() + pageSizePlace));
    return said == 1 ? 65536 : said; // as the format has it
}

/// The beginning of another database where its own is overwritten, and its full length.
Result<void> mend(const QString &copy, const QString &folder, const QString &backup)
{
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite))
        return Error{ErrorCode::WriteFailed, u"the copy of the damaged database: "_s + file.errorString()};
    const QByteArray own = file.peek(headerSize);
    const bool isOverwritten = !isWholeHeader(own);
    QByteArray start = !isOverwritten ? own : backup.isEmpty() ? QByteArray() : readStart(backup, headerSize);
    if (!isWholeHeader(start))
        start = someHeader(folder);
    const qint64 pageSize = isWholeHeader(start) ? pageSizeOf(start) : 0;
    if (pageSize <= 0)
        return {};
    if (isOverwritten && !backup.isEmpty())
        start = readStart(backup, pageSize); // pages lie in a backup as they do in the record
    qint64 pages = file.size() / pageSize;
    if (!isOverwritten) {
        const qint64 said = qFromBigEndian<quint32>(own.constData() + pagesPlace);
        pages = std::clamp(said, pages, 4 * pages + 1000);
    }
    // The list of free pages is of no use any more; of pages that were cut off SQLite finds empty ones.
    qToBigEndian(quint32(pages), start.data() + pagesPlace);
    qToBigEndian(quint64(0), start.data() + freePagesPlace);
    if (QFileInfo(copy + "-wal"_L1).size() > 0)
        start.replace(versionPlace, 2, "\2\2");
    if (isOverwritten && (!file.seek(0) || file.write(start) != start.size()))
        return Error{ErrorCode::WriteFailed, u"the copy of the damaged database: "_s + file.errorString()};
    if (!file.resize(pages * pageSize))
        return Error{ErrorCode::DiskFull, u"the copy of the damaged database: "_s + file.errorString()};
    return {};
}

/// The newest backup that knows of more than the record did when it was opened.
QString backupReachingFurther(const QString &folder, const QList<BackupFile> &backups, qint64 knownUpTo)
{
    const std::optional<FolderCard> known = keptCard(folder);
    for (const BackupFile &file : backups) {
        Connection connection;
        if (const auto held = contentsOfFile(file.path);
            !held || (known && held->folderId != known->folderId) ||
            !connection.open(file.path, Connection::Access::Immutable))
            continue;
        return recordEnd(connection).entry > knownUpTo ? file.path : QString();
    }
    return {};
}

} // namespace

Result<void> markDamaged(const QString &folder)
{
    return writePrivateFile(markFile(folder), "damaged\n");
}

bool isMarkedDamaged(const QString &folder)
{
    return isThere(markFile(folder)) ||
           std::ranges::any_of(rescuesOf(folder), std::not_fn(&Rescue::isInPlace));
}

Result<Rescue> replaceDamaged(const QString &folder, const QStringList &backupFolders,
                              const QDateTime &moment)
{
    FolderLock lock;
    if (auto taken = lock.take(QDir(folder).filePath(u"checkpoint.lock"_s)); !taken)
        return taken.error();
    const QString path = databaseFile(folder);
    QList<Rescue> rescues = rescuesOf(folder);
    // One that was broken off is ended, unless neither the old nor the new database is there any more.
    const bool goesOn =
        !rescues.isEmpty() && !rescues.last().isInPlace && (isThere(newFile(folder)) || isThere(path));
    if (!goesOn) {
        rescues.removeIf(std::not_fn(&Rescue::isInPlace));
        const Result<Rescue> next = makeNext(folder, backupFolders, moment);
        if (!next)
            return next.error();
        rescues.append(*next);
        if (auto kept = keepRescues(folder, rescues); !kept) {
            QFile::remove(newFile(folder));
            return kept.error();
        }
    }
    const Result<void> inPlace = putInPlace(folder, rescues.last());
    if (!inPlace) {
        QFile::remove(newFile(folder));
        if (auto ended = endRescue(folder, rescues.last()); !ended)
            qCWarning(lcStore) << "it is tried once more:" << ended.error().detail;
        return inPlace.error();
    }
    rescues.last().isInPlace = true;
    if (auto kept = keepRescues(folder, rescues); !kept)
        return kept.error();
    QFile::remove(markFile(folder));
    return rescues.last();
}

Result<void> lookForLostEnd(const QString &folder, Connection &connection)
{
    const std::optional<RecordEnd> noted = LastCommit::noted(folder);
    if (!noted)
        return {};
    const RecordEnd end = recordEnd(connection);
    if (connection.failed() || end.ledgerLine >= noted->ledgerLine)
        return {};
    qCWarning(lcStore, "the database has lost its end: it has %lld of %lld entries", qlonglong(end.entry),
              qlonglong(noted->entry));
    const std::optional<FolderCard> card = keptCard(folder);
    if (card && card->dataKeys.size() > readDataKeys(connection).size())
        return Error{ErrorCode::DatabaseDamaged, u"the database is of before a change of its key"_s};
    QList<Rescue> rescues = rescuesOf(folder);
    rescues.append({{}, {}, end.entry, noted->entry, true});
    if (auto kept = keepRescues(folder, rescues); !kept)
        return kept;
    LastCommit::forget(folder);
    return {};
}

Result<QString> copyForRescue(const QString &folder, const Rescue &rescue, const QStringList &backupFolders)
{
    const QString copy = QDir(folder).filePath(u"checkpoint-rescuing.db"_s);
    const QString from = rescue.damaged.isEmpty()
                             ? backupReachingFurther(folder, backupsOf(backupFolders), rescue.knownUpTo)
                             : rescue.damaged;
    if (from.isEmpty() || !isThere(from))
        return QString();
    for (const QLatin1StringView suffix : suffixes) {
        QFile::remove(copy + suffix);
        if (suffix == "-shm"_L1 || !isThere(from + suffix))
            continue;
        QFile damaged(from + suffix);
        if (!damaged.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return Error{ErrorCode::SourceUnreadable,
                         u"%1: %2"_s.arg(damaged.fileName(), damaged.errorString())};
        if (auto copied = copyReadable(damaged, copy + suffix); !copied)
            return copied.error();
    }
    if (!rescue.damaged.isEmpty()) {
        if (auto mended = mend(copy, folder, rescue.backup); !mended)
            return mended.error();
    }
    return copy;
}

Result<void> endRescue(const QString &folder, const Rescue &rescue)
{
    QList<Rescue> rescues = rescuesOf(folder);
    const auto done = std::ranges::find_if(rescues, [&rescue](const Rescue &each) {
        return each.damaged == rescue.damaged && each.knownUpTo == rescue.knownUpTo;
    });
    if (done == rescues.end())
        return {};
    rescues.erase(done);
    return keepRescues(folder, rescues);
}

} // namespace checkpoint
