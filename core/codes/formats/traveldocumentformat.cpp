#include "core/codes/formats/traveldocumentformat.h"

#include "core/codes/fieldreading.h"

#include <QDate>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype td1Length = qsizetype{3} * 30;
constexpr qsizetype td3Length = qsizetype{2} * 44;
constexpr qsizetype longestText = 2 * td1Length + 40; ///< two documents and what stands between their lines

/// A zone as its characters; positions as in ICAO 9303.
struct Zone
{
    QString issuer;
    QString number; ///< of the document, without fillers
    QString birth;  ///< yyMMdd
    QChar sex;
    QString nationality;
    QString names;
    QString citizenNumber; ///< of a Vietnamese card
    bool checked = false;  ///< every check digit is right
};

int valueOf(QChar c)
{
    if (isDigit(c))
        return c.digitValue();
    return c == u'<' ? 0 : c.unicode() - u'A' + 10;
}

/// True when the digit is the sum of the characters, weighted 7, 3, 1 in turn, modulo 10. An empty field may
/// have a filler.
bool isChecked(const QString &field, QChar digit)
{
    static constexpr std::array weights{7, 3, 1};
    if (digit == u'<')
        return std::ranges::all_of(field, [](QChar c) { return c == u'<'; });
    int sum = 0;
    for (qsizetype i = 0; i < field.size(); ++i)
        sum += valueOf(field[i]) * weights[size_t(i % 3)];
    return isDigit(digit) && sum % 10 == digit.digitValue();
}

QString withoutFillers(QString text)
{
    return text.replace(u'<', u' ').simplified();
}

/// The characters of the zone without what stands between its lines; empty when the text is no zone.
QString zoneOf(const QString &text)
{
    if (text.size() < td3Length || text.size() > longestText || !text.contains("<<"_L1))
        return {};
    QString zone;
    for (const QChar c : text) {
        const QChar upper = c.unicode() < 0x80 ? c.toUpper() : c;
        if (isDigit(upper) || (upper >= u'A' && upper <= u'Z') || upper == u'<')
            zone.append(upper);
        else if (c != u'\r' && c != u'\n' && c != u'\t' && c != u' ' && c != u'/')
            return {};
    }
    return zone;
}

qsizetype lengthOfDocument(const QString &zone)
{
    if (zone.isEmpty())
        return 0;
    if (zone.front() == u'P')
        return td3Length;
    return u"IAC"_s.contains(zone.front()) ? td1Length : 0;
}

Zone td3(const QString &zone)
{
    const QString line = zone.mid(44);
    Zone result;
    result.issuer = withoutFillers(zone.mid(2, 3));
    result.names = zone.mid(5, 39);
    result.number = withoutFillers(line.left(9));
    result.nationality = withoutFillers(line.mid(10, 3));
    result.birth = line.mid(13, 6);
    result.sex = line[20];
    const QString optional = line.mid(28, 14);
    if (isCitizenNumber(withoutFillers(optional)) && result.issuer == "VNM"_L1)
        result.citizenNumber = withoutFillers(optional);
    result.checked = isChecked(line.left(9), line[9]) && isChecked(result.birth, line[19]) &&
                     isChecked(line.mid(21, 6), line[27]) && isChecked(optional, line[42]) &&
                     isChecked(line.left(10) + line.mid(13, 7) + line.mid(21, 22), line[43]);
    return result;
}

/// A number of more than nine characters goes on in the optional data, where its check digit ends it.
QString longNumber(const QString &line)
{
    return line.mid(5, 9) + withoutFillers(line.mid(15)).section(u' ', 0, 0);
}

Zone td1(const QString &zone)
{
    const QString first = zone.left(30);
    const QString second = zone.mid(30, 30);
    Zone result;
    result.issuer = withoutFillers(first.mid(2, 3));
    result.names = zone.mid(60);
    result.birth = second.left(6);
    result.sex = second[7];
    result.nationality = withoutFillers(second.mid(15, 3));
    result.checked =
        isChecked(result.birth, second[6]) && isChecked(second.mid(8, 6), second[14]) &&
        isChecked(first.mid(5) + second.left(7) + second.mid(8, 7) + second.mid(18, 11), second[29]);
    if (first[14] == u'<') {
        const QString number = longNumber(first);
        result.number = number.chopped(1);
        result.checked = result.checked && number.size() > 9 && isChecked(result.number, number.back());
    } else {
        result.number = withoutFillers(first.mid(5, 9));
        result.checked = result.checked && isChecked(first.mid(5, 9), first[14]);
    }
    if (result.issuer == "VNM"_L1 && isCitizenNumber(first.mid(15, 12))) {
        result.citizenNumber = first.mid(15, 12);
        result.checked = result.checked && isChecked(result.citizenNumber, first[29]);
    }
    return result;
}

/// The year of two digits: in the century that the citizen number tells, else the latest one that is not in
/// the future.
int birthYear(int twoDigits, const QString &citizenNumber, int thisYear)
{
    if (!citizenNumber.isEmpty())
        return 1900 + citizenNumber[3].digitValue() / 2 * 100 + twoDigits;
    const int year = thisYear - thisYear % 100 + twoDigits;
    return year > thisYear ? year - 100 : year;
}

void readBirthDate(VisitorCode &code, const Zone &zone)
{
    const QString &text = zone.birth;
    if (withoutFillers(text).isEmpty())
        return;
    if (isDigits(text.left(2))) {
        const int year = birthYear(text.left(2).toInt(), zone.citizenNumber, QDate::currentDate().year());
        code.visitor.birthDate =
            text.mid(2) == "<<<<"_L1
                ? PartialDate::fromYear(year)
                : PartialDate::fromDate(year, text.mid(2, 2).toInt(), text.mid(4).toInt());
    }
    if (!code.visitor.birthDate)
        code.warn(CodeWarning::BirthDateInvalid);
}

void readSex(VisitorCode &code, QChar sex)
{
    if (sex == u'M')
        code.visitor.sex = Sex::Male;
    else if (sex == u'F')
        code.visitor.sex = Sex::Female;
    else if (sex != u'<' && sex != u'X') // X: not specified
        code.warn(CodeWarning::SexUnreadable);
}

} // namespace

QLatin1StringView TravelDocumentFormat::id() const
{
    return formatid::travelDocument;
}

std::optional<VisitorCode> TravelDocumentFormat::read(const ScanText &text) const
{
    const QString characters = zoneOf(text.text);
    const qsizetype length = lengthOfDocument(characters);
    if (length == 0)
        return std::nullopt;
    if (characters.size() != length) {
        // A second document right behind the first one.
        const QString rest = characters.mid(length);
        if (rest.isEmpty() || rest.size() != lengthOfDocument(rest))
            return std::nullopt;
        return refusedCode(id(), Reason::TwoScans);
    }
    const Zone zone = length == td3Length ? td3(characters) : td1(characters);
    if (!zone.checked)
        return refusedCode(id(), Reason::BadCheckDigit);
    const bool vietnameseCard = length == td1Length && zone.issuer == "VNM"_L1;
    if (zone.number.isEmpty() || (vietnameseCard && zone.citizenNumber.isEmpty()))
        return refusedCode(id(), Reason::IdInvalid);

    VisitorCode code;
    code.format = id();
    code.visitor.idNumber = vietnameseCard ? zone.citizenNumber : zone.number;
    code.visitor.nationality = zone.nationality;
    readBirthDate(code, zone);
    readSex(code, zone.sex);
    readNameAndAddress(code, withoutFillers(zone.names), QString(), text);
    if (!numberAgrees(zone.citizenNumber, code.visitor))
        code.warn(CodeWarning::IdMismatch);
    return code;
}

} // namespace checkpoint
