#pragma once

#include "core/signing/certificatesignature.h"

#include <QByteArray>
#include <QCborMap>

#include <optional>

namespace checkpoint {

/// A COSE_Sign1 message (RFC 9052) that holds the claims of a token (CWT, RFC 8392).
struct CoseMessage
{
    SignatureAlgorithm algorithm = SignatureAlgorithm::Es256;
    QByteArray kid;         ///< of the protected header, else of the other one; empty: not said
    QByteArray signedBytes; ///< what the signature is over
    QByteArray signature;
    QCborMap claims;
};

/// Reads the bytes of a message, whose tag 18 may be missing or there twice. Nothing when they are anything
/// else: longer, deeper or fuller than any message needs, keys twice in a map, bytes left over, an algorithm
/// other than ES256 and PS256, headers that must be understood. Checks no signature. Pure, thread-safe.
std::optional<CoseMessage> coseMessage(const QByteArray &cbor);

} // namespace checkpoint
