#include "tests/support/certificatesigner.h"

#include <QCborValue>
#include <QCryptographicHash>

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <zlib.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

template <typename Object, typename Encode> QByteArray derOf(Object *object, Encode encode)
{
    QByteArray der(encode(object, nullptr), Qt::Uninitialized);
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    encode(object, &at);
    return der;
}

} // namespace

CertificateSigner::CertificateSigner(Kind kind)
{
    EVP_PKEY *key = nullptr;
    switch (kind) {
    case Kind::P256:
        key = EVP_EC_gen("P-256");
        break;
    case Kind::P384:
        key = EVP_EC_gen("P-384");
        break;
    case Kind::Rsa2048:
        key = EVP_RSA_gen(2048);
        break;
    case Kind::Rsa1024:
        key = EVP_RSA_gen(1024);
        break;
    }
    m_key.reset(key, &EVP_PKEY_free);
}

QByteArray CertificateSigner::publicKey() const
{
    return derOf(m_key.get(), &i2d_PUBKEY);
}

QByteArray CertificateSigner::kid() const
{
    return QCryptographicHash::hash(publicKey(), QCryptographicHash::Sha256).left(8);
}

QByteArray CertificateSigner::x509(const QByteArray &country, const QByteArray &organisation,
                                   int daysFromNow) const
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -86'400L * 400);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86'400L * daysFromNow);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "C", MBSTRING_UTF8, bytesOf(country), int(country.size()), -1, 0);
    X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, bytesOf(organisation), int(organisation.size()), -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), m_key.get());
    X509_sign(certificate.get(), m_key.get(), EVP_sha256());
    return derOf(certificate.get(), &i2d_X509);
}

QByteArray CertificateSigner::signature(const QByteArray &message) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_PKEY_CTX *context = nullptr;
    EVP_DigestSignInit(digest.get(), &context, EVP_sha256(), nullptr, m_key.get());
    const bool rsa = EVP_PKEY_is_a(m_key.get(), "RSA") == 1;
    if (rsa) {
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
    }
    size_t size = 0;
    EVP_DigestSign(digest.get(), nullptr, &size, bytesOf(message), size_t(message.size()));
    QByteArray signature(qsizetype(size), Qt::Uninitialized);
    EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytesOf(message),
                   size_t(message.size()));
    signature.truncate(qsizetype(size));
    if (rsa)
        return signature;
    const unsigned char *at = bytesOf(signature);
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
        d2i_ECDSA_SIG(nullptr, &at, long(signature.size())), &ECDSA_SIG_free);
    QByteArray halves(64, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), reinterpret_cast<unsigned char *>(halves.data()), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), reinterpret_cast<unsigned char *>(halves.data()) + 32, 32);
    return halves;
}

QByteArray pemBlock(const QByteArray &label, const QByteArray &der)
{
    const QByteArray base64 = der.toBase64();
    QByteArray block = "-----BEGIN " + label + "-----\n";
    for (qsizetype i = 0; i < base64.size(); i += 64)
        block += base64.mid(i, 64) + '\n';
    return block + "-----END " + label + "-----\n";
}

QCborMap sampleClaims(const QDateTime &around)
{
    const QCborMap names{{u"fn"_s, u"Nguyễn"_s},
                         {u"gn"_s, u"Thử Nghiệm"_s},
                         {u"fnt"_s, u"NGUYEN"_s},
                         {u"gnt"_s, u"THU<NGHIEM"_s}};
    const QCborMap dose{{u"tg"_s, u"840539006"_s},
                        {u"mp"_s, u"EU/1/20/1507"_s},
                        {u"dn"_s, 2},
                        {u"sd"_s, 2},
                        {u"dt"_s, u"2026-05-04"_s},
                        {u"co"_s, u"VN"_s},
                        {u"is"_s, u"Bệnh viện Giả Lập"_s},
                        {u"ci"_s, u"URN:UVCI:01:VN:GIALAP0001#Q"_s}};
    const QCborMap certificate{
        {u"ver"_s, u"1.3.0"_s}, {u"nam"_s, names}, {u"dob"_s, u"1990-01-15"_s}, {u"v"_s, QCborArray{dose}}};
    const qint64 now = around.toSecsSinceEpoch();
    return claimsWith({{1, u"VN"_s}, {4, now + 365 * 86'400}, {6, now - 3600}}, certificate);
}

QCborMap certificateIn(const QCborMap &claims)
{
    return claims.value(-260).toMap().value(1).toMap();
}

QCborMap claimsWith(const QCborMap &claims, const QCborMap &certificate)
{
    QCborMap result = claims;
    result.insert(-260, QCborMap{{1, certificate}});
    return result;
}

QCborArray signedParts(const CertificateSigner &signer, const QCborMap &header, const QCborMap &unprotected,
                       const QByteArray &payload)
{
    const QByteArray protectedHeader = header.toCborValue().toCbor();
    const QByteArray message =
        QCborArray{u"Signature1"_s, protectedHeader, QByteArray(""), payload}.toCborValue().toCbor();
    return {protectedHeader, unprotected, payload, signer.signature(message)};
}

QByteArray certificateText(const CertificateSigner &signer, const QCborMap &claims)
{
    const QCborMap header{{algorithmHeader, es256}, {kidHeader, signer.kid()}};
    const QCborArray parts = signedParts(signer, header, {}, claims.toCborValue().toCbor());
    return certificateTextOf(QCborValue(QCborTag(18), parts).toCbor());
}

QByteArray certificateTextOf(const QByteArray &cbor)
{
    uLongf size = compressBound(uLong(cbor.size()));
    QByteArray stream(qsizetype(size), Qt::Uninitialized);
    compress(reinterpret_cast<Bytef *>(stream.data()), &size, bytesOf(cbor), uLong(cbor.size()));
    stream.truncate(qsizetype(size));
    return "HC1:" + base45(stream);
}

QByteArray base45(const QByteArray &bytes)
{
    constexpr char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    QByteArray text;
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        int value = pair ? uchar(bytes[i]) * 256 + uchar(bytes[i + 1]) : uchar(bytes[i]);
        for (int digits = pair ? 3 : 2; digits > 0; --digits, value /= 45)
            text += alphabet[value % 45];
    }
    return text;
}

} // namespace checkpoint
