#include "core/codes/hextext.h"

#include "core/codes/typingdamage.h"
#include "core/codes/utf8.h"
#include "core/codes/vietnameseletters.h"

#include <QByteArray>

#include <algorithm>

namespace checkpoint {

namespace {

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

std::optional<QString> decoded(const QString &lowerCase)
{
    if (lowerCase.size() % 2 != 0 || !std::ranges::all_of(lowerCase, isHexDigit))
        return std::nullopt;
    const std::optional<QString> text = strictTextOfUtf8(QByteArray::fromHex(lowerCase.toLatin1()));
    return text ? std::optional(normalizedText(*text)) : std::nullopt;
}

bool isVietnameseText(const QString &text)
{
    return std::ranges::all_of(writtenLetters(text), &WrittenLetter::readable);
}

} // namespace

HexText textOfHex(QStringView field)
{
    const QString lowerCase = field.toString().toLower();
    HexText result;
    result.text = decoded(lowerCase);
    if (result.text || std::ranges::all_of(lowerCase, [](QChar c) { return c.unicode() < 0x80; }))
        return result;
    std::optional<QString> reading;
    for (const QString &form : hexBeforeTypingTool(lowerCase)) {
        const std::optional<QString> candidate = decoded(form);
        if (!candidate || !isVietnameseText(*candidate))
            continue;
        if (reading && *reading != *candidate) {
            result.typingDamage = true;
            return result;
        }
        reading = candidate;
    }
    result.text = reading;
    result.repaired = reading.has_value();
    // What is no letter of Vietnamese was damaged elsewhere.
    result.typingDamage = !reading && isVietnameseText(lowerCase);
    return result;
}

} // namespace checkpoint
