#pragma once

#include "core/store/entrystore.h"
#include "core/store/vault.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace checkpoint {

class Connection;

/// Which folder and key a database belongs to, with its data keys, sealed as they are in it: all that a new
/// database has to know when nothing of the old one can be read. No secret.
struct FolderCard
{
    QUuid folderId;
    KeyRecord key;
    QList<SealedDataKey> dataKeys; ///< none: the key was never changed
};

/// Keeps it in a file beside the database: when the folder is unlocked and when its key was changed. Writing
/// thread.
void rememberFolder(const QString &folder, Connection &connection);

/// What is kept beside the database; nothing when that cannot be read either.
std::optional<FolderCard> keptCard(const QString &folder);

/// What a database says itself; nothing when it has no key yet, cannot be read, or contradicts itself.
std::optional<FolderCard> cardOf(Connection &connection);
/// The same of a file that nobody has open.
std::optional<FolderCard> cardOfFile(const QString &path);

/// Whether there is anything beside the database: then there was one.
bool hasCard(const QString &folder);

} // namespace checkpoint
