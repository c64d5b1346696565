#include "core/signing/passcode.h"

#include "core/base/ids.h"
#include "core/domain/venue.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QByteArrayView signatureSpace("checkpoint-desk pass 1");
constexpr auto mark = "7277"_L1; // "PASS" on a telephone
constexpr char version = 1;
constexpr int blockBytes = 7;
constexpr int blockDigits = 17; // the fewest that hold 7 bytes
constexpr int blocks = 11;
constexpr int bitsOfCharacter = 5;
constexpr int numberBytes = 7;
constexpr int signedBytes = 1 + VerifyingKey::idSize + numberBytes + 2;

static_assert(signedBytes + SigningKey::signatureSize == blocks * blockBytes);
static_assert(mark.size() + blocks * blockDigits == PassCode::textLength);

QDate firstDay()
{
    return {2020, 1, 1};
}

quint64 valueOf(QByteArrayView bytes)
{
    quint64 value = 0;
    for (const char byte : bytes)
        value = value << 8 | uchar(byte);
    return value;
}

QByteArray bytesOf(quint64 value, int count)
{
    QByteArray bytes(count, '\0');
    for (int i = count - 1; i >= 0; --i, value >>= 8)
        bytes[i] = char(value & 0xFF);
    return bytes;
}

quint64 valueOfNumber(const QString &number)
{
    quint64 value = 0;
    for (const QChar c : number)
        value = value << bitsOfCharacter | quint64(serialValue(c));
    return value;
}

QString numberOf(quint64 value)
{
    QString number(VisitorPass::numberLength, u'0');
    for (int i = VisitorPass::numberLength - 1; i >= 0; --i, value >>= bitsOfCharacter)
        number[i] = serialCharacter(int(value & 31));
    return number;
}

/// The bytes of the digits after the mark; nothing when a block holds no 7 bytes.
std::optional<QByteArray> bytesOfDigits(QStringView digits)
{
    QByteArray bytes;
    for (int i = 0; i < blocks; ++i) {
        const quint64 value = digits.mid(i * blockDigits, blockDigits).toULongLong();
        if (value >> (8 * blockBytes) != 0)
            return std::nullopt;
        bytes += bytesOf(value, blockBytes);
    }
    return bytes;
}

} // namespace

Result<PassCode> PassCode::make(const QString &number, const QDate &validUntil, const SigningKey &key)
{
    const qint64 day = firstDay().daysTo(validUntil);
    if (!isSerial(number, VisitorPass::numberLength) || !validUntil.isValid() || day < 0 || day > 0xFFFF)
        return Error{ErrorCode::WrongUse, u"no pass can be made of this number or day"_s};
    PassCode code;
    code.m_number = number;
    code.m_validUntil = validUntil;
    code.m_keyId = key.verifyingKey().id();
    code.m_signature = key.sign(signatureSpace, code.signedPart());
    return code;
}

bool PassCode::isMarked(const QString &text)
{
    return text.startsWith(mark) && text.size() > textLength / 2 &&
           std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<PassCode> PassCode::parse(const QString &text)
{
    if (text.size() != textLength || !isMarked(text))
        return std::nullopt;
    const auto bytes = bytesOfDigits(QStringView(text).mid(mark.size()));
    if (!bytes || bytes->front() != version)
        return std::nullopt;
    PassCode code;
    code.m_keyId = bytes->mid(1, VerifyingKey::idSize);
    const quint64 number = valueOf(bytes->mid(1 + VerifyingKey::idSize, numberBytes));
    if (number >> (bitsOfCharacter * VisitorPass::numberLength) != 0)
        return std::nullopt;
    code.m_number = numberOf(number);
    code.m_validUntil = firstDay().addDays(qint64(valueOf(bytes->mid(signedBytes - 2, 2))));
    code.m_signature = bytes->mid(signedBytes);
    return code;
}

QByteArray PassCode::signedPart() const
{
    return version + m_keyId + bytesOf(valueOfNumber(m_number), numberBytes) +
           bytesOf(quint64(firstDay().daysTo(m_validUntil)), 2);
}

QString PassCode::text() const
{
    const QByteArray bytes = signedPart() + m_signature;
    QString text = mark;
    for (int i = 0; i < blocks; ++i)
        text +=
            QString::number(valueOf(bytes.mid(i * blockBytes, blockBytes))).rightJustified(blockDigits, u'0');
    return text;
}

bool PassCode::isSignedBy(const VerifyingKey &key) const
{
    return key.id() == m_keyId && key.verifies(signatureSpace, signedPart(), m_signature);
}

} // namespace checkpoint
