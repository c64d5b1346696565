#pragma once

#include "ui/common/entrycolumns.h"
#include "ui/entriesview/entrysource.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <optional>

namespace checkpoint {

/// The lines of the record that a filter lets through, the newest on top, however many there are: only their
/// number and the places of some are known, and the pages that are looked at are fetched when they are. When
/// the record grows, the rows move down and nothing that is on the screen is fetched twice. GUI thread; owned
/// by the entries view.
class EntriesModel : public QAbstractTableModel, public EntryColumns
{
    Q_OBJECT

public:
    static constexpr int ColumnCount = Note + 1;

    static constexpr int pageRows = 100;
    static constexpr int keptPages = 60;
    static constexpr int mostAsked = 2; ///< pages on their way at a time

    explicit EntriesModel(QObject *parent = nullptr);

    void setSource(const EntrySource &source);
    /// Nothing of what was shown stays in memory; answers on their way are dropped.
    void forget();
    /// Shows other lines; with `datesShown` the time says its day.
    void setFilter(const EntryFilter &filter, bool datesShown);
    const EntryFilter &filter() const { return m_filter; }
    /// Asks whether the record has changed, and takes over what has.
    void refresh();

    /// How many of the lines are refused scans.
    qint64 refusedCount() const { return m_outline.refused; }
    /// How many of them are entries that were taken back.
    qint64 voidedCount() const { return m_outline.voided; }
    /// How many are passages of companions without their visitor.
    qint64 apartCount() const { return m_outline.apart; }
    /// A line; nothing for one that is not fetched yet.
    std::optional<ListRow> rowAt(int row) const;
    std::optional<EntryRow> entryAt(int row) const;
    /// Where a line stands; nothing for one that is not fetched yet.
    std::optional<PageKey> keyAt(int row) const;
    /// The row of a line among those fetched, -1 when it is not there.
    int rowOf(const QUuid &id) const;
    /// Whether the page on which a line stands, or would stand, is there; fetch() sees to it.
    bool isFetched(const PageKey &line) const;
    void fetch(const PageKey &line);
    /// The columns of a line as they are shown, masked, with tabs between them.
    QString lineText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

signals:
    /// The lines are looked for anew; with a large record and a program just started that takes a moment.
    void asked();
    /// The number of lines is known; `grownBy` is how many were put on top of those shown before.
    void outlineChanged(int grownBy);
    void pageArrived(int firstRow, int lastRow);
    void failed(const checkpoint::Error &error);

private:
    using Pages = QHash<int, QList<ListRow>>;

    void askOutline(bool anew);
    void takeOutline(const Outline &outline, bool anew);
    int pageOf(const PageKey &line) const;
    void want(int page) const;
    void askPages();
    void takePage(int page, const QList<ListRow> &rows);
    void forgetFarPages(int page);

    EntrySource m_source;
    EntryFilter m_filter;
    bool m_datesShown = false;
    Outline m_outline;
    Pages m_pages;
    Pages m_before; ///< of the outline before, shown until the new ones are there
    int m_grownBy = 0;
    quint64 m_round = 0; ///< answers to older questions are dropped
    bool m_asking = false;
    bool m_askAgain = false;
    int m_onTheWay = 0;
    mutable QList<int> m_wanted; ///< pages looked at and not there, the last one last
    mutable QTimer m_askSoon;
};

} // namespace checkpoint
