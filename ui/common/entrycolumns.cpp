#include "ui/common/entrycolumns.h"

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
