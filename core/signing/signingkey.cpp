#include "core/signing/signingkey.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

static_assert(VerifyingKey::size == crypto_sign_PUBLICKEYBYTES);
static_assert(SigningKey::seedSize == crypto_sign_SEEDBYTES);
static_assert(SigningKey::signatureSize == crypto_sign_BYTES);

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

bool startSodium()
{
    static const bool started = sodium_init() >= 0;
    return started;
}

QByteArray signedBytes(QByteArrayView space, QByteArrayView message)
{
    return space.toByteArray() + '\0' + message.toByteArray();
}

} // namespace

class SigningKey::Secret
{
public:
    Secret()
        : m_bytes(static_cast<unsigned char *>(startSodium() ? sodium_malloc(crypto_sign_SECRETKEYBYTES)
                                                             : nullptr))
    {
        if (!m_bytes)
            qFatal("There is no memory for a key");
    }
    ~Secret() { sodium_free(m_bytes); }
    Q_DISABLE_COPY_MOVE(Secret)

    unsigned char *data() { return m_bytes; }
    const unsigned char *data() const { return m_bytes; }

private:
    unsigned char *m_bytes;
};

// ---- verifying

Result<VerifyingKey> VerifyingKey::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() != size)
        return Error{ErrorCode::WrongUse, u"a public key has 32 bytes"_s};
    VerifyingKey key;
    key.m_bytes = bytes.toByteArray();
    return key;
}

QByteArray VerifyingKey::id() const
{
    QByteArray digest(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(bytesOf(digest), std::size_t(digest.size()), bytesOf(QByteArrayView(m_bytes)),
                       quint64(m_bytes.size()), nullptr, 0);
    return digest.left(idSize);
}

bool VerifyingKey::verifies(QByteArrayView space, QByteArrayView message, QByteArrayView signature) const
{
    if (m_bytes.size() != size || signature.size() != SigningKey::signatureSize || !startSodium())
        return false;
    const QByteArray text = signedBytes(space, message);
    return crypto_sign_verify_detached(bytesOf(signature), bytesOf(QByteArrayView(text)),
                                       quint64(text.size()), bytesOf(QByteArrayView(m_bytes))) == 0;
}

// ---- signing

SigningKey SigningKey::generate()
{
    startSodium();
    QByteArray seed(seedSize, Qt::Uninitialized);
    randombytes_buf(seed.data(), std::size_t(seed.size()));
    SigningKey key = *fromSeed(seed);
    sodium_memzero(seed.data(), std::size_t(seed.size()));
    return key;
}

Result<SigningKey> SigningKey::fromSeed(QByteArrayView seed)
{
    if (seed.size() != seedSize)
        return Error{ErrorCode::WrongUse, u"the seed of a key has 32 bytes"_s};
    auto secret = std::make_shared<Secret>();
    QByteArray verifying(VerifyingKey::size, Qt::Uninitialized);
    crypto_sign_seed_keypair(bytesOf(verifying), secret->data(), bytesOf(seed));
    SigningKey key;
    key.m_secret = std::move(secret);
    key.m_verifyingKey = *VerifyingKey::fromBytes(verifying);
    return key;
}

QByteArray SigningKey::seed() const
{
    QByteArray seed(seedSize, Qt::Uninitialized);
    crypto_sign_ed25519_sk_to_seed(bytesOf(seed), m_secret->data());
    return seed;
}

QByteArray SigningKey::sign(QByteArrayView space, QByteArrayView message) const
{
    const QByteArray text = signedBytes(space, message);
    QByteArray signature(signatureSize, Qt::Uninitialized);
    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(QByteArrayView(text)), quint64(text.size()),
                         m_secret->data());
    return signature;
}

} // namespace checkpoint
