#include "core/desk/typedtext.h"

#include "core/codes/utf8.h"

#include <QList>

#include <algorithm>

namespace checkpoint {

namespace {

/// A character that nobody sees: control and format characters, line ends, and what is no character at all.
bool isUnseen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c == QChar::ReplacementCharacter;
    }
}

} // namespace

QString tidyTyped(const QString &text)
{
    // Only blanks are tidied away: a line break is wrong and is said to be.
    QString tidy;
    for (const QChar c : normalizedText(text)) {
        if (c.category() != QChar::Separator_Space)
            tidy.append(c);
        else if (!tidy.isEmpty() && tidy.back() != u' ')
            tidy.append(u' ');
    }
    if (tidy.endsWith(u' '))
        tidy.chop(1);
    return tidy;
}

std::optional<TextFault> faultOfTyped(const QString &tidy)
{
    if (tidy.size() > longestTyped)
        return TextFault::TooLong;
    const auto characters = tidy.toUcs4();
    return std::ranges::any_of(characters, isUnseen) ? std::optional(TextFault::ControlCharacters)
                                                     : std::nullopt;
}

} // namespace checkpoint
