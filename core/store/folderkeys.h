#pragma once

#include "core/base/future.h"
#include "core/base/secret.h"
#include "core/store/entrystore.h"

#include <QByteArray>
#include <QString>

namespace checkpoint {

/// Tells a master key from others without telling anything about it; 16 bytes, empty unless the key has 32.
QByteArray masterKeyId(const Secret &masterKey);

/// An id as people read it: “3F2A-90BC”.
QString masterKeyName(const QByteArray &keyId);

/// The keys of a folder. Works on the threads of an EntryStore, which outlives it; may be used from any
/// thread and answers in futures.
class FolderKeys
{
public:
    explicit FolderKeys(EntryStore *store) : m_store(store) {}

    /// Says that the master key is about to be given out, on a recovery sheet: fails with NotAllowed unless
    /// whoever acts may do that, and the ledger is told. Beside a program that writes as well.
    Future<Result<void>> noteSheet();

    /// Puts another master key in place of the folder's, in one transaction: a new data key begins, all of
    /// them are sealed under the new master key, and the ledger is told. It must be durable before, and is
    /// the only one that opens the folder from then on. Digests are brought forward afterwards, piece by
    /// piece, between scans, over any number of starts. NotAllowed; WrongUse after 254 changes.
    Future<Result<void>> change(const Secret &masterKey, KeyPlace place);

    /// How many visitors and refused scans still have digests of an older key.
    Future<Result<qint64>> behind();

    /// Lets an administrator who forgot the PIN have another one, given the folder's master key itself, as
    /// from a recovery sheet; the ledger is told. Beside a program that writes as well. KeyMissing when it is
    /// not the folder's present key, NotFound when no administrator has that name.
    Future<Result<void>> setPin(const Secret &masterKey, const QString &administrator,
                                const QByteArray &pinHash);

private:
    EntryStore *const m_store;
};

} // namespace checkpoint
