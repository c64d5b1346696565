#include "core/store/folderrow.h"

#include "core/base/ids.h"
#include "core/store/connection.h"
#include "core/store/keyrows.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto inKeychain = "keychain"_L1;
constexpr auto inFile = "file"_L1;

QString placeId(KeyPlace place)
{
    return place == KeyPlace::Keychain ? inKeychain : inFile;
}

Error missingKey(const QString &detail)
{
    return {ErrorCode::KeyMissing, detail};
}

} // namespace

Result<void> ensureFolderRow(Connection &connection)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.run(u"INSERT INTO folder (one, folder_id) VALUES (1, ?) ON CONFLICT DO NOTHING"_s,
                   newRandomId());
    return transaction.commit();
}

Result<OpenedFolder> readFolderRow(Connection &connection)
{
    OpenedFolder folder;
    {
        Statement row = connection.query(u"SELECT folder_id, key_id, key_place FROM folder"_s);
        if (row.next()) {
            folder.folderId = row.uuid(0);
            if (!row.isNull(1)) {
                folder.keyRecord =
                    KeyRecord{row.text(2) == inKeychain ? KeyPlace::Keychain : KeyPlace::File, row.blob(1)};
            }
        } else {
            connection.fail({ErrorCode::NotFound, u"the database is still being made"_s});
        }
    }
    for (const SealedDataKey &key : readDataKeys(connection))
        folder.formerKeyIds.append(key.masterId);
    if (!folder.formerKeyIds.isEmpty())
        folder.formerKeyIds.removeLast(); // the present one
    return connection.answer(folder);
}

Result<void> checkKey(Connection &connection, Vault &vault)
{
    const Result<OpenedFolder> folder = readFolderRow(connection);
    if (!folder)
        return folder.error();
    if (!folder->keyRecord)
        return missingKey(u"the folder has no key yet"_s);
    if (folder->keyRecord->keyId != vault.keyId())
        return missingKey(u"the key is not the folder's"_s);
    return vault.newest() > 1 ? Result<void>() : vault.takeKeys(folder->folderId, readDataKeys(connection));
}

Result<void> adoptKey(Connection &connection, Vault &vault, KeyPlace place)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    const Result<OpenedFolder> folder = readFolderRow(connection);
    if (!folder)
        return folder.error();
    if (folder->keyRecord && folder->keyRecord->keyId != vault.keyId())
        return missingKey(u"the key is not the folder's"_s);
    if (!folder->keyRecord) {
        Statement visitors = connection.query(u"SELECT 1 FROM visitor LIMIT 1"_s);
        if (visitors.next())
            return missingKey(u"the folder has visitors, but does not say with which key they are sealed"_s);
    }
    if (!folder->keyRecord || folder->keyRecord->place != place)
        recordKey(connection, vault.keyId(), place);
    if (auto taken = takeDataKeys(connection, vault, folder->folderId); !taken)
        return taken;
    return transaction.commit();
}

void recordKey(Connection &connection, const QByteArray &keyId, KeyPlace place)
{
    connection.run(u"UPDATE folder SET key_id = ?, key_place = ?"_s, keyId, placeId(place));
}

} // namespace checkpoint
