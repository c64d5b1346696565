#include "ui/entriesview/entriesmodel.h"

#include "ui/common/meaning.h"
#include "ui/common/reasontext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"

namespace checkpoint {

void EntriesModel::setRows(const QList<EntryRow> &entries, const QList<RefusedScan> &refused, bool more)
{
    beginResetModel();
    m_entries = entries;
    m_refused = refused;
    m_more = more;
    merge();
    endResetModel();
}

void EntriesModel::append(const QList<EntryRow> &entries, bool more)
{
    // The rows shown so far stay in front: everything that comes is older.
    const QList<Row> before = m_rows;
    m_entries += entries;
    m_more = more;
    merge();
    if (m_rows.size() <= before.size())
        return;
    const QList<Row> all = m_rows;
    m_rows = before;
    beginInsertRows({}, int(before.size()), int(all.size()) - 1);
    m_rows = all;
    endInsertRows();
}

void EntriesModel::merge()
{
    m_rows.clear();
    m_voidReasons.clear();
    qsizetype refused = 0;
    const auto takeRefusedUntil = [this, &refused](qint64 utcMs) {
        while (refused < m_refused.size() && m_refused[refused].at.utcMs > utcMs)
            m_rows << Row{-1, refused++};
    };
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i].entry;
        if (entry.kind == EntryKind::Void) {
            m_voidReasons.insert(entry.id, entry.reason);
            continue;
        }
        takeRefusedUntil(entry.at.utcMs);
        m_rows << Row{i, -1};
    }
    if (!m_more)
        takeRefusedUntil(std::numeric_limits<qint64>::min());
}

std::optional<QUuid> EntriesModel::lastEntryId() const
{
    return m_entries.isEmpty() ? std::nullopt : std::optional(m_entries.last().entry.id);
}

std::optional<EntryRow> EntriesModel::entryAt(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows[row].entry < 0)
        return {};
    return m_entries[m_rows[row].entry];
}

int EntriesModel::rowOf(const QUuid &entryId) const
{
    for (int i = 0; i < int(m_rows.size()); ++i)
        if (m_rows[i].entry >= 0 && m_entries[m_rows[i].entry].entry.id == entryId)
            return i;
    return -1;
}

EntriesModel::Sums EntriesModel::sums() const
{
    Sums sums;
    for (const Row &row : m_rows) {
        if (row.refused >= 0)
            ++sums.refused;
        else if (m_entries[row.entry].voidedBy)
            ++sums.voided;
        else if (m_entries[row.entry].entry.kind == EntryKind::In)
            ++sums.in;
        else
            ++sums.out;
    }
    return sums;
}

int EntriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EntriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EntriesModel::note(const EntryRow &row) const
{
    if (row.voidedBy)
        return m_voidReasons.value(*row.voidedBy);
    QStringList notes;
    if (row.entry.corrects)
        notes << tr("Turned round");
    if (row.entry.estimated)
        notes << tr("Estimated time");
    if (row.entry.at.suspect)
        notes << tr("The clock was set");
    for (const CodeWarning warning : row.entry.warnings)
        notes << warningText(warning);
    return notes.join(u' ');
}

QVariant EntriesModel::textOf(const Row &row, int column) const
{
    if (row.refused >= 0) {
        const RefusedScan &scan = m_refused[row.refused];
        switch (column) {
        case Time:
            return clockText(scan.at);
        case Passage:
            return tr("Refused");
        case Person:
            return reasonText(scan.reason).brief;
        case Source:
            // A kind of code that is itself the reason is not said twice.
            return sourceName(scan.source) == reasonText(scan.reason).brief ? QString()
                                                                            : sourceName(scan.source);
        case Place:
            return scan.location;
        case Note:
            return reasonText(scan.reason).what;
        default:
            return {};
        }
    }
    const EntryRow &entry = m_entries[row.entry];
    switch (column) {
    case Time:
        return clockText(entry.entry.at);
    case Passage:
        if (entry.voidedBy)
            return tr("Taken back");
        return directionWord(entry.entry.kind == EntryKind::Out ? Direction::Out : Direction::In);
    case Person:
        return personName(entry.visitor);
    case Traits:
        return personTraits(entry.visitor);
    case Source:
        return sourceName(entry.entry.source);
    case Place:
        return entry.entry.location;
    case Note:
        return note(entry);
    default:
        return {};
    }
}

QVariant EntriesModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::ToolTipRole:
        return column == Note ? textOf(row, column) : QVariant();
    case Qt::TextAlignmentRole:
        return int(column == Time ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case MeaningRole:
        if (column != Passage)
            return {};
        if (row.refused >= 0)
            return int(Meaning::Refused);
        return int(m_entries[row.entry].entry.kind == EntryKind::Out ? Meaning::Out : Meaning::In);
    case VoidedRole:
        return row.entry >= 0 && m_entries[row.entry].voidedBy.has_value();
    case StrongRole:
        return column == Person && row.entry >= 0;
    case QuietRole:
        return column >= Source;
    default:
        return {};
    }
}

QVariant EntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Time ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Passage:
        return tr("In/out");
    case Person:
        return tr("Visitor");
    case Traits:
        return tr("Sex, year");
    case Source:
        return tr("Code");
    case Place:
        return tr("Location");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

void EntriesModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

} // namespace checkpoint
