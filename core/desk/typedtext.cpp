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

/// The hour of the day of one that is said with its half of the day; as it is when none is said.
int hourOfHalf(int hour, QStringView half)
{
    if (half == "am"_L1 || half == "sa"_L1 || half == "sang"_L1)
        return hour == 12 ? 0 : hour;
    if (half == "trua"_L1) // from eleven to two
        return hour < 4 ? hour + 12 : hour;
    if (half == "dem"_L1) // "ten at night", "two at night"
        return hour == 12 ? 0 : hour > 5 && hour < 12 ? hour + 12 : hour;
    return !half.isEmpty() && hour < 12 ? hour + 12 : hour;
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
    static const QRegularExpression hourWord(u"(?<=[0-9])\\s*(?:gio|[hg])\\s*"_s);
    static const QRegularExpression minuteWord(u"(?<=[0-9])\\s*(?:phut|p)(?![a-z])"_s);
    static const QRegularExpression form(
        uR"(^(\d{1,2})(?:[:h.](\d{2}))?(?:[:.](\d{2}))?h?\s*(am|sa|sang|trua|pm|ch|chieu|toi|dem)?$)"_s);
    if (isDigits(text))
        return std::nullopt;
    QString plain = foldedText(text).replace(hourWord, u"h"_s).replace(minuteWord, QString());
    plain.replace(u"hruoi"_s, u"h30"_s);
    const auto match = form.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const int hour = hourOfHalf(match.capturedView(1).toInt(), match.capturedView(4));
    const QTime time(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<QTime> timeOfAsked(const QString &text)
{
    static const QRegularExpression bare(uR"(^(\d{1,2})[:.]?(\d{2})?$)"_s);
    const QString tidy = tidyTyped(text);
    const auto match = bare.match(tidy);
    if (!match.hasMatch())
        return timeOfTyped(tidy);
    const QTime time(match.capturedView(1).toInt(), match.capturedView(2).toInt());
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
