#include "core/store/foldercard.h"

#include "core/base/logging.h"
#include "core/base/wholefile.h"
#include "core/store/connection.h"
#include "core/store/folderrow.h"
#include "core/store/keyrows.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString cardFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint.folder"_s);
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesAt(const QJsonObject &object, QLatin1StringView name)
{
    return QByteArray::fromHex(object.value(name).toString().toLatin1());
}

/// The ring is whole and ends with the key that the folder names.
bool isWhole(const FolderCard &card)
{
    for (qsizetype i = 0; i < card.dataKeys.size(); ++i) {
        if (card.dataKeys[i].number != i + 1 || card.dataKeys[i].sealed.isEmpty())
            return false;
    }
    return !card.folderId.isNull() && !card.key.keyId.isEmpty() &&
           (card.dataKeys.isEmpty() || card.dataKeys.last().masterId == card.key.keyId);
}

} // namespace

void rememberFolder(const QString &folder, Connection &connection)
{
    const auto card = cardOf(connection);
    if (!card)
        return;
    QJsonArray keys;
    for (const SealedDataKey &key : card->dataKeys) {
        keys.append(QJsonObject{{u"number"_s, key.number},
                                {u"master"_s, hex(key.masterId)},
                                {u"line"_s, key.fromLine},
                                {u"sealed"_s, hex(key.sealed)}});
    }
    const QString place = card->key.place == KeyPlace::Keychain ? u"keychain"_s : u"file"_s;
    const QJsonObject object{{u"folder"_s, card->folderId.toString(QUuid::WithoutBraces)},
                             {u"key"_s, hex(card->key.keyId)},
                             {u"place"_s, place},
                             {u"keys"_s, keys}};
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QFile there(cardFile(folder));
    if (there.open(QIODevice::ReadOnly) && there.readAll() == bytes)
        return;
    there.close();
    if (const Result<void> written = writePrivateFile(cardFile(folder), bytes); !written)
        qCWarning(lcStore) << "what the folder is cannot be remembered:" << written.error().detail;
}

std::optional<FolderCard> keptCard(const QString &folder)
{
    QFile file(cardFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    FolderCard card;
    card.folderId = QUuid(object.value("folder"_L1).toString());
    card.key = {object.value("place"_L1) == "keychain"_L1 ? KeyPlace::Keychain : KeyPlace::File,
                bytesAt(object, "key"_L1)};
    for (const QJsonValue &value : object.value("keys"_L1).toArray()) {
        const QJsonObject key = value.toObject();
        card.dataKeys.append({key.value("number"_L1).toInt(), bytesAt(key, "master"_L1),
                              key.value("line"_L1).toInteger(), bytesAt(key, "sealed"_L1)});
    }
    return isWhole(card) ? std::optional(card) : std::nullopt;
}

std::optional<FolderCard> cardOf(Connection &connection)
{
    const Result<OpenedFolder> folder = readFolderRow(connection);
    if (!folder || !folder->keyRecord)
        return std::nullopt;
    FolderCard card{folder->folderId, *folder->keyRecord, readDataKeys(connection)};
    return !connection.failure() && isWhole(card) ? std::optional(card) : std::nullopt;
}

std::optional<FolderCard> cardOfFile(const QString &path)
{
    Connection connection;
    if (!QFileInfo(path).isFile() || !connection.open(path, Connection::Access::ReadOnly))
        return std::nullopt;
    return cardOf(connection);
}

bool hasCard(const QString &folder)
{
    return QFileInfo::exists(cardFile(folder));
}

} // namespace checkpoint
