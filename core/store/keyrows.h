#pragma once

#include "core/base/result.h"
#include "core/store/entrystore.h"
#include "core/store/vault.h"

#include <QList>

namespace checkpoint {

class Connection;

/// The folder's data keys as they stand in the database, the first one first; none when the master key was
/// never changed.
QList<SealedDataKey> readDataKeys(Connection &connection);

/// Puts another master key in place of the folder's, and begins a new data key. One transaction; the vault
/// has the new key as soon as it is committed. Writing thread.
Result<void> changeMasterKey(Connection &connection, Vault &vault, const Secret &masterKey, KeyPlace place);

/// Brings the digests of the next rows forward, some ten milliseconds of work, within the caller's
/// transaction; false when none is behind. Writing thread.
bool liftDigests(Connection &connection, const Vault &vault);

/// How many rows are behind.
qint64 digestsBehind(Connection &connection);

} // namespace checkpoint
