#include "ui/syncview/batchmodel.h"

#include "ui/common/rowdelegate.h"
#include "ui/syncview/syncviewwords.h"

#include <QLocale>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void BatchModel::clear()
{
    beginResetModel();
    m_batches.clear();
    m_more = m_asked = false;
    endResetModel();
}

void BatchModel::setNewest(const QList<BatchRecord> &batches, const QDate &today)
{
    m_today = today;
    const auto newest = m_batches.isEmpty()
                            ? batches.end()
                            : std::ranges::find(batches, m_batches.first().id, &BatchRecord::id);
    if (newest == batches.end()) {
        beginResetModel();
        m_batches = batches;
        m_more = batches.size() >= page;
        m_asked = false;
        endResetModel();
        return;
    }
    const int fresh = int(newest - batches.begin());
    if (fresh > 0) {
        beginInsertRows({}, 0, fresh - 1);
        m_batches = batches.mid(0, fresh) + m_batches;
        endInsertRows();
    }
    const qsizetype known = std::min(batches.size(), m_batches.size());
    for (qsizetype i = fresh; i < known; ++i)
        m_batches[i] = batches[i];
    if (known > fresh)
        emit dataChanged(index(fresh, 0), index(int(known) - 1, ColumnCount - 1));
}

void BatchModel::append(const QList<BatchRecord> &batches)
{
    m_asked = false;
    m_more = batches.size() >= page;
    if (batches.isEmpty())
        return;
    beginInsertRows({}, int(m_batches.size()), int(m_batches.size() + batches.size()) - 1);
    m_batches += batches;
    endInsertRows();
}

bool BatchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void BatchModel::fetchMore(const QModelIndex &)
{
    m_asked = true;
    emit moreWanted(m_batches.last().id);
}

std::optional<BatchRecord> BatchModel::batchAt(int row) const
{
    return row >= 0 && row < m_batches.size() ? std::optional(m_batches[row]) : std::nullopt;
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_batches.size());
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchModel::textOf(const BatchRecord &batch, int column) const
{
    switch (column) {
    case Made:
        return whenText(batch.madeMs, m_today);
    case Entries:
        return QLocale().toString(batch.entries);
    case Size:
        return QLocale().toString(double(batch.bytes) / 1000.0, 'f', 1) + " kB"_L1;
    case Outcome:
        return batchOutcomeText(batch);
    case Receipt:
        return batch.receipt;
    default:
        return {};
    }
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    const std::optional<BatchRecord> batch = batchAt(index.row());
    if (!batch)
        return {};
    const bool figure = index.column() == Entries || index.column() == Size;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(*batch, index.column());
    case Qt::TextAlignmentRole:
        return figure ? int(Qt::AlignRight) : int(Qt::AlignLeft);
    case StrongRole:
        return index.column() == Outcome && batch->rejected > 0;
    case QuietRole:
        return index.column() == Receipt || index.column() == Size;
    default:
        return {};
    }
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool figure = section == Entries || section == Size;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Made:
        return tr("Time");
    case Entries:
        return tr("Entries");
    case Size:
        return tr("Size");
    case Outcome:
        return tr("Outcome");
    case Receipt:
        return tr("Receipt");
    default:
        return {};
    }
}

void BatchModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_batches.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_batches.size()) - 1, ColumnCount - 1));
}

} // namespace checkpoint
