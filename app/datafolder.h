#pragma once

#include "core/base/result.h"
#include "core/settings/secretstore.h"
#include "core/store/entrystore.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>

namespace checkpoint {

/// One data folder, opened: the store, and the key that unlocks it. Lives on the GUI thread; owned by
/// whichever front end runs.
class DataFolder : public QObject
{
    Q_OBJECT

public:
    explicit DataFolder(const QString &path, QObject *parent = nullptr);
    ~DataFolder() override;

    QString path() const { return m_path; }
    EntryStore *store() const { return m_store.get(); }
    /// Where the key lies; File until open() succeeded.
    KeyPlace keyPlace() const { return m_keyPlace; }

    /// Opens the store and unlocks it. In a new folder (ReadWrite) a key is made, and durable, before
    /// anything is sealed. The errors of EntryStore::open() and SecretStore::load(); WriteFailed when the
    /// folder cannot be made.
    QFuture<Result<void>> open(StoreMode mode);

    /// How to open it for a report: who is revealed is noted, so that it has to be written then; but nothing
    /// is made where there is no record yet.
    StoreMode reportMode(bool revealed) const;

    /// Where the data of this user's desk lie when nothing else is said.
    static QString defaultPath();

private:
    QFuture<Result<void>> unlock(const OpenedFolder &opened, StoreMode mode);
    QFuture<Result<void>> unlockWith(const QByteArray &key, KeyPlace place);

    const QString m_path;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<SecretStore> m_secrets;
    KeyPlace m_keyPlace = KeyPlace::File;
};

} // namespace checkpoint
