#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace checkpoint {

/// The half of a venue's key pair (Ed25519) that every desk of the venue may know: it tells what the venue
/// has signed. A plain value, thread-safe.
class VerifyingKey
{
public:
    static constexpr int size = 32;
    static constexpr int idSize = 3;

    /// WrongUse unless the bytes are a public key.
    static Result<VerifyingKey> fromBytes(QByteArrayView bytes);

    QByteArray bytes() const { return m_bytes; }

    /// 3 bytes of a digest, which tell several keys of a venue apart. They prove nothing.
    QByteArray id() const;

    /// Whether the 64 bytes are this key's signature of a message within a space of messages.
    bool verifies(QByteArrayView space, QByteArrayView message, QByteArrayView signature) const;

    bool operator==(const VerifyingKey &) const = default;

private:
    QByteArray m_bytes;
};

/// The venue's key pair (Ed25519, libsodium), its secret half in locked memory that is wiped with the last
/// copy. Random, so that it can go to another desk with the venue's file. Immutable, thread-safe.
class SigningKey
{
public:
    static constexpr int seedSize = 32;
    static constexpr int signatureSize = 64;

    /// A new random pair.
    static SigningKey generate();
    /// The pair of a seed as seed() gave it; WrongUse when it has another size. The caller wipes its own
    /// copy.
    static Result<SigningKey> fromSeed(QByteArrayView seed);

    /// What the pair follows from, to be sealed and kept. Secret.
    QByteArray seed() const;
    VerifyingKey verifyingKey() const { return m_verifyingKey; }

    /// 64 bytes. A signature of one space does not count in another.
    QByteArray sign(QByteArrayView space, QByteArrayView message) const;

private:
    class Secret;

    std::shared_ptr<const Secret> m_secret;
    VerifyingKey m_verifyingKey;
};

} // namespace checkpoint
