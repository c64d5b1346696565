#pragma once

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QString>

#include <memory>

using EvpKey = struct evp_pkey_st;

namespace checkpoint {

/// A throw-away key that signs invented health certificates.
class CertificateSigner
{
public:
    enum class Kind { P256, P384, Rsa2048, Rsa1024 };

    explicit CertificateSigner(Kind kind = Kind::P256);

    QByteArray publicKey() const; ///< SubjectPublicKeyInfo in DER
    QByteArray kid() const;       ///< of the bare public key
    /// A certificate that the key signs for itself, in DER.
    QByteArray x509(const QByteArray &country, const QByteArray &organisation, int daysFromNow) const;
    /// As COSE has it: r and s of a curve's key, PSS with a salt of 32 bytes of an RSA key.
    QByteArray signature(const QByteArray &message) const;

private:
    std::shared_ptr<EvpKey> m_key;
};

/// DER bytes as a PEM block.
QByteArray pemBlock(const QByteArray &label, const QByteArray &der);

/// Claims of Nguyễn Thử Nghiệm's second dose of two, valid from an hour before to a year after the moment.
QCborMap sampleClaims(const QDateTime &around);
/// The certificate within claims, and claims with another one.
QCborMap certificateIn(const QCborMap &claims);
QCborMap claimsWith(const QCborMap &claims, const QCborMap &certificate);

/// The four parts of a signed message. ES256 for a curve's key unless the header says otherwise.
QCborArray signedParts(const CertificateSigner &signer, const QCborMap &header, const QCborMap &unprotected,
                       const QByteArray &payload);
/// What is held up: the message with one tag 18.
QByteArray certificateText(const CertificateSigner &signer, const QCborMap &claims);
/// Any bytes as the text of a certificate.
QByteArray certificateTextOf(const QByteArray &cbor);
QByteArray base45(const QByteArray &bytes);

/// Labels of the headers.
inline constexpr qint64 algorithmHeader = 1;
inline constexpr qint64 kidHeader = 4;
inline constexpr qint64 es256 = -7;
inline constexpr qint64 ps256 = -37;

} // namespace checkpoint
