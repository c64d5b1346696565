#include "core/settings/secretstore.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <sodium.h>

#include <memory>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

const QString keychainService = u"checkpoint-desk"_s;

Result<QByteArray> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::KeyMissing, u"the key file cannot be read: %1"_s.arg(file.errorString())};
    const QByteArray hex = file.read(4 * SecretStore::secretBytes).trimmed();
    const QByteArray secret = QByteArray::fromHex(hex);
    if (secret.size() != SecretStore::secretBytes || secret.toHex() != hex.toLower())
        return Error{ErrorCode::KeyMissing, u"the key file does not hold a key"_s};
    return secret;
}

/// Flushes what was written, so that the key outlives a power cut before anything is sealed with it.
void flushToDisk(QFile &file, const QString &folder)
{
    file.flush();
#ifdef Q_OS_UNIX
    ::fsync(file.handle());
    const int directory = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
#else
    Q_UNUSED(folder);
#endif
}

Result<QByteArray> writeKeyFile(const QString &folder, const QByteArray &secret)
{
    const QString path = SecretStore::keyFilePath(folder);
    QFile file(path);
    // NewOnly with these permissions: at no moment can anybody else read it, and no key is ever overwritten.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::WriteFailed, u"the key file cannot be made: %1"_s.arg(file.errorString())};
    const QByteArray text = secret.toHex() + '\n';
    if (file.write(text) != text.size() || !file.flush()) {
        file.remove();
        return Error{ErrorCode::WriteFailed, u"the key file cannot be written: %1"_s.arg(file.errorString())};
    }
    flushToDisk(file, folder);
    file.close();
    return readKeyFile(path);
}

QByteArray newSecret()
{
    QByteArray secret(SecretStore::secretBytes, Qt::Uninitialized);
    if (sodium_init() < 0)
        qFatal("libsodium does not start");
    randombytes_buf(secret.data(), size_t(secret.size()));
    return secret;
}

/// Runs a keychain job and answers once, with the job's end or when patience is over.
template <typename Answer, typename Finish>
Future<Result<Answer>> runJob(QKeychain::Job *job, std::chrono::seconds patience, Finish finish)
{
    auto promise = std::make_shared<QPromise<Result<Answer>>>();
    auto answered = std::make_shared<bool>(false);
    promise->start();
    const auto answer = [promise, answered](Result<Answer> result) {
        if (std::exchange(*answered, true))
            return;
        promise->addResult(std::move(result));
        promise->finish();
    };
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, finish](QKeychain::Job *ended) {
        if (ended->error() == QKeychain::NoError)
            answer(finish(ended));
        else
            answer(Error{ErrorCode::KeyMissing, u"keychain: %1"_s.arg(ended->errorString())});
    });
    QTimer::singleShot(patience, job, [answer] {
        answer(Error{ErrorCode::KeyMissing, u"keychain: it does not answer, it may be locked"_s});
    });
    Future<Result<Answer>> future = promise->future();
    job->start();
    return future;
}

} // namespace

SecretStore::SecretStore(const QString &folder, const QString &name, std::chrono::seconds patience,
                         QObject *parent)
    : QObject(parent), m_folder(folder), m_name(name), m_patience(patience), m_files(u"secrets"_s)
{
}

Future<Result<QByteArray>> SecretStore::load(SecretPlace place)
{
    if (place == SecretPlace::Keychain)
        return readKeychain();
    return m_files.run([path = keyFilePath(m_folder)] { return readKeyFile(path); });
}

Future<Result<StoredSecret>> SecretStore::create()
{
    const auto fromFile = [folder = m_folder](const QByteArray &secret) -> Result<StoredSecret> {
        const Result<QByteArray> kept = QFileInfo::exists(keyFilePath(folder))
                                            ? readKeyFile(keyFilePath(folder))
                                            : writeKeyFile(folder, secret);
        if (!kept)
            return kept.error();
        return StoredSecret{*kept, SecretPlace::File};
    };
    const QByteArray secret = newSecret();
    if (QFileInfo::exists(keyFilePath(m_folder)))
        return m_files.run([fromFile, secret] { return fromFile(secret); });

    return writeKeychain(secret)
        .then(this,
              [this](const Result<void> &written) {
                  if (written)
                      return readKeychain();
                  qCInfo(lcApp, "No keychain (%s): the key goes into a file",
                         qPrintable(written.error().detail));
                  return readyFuture(Result<QByteArray>(written.error()));
              })
        .then(this, [this, secret, fromFile](const Result<QByteArray> &readBack) {
            if (readBack && *readBack == secret)
                return readyFuture(Result<StoredSecret>(StoredSecret{secret, SecretPlace::Keychain}));
            return m_files.run([fromFile, secret] { return fromFile(secret); });
        });
}

Future<Result<QByteArray>> SecretStore::readKeychain()
{
    auto *job = new QKeychain::ReadPasswordJob(keychainService, this);
    job->setKey(m_name);
    return runJob<QByteArray>(job, m_patience, [](QKeychain::Job *ended) -> Result<QByteArray> {
        const QByteArray secret = static_cast<QKeychain::ReadPasswordJob *>(ended)->binaryData();
        if (secret.size() != secretBytes)
            return Error{ErrorCode::KeyMissing, u"the keychain does not hold a key"_s};
        return secret;
    });
}

Future<Result<void>> SecretStore::writeKeychain(const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(keychainService, this);
    job->setKey(m_name);
    job->setBinaryData(secret);
    return runJob<void>(job, m_patience, [](QKeychain::Job *) { return Result<void>(); });
}

QString SecretStore::keyFilePath(const QString &folder)
{
    return folder + "/master.key"_L1;
}

} // namespace checkpoint
