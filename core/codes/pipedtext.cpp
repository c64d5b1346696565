#include "core/codes/pipedtext.h"

#include "core/codes/fieldreading.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

bool hasDigit(const QString &text)
{
    return std::ranges::any_of(text, isDigit);
}

bool hasLetter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
}

/// YYYY-MM-DD, possibly with stars.
bool isDashedDate(const QString &text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return false;
    return std::ranges::all_of(text, [](QChar c) { return isDigit(c) || c == u'*' || c == u'-'; });
}

/// dd/MM/yyyy or yyyy, right or wrong; '-' when it is not said.
bool isSlashedDateOrDash(const QString &text)
{
    return text == "-"_L1 || std::ranges::all_of(text, [](QChar c) { return isDigit(c) || c == u'/'; });
}

bool isHexLike(const QString &text)
{
    return text == "-"_L1 || std::ranges::all_of(text, [](QChar c) {
               return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') ||
                      c.unicode() >= 0x80;
           });
}

bool isHealthInsurance(const PipedText &piped)
{
    if (!isHealthInsuranceNumber(piped.field(0)))
        return false;
    if (piped.fieldCount == 2)
        return isHexLike(piped.field(1));
    return !piped.field(1).isEmpty() && isSlashedDateOrDash(piped.field(2)) && piped.field(3).size() <= 1;
}

/// Number, name, birth date …; a citizen card has its old number (or nothing) before the name.
bool isPersonalQr(const PipedText &piped)
{
    const QString number = piped.field(0);
    if (isDashedDate(piped.field(2)))
        return number.isEmpty() || number.contains(u'*') || hasDigit(number);
    return isPersonalNumber(number) && hasLetter(piped.field(1)) && !hasLetter(piped.field(2));
}

PipedText::Kind kindOf(const PipedText &piped)
{
    if (piped.fieldCount < 2)
        return PipedText::Kind::None;
    if (isHealthInsurance(piped))
        return PipedText::Kind::HealthInsurance;
    if (isPersonalQr(piped))
        return PipedText::Kind::PersonalQr;
    return hasDigit(piped.field(0)) ? PipedText::Kind::CitizenCard : PipedText::Kind::None;
}

} // namespace

PipedText pipedText(const QString &text)
{
    PipedText piped;
    piped.fieldCount = text.count(u'|') + 1;
    for (const QStringView field : QStringView(text).tokenize(u'|')) {
        if (piped.fields.size() == PipedText::mostFields)
            break;
        piped.fields.append(field.trimmed().toString());
    }
    piped.kind = kindOf(piped);
    return piped;
}

} // namespace checkpoint
