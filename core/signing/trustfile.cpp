#include "core/signing/trustfile.h"

#include "core/signing/certificatesignature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype longestFile = 4 * 1024 * 1024;
constexpr qsizetype mostKeys = 5000;
constexpr qsizetype hexKidLength = 16;

Error wrong(const QString &detail)
{
    return {ErrorCode::WrongUse, detail};
}

QByteArray fromBase64(const QByteArray &text)
{
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? *bytes : QByteArray();
}

/// Adds a key unless it is there already; an error when another one has its kid.
std::optional<Error> add(QList<TrustedKey> &keys, const Result<TrustedKey> &key, const QString &place)
{
    if (!key)
        return wrong(place + u": "_s + key.error().detail);
    const auto same = std::ranges::find(keys, key->kid, &TrustedKey::kid);
    if (same == keys.end())
        keys.append(*key);
    else if (same->publicKey != key->publicKey)
        return wrong(place + u": another key has the same kid"_s);
    return keys.size() > mostKeys ? std::optional(wrong(u"the file holds too many keys"_s)) : std::nullopt;
}

Result<QList<TrustedKey>> fromPem(const QByteArray &file)
{
    QList<TrustedKey> keys;
    int block = 0;
    QByteArray label;
    QByteArray body;
    for (const QByteArray &line : file.split('\n')) {
        const QByteArray text = line.trimmed();
        if (text.startsWith("-----BEGIN ") && text.endsWith("-----") && label.isEmpty()) {
            label = text.mid(11).chopped(5);
            body.clear();
            ++block;
            if (label.endsWith("PRIVATE KEY"))
                return wrong(u"the file holds a private key, which belongs nowhere but with its owner"_s);
            if (label != "CERTIFICATE" && label != "PUBLIC KEY")
                return wrong(u"block %1 is neither a certificate nor a public key"_s.arg(block));
        } else if (!label.isEmpty() && text == "-----END " + label + "-----") {
            if (const auto error = add(keys, trustedKey(fromBase64(body)), u"block %1"_s.arg(block)))
                return *error;
            label.clear();
        } else if (!label.isEmpty()) {
            body += text;
        }
    }
    if (!label.isEmpty())
        return wrong(u"block %1 has no end; the file was cut"_s.arg(block));
    return keys;
}

Result<QList<TrustedKey>> fromJson(const QByteArray &file)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(file, &fault);
    if (fault.error != QJsonParseError::NoError)
        return wrong(u"the JSON ends to make sense at byte %1"_s.arg(fault.offset));
    const QJsonArray list =
        document.isArray() ? document.array() : document.object().value("keys"_L1).toArray();
    QList<TrustedKey> keys;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString place = u"key %1"_s.arg(i + 1);
        const QJsonObject object = list.at(i).toObject();
        const QByteArray kid = kidFromText(object.value("kid"_L1).toString());
        if (kid.isEmpty())
            return wrong(place + u": its kid is no base64"_s);
        const QByteArray der = fromBase64(object.value("key"_L1).toString().toLatin1());
        if (const auto error = add(keys, trustedKey(der, kid), place))
            return *error;
    }
    return keys;
}

} // namespace

Result<QList<TrustedKey>> trustedKeysIn(const QByteArray &file)
{
    if (file.size() > longestFile)
        return wrong(u"the file is larger than any list of keys"_s);
    const QByteArray text = file.startsWith("\xEF\xBB\xBF") ? file.mid(3).trimmed() : file.trimmed();
    const bool json = text.startsWith('[') || text.startsWith('{');
    Result<QList<TrustedKey>> keys = json ? fromJson(text) : fromPem(text);
    if (keys && keys->isEmpty())
        return wrong(u"the file holds no key: neither PEM nor a JSON list"_s);
    return keys;
}

QString kidText(const QByteArray &kid)
{
    return QString::fromLatin1(kid.toHex());
}

QByteArray kidFromText(const QString &text)
{
    const QByteArray latin = text.trimmed().toLatin1();
    const QByteArray hex = QByteArray::fromHex(latin);
    if (latin.size() >= hexKidLength && hex.toHex() == latin.toLower() &&
        hex.size() <= TrustedKey::longestKid)
        return hex;
    const QByteArray kid = fromBase64(latin);
    return kid.size() <= TrustedKey::longestKid ? kid : QByteArray();
}

} // namespace checkpoint
