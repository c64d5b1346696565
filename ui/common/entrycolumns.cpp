#include "ui/common/entrycolumns.h"

#include "ui/common/wording.h"

#include <QCoreApplication>

namespace checkpoint {

namespace {

struct EntryColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(EntryColumnWords)
};

} // namespace

Qt::Alignment EntryColumns::alignment(int column)
{
    return column == Time ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter;
}

QString EntryColumns::personText(const VisitorData &visitor, const Party &party)
{
    const QString name = personName(visitor);
    return party.isEmpty() ? name : QStringLiteral("%1 +%2").arg(name, QString::number(party.size()));
}

QString EntryColumns::personSpoken(const QString &person, const Party &party, bool noted)
{
    QStringList parts{person};
    if (!party.isEmpty())
        parts << EntryColumnWords::tr("together with %1").arg(partyText(party));
    if (noted)
        parts << EntryColumnWords::tr("on the attention list at that time");
    return parts.join(QStringLiteral(", "));
}

QVariant EntryColumns::header(int column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return int(alignment(column));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(column)) {
    case Time:
        return EntryColumnWords::tr("Time");
    case Passage:
        return EntryColumnWords::tr("In/out");
    case Person:
        return EntryColumnWords::tr("Visitor");
    case Traits:
        return EntryColumnWords::tr("Sex, year");
    case Source:
        return EntryColumnWords::tr("Code");
    case Place:
        return EntryColumnWords::tr("Location");
    case Note:
        return EntryColumnWords::tr("Note");
    }
    return {};
}

} // namespace checkpoint
