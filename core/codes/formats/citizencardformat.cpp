#include "core/codes/formats/citizencardformat.h"

#include "core/codes/fieldreading.h"
#include "core/codes/pipedtext.h"
#include "core/domain/textfolding.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

enum Field { NumberField, OldIdField, NameField, BirthDateField, SexField, AddressField, IssuedField };
constexpr qsizetype fewestFields = 7;
constexpr qsizetype mostFields = 11;

/// A field at whose end the number of another card stands: the text before it was cut and the next scan
/// followed at once.
bool endsInAnotherNumber(const QString &field)
{
    return field.size() > 12 && isDigits(field.right(12));
}

bool isTwoScans(const PipedText &piped)
{
    return piped.fieldCount > mostFields ||
           std::any_of(piped.fields.cbegin() + 1, piped.fields.cend(), endsInAnotherNumber);
}

/// A year alone counts only when it cannot be the beginning of a cut day and month.
std::optional<PartialDate> birthDate(const PipedText &piped)
{
    const QString text = piped.field(BirthDateField);
    return piped.fieldCount - 1 == BirthDateField ? dayMonthYear(text) : dayMonthYearOrYear(text);
}

/// Some scanners drop diacritics: "Nu" is still one of the two words.
void readSex(VisitorCode &code, const QString &text)
{
    const QString word = foldedText(text);
    if (word == "nam"_L1)
        code.visitor.sex = Sex::Male;
    else if (word == "nu"_L1)
        code.visitor.sex = Sex::Female;
    else if (!word.isEmpty())
        code.warn(CodeWarning::SexUnreadable);
}

} // namespace

QLatin1StringView CitizenCardFormat::id() const
{
    return formatid::citizenCard;
}

std::optional<VisitorCode> CitizenCardFormat::read(const ScanText &text) const
{
    const PipedText piped = pipedText(text.text);
    if (piped.kind != PipedText::Kind::CitizenCard)
        return std::nullopt;
    if (isTwoScans(piped))
        return refusedCode(id(), Reason::TwoScans);
    if (!isCitizenNumber(piped.field(NumberField)))
        return refusedCode(id(), Reason::IdInvalid);

    VisitorCode code;
    code.format = id();
    code.visitor.idNumber = piped.field(NumberField);
    if (isOldId(piped.field(OldIdField)))
        code.visitor.oldId = piped.field(OldIdField);
    code.visitor.birthDate = birthDate(piped);
    if (!code.visitor.birthDate && !piped.field(BirthDateField).isEmpty())
        code.warn(CodeWarning::BirthDateInvalid);
    readSex(code, piped.field(SexField));
    code.visitor.issued = dayMonthYear(piped.field(IssuedField));
    if (!code.visitor.issued && !piped.field(IssuedField).isEmpty())
        code.warn(CodeWarning::IssuedInvalid);
    readNameAndAddress(code, piped.field(NameField), piped.field(AddressField), text);
    if (piped.fieldCount < fewestFields)
        code.warn(CodeWarning::Incomplete);
    if (!numberAgrees(code.visitor.idNumber, code.visitor))
        code.warn(CodeWarning::IdMismatch);
    return code;
}

} // namespace checkpoint
