#include "core/codes/formats/personalqrformat.h"

#include "core/codes/fieldreading.h"
#include "core/codes/phonenumber.h"
#include "core/codes/pipedtext.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

enum Field { NumberField, NameField, BirthDateField, DeclarationField, QidField, ExtField };
constexpr qsizetype wholeFields = 6;
enum ExtPart { DeclarerQid, ExtSex, ExtHealthInsurance, ExtPhone };
constexpr qsizetype wholeExtParts = 4;
constexpr qsizetype mostExtParts = 6;
constexpr qsizetype usualQidLength = 18;
constexpr qsizetype shortestQid = 10;
constexpr qsizetype longestQid = 30;

/// The QID; one that may have been cut counts only at its usual length, for it would be somebody else's.
QString qid(const PipedText &piped)
{
    const QString text = piped.field(QidField);
    if (!isDigits(text) || text.size() < shortestQid || text.size() > longestQid)
        return {};
    return piped.fieldCount >= wholeFields || text.size() == usualQidLength ? text : QString();
}

void readBirthDate(VisitorCode &code, const PipedText &piped)
{
    const QString text = piped.field(BirthDateField);
    if (text.isEmpty())
        return;
    if (text.contains(u'*')) {
        code.warn(CodeWarning::Masked);
        if (isDigits(text.left(4)))
            code.visitor.birthDate = PartialDate::fromStarredYear(text.left(4).toInt());
        return;
    }
    const std::optional<PartialDate> date = PartialDate::fromString(text);
    const bool mayBeCut = piped.fieldCount - 1 == BirthDateField;
    if (date && (date->isWhole() || !mayBeCut))
        code.visitor.birthDate = date;
    else
        code.warn(CodeWarning::BirthDateInvalid);
}

void readSex(VisitorCode &code, QStringView text)
{
    if (text == u'1')
        code.visitor.sex = Sex::Male;
    else if (text == u'2')
        code.visitor.sex = Sex::Female;
    else if (text != u'0' && !text.isEmpty())
        code.warn(CodeWarning::SexUnreadable);
}

void readExt(VisitorCode &code, const QString &ext)
{
    QStringList parts;
    for (const QStringView part : QStringView(ext).tokenize(u'<')) {
        if (parts.size() == mostExtParts)
            break;
        parts.append(part.trimmed().toString());
    }
    if (parts.size() < wholeExtParts)
        code.warn(CodeWarning::Incomplete);
    readSex(code, parts.value(ExtSex));

    const QString insurance = parts.value(ExtHealthInsurance);
    if (isHealthInsuranceNumber(insurance))
        code.visitor.healthInsurance = insurance.toUpper();
    else if (!insurance.isEmpty() && insurance != "00"_L1)
        code.warn(CodeWarning::HealthInsuranceInvalid);

    const QString phone = parts.value(ExtPhone);
    if (const std::optional<QString> number = mobileNumber(phone))
        code.visitor.phone = *number;
    else if (!phone.isEmpty())
        code.warn(CodeWarning::PhoneInvalid);
}

} // namespace

QLatin1StringView PersonalQrFormat::id() const
{
    return formatid::personalQr;
}

std::optional<VisitorCode> PersonalQrFormat::read(const ScanText &text) const
{
    const PipedText piped = pipedText(text.text);
    if (piped.kind != PipedText::Kind::PersonalQr)
        return std::nullopt;
    if (piped.fieldCount > wholeFields)
        return refusedCode(id(), Reason::TwoScans);

    VisitorCode code;
    code.format = id();
    const QString number = piped.field(NumberField);
    code.visitor.qid = qid(piped);
    const bool starred = number.contains(u'*');
    if (!number.isEmpty() && !isPersonalNumber(number))
        return refusedCode(id(), Reason::IdInvalid);
    if ((starred || number.isEmpty()) && code.visitor.qid.isEmpty())
        return refusedCode(id(), Reason::IdInvalid);
    code.visitor.idNumber = number.toUpper();
    if (starred)
        code.warn(CodeWarning::Masked);
    readBirthDate(code, piped);
    readExt(code, piped.field(ExtField));
    if (code.visitor.qid.isEmpty())
        code.warn(CodeWarning::Incomplete);
    readNameAndAddress(code, piped.field(NameField), QString(), text);
    if (!numberAgrees(code.visitor.idNumber, code.visitor))
        code.warn(CodeWarning::IdMismatch);
    return code;
}

} // namespace checkpoint
