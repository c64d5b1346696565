#pragma once

#include "core/store/outbox.h"

#include <QAbstractTableModel>
#include <QDate>

namespace checkpoint {

/// The entries that a target rejected, the oldest first, with what it said; fetched a page at a time as they
/// are scrolled to. Names are abbreviated. GUI thread; owned by the sync view.
class RejectedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Passage, Person, Message, ColumnCount };

    /// Entries of a page.
    static constexpr int page = 100;

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// The first entries, as many as were asked for.
    void setFirst(const QList<RejectedEntry> &entries, int asked, const QDate &today);
    /// The page after what is known, as moreWanted() asked for it.
    void append(const QList<RejectedEntry> &entries);
    void retranslate();

    std::optional<RejectedEntry> entryAt(int row) const;
    int rowOf(const QUuid &entry) const; ///< −1: not listed

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The entries after this one are looked at.
    void moreWanted(const QUuid &after);

private:
    QString textOf(const RejectedEntry &entry, int column) const;

    QList<RejectedEntry> m_entries;
    QDate m_today;
    bool m_more = false; ///< there may be later ones
    bool m_asked = false;
};

} // namespace checkpoint
