#include "core/desk/paperline.h"

#include "core/codes/fieldreading.h"
#include "core/desk/typedtext.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

std::optional<QDate> dayOfPaper(const QString &text, const QDate &today)
{
    const QString tidy = text.simplified();
    if (const std::optional<QDate> whole = dateOfTyped(tidy))
        return whole;
    static const QRegularExpression dayAndMonth(uR"(^(\d{1,2})[/.-](\d{1,2})$)"_s);
    if (const auto match = dayAndMonth.match(tidy); match.hasMatch()) {
        const QDate day(today.year(), match.capturedView(2).toInt(), match.capturedView(1).toInt());
        if (!day.isValid())
            return std::nullopt;
        return day > today ? day.addYears(-1) : day;
    }
    if (tidy.size() != 8 || !isDigits(tidy))
        return std::nullopt;
    const QDate day(tidy.mid(4).toInt(), tidy.mid(2, 2).toInt(), tidy.left(2).toInt());
    return day.isValid() ? std::optional(day) : std::nullopt;
}

std::optional<QTime> timeOfPaper(const QString &text)
{
    const QString tidy = text.simplified();
    if (!isDigits(tidy))
        return timeOfTyped(tidy);
    if (tidy.isEmpty() || tidy.size() > 4)
        return std::nullopt;
    const bool hourOnly = tidy.size() <= 2;
    const QTime time(hourOnly ? tidy.toInt() : tidy.chopped(2).toInt(), hourOnly ? 0 : tidy.right(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString birthYearOfPaper(const QString &text, int thisYear)
{
    const QString tidy = text.simplified();
    if (tidy.size() != 2 || !isDigits(tidy))
        return text;
    const int year = thisYear - thisYear % 100 + tidy.toInt();
    return QString::number(year > thisYear ? year - 100 : year);
}

CheckedPaperLine checked(const PaperLine &line, const Moment &now, const QDate &deskSince)
{
    CheckedPaperLine result;
    const CheckedHandEntry person = checked(line.person, now.toDateTime().date().year());
    const QDateTime at(line.day, line.time);
    LateEntry &entry = result.entry;
    entry.at = {at.toMSecsSinceEpoch(), at.offsetFromUtc() / 60, false};
    entry.direction = line.direction == Direction::In ? DirectionRule::In : DirectionRule::Out;
    entry.code.format = manualSource;
    entry.code.visitor = person.entry.typed;
    entry.visitorId = line.person.visitorId;
    entry.details = person.entry.details;
    // Whoever came along leaves as well.
    entry.party = line.direction == Direction::In ? person.entry.party : Party();
    entry.location = line.location;
    entry.device = u"paper"_s;
    if (entry.at.utcMs > now.utcMs)
        result.fault = PaperFault::NotYet;
    else if (deskSince.isValid() && line.day < deskSince)
        result.fault = PaperFault::BeforeDesk;
    else if (person.fault)
        result.fault = PaperFault::Person;
    result.person = person.fault;
    return result;
}

} // namespace checkpoint
