#include "core/store/damage.h"

#include "core/base/logging.h"
#include "core/base/wholefile.h"
#include "core/store/backupkeeping.h"
#include "core/store/backuprota.h"
#include "core/store/databasecopy.h"
#include "core/store/folderrow.h"
#include "core/store/storefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array suffixes{""_L1, "-wal"_L1, "-shm"_L1};
constexpr QByteArrayView magic("SQLite format 3", 16);
constexpr qint64 headerSize = 100;
constexpr qint64 pageSizePlace = 16;
constexpr qint64 pagesPlace = 28;
constexpr qint64 freePagesPlace = 32; ///< and the number of free pages after it

QString cardFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint.folder"_s);
}

QString markFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint.damaged"_s);
}

QString place(const std::optional<KeyRecord> &key)
{
    if (!key)
        return {};
    return key->place == KeyPlace::Keychain ? u"keychain"_s : u"file"_s;
}

std::optional<OpenedFolder> folderOfFile(const QString &path)
{
    Connection connection;
    if (!connection.open(path, Connection::Access::ReadOnly))
        return std::nullopt;
    const Result<OpenedFolder> folder = readFolderRow(connection);
    return folder && folder->keyRecord ? std::optional(*folder) : std::nullopt;
}

std::optional<OpenedFolder> folderOfCard(const QString &folder)
{
    QFile file(cardFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject card = QJsonDocument::fromJson(file.readAll()).object();
    OpenedFolder known;
    known.folderId = QUuid(card.value("folder"_L1).toString());
    const QByteArray keyId = QByteArray::fromHex(card.value("key"_L1).toString().toLatin1());
    if (known.folderId.isNull() || keyId.isEmpty())
        return std::nullopt;
    known.keyRecord =
        KeyRecord{card.value("place"_L1) == "keychain"_L1 ? KeyPlace::Keychain : KeyPlace::File, keyId};
    return known;
}

/// The newest backup that holds what it should. Only backups of this folder count.
std::optional<BackupFile> newestSound(const QStringList &folders, const std::optional<OpenedFolder> &known)
{
    QList<BackupFile> files;
    for (const QString &folder : folders) {
        if (const auto there = backupsIn(folder))
            files += *there;
    }
    std::ranges::sort(files, std::greater(), &BackupFile::moment);
    const int newest = programMigrations().back().number;
    for (const BackupFile &file : std::as_const(files)) {
        const auto held = contentsOfFile(file.path);
        if (held && held->version <= newest && (!known || held->folderId == known->folderId))
            return file;
    }
    return std::nullopt;
}

/// The backup, or an empty database of the same folder and key.
Result<qint64> makeAnother(const QString &folder, const std::optional<BackupFile> &backup,
                           const std::optional<OpenedFolder> &known)
{
    const QString path = databaseFile(folder);
    Connection connection;
    if (backup) {
        if (!QFile::copy(backup->path, path))
            return Error{ErrorCode::DiskFull, u"the backup cannot be copied in its place"_s};
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        if (auto opened = connection.open(path, Connection::Access::ReadWrite); !opened)
            return opened.error();
    } else {
        if (auto made = connection.open(path, Connection::Access::ReadWrite); !made)
            return made.error();
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        if (auto made = migrate(connection, {true, 0}, programMigrations(), {}); !made)
            return made.error();
        connection.run(u"INSERT INTO folder (one, folder_id, key_id, key_place) VALUES (1, ?, ?, ?)"_s,
                       known->folderId, known->keyRecord->keyId, place(known->keyRecord));
    }
    qint64 last = 0;
    {
        Statement row = connection.query(u"SELECT coalesce(max(seq), 0) FROM entry"_s);
        last = row.next() ? row.integer(0) : 0;
    }
    return connection.answer(last);
}

void putBack(const QString &from, const QString &to)
{
    for (const QLatin1StringView suffix : suffixes) {
        QFile::remove(to + suffix);
        QFile::rename(from + suffix, to + suffix);
    }
}

QByteArray readStart(const QString &path, qint64 bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(bytes) : QByteArray();
}

} // namespace

void rememberFolder(const QString &folder)
{
    const auto known = folderOfFile(databaseFile(folder));
    if (!known)
        return;
    const QJsonObject card{{u"folder"_s, known->folderId.toString(QUuid::WithoutBraces)},
                           {u"key"_s, QString::fromLatin1(known->keyRecord->keyId.toHex())},
                           {u"place"_s, place(known->keyRecord)}};
    const QByteArray bytes = QJsonDocument(card).toJson(QJsonDocument::Compact);
    if (readStart(cardFile(folder), bytes.size() + 1) == bytes)
        return;
    if (const Result<void> written = writePrivateFile(cardFile(folder), bytes); !written)
        qCWarning(lcStore) << "what the folder is cannot be remembered:" << written.error().detail;
}

void markDamaged(const QString &folder)
{
    if (const Result<void> written = writePrivateFile(markFile(folder), "damaged\n"); !written)
        qCWarning(lcStore) << "the damage cannot be remembered:" << written.error().detail;
}

bool isMarkedDamaged(const QString &folder)
{
    return QFileInfo::exists(markFile(folder));
}

Result<ReplacedDatabase> replaceDamaged(const QString &folder, const QStringList &backupFolders,
                                        const QDateTime &moment)
{
    FolderLock lock;
    if (auto taken = lock.take(QDir(folder).filePath(u"checkpoint.lock"_s)); !taken)
        return taken.error();
    const QString path = databaseFile(folder);
    std::optional<OpenedFolder> known = folderOfCard(folder);
    if (!known)
        known = folderOfFile(path);
    const std::optional<BackupFile> backup = newestSound(backupFolders, known);
    if (!known && !backup)
        return Error{ErrorCode::DatabaseDamaged, u"nothing tells which key the folder has"_s};

    ReplacedDatabase replaced;
    const QString stamp = moment.toUTC().toString(u"yyyyMMddTHHmmss"_s);
    replaced.damaged = QDir(folder).filePath(u"checkpoint-damaged-%1Z.db"_s.arg(stamp));
    for (const QLatin1StringView suffix : suffixes) {
        if (QFileInfo::exists(path + suffix) && !QFile::rename(path + suffix, replaced.damaged + suffix)) {
            putBack(replaced.damaged, path);
            return Error{ErrorCode::ReadOnly, u"the damaged database cannot be put aside"_s};
        }
    }
    const Result<qint64> made = makeAnother(folder, backup, known);
    if (!made) {
        putBack(replaced.damaged, path);
        return made.error();
    }
    if (backup)
        replaced.backup = backup->path;
    replaced.knownUpTo = *made;
    QFile::remove(markFile(folder));
    return replaced;
}

Result<QString> copyForRescue(const QString &folder, const ReplacedDatabase &replaced)
{
    const QString copy = QDir(folder).filePath(u"checkpoint-rescuing.db"_s);
    for (const QLatin1StringView suffix : suffixes) {
        QFile::remove(copy + suffix);
        if (suffix != "-shm"_L1 && QFileInfo::exists(replaced.damaged + suffix) &&
            !QFile::copy(replaced.damaged + suffix, copy + suffix))
            return Error{ErrorCode::DiskFull, u"the damaged database cannot be copied"_s};
    }
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite))
        return Error{ErrorCode::WriteFailed, u"the copy of the damaged database: "_s + file.errorString()};
    const QString like = replaced.backup.isEmpty() ? databaseFile(folder) : replaced.backup;
    QByteArray start = readStart(like, headerSize);
    if (start.size() < headerSize || !start.startsWith(magic))
        return copy;
    const auto pageSize = qint64(qFromBigEndian<quint16>(start.constData() + pageSizePlace));
    const bool isOverwritten = !file.peek(magic.size()).startsWith(magic);
    if (isOverwritten && !replaced.backup.isEmpty())
        start = readStart(like, pageSize); // pages lie in a backup as they do in the record
    qint64 pages = file.size() / pageSize;
    if (!isOverwritten && file.size() >= headerSize && file.seek(pagesPlace)) {
        const qint64 said = qFromBigEndian<quint32>(file.read(4).constData());
        pages = std::clamp(said, pages, 4 * pages + 1000);
    }
    // The list of free pages is of no use any more; of pages that were cut off SQLite finds empty ones.
    qToBigEndian(quint32(pages), start.data() + pagesPlace);
    qToBigEndian(quint64(0), start.data() + freePagesPlace);
    if (isOverwritten && (!file.seek(0) || file.write(start) != start.size()))
        return Error{ErrorCode::WriteFailed, u"the copy of the damaged database: "_s + file.errorString()};
    if (!file.resize(pages * pageSize))
        return Error{ErrorCode::DiskFull, u"the copy of the damaged database: "_s + file.errorString()};
    return copy;
}

} // namespace checkpoint
