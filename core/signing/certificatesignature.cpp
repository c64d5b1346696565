#include "core/signing/certificatesignature.h"

#include <QCryptographicHash>
#include <QStringList>

#include <memory>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype kidSize = 8;
constexpr qsizetype longestDer = 16 * 1024;
constexpr int shortestRsa = 2048; ///< bits
constexpr int longestRsa = 8192;
constexpr qsizetype halfSignature = 32; ///< bytes of r and of s

template <auto free> struct Freeing
{
    template <typename T> void operator()(T *object) const { free(object); }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, Freeing<&EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Freeing<&X509_free>>;
using DigestPointer = std::unique_ptr<EVP_MD_CTX, Freeing<&EVP_MD_CTX_free>>;
using EcdsaPointer = std::unique_ptr<ECDSA_SIG, Freeing<&ECDSA_SIG_free>>;
using NumberPointer = std::unique_ptr<BIGNUM, Freeing<&BN_free>>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// The object of the DER bytes; none when bytes are left over.
template <typename Pointer, typename Decode> Pointer decoded(const QByteArray &der, Decode decode)
{
    const unsigned char *at = bytesOf(der);
    Pointer object(decode(nullptr, &at, long(der.size())));
    const bool whole = object && at == bytesOf(der) + der.size();
    ERR_clear_error(); // the queue of this thread is not for others to find
    return whole ? std::move(object) : Pointer();
}

KeyPointer publicKeyOf(const QByteArray &der)
{
    return decoded<KeyPointer>(der, &d2i_PUBKEY);
}

template <typename Object, typename Encode> QByteArray encoded(Object *object, Encode encode)
{
    const int size = encode(object, nullptr);
    QByteArray der(qMax(size, 0), Qt::Uninitialized);
    auto *at = reinterpret_cast<unsigned char *>(der.data());
    return size > 0 && encode(object, &at) == size ? der : QByteArray();
}

bool fits(const EVP_PKEY *key, SignatureAlgorithm algorithm)
{
    if (algorithm == SignatureAlgorithm::Ps256) {
        const int bits = EVP_PKEY_get_bits(key);
        return EVP_PKEY_is_a(key, "RSA") == 1 && bits >= shortestRsa && bits <= longestRsa;
    }
    char group[32] = {};
    return EVP_PKEY_is_a(key, "EC") == 1 &&
           EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, nullptr) ==
               1 &&
           QByteArrayView(group) == QByteArrayView("prime256v1");
}

/// "VN, Ministry of Health, DSC 01": country, organisation and name of whoever holds the certificate.
QString holderOf(const X509 *certificate)
{
    QStringList parts;
    const X509_NAME *name = X509_get_subject_name(certificate);
    for (const int part : {NID_countryName, NID_organizationName, NID_commonName}) {
        const int index = X509_NAME_get_index_by_NID(name, part, -1);
        if (index < 0)
            continue;
        unsigned char *utf8 = nullptr;
        const int size =
            ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
        if (size > 0)
            parts.append(QString::fromUtf8(reinterpret_cast<const char *>(utf8), size).simplified().left(80));
        OPENSSL_free(utf8);
    }
    ERR_clear_error();
    return parts.join(u", "_s);
}

std::optional<QDate> lastDayOf(const X509 *certificate)
{
    tm time{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) != 1)
        return std::nullopt;
    const QDate day(time.tm_year + 1900, time.tm_mon + 1, time.tm_mday);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

/// The signature as OpenSSL wants it: r and s as a DER sequence.
QByteArray derOfHalves(const QByteArray &signature)
{
    if (signature.size() != 2 * halfSignature)
        return {};
    NumberPointer r(BN_bin2bn(bytesOf(signature), halfSignature, nullptr));
    NumberPointer s(BN_bin2bn(bytesOf(signature) + halfSignature, halfSignature, nullptr));
    const EcdsaPointer pair(ECDSA_SIG_new());
    if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    r.release(); // the pair's from now on
    s.release();
    return encoded(pair.get(), &i2d_ECDSA_SIG);
}

} // namespace

Result<TrustedKey> trustedKey(const QByteArray &der, const QByteArray &kid)
{
    if (der.size() > longestDer || kid.size() > TrustedKey::longestKid)
        return Error{ErrorCode::WrongUse, u"a key or its kid is too long"_s};
    TrustedKey trusted;
    trusted.kid = QCryptographicHash::hash(der, QCryptographicHash::Sha256).left(kidSize);
    KeyPointer key = publicKeyOf(der);
    if (key) {
        if (!kid.isEmpty())
            trusted.kid = kid;
    } else if (const auto certificate = decoded<X509Pointer>(der, &d2i_X509)) {
        if (!kid.isEmpty() && kid != trusted.kid)
            return Error{ErrorCode::WrongUse, u"a kid is not that of its certificate"_s};
        key.reset(X509_get_pubkey(certificate.get()));
        trusted.issuer = holderOf(certificate.get());
        trusted.expires = lastDayOf(certificate.get());
    }
    ERR_clear_error();
    if (!key)
        return Error{ErrorCode::WrongUse, u"a key is neither a certificate nor a public key in DER"_s};
    if (!fits(key.get(), SignatureAlgorithm::Es256) && !fits(key.get(), SignatureAlgorithm::Ps256))
        return Error{ErrorCode::WrongUse, u"a key is neither P-256 nor RSA of 2048 to 8192 bits"_s};
    trusted.publicKey = encoded(key.get(), &i2d_PUBKEY);
    return trusted;
}

bool isSignedWith(const QByteArray &publicKey, SignatureAlgorithm algorithm, const QByteArray &message,
                  const QByteArray &signature)
{
    const KeyPointer key = publicKeyOf(publicKey);
    const bool curve = algorithm == SignatureAlgorithm::Es256;
    const QByteArray raw = curve ? derOfHalves(signature) : signature;
    if (!key || !fits(key.get(), algorithm) || raw.isEmpty())
        return false;
    const DigestPointer digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr; // the digest's
    bool right =
        digest && EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key.get()) == 1;
    if (right && !curve) {
        right = EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
                EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
    }
    right = right && EVP_DigestVerify(digest.get(), bytesOf(raw), size_t(raw.size()), bytesOf(message),
                                      size_t(message.size())) == 1;
    ERR_clear_error();
    return right;
}

} // namespace checkpoint
