#include "core/desk/typedtext.h"

#include "core/codes/fieldreading.h"
#include "core/codes/utf8.h"
#include "core/domain/textfolding.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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

std::optional<QTime> timeOfTyped(const QString &text)
{
    static const QRegularExpression form(
        uR"(^(\d{1,2})(?:[:hg.](\d{2}))?(?:[:.](\d{2}))?[hg]?\s*(am|sa|sang|pm|ch|chieu|toi)?$)"_s);
    const auto match = form.match(foldedText(text));
    const bool bare = isDigits(text);
    if (!match.hasMatch() || bare)
        return std::nullopt;
    int hour = match.capturedView(1).toInt();
    const QString half = match.captured(4);
    const bool afternoon = half == "pm"_L1 || half == "ch"_L1 || half == "chieu"_L1 || half == "toi"_L1;
    if (afternoon && hour < 12)
        hour += 12;
    else if (!half.isEmpty() && !afternoon && hour == 12)
        hour = 0;
    const QTime time(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<QDate> dateOfTyped(const QString &text)
{
    static const QRegularExpression dayFirst(uR"(^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$)"_s);
    static const QRegularExpression yearFirst(uR"(^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$)"_s);
    QDate date;
    if (const auto match = dayFirst.match(text); match.hasMatch())
        date = {match.capturedView(4).toInt(), match.capturedView(3).toInt(), match.capturedView(1).toInt()};
    else if (const auto other = yearFirst.match(text); other.hasMatch())
        date = {other.capturedView(1).toInt(), other.capturedView(3).toInt(), other.capturedView(4).toInt()};
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace checkpoint
