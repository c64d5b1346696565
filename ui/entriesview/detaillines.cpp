#include "ui/entriesview/detaillines.h"

#include "core/desk/handentry.h"
#include "ui/common/reasontext.h"
#include "ui/common/wording.h"
#include "ui/entriesview/linewords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DetailWords
{
    Q_DECLARE_TR_FUNCTIONS(DetailWords)
};

/// As all lists and reports have it: enough to tell two papers apart.
QString lastDigits(const QString &number)
{
    VisitorData person;
    person.idNumber = number;
    return masked(person).idNumber;
}

QString passageText(const EntryRow &row)
{
    const Entry &entry = row.entry;
    QStringList parts{u"%1 %2"_s.arg(dateText(entry.at.toDateTime().date()), clockText(entry.at)),
                      entry.location, entry.device == manualSource ? QString() : entry.device};
    if (entry.estimated)
        parts << DetailWords::tr("estimated");
    if (entry.late)
        parts << DetailWords::tr("written down later");
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString stayText(const EntryRow &in, const EntryRow &out)
{
    const qint64 minutes = (out.entry.at.utcMs - in.entry.at.utcMs) / 60'000;
    return minutes < 60 ? DetailWords::tr("%n minute(s)", nullptr, int(minutes))
                        : DetailWords::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

/// What was noted at the time of the visit, and until when that held.
QString endedNote(const VisitDetails &details)
{
    const AttentionNote &note = *details.attentionThen;
    if (!note.endedUtcMs || *note.endedUtcMs > QDateTime::currentMSecsSinceEpoch())
        return note.reason;
    // One that ends with a day held for the whole of it.
    const Moment last{*note.endedUtcMs - 1, details.asked.entry.at.offsetMinutes, false};
    const QString until = u"%1 %2"_s.arg(dateText(last.toDateTime().date()), shortClockText(last));
    return note.reason.isEmpty() ? DetailWords::tr("held until %1").arg(until)
                                 : DetailWords::tr("%1 (held until %2)").arg(note.reason, until);
}

/// Of a line that was taken back itself first: what counts instead is another.
void addVisit(QList<DetailLine> &lines, const VisitDetails &details)
{
    const auto passage = [](const EntryRow &row) {
        return u"%1 %2"_s.arg(
            directionShout(row.entry.kind == EntryKind::Out ? Direction::Out : Direction::In),
            passageText(row));
    };
    if (details.asked.voidedBy) {
        lines << DetailLine{DetailWords::tr("Voided"), passage(details.asked)};
        for (const std::optional<EntryRow> &row : {details.in, details.out})
            if (row)
                lines << DetailLine{DetailWords::tr("Counts instead"), passage(*row)};
        return;
    }
    if (details.in)
        lines << DetailLine{DetailWords::tr("Came in"), passageText(*details.in)};
    if (details.out)
        lines << DetailLine{DetailWords::tr("Left"), passageText(*details.out)};
    else if (details.superseded)
        lines << DetailLine{DetailWords::tr("Left"), DetailWords::tr("Not known")};
    else if (details.in)
        lines << DetailLine{DetailWords::tr("Left"), DetailWords::tr("Still inside")};
    if (details.in && details.out)
        lines << DetailLine{DetailWords::tr("Stayed"), stayText(*details.in, *details.out)};
}

void addPerson(QList<DetailLine> &lines, const VisitorData &visitor, bool revealed)
{
    const auto add = [&lines](const QString &what, const QString &says) {
        if (!says.isEmpty())
            lines << DetailLine{what, says};
    };
    const auto number = [revealed](const QString &text) { return revealed ? text : lastDigits(text); };
    if (visitor.staff)
        add(DetailWords::tr("Group"), DetailWords::tr("Staff"));
    add(DetailWords::tr("Number"), number(visitor.idNumber));
    add(DetailWords::tr("Former number"), number(visitor.oldId));
    add(DetailWords::tr("Health insurance"), number(visitor.healthInsurance));
    add(DetailWords::tr("QID"), number(visitor.qid));
    add(DetailWords::tr("Phone"), number(visitor.phone));
    if (!revealed)
        return;
    if (visitor.birthDate)
        add(DetailWords::tr("Date of birth"), dateText(*visitor.birthDate));
    add(DetailWords::tr("Address"), visitor.address);
    if (visitor.issued)
        add(DetailWords::tr("Issued"), dateText(*visitor.issued));
    add(DetailWords::tr("Nationality"), visitor.nationality);
}

void addHistory(QList<DetailLine> &lines, const VisitDetails &details)
{
    for (const EntryRow &row : details.history) {
        if (row.entry.id == details.asked.entry.id)
            continue; // said above
        if (row.entry.kind != EntryKind::Void) {
            lines << DetailLine{
                DetailWords::tr("Voided"),
                u"%1 %2"_s.arg(
                    directionShout(row.entry.kind == EntryKind::Out ? Direction::Out : Direction::In),
                    passageText(row))};
            continue;
        }
        const QString why = row.entry.reason.isEmpty() ? QString() : u": "_s + row.entry.reason;
        lines << DetailLine{DetailWords::tr("Corrected"), passageText(row) + why};
    }
    for (const EntryRow &row : details.partyPassages)
        lines << DetailLine{DetailWords::tr("Left apart"),
                            u"%1 · %2"_s.arg(partyText(row.entry.party), passageText(row))};
    for (const EntryAddition &addition : details.additions)
        lines << DetailLine{
            DetailWords::tr("Added"),
            u"%1 %2"_s.arg(dateText(addition.at.toDateTime().date()), clockText(addition.at))};
    for (const Reveal &reveal : details.reveals) {
        lines << DetailLine{
            reveal.masked ? DetailWords::tr("Traced, names masked") : DetailWords::tr("Shown in full"),
            u"%1 %2: %3"_s.arg(dateText(reveal.at.toDateTime().date()), clockText(reveal.at), reveal.reason)};
    }
}

} // namespace

QString takenBackText(const VisitDetails &details)
{
    const EntryRow &asked = details.asked;
    if (!asked.voidedBy)
        return {};
    QString said = DetailWords::tr("This line was voided and does not count.");
    for (const EntryRow &row : details.history) {
        if (row.entry.id != *asked.voidedBy)
            continue;
        const QString when =
            u"%1 %2"_s.arg(dateText(row.entry.at.toDateTime().date()), clockText(row.entry.at));
        said = details.takenBackBy.isEmpty()
                   ? DetailWords::tr("This line was voided at %1 and does not count.").arg(when)
                   : DetailWords::tr("This line was voided at %1 by %2 and does not count.")
                         .arg(when, details.takenBackBy);
    }
    if (!asked.voidReason.isEmpty())
        said += u' ' + DetailWords::tr("Reason: %1").arg(asked.voidReason);
    return said;
}

QList<DetailLine> detailLines(const VisitDetails &details, bool revealed)
{
    QList<DetailLine> lines;
    const auto add = [&lines](const QString &what, const QString &says) {
        if (!says.isEmpty())
            lines << DetailLine{what, says};
    };
    addVisit(lines, details);
    if (details.refused) {
        add(DetailWords::tr("Sent away"), passageText(details.asked));
        add(DetailWords::tr("Why"), reasonText(details.refused->reason).what);
    }
    const EntryDetails &said = details.in ? details.in->details : details.asked.details;
    add(DetailWords::tr("Purpose"), said.purpose);
    add(DetailWords::tr("Visits"), said.host);
    if (details.in)
        add(DetailWords::tr("Companions"), partyText(details.in->entry.party));
    add(DetailWords::tr("Still inside of the group"), partyText(details.partyInside));
    if (details.expected)
        add(DetailWords::tr("Announced"),
            details.expected->at ? details.expected->at->toString(u"HH:mm"_s) : DetailWords::tr("Yes"));
    if (details.attention)
        add(DetailWords::tr("Attention list"), details.attention->reason);
    if (details.attentionThen && (!details.attention || details.attentionThen->id != details.attention->id))
        add(DetailWords::tr("On the attention list then"), endedNote(details));

    addPerson(lines, details.asked.visitor, revealed);
    QStringList codes;
    for (const QString &source : details.sources)
        codes << sourceName(source);
    if (details.sources != QStringList{manualSource}) // that is said above already
        add(DetailWords::tr("Identified by"), codes.join(u", "_s));
    if (details.cardSince)
        add(DetailWords::tr("Card read later"),
            u"%1 · %2"_s.arg(passageText(*details.cardSince), sourceName(details.cardSince->entry.source)));
    add(DetailWords::tr("Visits before"), QString::number(details.visitsBefore));
    EntryRow asked = details.asked;
    asked.voidReason.clear(); // said with the moment at which it was given
    asked.details = {};       // said above
    add(DetailWords::tr("Note"), entryNotes(asked));
    addHistory(lines, details);
    return lines;
}

} // namespace checkpoint
