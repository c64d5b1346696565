#include "ui/common/wording.h"

#include "ui/common/reasontext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QKeySequence>
#include <QLocale>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

constexpr auto separator = u" · ";
constexpr qsizetype mostNameWords = 6;

} // namespace

QString directionWord(Direction direction)
{
    return direction == Direction::In ? Wording::tr("In") : Wording::tr("Out");
}

QString directionShout(Direction direction)
{
    return direction == Direction::In ? Wording::tr("IN") : Wording::tr("OUT");
}

QString directionRuleWord(DirectionRule rule)
{
    switch (rule) {
    case DirectionRule::Auto:
        return Wording::tr("Automatic");
    case DirectionRule::In:
        return Wording::tr("In only");
    case DirectionRule::Out:
        return Wording::tr("Out only");
    }
    Q_UNREACHABLE();
}

QString deviceStateWord(DeviceState state, bool isProven)
{
    switch (state) {
    case DeviceState::Starting:
        return Wording::tr("starting");
    case DeviceState::Running:
        return isProven ? Wording::tr("ready") : Wording::tr("nothing read since the start");
    case DeviceState::Missing:
        return Wording::tr("not plugged in");
    case DeviceState::Silent:
        return Wording::tr("no picture");
    case DeviceState::Finished:
        return Wording::tr("finished");
    case DeviceState::Failed:
        return Wording::tr("cannot be read");
    }
    Q_UNREACHABLE();
}

QString clockText(const Moment &moment)
{
    return moment.toDateTime().toString(u"HH:mm:ss"_s);
}

QString shortClockText(const Moment &moment)
{
    return moment.toDateTime().toString(u"HH:mm"_s);
}

QString dateText(const QDate &date)
{
    return date.toString(u"dd/MM/yyyy"_s);
}

QString dateText(const PartialDate &date)
{
    return date.isWhole() ? dateText(QDate::fromString(date.toString(), Qt::ISODate))
                          : QString::number(date.year());
}

QString weekdayText(const QDate &date)
{
    return QLocale().standaloneDayName(date.dayOfWeek()) + u' ' + dateText(date);
}

QString pastText(const Moment &moment, const QDate &today)
{
    const QDate day = moment.toDateTime().date();
    const QString time = shortClockText(moment);
    if (day == today)
        return Wording::tr("today %1").arg(time);
    if (day.addDays(1) == today)
        return Wording::tr("yesterday %1").arg(time);
    return dateText(day) + u' ' + time;
}

QString personName(const VisitorData &visitor)
{
    if (visitor.name.isEmpty())
        return Wording::tr("Name not known");
    QStringList words = abbreviatedName(visitor.name).split(u' ');
    // Of a very long one the given name, which comes last and is called out, must not be what is cut off.
    if (words.size() > mostNameWords)
        words = QStringList{words[0], words[1], u"…"_s, words.last()};
    return words.join(u' ');
}

QString personTraits(const VisitorData &visitor)
{
    QStringList parts;
    if (visitor.sex)
        parts << (*visitor.sex == Sex::Male ? Wording::tr("Male") : Wording::tr("Female"));
    if (visitor.birthDate)
        parts << QString::number(visitor.birthDate->year());
    return parts.join(QStringView(separator));
}

QString personLine(const VisitorData &visitor, const QString &source)
{
    QStringList parts{visitor.staff ? Wording::tr("Staff") : QString(), personTraits(visitor),
                      sourceName(source)};
    parts.removeAll(QString());
    return parts.join(QStringView(separator));
}

QString announcedText(const ExpectedVisitor &expected)
{
    const QString host = expected.host.isEmpty() ? Wording::tr("somebody of the house") : expected.host;
    return expected.at
               ? Wording::tr("Announced for %1, visits %2").arg(expected.at->toString(u"HH:mm"_s), host)
               : Wording::tr("Announced, visits %1").arg(host);
}

QString partyText(const Party &party)
{
    QStringList parts;
    if (party.companions > 0)
        parts << Wording::tr("%n adult(s)", nullptr, party.companions);
    if (party.children > 0)
        parts << Wording::tr("%n child(ren)", nullptr, party.children);
    return parts.join(u", "_s);
}

QString sameWayText(const Entry &other)
{
    const Direction direction = other.kind == EntryKind::Out ? Direction::Out : Direction::In;
    return Wording::tr("Two entries %1 in a row: the other one is of %2.")
        .arg(directionShout(direction), pastText(other.at, QDate::currentDate()));
}

QString sameWayAdvice()
{
    return Wording::tr("Void the wrong one in the entries (F3) or change its direction, or write down the "
                       "one that is missing between them (F5, paper day).");
}

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::PortableText)
        .replace("Return"_L1, "Enter"_L1)
        .replace("Del"_L1, "Delete"_L1);
}

} // namespace checkpoint
