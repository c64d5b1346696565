#include "ui/syncview/rejectedmodel.h"

#include "ui/common/meaning.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"
#include "ui/syncview/syncviewwords.h"

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void RejectedModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_more = m_asked = false;
    endResetModel();
}

void RejectedModel::setFirst(const QList<RejectedEntry> &entries, int asked, const QDate &today)
{
    beginResetModel();
    m_entries = entries;
    m_today = today;
    m_more = entries.size() >= asked;
    m_asked = false;
    endResetModel();
}

void RejectedModel::append(const QList<RejectedEntry> &entries)
{
    m_asked = false;
    m_more = entries.size() >= page;
    if (entries.isEmpty())
        return;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + entries.size()) - 1);
    m_entries += entries;
    endInsertRows();
}

bool RejectedModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void RejectedModel::fetchMore(const QModelIndex &)
{
    m_asked = true;
    emit moreWanted(m_entries.last().entry.id);
}

std::optional<RejectedEntry> RejectedModel::entryAt(int row) const
{
    return row >= 0 && row < m_entries.size() ? std::optional(m_entries[row]) : std::nullopt;
}

int RejectedModel::rowOf(const QUuid &entry) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&](const RejectedEntry &each) { return each.entry.id == entry; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int RejectedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int RejectedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RejectedModel::textOf(const RejectedEntry &rejected, int column) const
{
    switch (column) {
    case Time:
        return pastText(rejected.entry.at, m_today);
    case Passage:
        return rejected.entry.kind == EntryKind::Void
                   ? tr("Voided")
                   : directionWord(rejected.entry.kind == EntryKind::Out ? Direction::Out : Direction::In);
    case Person:
        return personName(rejected.visitor);
    case Message:
        return rejectionText(rejected);
    default:
        return {};
    }
}

QVariant RejectedModel::data(const QModelIndex &index, int role) const
{
    const std::optional<RejectedEntry> rejected = entryAt(index.row());
    if (!rejected)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(*rejected, index.column());
    case MeaningRole:
        if (index.column() != Passage)
            return {};
        return int(rejected->entry.kind == EntryKind::Void  ? Meaning::TakenBack
                   : rejected->entry.kind == EntryKind::Out ? Meaning::Out
                                                            : Meaning::In);
    case StrongRole:
        return index.column() == Person;
    default:
        return {};
    }
}

QVariant RejectedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Passage:
        return tr("Direction");
    case Person:
        return tr("Visitor");
    case Message:
        return tr("What the platform says");
    default:
        return {};
    }
}

void RejectedModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

} // namespace checkpoint
