#include "core/store/folderkeys.h"

#include "core/base/ids.h"
#include "core/store/foldercard.h"
#include "core/store/keyrows.h"
#include "core/store/ledgerrows.h"
#include "core/store/storethreads_p.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

Result<void> givePin(Connection &connection, const Vault &vault, const Secret &masterKey, const QString &name,
                     const QByteArray &pinHash)
{
    if (Vault::idOf(masterKey) != vault.keyId())
        return Error{ErrorCode::KeyMissing, u"the key is not the folder's"_s};
    Transaction transaction(connection, Transaction::Kind::Write);
    RowId row = 0;
    QUuid id;
    {
        Statement found = connection.query(
            u"SELECT id, uuid FROM operator WHERE removed_ms IS NULL AND role = 'administrator' AND name = ?"_s,
            name.normalized(QString::NormalizationForm_C).simplified());
        if (found.next()) {
            row = found.integer(0);
            id = found.uuid(1);
        } else {
            connection.fail({ErrorCode::NotFound, u"there is no administrator of that name"_s});
        }
    }
    connection.run(u"UPDATE operator SET sealed_pin = ?, failures = 0, next_try_ms = 0 WHERE id = ?"_s,
                   vault.seal(Vault::RowKind::OperatorPin, id, pinHash), row);
    LedgerRows(connection, vault)
        .note(LedgerNote::Operator, u"PIN of %1, by the recovery sheet"_s.arg(idText(id)));
    return transaction.commit();
}

} // namespace

QByteArray masterKeyId(const Secret &masterKey)
{
    return Vault::idOf(masterKey);
}

QString masterKeyName(const QByteArray &keyId)
{
    constexpr qsizetype half = 4;
    const QString digits = QString::fromLatin1(keyId.left(half).toHex()).toUpper();
    return digits.isEmpty() ? QString() : QString(digits.left(half) + u'-' + digits.mid(half));
}

Future<Result<void>> FolderKeys::noteSheet()
{
    return m_store->d->noteBeside([](Connection &connection, const VaultPointer &vault) {
        Transaction transaction(connection, Transaction::Kind::Write);
        connection.require(Deed::Keys);
        LedgerRows(connection, *vault).note(LedgerNote::Export, u"recovery sheet"_s);
        return transaction.commit();
    });
}

Future<Result<void>> FolderKeys::change(const Secret &masterKey, KeyPlace place)
{
    EntryStore::Private *const d = m_store->d.get();
    return d->writeTo([d, own = d->ownVault, masterKey, place](Connection &connection, const VaultPointer &) {
        Result<void> changed = changeMasterKey(connection, *own, masterKey, place);
        if (changed) {
            rememberFolder(d->writing.path, connection);
            Worker *const thread = d->writingThread.get();
            thread->run([d, thread] { d->liftOlderDigests(thread); });
        }
        return changed;
    });
}

Future<Result<qint64>> FolderKeys::behind()
{
    return m_store->d->readFrom([](Connection &connection, const VaultPointer &) {
        return connection.answer(digestsBehind(connection));
    });
}

Future<Result<void>> FolderKeys::setPin(const Secret &masterKey, const QString &administrator,
                                        const QByteArray &pinHash)
{
    return m_store->d->noteBeside([=](Connection &connection, const VaultPointer &vault) {
        return givePin(connection, *vault, masterKey, administrator, pinHash);
    });
}

} // namespace checkpoint
