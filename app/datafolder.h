#pragma once

#include "core/access/accesscontrol.h"
#include "core/base/future.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/settings/secretstore.h"
#include "core/store/backups.h"
#include "core/store/entrystore.h"

#include <QObject>
#include <QString>

#include <memory>

namespace checkpoint {

/// A data folder, and who wants to work in it.
struct FolderAccess
{
    FolderAccess(const QString &folder) : path(folder) {}

    QString path;
    bool signsIn = false; ///< where there are operators, open() signs one in or fails
    QString operatorName;
    std::optional<int> pinDescriptor; ///< where the PIN is read; otherwise the terminal is asked
};

/// One data folder, opened: the store, and the key that unlocks it. Lives on the GUI thread; owned by
/// whichever front end runs.
class DataFolder : public QObject
{
    Q_OBJECT

public:
    explicit DataFolder(const FolderAccess &access, QObject *parent = nullptr);
    ~DataFolder() override;

    QString path() const { return m_path; }
    EntryStore *store() const { return m_store.get(); }
    /// Who is signed in; once open() succeeded.
    AccessControl *access() { return &m_access; }

    /// Has it noted that data of the whole record are looked at in full: what shows them, and why. WrongUse
    /// when operators exist and no reason is given; NotAllowed. Where there is neither nothing is noted.
    Future<Result<void>> noteReveal(const QString &what, const QString &reason);

    /// Where the key lies; File until open() succeeded.
    KeyPlace keyPlace() const { return m_keyPlace; }

    /// Opens the store and unlocks it. In a new folder (ReadWrite) a key is made, and durable, before
    /// anything is sealed. The errors of EntryStore::open() and SecretStore::load(); WriteFailed when the
    /// folder cannot be made; NotAllowed, PinWrong or PinTooSoon when nobody could be signed in.
    Future<Result<void>> open(StoreMode mode);

    // ---- keys

    /// What is known of the key once open() got as far as that, even when the key is missing.
    std::optional<KeyRecord> keyRecord() const { return m_opened.keyRecord; }
    QList<QByteArray> formerKeyIds() const { return m_opened.formerKeyIds; }

    /// Goes on after open() failed with KeyMissing, with the key of a recovery sheet: it is put where the
    /// folder's key belongs. Nothing is changed before the key has proved to be the folder's; KeyMissing when
    /// it is not.
    Future<Result<void>> recover(const Secret &masterKey);

    /// Makes a backup the record of this folder, in which nothing was recorded yet, and opens it: with that
    /// key of a recovery sheet, or with the one that this computer has. The errors of Backups::moveIn();
    /// KeyMissing when the key is not the backup's, nothing is changed then, or when there is none.
    Future<Result<BackupContents>> moveIn(const QString &backup, const std::optional<Secret> &masterKey);

    /// The folder's key, for a recovery sheet; the ledger is told. NotAllowed.
    Future<Result<Secret>> keyForSheet();

    /// Makes a new master key and puts it in place of the folder's; the desk goes on meanwhile. The errors of
    /// FolderKeys::change(), and WriteFailed when the new key cannot be kept: then the old one counts.
    Future<Result<void>> changeKey();

    /// How to open it for a report: who is revealed is noted, so that it has to be written then; but nothing
    /// is made where there is no record yet.
    StoreMode reportMode(bool revealed) const;

    /// Where the data of this user's desk lie when nothing else is said.
    static QString defaultPath();

private:
    Future<Result<void>> unlock(const OpenedFolder &opened, StoreMode mode);
    Future<Result<void>> unlockWith(const Secret &key, KeyPlace place);
    Future<Result<void>> unlockWithNext(KeyPlace place, StoreMode mode, const Error &whyNot);

    Future<Result<void>> openMoved(const std::optional<Secret> &masterKey);
    Future<Result<void>> beginChange();
    Future<Result<void>> settleNext(SecretPlace place);
    Future<Result<void>> signIn();

    const FolderAccess m_caller;
    const QString m_path;
    const SystemClock m_clock;
    bool m_isOpen = false; ///< the store; the key may be missing
    bool m_signsIn = false;
    OpenedFolder m_opened;
    std::unique_ptr<EntryStore> m_store;
    AccessControl m_access; ///< goes before the store
    std::unique_ptr<SecretStore> m_secrets;
    KeyPlace m_keyPlace = KeyPlace::File;
};

} // namespace checkpoint
