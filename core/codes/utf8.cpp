#include "core/codes/utf8.h"

#include <algorithm>

namespace checkpoint {

namespace {

constexpr int mostMarksOnALetter = 30;

/// The length that a lead byte announces, 0 when it is none.
int announcedLength(uchar lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// False for the second bytes that would make an overlong form, a surrogate or a value above U+10FFFF.
bool isSecondByteOf(uchar lead, uchar second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second <= 0x9F;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second <= 0x8F;
    default:
        return true;
    }
}

/// Decodes to the end; true when every byte belonged to a character.
bool decode(QByteArrayView bytes, QString &text)
{
    bool strict = true;
    text.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size();) {
        const Utf8Character character = utf8CharacterAt(bytes, i);
        if (character.length == 0) {
            text.append(QChar(QChar::ReplacementCharacter));
            strict = false;
            ++i;
            continue;
        }
        text.append(QChar::fromUcs4(character.codePoint));
        i += character.length;
    }
    return strict;
}

} // namespace

Utf8Character utf8CharacterAt(QByteArrayView bytes, qsizetype position)
{
    const auto at = [bytes](qsizetype i) { return uchar(bytes[i]); };
    const uchar lead = at(position);
    const int length = announcedLength(lead);
    if (length <= 1)
        return {lead, length};
    if (bytes.size() - position < length || !isSecondByteOf(lead, at(position + 1)))
        return {};
    char32_t codePoint = lead & (0x7F >> length);
    for (int i = 1; i < length; ++i) {
        const uchar next = at(position + i);
        if ((next & 0xC0) != 0x80)
            return {};
        codePoint = codePoint << 6 | (next & 0x3F);
    }
    return {codePoint, length};
}

QString textOfUtf8(QByteArrayView bytes)
{
    QString text;
    decode(bytes, text);
    return text;
}

std::optional<QString> strictTextOfUtf8(QByteArrayView bytes)
{
    QString text;
    if (!decode(bytes, text))
        return std::nullopt;
    return text;
}

QString normalizedText(const QString &text)
{
    int marks = 0;
    for (const QChar c : text) {
        // A surrogate may stand for a mark as well.
        marks = c.combiningClass() != 0 || c.isSurrogate() ? marks + 1 : 0;
        if (marks > mostMarksOnALetter)
            return text;
    }
    return text.normalized(QString::NormalizationForm_C);
}

} // namespace checkpoint
