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

/// The number of the newest data key that the database knows: the form of what it plans and watches for.
int newestDataKey(Connection &connection);

/// Puts a folder's data keys in the place of those that a database of an earlier time has, with the master
/// key that they belong to. Whoever unlocks it next brings it up to them.
void putDataKeys(Connection &connection, const QList<SealedDataKey> &keys, KeyPlace place);

/// Gives the vault the folder's data keys, within the caller's transaction. A database that took the place of
/// another one has a ledger that does not reach to where the newest ones began: they begin with its next line
/// then, and digests of before are brought forward. KeyMissing. Writing thread.
Result<void> takeDataKeys(Connection &connection, Vault &vault, const QUuid &folder);

/// Brings the digests of the next rows forward, some ten milliseconds of work, within the caller's
/// transaction; false when none is behind. Writing thread.
bool liftDigests(Connection &connection, const Vault &vault);

/// How many rows are behind.
qint64 digestsBehind(Connection &connection);

} // namespace checkpoint
