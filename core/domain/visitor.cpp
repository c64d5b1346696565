#include "core/domain/visitor.h"

#include "core/domain/textfolding.h"

#include <QDate>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int earliestYear = 1850;
constexpr int latestYear = 2200;

bool isAllDigits(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A text without any of the letters with marks that the other has: "NGUYEN THU" beside "Nguyễn Thử".
bool isPlainFormOf(const QString &plain, const QString &full)
{
    return plain != full && foldedText(plain) == foldedText(full) && full.toLower() != foldedText(full);
}

/// How much a number says: a starred one least, the citizen number most.
int worthOfNumber(const QString &number)
{
    if (number.isEmpty() || number.contains(u'*'))
        return number.isEmpty() ? 0 : 1;
    return isAllDigits(number) && number.size() == 12 ? 3 : 2;
}

/// The number of the card before never replaces the citizen number: it becomes the old id, as the one that is
/// replaced does.
void takeNumber(VisitorData &result, const VisitorData &newer, bool trusted)
{
    const int worth = worthOfNumber(result.idNumber);
    const int newWorth = worthOfNumber(newer.idNumber);
    QString spare = newer.idNumber;
    if (newWorth > worth || (newWorth == worth && trusted && newWorth > 1))
        spare = std::exchange(result.idNumber, newer.idNumber);
    if (isAllDigits(spare) && spare.size() == 9 && spare != result.idNumber && result.oldId.isEmpty())
        result.oldId = spare;
}

} // namespace

QString sexId(Sex sex)
{
    return sex == Sex::Male ? u"male"_s : u"female"_s;
}

std::optional<Sex> sexFromId(const QString &id)
{
    if (id == "male"_L1)
        return Sex::Male;
    if (id == "female"_L1)
        return Sex::Female;
    return std::nullopt;
}

std::optional<PartialDate> PartialDate::fromDate(int year, int month, int day)
{
    if (year < earliestYear || year > latestYear || !QDate::isValid(year, month, day))
        return std::nullopt;
    PartialDate date;
    date.m_year = year;
    date.m_month = month;
    date.m_day = day;
    return date;
}

std::optional<PartialDate> PartialDate::fromYear(int year)
{
    if (year < earliestYear || year > latestYear)
        return std::nullopt;
    PartialDate date;
    date.m_year = year;
    return date;
}

std::optional<PartialDate> PartialDate::fromStarredYear(int year)
{
    auto date = fromYear(year);
    if (date)
        date->m_starred = true;
    return date;
}

std::optional<PartialDate> PartialDate::fromString(const QString &text)
{
    const QStringList parts = text.split(u'-');
    if (parts.first().size() != 4 || !isAllDigits(parts.first()))
        return std::nullopt;
    const int year = parts.first().toInt();
    if (parts.size() == 1)
        return fromYear(year);
    if (parts.size() != 3)
        return std::nullopt;
    if (parts[1] == "**"_L1 && parts[2] == "**"_L1)
        return fromStarredYear(year);
    if (!isAllDigits(parts[1]) || !isAllDigits(parts[2]))
        return std::nullopt;
    return fromDate(year, parts[1].toInt(), parts[2].toInt());
}

QString PartialDate::toString() const
{
    if (m_month > 0)
        return u"%1-%2-%3"_s.arg(m_year, 4, 10, QChar(u'0'))
            .arg(m_month, 2, 10, QChar(u'0'))
            .arg(m_day, 2, 10, QChar(u'0'));
    const QString year = QString::number(m_year).rightJustified(4, u'0');
    return m_starred ? year + "-**-**"_L1 : year;
}

QString keyKindId(KeyKind kind)
{
    switch (kind) {
    case KeyKind::CitizenNumber:
        return u"citizen-number"_s;
    case KeyKind::OldId:
        return u"old-id"_s;
    case KeyKind::Qid:
        return u"qid"_s;
    case KeyKind::HealthInsurance:
        return u"health-insurance"_s;
    case KeyKind::TravelDocument:
        return u"travel-document"_s;
    case KeyKind::VisitorPass:
        return u"visitor-pass"_s;
    case KeyKind::PlatformPerson:
        return u"platform-person"_s;
    case KeyKind::CertificateHolder:
        return u"certificate-holder"_s;
    }
    Q_UNREACHABLE();
}

bool isSingleValued(KeyKind kind)
{
    return kind == KeyKind::CitizenNumber || kind == KeyKind::Qid || kind == KeyKind::HealthInsurance;
}

QString keySpace(KeyKind kind)
{
    return kind == KeyKind::CitizenNumber || kind == KeyKind::OldId ? u"national-number"_s : keyKindId(kind);
}

std::vector<IdentityKey> identityKeys(const VisitorData &data)
{
    std::vector<IdentityKey> keys;
    const auto add = [&keys](KeyKind kind, const QString &value) {
        const IdentityKey key{kind, value};
        if (std::ranges::find(keys, key) == keys.end())
            keys.push_back(key);
    };
    const QString number = data.idNumber.toUpper();
    if (!number.isEmpty() && !number.contains(u'*')) {
        if (!isAllDigits(number))
            // By its number alone: the personal QR does not say which country issued it.
            add(KeyKind::TravelDocument, number);
        else if (number.size() == 12)
            add(KeyKind::CitizenNumber, number);
        else
            add(KeyKind::OldId, number);
    }
    if (isAllDigits(data.qid))
        add(KeyKind::Qid, data.qid);
    if (isAllDigits(data.healthInsurance.right(10)) && data.healthInsurance.size() >= 10)
        add(KeyKind::HealthInsurance, data.healthInsurance.right(10));
    if (isAllDigits(data.oldId) && data.oldId != number)
        add(KeyKind::OldId, data.oldId);
    if (!data.pass.isEmpty())
        add(KeyKind::VisitorPass, data.pass);
    if (!data.platformPerson.isEmpty())
        add(KeyKind::PlatformPerson, data.platformPerson);
    if (!data.certificateHolder.isEmpty())
        add(KeyKind::CertificateHolder, data.certificateHolder);
    return keys;
}

VisitorData merged(const VisitorData &known, const VisitorData &newer, bool trusted)
{
    VisitorData result = known;
    const auto take = [trusted](QString &field, const QString &value) {
        if (value.isEmpty())
            return;
        if (field.isEmpty() || (trusted && !value.contains(u'*') && !isPlainFormOf(value, field)))
            field = value;
    };
    const auto takeDate = [trusted](std::optional<PartialDate> &field,
                                    const std::optional<PartialDate> &value) {
        if (value && (!field || (!field->isWhole() && value->isWhole()) || (trusted && value->isWhole())))
            field = value;
    };
    takeNumber(result, newer, trusted);
    take(result.oldId, newer.oldId);
    take(result.name, newer.name);
    if (isPlainFormOf(known.name, newer.name))
        result.name = newer.name;
    takeDate(result.birthDate, newer.birthDate);
    if (newer.sex && (!result.sex || trusted))
        result.sex = newer.sex;
    take(result.address, newer.address);
    takeDate(result.issued, newer.issued);
    take(result.phone, newer.phone);
    take(result.qid, newer.qid);
    // The full form of the card (2 letters and 13 digits) says more than its last ten digits.
    if (!(newer.healthInsurance.size() < result.healthInsurance.size()))
        take(result.healthInsurance, newer.healthInsurance);
    take(result.nationality, newer.nationality);
    result.staff = known.staff || newer.staff;
    take(result.pass, newer.pass);
    take(result.platformPerson, newer.platformPerson);
    take(result.certificateHolder, newer.certificateHolder);
    const auto keep = [&](auto field, bool PutRight::*mark) {
        if (newer.putRight.*mark && (trusted || !(known.putRight.*mark))) {
            result.*field = newer.*field;
            result.putRight.*mark = true;
        } else if (known.putRight.*mark) {
            result.*field = known.*field;
        }
    };
    keep(&VisitorData::name, &PutRight::name);
    keep(&VisitorData::birthDate, &PutRight::birthDate);
    keep(&VisitorData::address, &PutRight::address);
    return result;
}

QString abbreviatedName(const QString &name)
{
    QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const bool pair = words[i].size() > 1 && words[i].front().isHighSurrogate();
        words[i] = words[i].left(pair ? 2 : 1).toUpper() + u'.';
    }
    return words.join(u' ');
}

VisitorData masked(const VisitorData &data)
{
    const auto lastFour = [](const QString &number) {
        // A short number would be given away by its last four digits.
        return number.size() < 8 ? QString(number.size(), u'*')
                                 : QString(number.size() - 4, u'*') + number.right(4);
    };
    VisitorData result;
    result.name = abbreviatedName(data.name);
    result.sex = data.sex;
    result.staff = data.staff;
    if (data.birthDate)
        result.birthDate = PartialDate::fromYear(data.birthDate->year());
    result.idNumber = lastFour(data.idNumber);
    return result;
}

} // namespace checkpoint
