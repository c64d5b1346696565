#include "core/signing/postercode.h"

#include "core/base/ids.h"
#include "core/domain/venue.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QByteArrayView signatureSpace("checkpoint-desk poster 1");
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype keyIdLength = 4;                   // characters of 3 bytes
constexpr qsizetype fragmentLength = keyIdLength + 86; // and of 64
constexpr QByteArrayView locationMark("l=");
constexpr QByteArrayView serialMark("&s=");

bool isLocation(QByteArrayView text)
{
    return text.size() <= PosterCode::longestLocation &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

bool isAddress(QByteArrayView text)
{
    return text.size() <= PosterCode::longestAddress && text.size() > qsizetype(sizeof "https://") &&
           (text.startsWith("https://") || text.startsWith("http://")) &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F && c != '#' && c != '"'; });
}

/// The bytes of a base64url text that is written as we write it: no other text gives the same bytes.
std::optional<QByteArray> decoded(const QByteArray &text)
{
    const auto result =
        QByteArray::fromBase64Encoding(text, base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || result.decoded.toBase64(base64) != text)
        return std::nullopt;
    return result.decoded;
}

} // namespace

Result<PosterCode> PosterCode::make(const QString &address, const QString &location, const QString &serial,
                                    const SigningKey &key)
{
    PosterCode code;
    code.m_address = address;
    code.m_location = location;
    code.m_serial = serial;
    code.m_keyId = key.verifyingKey().id();
    code.m_signed = address.toUtf8() + (address.contains(u'?') ? '&' : '?') + locationMark.toByteArray() +
                    location.toUtf8() + serialMark.toByteArray() + serial.toUtf8();
    code.m_signature = key.sign(signatureSpace, code.m_signed);
    if (!parse(code.text()))
        return Error{ErrorCode::WrongUse, u"no poster can be made of this address, place or serial"_s};
    return code;
}

std::optional<PosterCode> PosterCode::parse(const QByteArray &text)
{
    const qsizetype hash = text.size() - fragmentLength - 1;
    if (hash < 0 || text.indexOf('#') != hash)
        return std::nullopt;
    PosterCode code;
    code.m_signed = text.left(hash);
    const qsizetype serial = hash - Poster::serialLength;
    const qsizetype serialAt = serial - serialMark.size();
    const qsizetype mark =
        serialAt < 0 ? -1 : code.m_signed.lastIndexOf(locationMark.toByteArray(), serialAt);
    if (mark < 1 || code.m_signed.sliced(serialAt, serialMark.size()) != serialMark)
        return std::nullopt;
    const QByteArray address = code.m_signed.left(mark - 1);
    const QByteArray location =
        code.m_signed.sliced(mark + locationMark.size(), serialAt - mark - locationMark.size());
    const char joint = code.m_signed[mark - 1];
    if (!isAddress(address) || !isLocation(location) || joint != (address.contains('?') ? '&' : '?'))
        return std::nullopt;
    code.m_address = QString::fromLatin1(address);
    code.m_location = QString::fromLatin1(location);
    code.m_serial = QString::fromLatin1(code.m_signed.sliced(serial));
    const auto keyId = decoded(text.sliced(hash + 1, keyIdLength));
    const auto signature = decoded(text.sliced(hash + 1 + keyIdLength));
    if (!isSerial(code.m_serial, Poster::serialLength) || !keyId || !signature)
        return std::nullopt;
    code.m_keyId = *keyId;
    code.m_signature = *signature;
    return code;
}

bool PosterCode::isSignedBy(const VerifyingKey &key) const
{
    return key.id() == m_keyId && key.verifies(signatureSpace, m_signed, m_signature);
}

QByteArray PosterCode::fragment() const
{
    return m_keyId.toBase64(base64) + m_signature.toBase64(base64);
}

QString localVenueAddress(const QString &venueCode)
{
    return "https://checkpoint.invalid/"_L1 + venueCode;
}

} // namespace checkpoint
