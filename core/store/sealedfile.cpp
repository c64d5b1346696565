#include "core/store/sealedfile.h"

#include "core/base/secret.h"

#include <QtEndian>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// magic · version · passes of Argon2id · KiB of Argon2id · salt · nonce || ciphertext and tag || checksum.
// Everything before the ciphertext is authenticated with it; the checksum tells damage from a wrong
// passphrase.
constexpr QByteArrayView magic("ChkDesk\x1a");
constexpr char version = 1;
constexpr qsizetype passesAt = magic.size() + 1;
constexpr qsizetype kibAt = passesAt + 4;
constexpr qsizetype saltAt = kibAt + 4;
constexpr qsizetype nonceAt = saltAt + crypto_pwhash_SALTBYTES;
constexpr qsizetype headSize = nonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype checksumSize = 16;
constexpr quint32 passes = crypto_pwhash_OPSLIMIT_MODERATE;
constexpr quint32 kib = crypto_pwhash_MEMLIMIT_MODERATE / 1024;
// A file that asks for more was not made here.
constexpr quint32 mostPasses = 16;
constexpr quint32 mostKib = 1024 * 1024;

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

QByteArray checksumOf(const QByteArray &data)
{
    QByteArray checksum(checksumSize, Qt::Uninitialized);
    crypto_generichash(bytes(checksum), checksumSize, bytes(data), quint64(data.size()), nullptr, 0);
    return checksum;
}

/// The key of a passphrase, as the head of a file says. The same letters give the same key, however a
/// keyboard composes them.
Result<Secret> keyOf(const QString &passphrase, const QByteArray &head)
{
    QByteArray words = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const quint64 wantedPasses = qFromLittleEndian<quint32>(head.constData() + passesAt);
    const std::size_t wantedBytes = std::size_t(qFromLittleEndian<quint32>(head.constData() + kibAt)) * 1024;
    const int failed = crypto_pwhash(key.data(), crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
                                     words.constData(), quint64(words.size()), bytes(head) + saltAt,
                                     wantedPasses, wantedBytes, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(words.data(), std::size_t(words.size()));
    if (failed != 0)
        return Error{ErrorCode::StoreFailed, u"there is not enough memory to take in a passphrase"_s};
    return key;
}

} // namespace

Result<QByteArray> sealedByPassphrase(const QByteArray &plain, const QString &passphrase)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::StoreFailed, u"libsodium does not start"_s};
    if (passphrase.size() < shortestPassphrase)
        return Error{ErrorCode::WrongUse,
                     u"a passphrase has at least %1 characters"_s.arg(shortestPassphrase)};
    QByteArray sealed(headSize + plain.size() + tagSize, '\0');
    sealed.replace(0, magic.size(), magic.toByteArray());
    sealed[magic.size()] = version;
    qToLittleEndian(passes, sealed.data() + passesAt);
    qToLittleEndian(kib, sealed.data() + kibAt);
    randombytes_buf(sealed.data() + saltAt, std::size_t(headSize - saltAt));
    const QByteArray head = sealed.left(headSize);
    const Result<Secret> key = keyOf(passphrase, head);
    if (!key)
        return key.error();
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + headSize, nullptr, bytes(plain),
                                               quint64(plain.size()), bytes(head), quint64(headSize), nullptr,
                                               bytes(head) + nonceAt, key->data());
    return sealed + checksumOf(sealed);
}

Result<QByteArray> openedByPassphrase(const QByteArray &sealed, const QString &passphrase)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::StoreFailed, u"libsodium does not start"_s};
    if (!sealed.startsWith(magic))
        return Error{ErrorCode::SourceUnreadable, u"this is no file of Checkpoint Desk"_s};
    if (sealed.size() > magic.size() && sealed[magic.size()] > version)
        return Error{ErrorCode::FileNewer, u"the file is sealed in a newer way"_s};
    const Error damaged{ErrorCode::FileDamaged, u"the file was cut or changed"_s};
    const QByteArray data = sealed.chopped(qMin(sealed.size(), checksumSize));
    if (data.size() < headSize + tagSize || checksumOf(data) != sealed.right(checksumSize))
        return damaged;
    const QByteArray head = data.left(headSize);
    if (qFromLittleEndian<quint32>(head.constData() + passesAt) > mostPasses ||
        qFromLittleEndian<quint32>(head.constData() + kibAt) > mostKib)
        return damaged;
    const Result<Secret> key = keyOf(passphrase, head);
    if (!key)
        return key.error();
    QByteArray plain(data.size() - headSize - tagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes(plain), nullptr, nullptr, bytes(data) + headSize, quint64(data.size() - headSize),
            bytes(head), quint64(headSize), bytes(head) + nonceAt, key->data()) != 0)
        return Error{ErrorCode::PassphraseWrong, u"the file does not open with this passphrase"_s};
    return plain;
}

} // namespace checkpoint
