#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QUuid>

#include <cstddef>
#include <memory>

namespace checkpoint {

/// A key in locked memory that is wiped when it goes.
class SecretKey
{
public:
    static constexpr std::size_t size = 32;

    SecretKey();
    SecretKey(SecretKey &&) noexcept = default;
    SecretKey &operator=(SecretKey &&) noexcept = default;

    unsigned char *data() { return m_bytes.get(); }
    const unsigned char *data() const { return m_bytes.get(); }

private:
    struct Free
    {
        void operator()(unsigned char *bytes) const;
    };
    std::unique_ptr<unsigned char, Free> m_bytes;
};

/// Seals and opens personal data and makes the digests by which numbers are found again. All of it follows
/// from one master key, which the vault does not keep. Made once when the folder is unlocked; immutable and
/// so usable from any thread.
class Vault
{
public:
    /// What a sealed blob holds. Part of what is authenticated, so that no blob opens in another's place.
    enum class RowKind : unsigned char {
        Visitor = 1,       ///< the data of a visitor; belongs to the visitor's id
        Reason = 2,        ///< the operator's words in an entry or about a reveal; belongs to that row's id
        Details = 3,       ///< purpose and host; belongs to the id of the entry or of the addition to it
        Attention = 4,     ///< an attention note; belongs to its id
        Expected = 5,      ///< an announcement; belongs to its id
        VenueContact = 16, ///< name and phone of the venue's contact; belongs to the venue's id
        VenueKey = 17,     ///< the seed of a key pair of the venue; belongs to the pair's id
        TrustedKey = 18,   ///< a key of the trust list; belongs to its row's id
        TargetToken = 32,  ///< what a desk shows to a target; belongs to the target's id
        BatchBody = 33,    ///< what is sent of a batch; belongs to its id
        TargetAnswer = 34, ///< what a target says of a rejected entry; belongs to the entry's id
        OperatorPin = 48,  ///< what Argon2id makes of an operator's PIN; belongs to the operator's id
    };

    /// Bytes of a digest and of the key's id.
    static constexpr std::size_t digestSize = 16;

    /// WrongUse unless the key has 32 bytes. The caller wipes its own copy.
    static Result<std::shared_ptr<const Vault>> fromMasterKey(QByteArrayView masterKey);

    /// Tells a wrong key from the right one without telling anything about either.
    QByteArray keyId() const { return m_keyId; }

    /// XChaCha20-Poly1305 with a random nonce: version, nonce, ciphertext with its tag.
    QByteArray seal(RowKind kind, const QUuid &id, QByteArrayView plain) const;

    /// SealBroken when the blob was damaged, belongs elsewhere or was sealed with another key.
    Result<QByteArray> open(RowKind kind, const QUuid &id, QByteArrayView sealed) const;

    /// Keyed BLAKE2b of a value within a space of values; equal values of different spaces have nothing in
    /// common.
    QByteArray digest(QByteArrayView space, QByteArrayView value) const;

    /// Keyed BLAKE2b of 32 bytes, for the ledger: without the folder's key nobody makes one.
    QByteArray ledgerHash(QByteArrayView bytes) const;
    static constexpr std::size_t ledgerHashSize = 32;

    /// The seed of the key pair (Ed25519) with which this folder's daily heads are signed. Secret.
    QByteArray headSeed() const;

private:
    Vault() = default;

    SecretKey m_sealingKey;
    SecretKey m_digestKey;
    SecretKey m_ledgerKey;
    SecretKey m_headSeed;
    QByteArray m_keyId;
};

} // namespace checkpoint
