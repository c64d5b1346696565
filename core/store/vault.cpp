#include "core/store/vault.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr unsigned char sealVersion = 1;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype headSize = 1 + nonceSize;

// The context and the numbers of the derived keys must never change: every folder's keys follow from them.
constexpr char derivationContext[crypto_kdf_CONTEXTBYTES + 1] = "chkpdesk";
constexpr quint64 sealingKeyNumber = 1;
constexpr quint64 digestKeyNumber = 2;
constexpr quint64 keyIdNumber = 3;
constexpr quint64 ledgerKeyNumber = 4;
constexpr quint64 headSeedNumber = 5;

static_assert(SecretKey::size == crypto_kdf_KEYBYTES);
static_assert(SecretKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(SecretKey::size <= crypto_generichash_KEYBYTES_MAX);
static_assert(Vault::digestSize >= crypto_generichash_BYTES_MIN);
static_assert(Vault::ledgerHashSize == crypto_generichash_BYTES);

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

/// What is authenticated beside the ciphertext: where the blob belongs.
QByteArray associatedData(Vault::RowKind kind, const QUuid &id)
{
    QByteArray data;
    data.append(char(sealVersion));
    data.append(char(kind));
    data.append(id.toRfc4122());
    return data;
}

} // namespace

SecretKey::SecretKey() : m_bytes(static_cast<unsigned char *>(sodium_malloc(size)))
{
    Q_CHECK_PTR(m_bytes.get());
}

void SecretKey::Free::operator()(unsigned char *bytes) const
{
    sodium_free(bytes); // wipes first
}

Result<std::shared_ptr<const Vault>> Vault::fromMasterKey(QByteArrayView masterKey)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::StoreFailed, u"libsodium cannot be initialised"_s};
    if (std::size_t(masterKey.size()) != SecretKey::size)
        return Error{ErrorCode::WrongUse, u"a master key has 32 bytes"_s};

    const std::shared_ptr<Vault> vault(new Vault);
    const auto derive = [&masterKey](unsigned char *key, std::size_t size, quint64 number) {
        crypto_kdf_derive_from_key(key, size, number, derivationContext, bytes(masterKey));
    };
    derive(vault->m_sealingKey.data(), SecretKey::size, sealingKeyNumber);
    derive(vault->m_digestKey.data(), SecretKey::size, digestKeyNumber);
    derive(vault->m_ledgerKey.data(), SecretKey::size, ledgerKeyNumber);
    derive(vault->m_headSeed.data(), SecretKey::size, headSeedNumber);
    vault->m_keyId.resize(digestSize);
    derive(bytes(vault->m_keyId), digestSize, keyIdNumber);
    return std::shared_ptr<const Vault>(vault);
}

QByteArray Vault::seal(RowKind kind, const QUuid &id, QByteArrayView plain) const
{
    const QByteArray place = associatedData(kind, id);
    QByteArray sealed(headSize + plain.size() + tagSize, Qt::Uninitialized);
    sealed[0] = char(sealVersion);
    unsigned char *nonce = bytes(sealed) + 1;
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + headSize, nullptr, bytes(plain),
                                               quint64(plain.size()), bytes(QByteArrayView(place)),
                                               quint64(place.size()), nullptr, nonce, m_sealingKey.data());
    return sealed;
}

Result<QByteArray> Vault::open(RowKind kind, const QUuid &id, QByteArrayView sealed) const
{
    const Error broken{ErrorCode::SealBroken, u"a sealed record does not open with the key"_s};
    if (sealed.size() < headSize + tagSize || sealed.front() != char(sealVersion))
        return broken;
    const QByteArray place = associatedData(kind, id);
    const QByteArrayView ciphertext = sealed.sliced(headSize);
    QByteArray plain(ciphertext.size() - tagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes(plain), nullptr, nullptr, bytes(ciphertext), quint64(ciphertext.size()),
            bytes(QByteArrayView(place)), quint64(place.size()), bytes(sealed) + 1, m_sealingKey.data()) != 0)
        return broken;
    return plain;
}

QByteArray Vault::digest(QByteArrayView space, QByteArrayView value) const
{
    const QByteArray text = space.toByteArray() + '\0' + value.toByteArray();
    QByteArray digest(qsizetype(digestSize), Qt::Uninitialized);
    crypto_generichash(bytes(digest), digestSize, bytes(QByteArrayView(text)), quint64(text.size()),
                       m_digestKey.data(), SecretKey::size);
    return digest;
}

QByteArray Vault::ledgerHash(QByteArrayView text) const
{
    QByteArray hash(qsizetype(ledgerHashSize), Qt::Uninitialized);
    crypto_generichash(bytes(hash), ledgerHashSize, bytes(text), quint64(text.size()), m_ledgerKey.data(),
                       SecretKey::size);
    return hash;
}

QByteArray Vault::headSeed() const
{
    return {reinterpret_cast<const char *>(m_headSeed.data()), qsizetype(SecretKey::size)};
}

} // namespace checkpoint
