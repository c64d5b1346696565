#include "core/codes/cosemessage.h"

#include <QCborArray>
#include <QCborStreamReader>
#include <QCborValue>

#include <algorithm>

namespace checkpoint {

namespace {

constexpr qsizetype mostItems = 2000;
constexpr int deepest = 16;
constexpr int mostTags = 2;
constexpr auto signTag = QCborTag(18);
constexpr qint64 algorithmLabel = 1;
constexpr qint64 criticalLabel = 2;
constexpr qint64 kidLabel = 4;
constexpr qint64 es256 = -7;
constexpr qint64 ps256 = -37;

/// Whether the bytes are one item that is safe to take in as a whole: walked without recursion and without
/// believing any length.
bool isOneModestItem(const QByteArray &cbor)
{
    QCborStreamReader reader(cbor);
    for (qsizetype items = 0; items < mostItems; ++items) {
        const bool tag = reader.isTag();
        if (!reader.isValid())
            return false;
        if (reader.isContainer()) {
            if (reader.containerDepth() >= deepest || !reader.enterContainer())
                return false;
        } else if (!reader.next(0)) {
            return false;
        }
        while (!tag && reader.containerDepth() > 0 && !reader.hasNext()) {
            if (reader.lastError() != QCborError::NoError || !reader.leaveContainer())
                return false;
        }
        if (!tag && reader.containerDepth() == 0)
            return reader.currentOffset() == cbor.size();
    }
    return false;
}

/// Whether no map in it has a key twice: which of the two counts would be anybody's guess.
bool hasUniqueKeys(const QCborValue &value)
{
    if (value.isTag())
        return hasUniqueKeys(value.taggedValue());
    if (value.isArray())
        return std::ranges::all_of(value.toArray(),
                                   [](const QCborValue &each) { return hasUniqueKeys(each); });
    if (!value.isMap())
        return true;
    const QCborMap map = value.toMap();
    QList<QByteArray> keys;
    for (auto item = map.cbegin(); item != map.cend(); ++item) {
        if (!hasUniqueKeys(item.key()) || !hasUniqueKeys(item.value()))
            return false;
        keys.append(item.key().toCbor());
    }
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) == keys.end();
}

/// The item of the bytes, if it is modest and of one meaning; an invalid value otherwise.
QCborValue itemOf(const QByteArray &cbor)
{
    if (!isOneModestItem(cbor))
        return QCborValue(QCborValue::Invalid);
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cbor, &error);
    const bool good = error.error == QCborError::NoError && hasUniqueKeys(value);
    return good ? value : QCborValue(QCborValue::Invalid);
}

std::optional<QCborMap> mapOf(const QByteArray &cbor)
{
    const QCborValue value = itemOf(cbor);
    return value.isMap() ? std::optional(value.toMap()) : std::nullopt;
}

} // namespace

std::optional<CoseMessage> coseMessage(const QByteArray &cbor)
{
    QCborValue value = itemOf(cbor);
    for (int i = 0; i < mostTags && value.tag() == signTag; ++i)
        value = value.taggedValue();
    const QCborArray parts = value.toArray();
    if (!value.isArray() || parts.size() != 4 || !parts[0].isByteArray() || !parts[1].isMap() ||
        !parts[2].isByteArray() || !parts[3].isByteArray())
        return std::nullopt;
    const auto header = mapOf(parts[0].toByteArray());
    const auto claims = mapOf(parts[2].toByteArray());
    if (!header || !claims || header->contains(criticalLabel))
        return std::nullopt;

    CoseMessage message;
    const qint64 algorithm = header->value(algorithmLabel).toInteger();
    if (algorithm != es256 && algorithm != ps256)
        return std::nullopt;
    message.algorithm = algorithm == es256 ? SignatureAlgorithm::Es256 : SignatureAlgorithm::Ps256;
    const QCborValue kid =
        header->contains(kidLabel) ? header->value(kidLabel) : parts[1].toMap().value(kidLabel);
    message.kid = kid.toByteArray();
    message.signedBytes =
        QCborArray{QStringLiteral("Signature1"), parts[0], QByteArray(""), parts[2]}.toCborValue().toCbor();
    message.signature = parts[3].toByteArray();
    message.claims = *claims;
    return message;
}

} // namespace checkpoint
