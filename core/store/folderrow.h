#pragma once

#include "core/base/result.h"
#include "core/store/entrystore.h"
#include "core/store/vault.h"

namespace checkpoint {

class Connection;

/// Makes sure that the database has its folder id.
Result<void> ensureFolderRow(Connection &connection);

/// The folder's id and what it knows of its key. NotFound when the database is still being made.
Result<OpenedFolder> readFolderRow(Connection &connection);

/// KeyMissing unless the vault has the folder's key. With it the vault takes the folder's data keys, unless
/// it has them.
Result<void> checkKey(Connection &connection, Vault &vault);

/// As checkKey(), but a folder without a key and without visitors takes this one; a known key's place is
/// brought up to date. One transaction.
Result<void> adoptKey(Connection &connection, Vault &vault, KeyPlace place);

/// Writes down which master key the folder has and where that lies; within the caller's transaction.
void recordKey(Connection &connection, const QByteArray &keyId, KeyPlace place);

} // namespace checkpoint
