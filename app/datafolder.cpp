#include "app/datafolder.h"

#include "app/commands/passphrase.h"
#include "core/base/ids.h"
#include "core/base/logging.h"
#include "core/store/folderkeys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

/// A keychain may first ask the user for a password.
constexpr auto keychainPatience = 20s;

SecretPlace secretPlace(KeyPlace place)
{
    return place == KeyPlace::Keychain ? SecretPlace::Keychain : SecretPlace::File;
}

KeyPlace keyPlaceOf(SecretPlace place)
{
    return place == SecretPlace::Keychain ? KeyPlace::Keychain : KeyPlace::File;
}

template <typename T> Future<Result<void>> failed(const Result<T> &result)
{
    return readyFuture(Result<void>(result.error()));
}

} // namespace

DataFolder::DataFolder(const FolderAccess &access, QObject *parent)
    : QObject(parent)
    , m_caller(access)
    , m_path(QDir(access.path).absolutePath())
    , m_signsIn(access.signsIn)
    , m_store(std::make_unique<EntryStore>())
    , m_access(m_store.get(), &m_clock)
{
    m_store->setDateVouched(&SystemClock::isSynchronised);
}

DataFolder::~DataFolder() = default;

Future<Result<void>> DataFolder::open(StoreMode mode)
{
    if (m_isOpen) // all but the key was there
        return unlock(m_opened, mode);
    const QFileInfo there(m_path);
    if (there.exists() && !there.isDir())
        return readyFuture(Result<void>(Error{ErrorCode::StoreFailed, u"%1 is no folder"_s.arg(m_path)}));
    if (mode == StoreMode::ReadWrite && !there.exists()) {
        if (!QDir().mkpath(m_path))
            return readyFuture(
                Result<void>(Error{ErrorCode::ReadOnly, u"the folder %1 cannot be made"_s.arg(m_path)}));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return m_store->open(m_path, mode).then(this, [this, mode](const Result<OpenedFolder> &opened) {
        m_isOpen = opened.ok();
        return opened ? unlock(*opened, mode) : failed(opened);
    });
}

Future<Result<void>> DataFolder::unlock(const OpenedFolder &opened, StoreMode mode)
{
    m_opened = opened;
    // One for as long as the folder is open: another try must not end what is under way.
    if (!m_secrets)
        m_secrets = std::make_unique<SecretStore>(m_path, u"master-key-"_s + idText(opened.folderId),
                                                  keychainPatience);
    if (opened.keyRecord) {
        const KeyPlace place = opened.keyRecord->place;
        return m_secrets->load(secretPlace(place))
            .then(this,
                  [this, place](const Result<Secret> &key) {
                      return key ? unlockWith(*key, place) : failed(key);
                  })
            .then(this, [this, place, mode](const Result<void> &unlocked) {
                return unlocked || unlocked.error().code != ErrorCode::KeyMissing
                           ? readyFuture(Result<void>(unlocked))
                           : unlockWithNext(place, mode, unlocked.error());
            });
    }
    if (mode == StoreMode::ReadOnly)
        return readyFuture(
            Result<void>(Error{ErrorCode::NotFound, u"nothing has been recorded in %1 yet"_s.arg(m_path)}));
    return m_secrets->create().then(this, [this](const Result<StoredSecret> &created) {
        return created ? unlockWith(created->secret, keyPlaceOf(created->place)) : failed(created);
    });
}

/// A program that ended between the folder's change of key and the key's own has left the next one beside it.
Future<Result<void>> DataFolder::unlockWithNext(KeyPlace place, StoreMode mode, const Error &whyNot)
{
    return m_secrets->loadNext(secretPlace(place))
        .then(this, [this, place, mode, whyNot](const Result<Secret> &next) -> Future<Result<void>> {
            if (!next || masterKeyId(*next) != m_opened.keyRecord->keyId)
                return readyFuture(Result<void>(whyNot));
            if (mode == StoreMode::ReadOnly)
                return unlockWith(*next, place);
            return m_secrets->promoteNext(secretPlace(place))
                .then(this, [this, place, key = *next](const Result<void> &promoted) {
                    return promoted ? unlockWith(key, place) : failed(promoted);
                });
        });
}

Future<Result<void>> DataFolder::recover(const Secret &masterKey)
{
    if (!m_opened.keyRecord || masterKeyId(masterKey) != m_opened.keyRecord->keyId)
        return readyFuture(Result<void>(Error{ErrorCode::KeyMissing, u"the key is not the folder's"_s}));
    return m_secrets->restore(masterKey).then(this, [this](const Result<StoredSecret> &kept) {
        return kept ? unlockWith(kept->secret, keyPlaceOf(kept->place)) : failed(kept);
    });
}

Future<Result<Secret>> DataFolder::keyForSheet()
{
    return FolderKeys(m_store.get()).noteSheet().then(this, [this](const Result<void> &noted) {
        return noted ? m_secrets->load(secretPlace(m_keyPlace)) : readyFuture(Result<Secret>(noted.error()));
    });
}

Future<Result<BackupContents>> DataFolder::moveIn(const QString &backup,
                                                  const std::optional<Secret> &masterKey)
{
    using Moved = Result<BackupContents>;
    m_signsIn = false; // there is nobody yet to sign in
    return Backups(m_store.get())
        .lookAnew(backup)
        .then(this,
              [this, backup, masterKey](const Moved &held) {
                  if (!held)
                      return readyFuture(held);
                  if (masterKey && masterKeyId(*masterKey) != held->keyId)
                      return readyFuture(
                          Moved(Error{ErrorCode::KeyMissing,
                                      u"this is the sheet of key %1, the backup has key %2; nothing was "
                                      "changed"_s.arg(masterKeyName(masterKeyId(*masterKey)),
                                                      masterKeyName(held->keyId))}));
                  return Backups(m_store.get()).moveIn(m_path, backup);
              })
        .then(this, [this, masterKey](const Moved &moved) {
            if (!moved)
                return readyFuture(moved);
            return openMoved(masterKey).then(this, [this, contents = *moved](const Result<void> &opened) {
                if (!opened)
                    return readyFuture(Moved(opened.error()));
                return Backups(m_store.get())
                    .noteMove(contents)
                    .then(this, [contents](const Result<void> &noted) {
                        return noted ? Moved(contents) : Moved(noted.error());
                    });
            });
        });
}

Future<Result<void>> DataFolder::openMoved(const std::optional<Secret> &masterKey)
{
    return open(StoreMode::ReadWrite).then(this, [this, masterKey](const Result<void> &opened) {
        const bool isLocked = !opened && opened.error().code == ErrorCode::KeyMissing;
        return isLocked && masterKey ? recover(*masterKey) : readyFuture(Result<void>(opened));
    });
}

Future<Result<void>> DataFolder::changeKey()
{
    return settleNext(secretPlace(m_keyPlace)).then(this, [this](const Result<void> &settled) {
        return settled ? beginChange() : failed(settled);
    });
}

/// A key that is the folder's already may still lie beside the former one: its move failed. Making the next
/// one would overwrite it.
Future<Result<void>> DataFolder::settleNext(SecretPlace place)
{
    return m_secrets->loadNext(place).then(this, [this, place](const Result<Secret> &next) {
        const bool isTheFolders = next && masterKeyId(*next) == m_opened.keyRecord->keyId;
        return isTheFolders ? m_secrets->promoteNext(place) : readyFuture(Result<void>());
    });
}

Future<Result<void>> DataFolder::beginChange()
{
    const SecretPlace place = secretPlace(m_keyPlace);
    return m_secrets->createNext(place).then(this, [this, place](const Result<Secret> &next) {
        if (!next)
            return failed(next);
        return FolderKeys(m_store.get())
            .change(*next, m_keyPlace)
            .then(this, [this, place, id = masterKeyId(*next)](const Result<void> &changed) {
                if (!changed)
                    return failed(changed);
                m_opened.formerKeyIds.append(m_opened.keyRecord->keyId);
                m_opened.keyRecord->keyId = id;
                return m_secrets->promoteNext(place).then(this, [](const Result<void> &promoted) {
                    // The next start finds the key beside the old one and goes on.
                    if (!promoted)
                        qCWarning(lcApp) << "the new key is not in its place:" << promoted.error().detail;
                    return Result<void>();
                });
            });
    });
}

Future<Result<void>> DataFolder::unlockWith(const Secret &key, KeyPlace place)
{
    m_keyPlace = place;
    return m_store->unlock(key, place)
        .then(this, [this, place, id = masterKeyId(key)](const Result<void> &unlocked) {
            if (!unlocked)
                return failed(unlocked);
            m_opened.keyRecord = KeyRecord{place, id};
            return signIn();
        });
}

Future<Result<void>> DataFolder::signIn()
{
    return m_access.load().then(this, [this](const Result<QList<DeskOperator>> &operators) {
        if (!operators)
            return failed(operators);
        if (!m_signsIn || (operators->isEmpty() && m_caller.operatorName.isEmpty()))
            return readyFuture(Result<void>());
        if (operators->isEmpty())
            return failed(
                Result<void>(Error{ErrorCode::WrongUse, u"there are no operators in %1"_s.arg(m_path)}));
        if (m_caller.operatorName.isEmpty())
            return failed(Result<void>(Error{
                ErrorCode::NotAllowed, u"this desk has operators: say who works by --operator NAME"_s}));
        const Result<QString> pin = m_caller.pinDescriptor ? passphraseFrom(*m_caller.pinDescriptor)
                                                           : passphraseFromTerminal(false, "PIN: ");
        if (!pin)
            return failed(pin);
        return m_access.signIn(m_caller.operatorName, *pin).then(this, [](const Result<DeskOperator> &who) {
            return who ? Result<void>() : Result<void>(who.error());
        });
    });
}

Future<Result<void>> DataFolder::noteReveal(const QString &what, const QString &reason)
{
    if (reason.isEmpty() && m_access.hasOperators())
        return failed(Result<void>(Error{ErrorCode::WrongUse, u"--reveal needs --reason; it is kept"_s}));
    QStringList words{what, reason};
    words.removeAll(QString());
    if (words.isEmpty())
        return readyFuture(Result<void>());
    return m_store->noteReveal(m_opened.folderId, words.join(u": "_s), m_clock.now());
}

StoreMode DataFolder::reportMode(bool revealed) const
{
    const bool notes = revealed && QFileInfo::exists(EntryStore::databasePath(m_path));
    return notes ? StoreMode::ReadWrite : StoreMode::ReadOnly;
}

QString DataFolder::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

} // namespace checkpoint
