#include "core/codes/formats/healthinsuranceformat.h"

#include "core/codes/fieldreading.h"
#include "core/codes/hextext.h"
#include "core/codes/pipedtext.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

enum Field {
    NumberField,
    NameField,
    BirthDateField,
    SexField,
    AddressField,
    ClinicField,
    ValidFromField,
    ValidToField,
    IssuedField
};
constexpr qsizetype fieldsOfPaper = 10;
constexpr qsizetype fieldsOfNew = 17;

/// True when something follows the "$", or there are more fields than a card has or than stand before its
/// "$".
bool isTwoScans(const QString &text, const PipedText &piped)
{
    const qsizetype end = text.indexOf(u'$');
    if (end >= 0 && end != text.size() - 1)
        return true;
    if (piped.fieldCount > fieldsOfNew)
        return true;
    return end >= 0 && piped.fieldCount > fieldsOfPaper && piped.fieldCount < fieldsOfNew;
}

bool isWhole(const PipedText &piped)
{
    return piped.fieldCount >= fieldsOfPaper && piped.fields.back() == "$"_L1;
}

/// The field, empty when it says "-" or is the "$" of a card that lost fields.
QString said(const PipedText &piped, Field index)
{
    const QString field = piped.field(index);
    return field == "-"_L1 || field == "$"_L1 ? QString() : field;
}

void readSex(VisitorCode &code, const QString &text)
{
    if (text == "1"_L1)
        code.visitor.sex = Sex::Male;
    else if (text == "2"_L1)
        code.visitor.sex = Sex::Female;
    else if (!text.isEmpty())
        code.warn(CodeWarning::SexUnreadable);
}

/// The text of a field in hex; empty, with the warning, when it cannot be read.
QString hexField(VisitorCode &code, const QString &field, CodeWarning unreadable)
{
    const HexText hex = textOfHex(field);
    if (hex.repaired)
        code.warn(CodeWarning::NameRepaired);
    if (hex.typingDamage)
        code.warn(CodeWarning::TypingDamage);
    if (!hex.text)
        code.warn(unreadable);
    return hex.text.value_or(QString()).trimmed();
}

} // namespace

QLatin1StringView HealthInsuranceFormat::id() const
{
    return formatid::healthInsurance;
}

std::optional<VisitorCode> HealthInsuranceFormat::read(const ScanText &text) const
{
    const PipedText piped = pipedText(text.text);
    if (piped.kind != PipedText::Kind::HealthInsurance)
        return std::nullopt;
    if (isTwoScans(text.text, piped))
        return refusedCode(id(), Reason::TwoScans);

    VisitorCode code;
    code.format = id();
    code.visitor.healthInsurance = piped.field(NumberField).toUpper();
    const QString birth = said(piped, BirthDateField);
    const bool mayBeCut = piped.fieldCount - 1 == BirthDateField;
    code.visitor.birthDate = mayBeCut ? dayMonthYear(birth) : dayMonthYearOrYear(birth);
    if (!code.visitor.birthDate && !birth.isEmpty())
        code.warn(CodeWarning::BirthDateInvalid);
    readSex(code, said(piped, SexField));
    const QString issued = said(piped, IssuedField);
    code.visitor.issued = dayMonthYear(issued);
    if (!code.visitor.issued && !issued.isEmpty())
        code.warn(CodeWarning::IssuedInvalid);
    const QString name = hexField(code, said(piped, NameField), CodeWarning::NameUnreadable);
    const QString address = hexField(code, said(piped, AddressField), CodeWarning::AddressUnreadable);
    readNameAndAddress(code, name, address, text);
    if (!isWhole(piped))
        code.warn(CodeWarning::Incomplete);
    return code;
}

} // namespace checkpoint
