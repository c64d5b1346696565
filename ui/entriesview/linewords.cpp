#include "ui/entriesview/linewords.h"

#include "ui/common/reasontext.h"
#include "ui/common/wording.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

QString timeWord(const Moment &at, bool dateShown)
{
    return dateShown ? u"%1 %2"_s.arg(dateText(at.toDateTime().date()), clockText(at)) : clockText(at);
}

QString refusedWord(const RefusedScan &scan, EntriesModel::Column column, bool dateShown)
{
    switch (column) {
    case EntriesModel::Time:
        return timeWord(scan.at, dateShown);
    case EntriesModel::Passage:
        return EntriesModel::tr("Refused");
    case EntriesModel::Person:
        return namesSomebody(scan) ? personName(scan.visitor) : reasonText(scan.reason).brief;
    case EntriesModel::Traits:
        return namesSomebody(scan) ? personTraits(scan.visitor) : QString();
    case EntriesModel::Source:
        // A kind of code that is itself the reason is not said twice.
        return sourceName(scan.source) == reasonText(scan.reason).brief ? QString() : sourceName(scan.source);
    case EntriesModel::Place:
        return scan.location;
    case EntriesModel::Note:
        return reasonText(scan.reason).what;
    default:
        return {};
    }
}

} // namespace

bool namesSomebody(const RefusedScan &scan)
{
    return scan.visitorId && !scan.visitor.name.isEmpty();
}

QString spokenPerson(const EntryRow &row)
{
    const QString person = lineWord({row, {}}, EntriesModel::Person, false);
    return row.entry.apart ? EntryColumns::personSpoken(person, {}, row.noted)
                           : EntryColumns::personSpoken(personName(row.visitor), row.entry.party, row.noted);
}

QString entryNotes(const EntryRow &row)
{
    QStringList notes;
    if (!row.details.host.isEmpty())
        notes << EntriesModel::tr("To see: %1").arg(row.details.host);
    if (!row.voidReason.isEmpty())
        notes << EntriesModel::tr("Reason: %1").arg(row.voidReason);
    if (row.entry.apart)
        notes << EntriesModel::tr("Only companions");
    if (!row.entry.party.isEmpty())
        notes << EntriesModel::tr("Together with: %1").arg(partyText(row.entry.party));
    if (row.restores)
        notes << EntriesModel::tr("Restored after it was voided");
    else if (row.entry.corrects)
        notes << EntriesModel::tr("Direction changed");
    if (row.replaced)
        notes << EntriesModel::tr("Another entry of the same time counts instead");
    if (row.entry.estimated)
        notes << EntriesModel::tr("Estimated time");
    if (row.entry.late)
        notes << EntriesModel::tr("Written down later");
    if (row.entry.at.suspect)
        notes << EntriesModel::tr("The clock was in doubt");
    for (const CodeWarning warning : row.entry.warnings)
        notes << warningText(warning);
    return notes.join(u" · "_s);
}

QString lineWord(const ListRow &line, EntriesModel::Column column, bool dateShown)
{
    if (line.refused)
        return refusedWord(*line.refused, column, dateShown);
    const EntryRow &row = *line.entry;
    switch (column) {
    case EntriesModel::Time:
        return timeWord(row.entry.at, dateShown);
    case EntriesModel::Passage:
        if (row.voidedBy)
            return EntriesModel::tr("Voided");
        return directionWord(row.entry.kind == EntryKind::Out ? Direction::Out : Direction::In);
    case EntriesModel::Person:
        return row.entry.apart && !row.entry.party.isEmpty()
                   ? EntriesModel::tr("%1 of those with %2")
                         .arg(partyText(row.entry.party), personName(row.visitor))
                   : EntryColumns::personText(row.visitor, row.entry.party);
    case EntriesModel::Traits:
        return row.entry.apart ? QString() : personTraits(row.visitor); // of others nothing is known
    case EntriesModel::Source:
        return sourceName(row.entry.source);
    case EntriesModel::Place:
        return row.entry.location;
    case EntriesModel::Note: {
        QStringList notes{row.noted ? EntriesModel::tr("On the attention list") : QString(),
                          row.visitor.staff ? EntriesModel::tr("Staff") : QString(), entryNotes(row)};
        notes.removeAll(QString());
        return notes.join(u" · "_s);
    }
    default:
        return {};
    }
}

} // namespace checkpoint
