#include "core/codes/phonenumber.h"

#include "core/codes/fieldreading.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int longestNumber = 40; ///< with all the signs that people put into one

/// The prefixes of 11-digit numbers and what they became in 2018, both without the leading 0.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 21> conversions{{
    {"120"_L1, "70"_L1}, {"121"_L1, "79"_L1}, {"122"_L1, "77"_L1}, {"126"_L1, "76"_L1}, {"128"_L1, "78"_L1},
    {"123"_L1, "83"_L1}, {"124"_L1, "84"_L1}, {"125"_L1, "85"_L1}, {"127"_L1, "81"_L1}, {"129"_L1, "82"_L1},
    {"162"_L1, "32"_L1}, {"163"_L1, "33"_L1}, {"164"_L1, "34"_L1}, {"165"_L1, "35"_L1}, {"166"_L1, "36"_L1},
    {"167"_L1, "37"_L1}, {"168"_L1, "38"_L1}, {"169"_L1, "39"_L1}, {"186"_L1, "56"_L1}, {"188"_L1, "58"_L1},
    {"199"_L1, "59"_L1},
}};

/// The digits after the country code or the leading 0; empty when there is neither.
QString nationalPart(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c != u' ' && c != u'.' && c != u'-' && c != QChar(QChar::Nbsp))
            digits.append(c);
    }
    for (const QLatin1StringView country : {"+84"_L1, "0084"_L1, "84"_L1}) {
        if (digits.startsWith(country)) {
            digits.remove(0, country.size());
            return digits.startsWith(u'0') ? digits.mid(1) : digits; // "+84 090…" is often written
        }
    }
    return digits.startsWith(u'0') ? digits.mid(1) : QString();
}

} // namespace

std::optional<QString> mobileNumber(const QString &text)
{
    if (text.size() > longestNumber)
        return std::nullopt;
    QString number = nationalPart(text);
    if (!isDigits(number))
        return std::nullopt;
    if (number.size() == 10) {
        for (const auto &[before, after] : conversions) {
            if (number.startsWith(before)) {
                number.replace(0, before.size(), after);
                break;
            }
        }
    }
    if (number.size() != 9 || !u"35789"_s.contains(number.front()))
        return std::nullopt;
    return "+84"_L1 + number;
}

} // namespace checkpoint
