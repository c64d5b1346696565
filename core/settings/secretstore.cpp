#include "core/settings/secretstore.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <sodium.h>

#include <filesystem>
#include <memory>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

const QString keychainService = u"checkpoint-desk"_s;

constexpr std::size_t hexSize = 2 * SecretStore::secretBytes;

QString nextFilePath(const QString &folder)
{
    return SecretStore::keyFilePath(folder) + ".next"_L1;
}

/// Without a buffer of Qt's, so that the key is nowhere but in locked memory.
Result<Secret> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::KeyMissing, u"the key file cannot be read: %1"_s.arg(file.errorString())};
    Secret text(2 * qsizetype(hexSize));
    const qint64 length = file.read(reinterpret_cast<char *>(text.data()), text.size());
    Secret secret(SecretStore::secretBytes);
    std::size_t size = 0;
    const bool isHex =
        length >= qint64(hexSize) &&
        sodium_hex2bin(secret.data(), std::size_t(secret.size()), reinterpret_cast<const char *>(text.data()),
                       hexSize, nullptr, &size, nullptr) == 0 &&
        size == std::size_t(SecretStore::secretBytes);
    if (!isHex || !text.view().first(length).sliced(qsizetype(hexSize)).trimmed().isEmpty())
        return Error{ErrorCode::KeyMissing, u"the key file does not hold a key"_s};
    return secret;
}

/// Flushes the names of the files in a folder.
void flushFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int directory = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
#else
    Q_UNUSED(folder);
#endif
}

/// Flushes what was written, so that the key outlives a power cut before anything is sealed with it.
void flushToDisk(QFile &file, const QString &folder)
{
#ifdef Q_OS_UNIX
    ::fsync(file.handle());
#else
    Q_UNUSED(file);
#endif
    flushFolder(folder);
}

Result<Secret> writeKeyFile(const QString &path, const Secret &secret)
{
    QFile file(path);
    // NewOnly with these permissions: at no moment can anybody else read it, and no key is ever overwritten.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::WriteFailed, u"the key file cannot be made: %1"_s.arg(file.errorString())};
    Secret text(qsizetype(hexSize) + 1);
    sodium_bin2hex(reinterpret_cast<char *>(text.data()), hexSize + 1, secret.data(),
                   std::size_t(secret.size()));
    text.data()[hexSize] = '\n';
    if (file.write(text.view().data(), text.size()) != text.size()) {
        file.remove();
        return Error{ErrorCode::WriteFailed, u"the key file cannot be written: %1"_s.arg(file.errorString())};
    }
    flushToDisk(file, QFileInfo(path).path());
    file.close();
    return readKeyFile(path);
}

/// What lies under the name goes aside, under one that nothing has yet.
bool setAside(const QString &path)
{
    for (int number = 1; number < 100; ++number) {
        if (QFile::rename(path, path + u".before-%1"_s.arg(number)))
            return true;
    }
    return false;
}

/// The secret in the file, which may hold another or be damaged: that one goes aside.
Result<StoredSecret> restoredFile(const QString &folder, const Secret &secret)
{
    const QString path = SecretStore::keyFilePath(folder);
    if (QFileInfo::exists(path)) {
        const Result<Secret> there = readKeyFile(path);
        if (there && *there == secret)
            return StoredSecret{secret, SecretPlace::File};
        if (!setAside(path))
            return Error{ErrorCode::WriteFailed, u"the key file cannot be set aside"_s};
    }
    const Result<Secret> written = writeKeyFile(path, secret);
    return written ? Result<StoredSecret>(StoredSecret{*written, SecretPlace::File}) : written.error();
}

Result<void> movedUp(const QString &folder)
{
    // One step: at every moment one of the two is there under the name.
    std::error_code failure;
    std::filesystem::rename(std::filesystem::path(nextFilePath(folder).toStdU16String()),
                            std::filesystem::path(SecretStore::keyFilePath(folder).toStdU16String()),
                            failure);
    if (failure)
        return Error{ErrorCode::WriteFailed, u"the next key cannot take the place of the present one"_s};
    flushFolder(folder);
    return {};
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

Future<Result<Secret>> SecretStore::load(SecretPlace place)
{
    if (place == SecretPlace::Keychain)
        return readKeychain(m_name);
    return m_files.run([path = keyFilePath(m_folder)] { return readKeyFile(path); });
}

Future<Result<StoredSecret>> SecretStore::create()
{
    const auto fromFile = [folder = m_folder](const Secret &secret) -> Result<StoredSecret> {
        const Result<Secret> kept = QFileInfo::exists(keyFilePath(folder))
                                        ? readKeyFile(keyFilePath(folder))
                                        : writeKeyFile(keyFilePath(folder), secret);
        if (!kept)
            return kept.error();
        return StoredSecret{*kept, SecretPlace::File};
    };
    const Secret secret = Secret::random(secretBytes);
    if (QFileInfo::exists(keyFilePath(m_folder)))
        return m_files.run([fromFile, secret] { return fromFile(secret); });
    return intoKeychain(m_name, secret).then(this, [this, secret, fromFile](bool isThere) {
        if (isThere)
            return readyFuture(Result<StoredSecret>(StoredSecret{secret, SecretPlace::Keychain}));
        return m_files.run([fromFile, secret] { return fromFile(secret); });
    });
}

Future<Result<StoredSecret>> SecretStore::restore(const Secret &secret)
{
    return intoKeychain(m_name, secret).then(this, [this, secret](bool isThere) {
        if (isThere)
            return readyFuture(Result<StoredSecret>(StoredSecret{secret, SecretPlace::Keychain}));
        return m_files.run([folder = m_folder, secret] { return restoredFile(folder, secret); });
    });
}

// ---- the next one

Future<Result<Secret>> SecretStore::createNext(SecretPlace place)
{
    const Secret secret = Secret::random(secretBytes);
    if (place == SecretPlace::File) {
        return m_files.run([path = nextFilePath(m_folder), secret] {
            QFile::remove(path); // of a change that came to nothing
            return writeKeyFile(path, secret);
        });
    }
    return intoKeychain(nextName(), secret).then(this, [secret](bool isThere) {
        return isThere ? Result<Secret>(secret)
                       : Error{ErrorCode::WriteFailed, u"the keychain does not take a key"_s};
    });
}

Future<Result<Secret>> SecretStore::loadNext(SecretPlace place)
{
    if (place == SecretPlace::Keychain)
        return readKeychain(nextName());
    return m_files.run([path = nextFilePath(m_folder)] { return readKeyFile(path); });
}

Future<Result<void>> SecretStore::promoteNext(SecretPlace place)
{
    if (place == SecretPlace::File)
        return m_files.run([folder = m_folder] { return movedUp(folder); });
    return readKeychain(nextName())
        .then(this,
              [this](const Result<Secret> &next) {
                  return next ? intoKeychain(m_name, *next) : readyFuture(false);
              })
        .then(this, [this](bool isThere) {
            return isThere ? forgetInKeychain(nextName())
                           : readyFuture(Result<void>(
                                 Error{ErrorCode::WriteFailed, u"the keychain does not take a key"_s}));
        });
}

// ---- the keychain

Future<Result<Secret>> SecretStore::readKeychain(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(keychainService, this);
    job->setKey(name);
    return runJob<Secret>(job, m_patience, [](QKeychain::Job *ended) -> Result<Secret> {
        QByteArray bytes = static_cast<QKeychain::ReadPasswordJob *>(ended)->binaryData();
        Result<Secret> secret = Error{ErrorCode::KeyMissing, u"the keychain does not hold a key"_s};
        if (bytes.size() == secretBytes)
            secret = Secret(bytes);
        sodium_memzero(bytes.data(), std::size_t(bytes.size()));
        return secret;
    });
}

/// Whether it is there, read back.
Future<bool> SecretStore::intoKeychain(const QString &name, const Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(keychainService, this);
    job->setKey(name);
    job->setBinaryData(secret.view().toByteArray());
    return runJob<void>(job, m_patience, [](QKeychain::Job *) { return Result<void>(); })
        .then(this,
              [this, name](const Result<void> &written) {
                  if (written)
                      return readKeychain(name);
                  qCInfo(lcApp, "No keychain (%s): the key goes into a file",
                         qPrintable(written.error().detail));
                  return readyFuture(Result<Secret>(written.error()));
              })
        .then(this, [secret](const Result<Secret> &readBack) { return readBack && *readBack == secret; });
}

Future<Result<void>> SecretStore::forgetInKeychain(const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(keychainService, this);
    job->setKey(name);
    return runJob<void>(job, m_patience, [](QKeychain::Job *) { return Result<void>(); });
}

QString SecretStore::keyFilePath(const QString &folder)
{
    return folder + "/master.key"_L1;
}

} // namespace checkpoint
