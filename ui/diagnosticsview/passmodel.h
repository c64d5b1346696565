#pragma once

#include "core/barcode/readerstatistics.h"

#include <QAbstractTableModel>
#include <QList>

namespace checkpoint {

/// What each of the reader's ways to look at a frame did so far: one row each, in the order of ReadPass, then
/// the place where a code was last seen and several frames together. GUI thread; owned by the diagnostics
/// view.
class PassModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Runs, Reads, Cost, Share, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setStatistics(const ReaderStatistics &statistics);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    const ReaderStatistics::Pass &pass(int row) const;
    QString text(int row, Column column) const;

    ReaderStatistics m_statistics;
    double m_totalMs = 0; ///< spent in all of them
};

} // namespace checkpoint
