#include "core/codes/fieldreading.h"

#include "core/codes/typingdamage.h"
#include "core/codes/vietnameseletters.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype shortestPassport = 6;
constexpr qsizetype longestPassport = 9;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isReadable(const std::vector<WrittenLetter> &letters)
{
    return std::ranges::all_of(letters, &WrittenLetter::readable);
}

/// The old Vietnamese fonts keep their small marked letters where Unicode has capitals: "NguyÔn" was
/// "Nguyễn".
bool hasMarkedCapitalInsideWord(const std::vector<WrittenLetter> &letters)
{
    for (size_t i = 1; i < letters.size(); ++i) {
        const WrittenLetter &letter = letters[i];
        if (letter.upper && letter.isVowel() && letter.marks != NoMark && letters[i - 1].isLetter() &&
            !letters[i - 1].upper)
            return true;
    }
    return false;
}

bool isReadableName(const QString &name)
{
    const std::vector<WrittenLetter> letters = writtenLetters(name);
    return isReadable(letters) && !hasMarkedCapitalInsideWord(letters);
}

} // namespace

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isDigit);
}

bool isCitizenNumber(const QString &text)
{
    return text.size() == 12 && isDigits(text);
}

bool isOldId(const QString &text)
{
    return (text.size() == 9 || text.size() == 12) && isDigits(text);
}

bool isPersonalNumber(const QString &text)
{
    if (isOldId(text))
        return true;
    const bool allowed =
        std::ranges::all_of(text, [](QChar c) { return isDigit(c) || isAsciiLetter(c) || c == u'*'; });
    const bool starred = text.contains(u'*');
    if (!allowed || !(starred || std::ranges::any_of(text, isDigit)))
        return false;
    return text.size() >= shortestPassport &&
           (text.size() <= longestPassport || (starred && text.size() == 12));
}

bool isHealthInsuranceNumber(const QString &text)
{
    if (text.size() == 10)
        return isDigits(text);
    return text.size() == 15 && isAsciiLetter(text[0]) && isAsciiLetter(text[1]) && isDigits(text.mid(2));
}

std::optional<PartialDate> dayMonthYear(const QString &text)
{
    QString digits = text;
    if (text.size() == 10 && text[2] == u'/' && text[5] == u'/')
        digits = text.left(2) + text.mid(3, 2) + text.mid(6);
    if (digits.size() != 8 || !isDigits(digits))
        return std::nullopt;
    return PartialDate::fromDate(digits.mid(4).toInt(), digits.mid(2, 2).toInt(), digits.left(2).toInt());
}

std::optional<PartialDate> dayMonthYearOrYear(const QString &text)
{
    if (text.size() == 4 && isDigits(text))
        return PartialDate::fromYear(text.toInt());
    return dayMonthYear(text);
}

bool numberAgrees(const QString &citizenNumber, const VisitorData &visitor)
{
    if (!isCitizenNumber(citizenNumber))
        return true;
    const int centuryAndSex = citizenNumber[3].digitValue();
    if (visitor.sex && (*visitor.sex == Sex::Female) != (centuryAndSex % 2 == 1))
        return false;
    const int year = 1900 + centuryAndSex / 2 * 100 + citizenNumber.mid(4, 2).toInt();
    return !visitor.birthDate || visitor.birthDate->year() == year;
}

VisitorCode refusedCode(const QString &format, Reason reason)
{
    VisitorCode code;
    code.format = format;
    code.error = reason;
    return code;
}

void readNameAndAddress(VisitorCode &code, const QString &name, const QString &address, const ScanText &scan)
{
    const CapsLock capsLock = capsLockIn(name);
    const QString meantName = withCapsLockUndone(name, capsLock);
    const QString meantAddress = withCapsLockUndone(address, capsLock);
    const WedgeDamage inName = wedgeDamageIn(meantName);
    const WedgeDamage inAddress = wedgeDamageIn(meantAddress);
    // Damage that is certain in one field makes the possible damage in the other one certain.
    const bool certain = std::max(inName, inAddress) == WedgeDamage::Certain;
    const bool nameGarbled = certain && inName != WedgeDamage::None;
    const bool addressGarbled = certain && inAddress != WedgeDamage::None;
    if (certain)
        code.warn(CodeWarning::TypingDamage);

    if (nameGarbled || !isReadableName(meantName))
        code.warn(CodeWarning::NameUnreadable);
    else
        code.visitor.name = meantName;
    if (addressGarbled || !isReadable(writtenLetters(meantAddress)))
        code.warn(CodeWarning::AddressUnreadable);
    else
        code.visitor.address = meantAddress;
    if (scan.repaired || capsLock != CapsLock::Off)
        code.warn(CodeWarning::NameRepaired);
}

} // namespace checkpoint
