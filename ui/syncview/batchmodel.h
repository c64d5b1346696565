#pragma once

#include "core/store/outbox.h"

#include <QAbstractTableModel>
#include <QDate>

namespace checkpoint {

/// The batches of a target, the newest first, fetched a page at a time as they are scrolled to. GUI thread;
/// owned by the sync view.
class BatchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Made, Entries, Size, Outcome, Receipt, ColumnCount };

    /// Batches of a page.
    static constexpr int page = 100;

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// The newest page: what is known already stays, and is brought up to date.
    void setNewest(const QList<BatchRecord> &batches, const QDate &today);
    /// The page after what is known, as moreWanted() asked for it.
    void append(const QList<BatchRecord> &batches);
    void retranslate();

    std::optional<BatchRecord> batchAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The batches before this one are looked at.
    void moreWanted(const QUuid &before);

private:
    QString textOf(const BatchRecord &batch, int column) const;

    QList<BatchRecord> m_batches;
    QDate m_today;
    bool m_more = false; ///< there may be older ones
    bool m_asked = false;
};

} // namespace checkpoint
