#include "core/store/vault.h"

#include <QtEndian>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

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
constexpr quint64 ringKeyNumber = 6;

static_assert(Vault::keySize == crypto_kdf_KEYBYTES);
static_assert(Vault::keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(Vault::keySize <= crypto_generichash_KEYBYTES_MAX);
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

/// How much of the stack hashing a key may have left it on.
constexpr std::size_t stackOfAHash = 4096;

Secret derived(const Secret &root, quint64 number)
{
    Secret key(Vault::keySize);
    crypto_kdf_derive_from_key(key.data(), Vault::keySize, number, derivationContext, root.data());
    sodium_stackzero(stackOfAHash);
    return key;
}

/// What is authenticated beside the ciphertext: with which key, and where the blob belongs.
QByteArray associatedData(int number, Vault::RowKind kind, const QUuid &id)
{
    QByteArray data;
    data.append(char(number));
    data.append(char(kind));
    data.append(id.toRfc4122());
    return data;
}

/// The same for a data key within a ring.
QByteArray ringPlace(const QUuid &folder, const SealedDataKey &key)
{
    char line[sizeof(qint64)];
    qToBigEndian(key.fromLine, line);
    return QByteArray("ring") + char(key.number) + folder.toRfc4122() + key.masterId +
           QByteArray(line, sizeof line);
}

/// Number, nonce, ciphertext with its tag.
QByteArray sealedWith(const Secret &key, int number, const QByteArray &place, QByteArrayView plain)
{
    QByteArray sealed(headSize + plain.size() + tagSize, Qt::Uninitialized);
    sealed[0] = char(number);
    unsigned char *nonce = bytes(sealed) + 1;
    randombytes_buf(nonce, nonceSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed) + headSize, nullptr, bytes(plain),
                                               quint64(plain.size()), bytes(QByteArrayView(place)),
                                               quint64(place.size()), nullptr, nonce, key.data());
    return sealed;
}

/// False when it does not open; `plain` has room for it.
bool openedWith(const Secret &key, const QByteArray &place, QByteArrayView sealed, unsigned char *plain)
{
    const QByteArrayView ciphertext = sealed.sliced(headSize);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
               plain, nullptr, nullptr, bytes(ciphertext), quint64(ciphertext.size()),
               bytes(QByteArrayView(place)), quint64(place.size()), bytes(sealed) + 1, key.data()) == 0;
}

QByteArray keyedHash(const Secret &key, QByteArrayView text, std::size_t size)
{
    QByteArray hash(qsizetype(size), Qt::Uninitialized);
    crypto_generichash(bytes(hash), size, bytes(text), quint64(text.size()), key.data(), Vault::keySize);
    return hash;
}

} // namespace

/// A data key with what follows from it.
struct Vault::DataKey
{
    Secret root;
    Secret sealing;
    Secret digesting;
    Secret ledger;
    Secret headSeed;
    QByteArray masterId;
    qint64 fromLine = 0;
};

Vault::~Vault() = default;

// ---- keys

std::unique_ptr<const Vault::DataKey> Vault::made(const Secret &root, const QByteArray &masterId,
                                                  qint64 fromLine)
{
    return std::make_unique<const DataKey>(
        DataKey{root, derived(root, sealingKeyNumber), derived(root, digestKeyNumber),
                derived(root, ledgerKeyNumber), derived(root, headSeedNumber), masterId, fromLine});
}

QByteArray Vault::idOf(const Secret &masterKey)
{
    if (masterKey.size() != keySize)
        return {};
    QByteArray id(qsizetype(digestSize), Qt::Uninitialized);
    crypto_kdf_derive_from_key(bytes(id), digestSize, keyIdNumber, derivationContext, masterKey.data());
    sodium_stackzero(stackOfAHash);
    return id;
}

Result<std::shared_ptr<Vault>> Vault::fromMasterKey(const Secret &masterKey)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::StoreFailed, u"libsodium cannot be initialised"_s};
    if (masterKey.size() != keySize)
        return Error{ErrorCode::WrongUse, u"a master key has 32 bytes"_s};
    std::shared_ptr<Vault> vault(new Vault);
    vault->m_ringKey = derived(masterKey, ringKeyNumber);
    vault->m_keys[0] = made(masterKey, idOf(masterKey), 0);
    vault->m_count = 1;
    return vault;
}

QByteArray Vault::keyId() const
{
    return key(newest()).masterId;
}

QList<QByteArray> Vault::formerIds() const
{
    QList<QByteArray> ids;
    for (int number = 1; number < newest(); ++number)
        ids.append(key(number).masterId);
    return ids;
}

/// Nothing when it does not open.
std::optional<Secret> Vault::rootOf(const SealedDataKey &key, const QUuid &folder) const
{
    Secret root(keySize);
    if (key.sealed.size() != headSize + keySize + tagSize ||
        !openedWith(m_ringKey, ringPlace(folder, key), key.sealed, root.data()))
        return std::nullopt;
    return root;
}

Result<void> Vault::takeKeys(const QUuid &folder, const QList<SealedDataKey> &keys)
{
    const QByteArray masterId = keyId();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const SealedDataKey &each = keys[i];
        const auto root = rootOf(each, folder);
        if (each.number != i + 1 || each.number > mostKeys || !root)
            return Error{ErrorCode::KeyMissing, u"a data key does not open with the master key"_s};
        m_keys[std::size_t(i)] = made(*root, each.masterId, each.fromLine);
    }
    if (!keys.isEmpty())
        m_count.store(int(keys.size()), std::memory_order_release);
    if (keyId() != masterId)
        return Error{ErrorCode::KeyMissing, u"the newest data key is another master key's"_s};
    m_ringKey = {};
    return {};
}

Result<QList<SealedDataKey>> Vault::keysBegunBy(qint64 line, const QUuid &folder,
                                                const QList<SealedDataKey> &keys) const
{
    QList<SealedDataKey> anew = keys;
    for (SealedDataKey &each : anew) {
        const auto root = rootOf(each, folder);
        if (!root)
            return Error{ErrorCode::KeyMissing, u"a data key does not open with the master key"_s};
        each.fromLine = qMin(each.fromLine, line);
        each.sealed = sealedWith(m_ringKey, each.number, ringPlace(folder, each), root->view());
    }
    return anew;
}

Result<QList<SealedDataKey>> Vault::keysUnder(const Secret &masterKey, const QUuid &folder, qint64 fromLine,
                                              Secret &fresh) const
{
    if (newest() == mostKeys || masterKey.size() != keySize)
        return Error{ErrorCode::WrongUse, u"the key of this folder cannot be changed any more"_s};
    const Secret ringKey = derived(masterKey, ringKeyNumber);
    fresh = Secret::random(keySize);
    QList<SealedDataKey> keys;
    for (int number = 1; number <= newest(); ++number)
        keys.append({number, key(number).masterId, key(number).fromLine, {}});
    keys.append({newest() + 1, idOf(masterKey), fromLine, {}});
    for (SealedDataKey &each : keys) {
        const Secret &root = each.number > newest() ? fresh : key(each.number).root;
        each.sealed = sealedWith(ringKey, each.number, ringPlace(folder, each), root.view());
    }
    return keys;
}

void Vault::add(const SealedDataKey &key, const Secret &fresh)
{
    m_keys[std::size_t(newest())] = made(fresh, key.masterId, key.fromLine);
    m_count.fetch_add(1, std::memory_order_release);
}

std::shared_ptr<const Vault> Vault::asOf(int number) const
{
    std::shared_ptr<Vault> vault(new Vault);
    for (int each = 1; each <= number; ++each)
        vault->m_keys[std::size_t(each - 1)] = made(key(each).root, key(each).masterId, key(each).fromLine);
    vault->m_count = number;
    return vault;
}

// ---- seals

QByteArray Vault::seal(RowKind kind, const QUuid &id, QByteArrayView plain) const
{
    const int number = newest();
    return sealedWith(key(number).sealing, number, associatedData(number, kind, id), plain);
}

Result<QByteArray> Vault::open(RowKind kind, const QUuid &id, QByteArrayView sealed) const
{
    const Error broken{ErrorCode::SealBroken, u"a sealed record does not open with the key"_s};
    if (sealed.size() < headSize + tagSize)
        return broken;
    const int number = static_cast<unsigned char>(sealed.front());
    if (number < 1 || number > newest())
        return broken;
    QByteArray plain(sealed.size() - headSize - tagSize, Qt::Uninitialized);
    if (!openedWith(key(number).sealing, associatedData(number, kind, id), sealed, bytes(plain)))
        return broken;
    return plain;
}

// ---- digests

QByteArray Vault::lastingDigest(QByteArrayView space, QByteArrayView value) const
{
    return keyedHash(key(1).digesting, space.toByteArray() + '\0' + value.toByteArray(), digestSize);
}

QByteArray Vault::lifted(const QByteArray &digest, int number, int to) const
{
    QByteArray newer = digest;
    for (int next = number + 1; next <= qMin(to, newest()); ++next)
        newer = keyedHash(key(next).digesting, newer, digestSize);
    return newer;
}

QByteArray Vault::digestedAgain(const Secret &root, const QByteArray &digest)
{
    return keyedHash(derived(root, digestKeyNumber), digest, digestSize);
}

QByteArray Vault::digest(QByteArrayView space, QByteArrayView value) const
{
    return lifted(lastingDigest(space, value), 1);
}

QList<QByteArray> Vault::digests(QByteArrayView space, QByteArrayView value) const
{
    QList<QByteArray> forms{lastingDigest(space, value)};
    for (int next = 2; next <= newest(); ++next)
        forms.prepend(keyedHash(key(next).digesting, forms.first(), digestSize));
    return forms;
}

// ---- the ledger

QByteArray Vault::ledgerHash(QByteArrayView text) const
{
    return keyedHash(key(newest()).ledger, text, ledgerHashSize);
}

QByteArray Vault::ledgerHash(QByteArrayView text, qint64 line) const
{
    int number = newest();
    while (number > 1 && key(number).fromLine > line)
        --number;
    return keyedHash(key(number).ledger, text, ledgerHashSize);
}

QList<Secret> Vault::headSeeds() const
{
    QList<Secret> seeds;
    for (int number = newest(); number >= 1; --number)
        seeds.append(key(number).headSeed);
    return seeds;
}

} // namespace checkpoint
