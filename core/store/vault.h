#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QUuid>

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>

namespace checkpoint {

/// One of the folder's data keys, as the folder keeps it: sealed under the newest master key.
struct SealedDataKey
{
    int number = 1;      ///< from 1 on; a seal begins with it
    QByteArray masterId; ///< of the master key in whose time it began
    qint64 fromLine = 0; ///< the first line of the ledger that is hashed with it
    QByteArray sealed;

    bool operator==(const SealedDataKey &) const = default;
};

/// Seals and opens personal data and makes the digests by which numbers are found again. All of it follows
/// from data keys: the first one is the folder's first master key itself, each later one is random and began
/// with a change of the master key. New seals, digests and lines of the ledger use the newest; all open. Made
/// once when the folder is unlocked, may be used from any thread, and gains a key when the writing thread
/// changes it.
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

    /// Bytes of a master key, and of a data key.
    static constexpr qsizetype keySize = 32;
    /// Bytes of a digest and of a master key's id.
    static constexpr std::size_t digestSize = 16;
    /// How often a folder's key can be changed, and one.
    static constexpr int mostKeys = 255;

    /// WrongUse unless the key has 32 bytes.
    static Result<std::shared_ptr<Vault>> fromMasterKey(const Secret &masterKey);
    ~Vault();
    Q_DISABLE_COPY_MOVE(Vault)

    /// Tells a wrong key from the right one without telling anything about either. Of the newest master key.
    QByteArray keyId() const;
    /// The same of any key; empty unless it has 32 bytes.
    static QByteArray idOf(const Secret &masterKey);
    /// The ids of the master keys that the folder had before, the oldest first.
    QList<QByteArray> formerIds() const;

    // ---- the ring of data keys

    /// Opens the folder's data keys, all of them, in their order; before anything else is asked of the vault.
    /// KeyMissing when one does not open with this master key.
    Result<void> takeKeys(const QUuid &folder, const QList<SealedDataKey> &keys);
    /// The folder's data keys, sealed anew so that none begins after that line of the ledger: for a ledger
    /// that begins anew, or ends before it did. Before takeKeys(); KeyMissing as there.
    Result<QList<SealedDataKey>> keysBegunBy(qint64 line, const QUuid &folder,
                                             const QList<SealedDataKey> &keys) const;
    /// The folder's data keys under another master key, and a new random one after them, which begins with
    /// that line of the ledger. `fresh` becomes the new one. WrongUse when there are too many.
    Result<QList<SealedDataKey>> keysUnder(const Secret &masterKey, const QUuid &folder, qint64 fromLine,
                                           Secret &fresh) const;
    /// The new key counts from now on; writing thread, once what keysUnder() gave is on the disk.
    void add(const SealedDataKey &key, const Secret &fresh);
    /// The vault as it was when that data key was the newest: for a copy of the folder from that time.
    std::shared_ptr<const Vault> asOf(int number) const;
    /// The number of the newest data key.
    int newest() const { return m_count.load(std::memory_order_acquire); }

    // ---- seals

    /// XChaCha20-Poly1305 with a random nonce: number of the key, nonce, ciphertext with its tag.
    QByteArray seal(RowKind kind, const QUuid &id, QByteArrayView plain) const;

    /// SealBroken when the blob was damaged, belongs elsewhere or was sealed with another folder's key.
    Result<QByteArray> open(RowKind kind, const QUuid &id, QByteArrayView sealed) const;

    // ---- digests

    /// Keyed BLAKE2b of a value within a space of values; equal values of different spaces have nothing in
    /// common. With every data key the digest of the one before is digested again, so that old digests are
    /// brought forward (lifted()) without the value.
    QByteArray digest(QByteArrayView space, QByteArrayView value) const;
    /// The same as each data key makes it, the newest first: what a row that was not brought forward yet has.
    QList<QByteArray> digests(QByteArrayView space, QByteArrayView value) const;
    /// The newest form of a digest that the data key of that number made.
    QByteArray lifted(const QByteArray &digest, int number) const { return lifted(digest, number, newest()); }
    /// The form that the data key `to` gives it.
    QByteArray lifted(const QByteArray &digest, int number, int to) const;
    /// What a digest becomes with the data key `root`, which may not be the vault's yet.
    static QByteArray digestedAgain(const Secret &root, const QByteArray &digest);
    /// A digest that stays the same whatever the keys become: for ids that follow from something.
    QByteArray lastingDigest(QByteArrayView space, QByteArrayView value) const;

    // ---- the ledger

    /// Keyed BLAKE2b of 32 bytes, for new lines of the ledger: without the folder's key nobody makes one.
    QByteArray ledgerHash(QByteArrayView bytes) const;
    /// The same for the line with that number.
    QByteArray ledgerHash(QByteArrayView bytes, qint64 line) const;
    static constexpr std::size_t ledgerHashSize = 32;

    /// The seeds of the key pairs (Ed25519) with which this folder's daily heads are and were signed, the
    /// newest first.
    QList<Secret> headSeeds() const;

private:
    struct DataKey;

    Vault() = default;

    std::optional<Secret> rootOf(const SealedDataKey &key, const QUuid &folder) const;
    const DataKey &key(int number) const { return *m_keys[std::size_t(number - 1)]; }
    static std::unique_ptr<const DataKey> made(const Secret &root, const QByteArray &masterId,
                                               qint64 fromLine);

    // Only ever filled further; what lies below the count never changes.
    std::array<std::unique_ptr<const DataKey>, mostKeys> m_keys;
    std::atomic<int> m_count = 0;
    Secret m_ringKey; ///< until takeKeys(); writing thread
};

} // namespace checkpoint
