#pragma once

#include "core/base/result.h"
#include "core/domain/certificate.h"

#include <QByteArray>

namespace checkpoint {

/// The two ways in which health certificates may be signed.
enum class SignatureAlgorithm {
    Es256, ///< ECDSA on P-256 with SHA-256; the signature is r and s, 32 bytes each (RFC 9053)
    Ps256, ///< RSASSA-PSS with SHA-256 and a salt of 32 bytes (RFC 8230)
};

/// A key for the trust list, from the DER bytes of an X.509 certificate or of a SubjectPublicKeyInfo. A
/// certificate is named by the first 8 bytes of SHA-256 over it, a bare key by `kid`, or in the same way when
/// that is empty. WrongUse when the bytes are neither, when the key fits none of the algorithms (P-256, or
/// RSA of 2048 to 8192 bits), or when `kid` is not the certificate's. Thread-safe.
Result<TrustedKey> trustedKey(const QByteArray &der, const QByteArray &kid = {});

/// Whether a signature of these bytes was made with the other half of the key (DER, as in TrustedKey). Never
/// when the key is of another kind than the algorithm. Thread-safe.
bool isSignedWith(const QByteArray &publicKey, SignatureAlgorithm algorithm, const QByteArray &message,
                  const QByteArray &signature);

} // namespace checkpoint
