#include "app/datafolder.h"

#include "app/commands/passphrase.h"
#include "core/base/ids.h"

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
    , m_store(std::make_unique<EntryStore>())
    , m_access(m_store.get(), &m_clock)
{
}

DataFolder::~DataFolder() = default;

Future<Result<void>> DataFolder::open(StoreMode mode)
{
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
        return opened ? unlock(*opened, mode) : failed(opened);
    });
}

Future<Result<void>> DataFolder::unlock(const OpenedFolder &opened, StoreMode mode)
{
    m_folderId = opened.folderId;
    m_secrets =
        std::make_unique<SecretStore>(m_path, u"master-key-"_s + idText(opened.folderId), keychainPatience);
    if (opened.keyRecord) {
        const KeyPlace place = opened.keyRecord->place;
        return m_secrets->load(secretPlace(place)).then(this, [this, place](const Result<QByteArray> &key) {
            return key ? unlockWith(*key, place) : failed(key);
        });
    }
    if (mode == StoreMode::ReadOnly)
        return readyFuture(
            Result<void>(Error{ErrorCode::NotFound, u"nothing has been recorded in %1 yet"_s.arg(m_path)}));
    return m_secrets->create().then(this, [this](const Result<StoredSecret> &created) {
        return created ? unlockWith(created->secret, keyPlaceOf(created->place)) : failed(created);
    });
}

Future<Result<void>> DataFolder::unlockWith(const QByteArray &key, KeyPlace place)
{
    m_keyPlace = place;
    return m_store->unlock(key, place).then(this, [this](const Result<void> &unlocked) {
        return unlocked ? signIn() : failed(unlocked);
    });
}

Future<Result<void>> DataFolder::signIn()
{
    return m_access.load().then(this, [this](const Result<QList<DeskOperator>> &operators) {
        if (!operators)
            return failed(operators);
        if (!m_caller.signsIn || (operators->isEmpty() && m_caller.operatorName.isEmpty()))
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
    return m_store->noteReveal(m_folderId, words.join(u": "_s), m_clock.now());
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
