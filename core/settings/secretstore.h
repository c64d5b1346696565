#pragma once

#include "core/base/future.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/worker.h"

#include <QObject>
#include <QString>

#include <chrono>

namespace checkpoint {

/// Where a secret lies.
enum class SecretPlace {
    Keychain, ///< the desktop's keychain, unlocked by signing in
    File,     ///< a file of mode 0600 in the data folder: whoever takes the disk can read it
};

struct StoredSecret
{
    Secret secret;
    SecretPlace place = SecretPlace::File;
};

/// Keeps the master key of a data folder. Lives on the GUI thread; answers are futures.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    static constexpr int secretBytes = 32;

    /// `folder` is the data folder, `name` names the secret in the keychain. A keychain that has not answered
    /// after `patience` (it may be asking for a password) counts as locked.
    SecretStore(const QString &folder, const QString &name, std::chrono::seconds patience,
                QObject *parent = nullptr);

    /// The secret from where it was put. KeyMissing when it is not there, locked or malformed; never makes a
    /// new one.
    Future<Result<Secret>> load(SecretPlace place);

    /// Makes a secret, in the keychain or, where there is none, in a file, and answers only when it is
    /// durable: written, flushed and read back. A key file that is there already (made just before the power
    /// went) is taken, not replaced.
    Future<Result<StoredSecret>> create();

    /// Puts a secret, as from a recovery sheet, where the folder's belongs: into the keychain or, where there
    /// is none, into the file. Durable once answered. What lay there and is another one is kept beside it.
    Future<Result<StoredSecret>> restore(const Secret &secret);

    // ---- another secret in place of the present one, over any power cut: the next one is durable before the
    // folder has it, and moves up afterwards

    /// Makes the next secret, beside the present one in its place.
    Future<Result<Secret>> createNext(SecretPlace place);
    /// The next one; KeyMissing when there is none.
    Future<Result<Secret>> loadNext(SecretPlace place);
    /// The next one becomes the present one, which is gone.
    Future<Result<void>> promoteNext(SecretPlace place);

    static QString keyFilePath(const QString &folder);

private:
    Future<Result<Secret>> readKeychain(const QString &name);
    Future<bool> intoKeychain(const QString &name, const Secret &secret);
    Future<Result<void>> forgetInKeychain(const QString &name);
    QString nextName() const { return m_name + QStringLiteral("-next"); }

    const QString m_folder;
    const QString m_name;
    const std::chrono::seconds m_patience;
    Worker m_files;
};

} // namespace checkpoint
