#include "core/codes/certificateclaims.h"

#include "core/codes/fieldreading.h"
#include "core/codes/utf8.h"

#include <QCborArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 issuerClaim = 1;
constexpr qint64 expiresClaim = 4;
constexpr qint64 issuedClaim = 6;
constexpr qint64 certificatesClaim = -260;
constexpr qint64 firstCertificate = 1;
constexpr qint64 latestSecond = 253'402'300'799; // the last of the year 9999
constexpr qsizetype longestName = 160;
constexpr qsizetype longestText = 80;
constexpr qsizetype mostRecords = 20;
constexpr int mostDoses = 99;
constexpr auto foundNothing = "260415000"_L1; ///< SNOMED CT: not detected
constexpr auto found = "260373001"_L1;        ///< SNOMED CT: detected

/// The vaccines that stand in certificates under a number instead of their name (the EU's value set).
constexpr std::array products{
    std::pair{"EU/1/20/1528"_L1, "Comirnaty"_L1}, std::pair{"EU/1/20/1507"_L1, "Spikevax"_L1},
    std::pair{"EU/1/21/1529"_L1, "Vaxzevria"_L1}, std::pair{"EU/1/20/1525"_L1, "Jcovden"_L1},
    std::pair{"EU/1/21/1618"_L1, "Nuvaxovid"_L1},
};

bool isPrintable(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format &&
               c.category() != QChar::Other_Surrogate && c != QChar(QChar::ReplacementCharacter);
    });
}

/// A short text of the certificate, or nothing when it is none that can be shown.
QString textIn(const QCborMap &map, QLatin1StringView key)
{
    const QString text = normalizedText(map.value(key).toString().simplified());
    return isPrintable(text) ? text.left(longestText) : QString();
}

/// A part of the name as it is written or, where that is missing, as a passport's lines transliterate it.
QString namePart(const QCborMap &names, QLatin1StringView written, QLatin1StringView transliterated)
{
    const QString text = names.value(written).toString().simplified();
    return text.isEmpty() ? names.value(transliterated).toString().replace(u'<', u' ').simplified() : text;
}

/// In the order of Vietnamese names: the family's first. Empty when it cannot be read.
QString nameOf(const QCborMap &names)
{
    const QString name = normalizedText(
        u"%1 %2"_s.arg(namePart(names, "fn"_L1, "fnt"_L1), namePart(names, "gn"_L1, "gnt"_L1)).simplified());
    const bool named = std::ranges::any_of(name, [](QChar c) { return c.isLetter(); });
    return named && name.size() <= longestName && isPrintable(name) ? name : QString();
}

/// "1990-01-15", also with a time behind it, "1990-01" or "1990".
void readBirthDate(VisitorCode &code, const QString &text)
{
    const QString day = text.section(u'T', 0, 0);
    if (day.isEmpty())
        return;
    const bool month = day.size() == 7 && day[4] == u'-' && isDigits(day.mid(5)) && isDigits(day.left(4));
    if (month && day.mid(5).toInt() >= 1 && day.mid(5).toInt() <= 12)
        code.visitor.birthDate = PartialDate::fromYear(day.left(4).toInt());
    else
        code.visitor.birthDate = PartialDate::fromString(day);
    if (!code.visitor.birthDate)
        code.warn(CodeWarning::BirthDateInvalid);
}

std::optional<QDate> dateIn(const QCborMap &map, QLatin1StringView key)
{
    const QDate date = QDate::fromString(map.value(key).toString().left(10), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

int doseIn(const QCborMap &map, QLatin1StringView key)
{
    const qint64 dose = map.value(key).toInteger();
    return dose > 0 && dose <= mostDoses ? int(dose) : 0;
}

HealthRecord vaccination(const QCborMap &map)
{
    HealthRecord record;
    record.kind = HealthRecord::Kind::Vaccination;
    record.product = textIn(map, "mp"_L1);
    const auto named =
        std::ranges::find(products, record.product, [](const auto &each) { return each.first; });
    if (named != products.end())
        record.product = named->second;
    record.dose = doseIn(map, "dn"_L1);
    record.doses = doseIn(map, "sd"_L1);
    record.date = dateIn(map, "dt"_L1);
    return record;
}

HealthRecord test(const QCborMap &map)
{
    HealthRecord record;
    record.kind = HealthRecord::Kind::Test;
    record.date = dateIn(map, "sc"_L1);
    const QString result = map.value("tr"_L1).toString();
    if (result == found || result == foundNothing)
        record.detected = result == found;
    return record;
}

HealthRecord recovery(const QCborMap &map)
{
    HealthRecord record;
    record.kind = HealthRecord::Kind::Recovery;
    record.date = dateIn(map, "fr"_L1);
    return record;
}

QList<HealthRecord> recordsOf(const QCborMap &certificate)
{
    constexpr std::array kinds{std::pair{"v"_L1, &vaccination}, std::pair{"t"_L1, &test},
                               std::pair{"r"_L1, &recovery}};
    QList<HealthRecord> records;
    for (const auto &[key, read] : kinds) {
        const QCborArray list = certificate.value(key).toArray();
        for (const QCborValue &item : list) {
            if (!item.isMap() || records.size() == mostRecords)
                continue;
            records.append(read(item.toMap()));
            records.last().issuer = textIn(item.toMap(), "is"_L1);
        }
    }
    return records;
}

/// A moment in seconds of 1970, which some write with a fraction; nothing when it is none.
std::optional<qint64> utcMsOf(const QCborValue &value)
{
    if (!value.isInteger() && !value.isDouble())
        return std::nullopt;
    const double seconds = value.toDouble();
    if (!(seconds >= 0 && seconds <= double(latestSecond)))
        return std::nullopt;
    return qint64(seconds) * 1000;
}

} // namespace

VisitorCode codeOfClaims(const QCborMap &claims)
{
    const QCborMap dcc = claims.value(certificatesClaim).toMap().value(firstCertificate).toMap();
    VisitorCode code;
    code.format = formatid::certificate;
    code.visitor.name = nameOf(dcc.value("nam"_L1).toMap());
    const auto issued = utcMsOf(claims.value(issuedClaim));
    const auto expires = utcMsOf(claims.value(expiresClaim));
    if (code.visitor.name.isEmpty() || !issued || !expires)
        return refusedCode(code.format, Reason::CertificateNotRead);
    readBirthDate(code, dcc.value("dob"_L1).toString());
    if (code.visitor.birthDate && code.visitor.birthDate->isWhole())
        code.visitor.certificateHolder =
            code.visitor.name.toUpper() + u'|' + code.visitor.birthDate->toString();
    Certificate certificate;
    const QString issuer = claims.value(issuerClaim).toString().simplified();
    certificate.issuer = isPrintable(issuer) ? issuer.left(longestText) : QString();
    certificate.issuedUtcMs = *issued;
    certificate.expiresUtcMs = *expires;
    certificate.records = recordsOf(dcc);
    code.certificate = certificate;
    return code;
}

} // namespace checkpoint
