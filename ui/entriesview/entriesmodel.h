#pragma once

#include "core/domain/entry.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>

namespace checkpoint {

/// Entries of a day, the newest on top, with the refused scans between them when wanted. A Void entry is no
/// row of its own: it strikes the row that it takes back. GUI thread; owned by the entries view.
class EntriesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Passage, Person, Traits, Source, Place, Note, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces the rows, given newest first. With `more` there are older entries that were not fetched yet;
    /// refused scans older than the last entry then stay hidden.
    void setRows(const QList<EntryRow> &entries, const QList<RefusedScan> &refused, bool more);
    /// The next page: older entries.
    void append(const QList<EntryRow> &entries, bool more);
    void clear() { setRows({}, {}, false); }

    bool hasMore() const { return m_more; }
    /// Where the next page begins.
    std::optional<QUuid> lastEntryId() const;
    /// The entry of a row; nothing for a refused scan.
    std::optional<EntryRow> entryAt(int row) const;
    /// The row of an entry, -1 when it is not shown.
    int rowOf(const QUuid &entryId) const;

    struct Sums
    {
        int in = 0;
        int out = 0;
        int voided = 0;
        int refused = 0;
    };
    Sums sums() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    struct Row
    {
        qsizetype entry = -1;   ///< index into m_entries
        qsizetype refused = -1; ///< or into m_refused
    };

    void merge();
    QVariant textOf(const Row &row, int column) const;
    QString note(const EntryRow &row) const;

    QList<EntryRow> m_entries;
    QList<RefusedScan> m_refused;
    QHash<QUuid, QString> m_voidReasons; ///< by the id of the Void entry
    QList<Row> m_rows;
    bool m_more = false;
};

} // namespace checkpoint
