#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace checkpoint {

/// What a row of passages tells the delegate beside its texts.
enum RowRole {
    MeaningRole = Qt::UserRole + 1, ///< int(Meaning) in the column that shows sign and word
    VoidedRole,                     ///< true for a row that was taken back: struck through
    StrongRole,                     ///< true for the text that is looked for first
    QuietRole,                      ///< true for a text that is there when looked for
    NotedRole,                      ///< true for somebody of the attention list: its sign before the text
    WrapRole,                       ///< true for a text that is seen whole, over several lines
};

/// Draws the rows of the recent list and of the entries: sign and word in their colour, struck-through rows,
/// the selected row with the focus ring.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The measures of a table of passages: row height, no grid, no zebra, whole rows; Home and End go to the
    /// first and the last one.
    static void setUp(QTableView *table);
};

/// Whether a row is cut at the foot of its view: nothing is better to look at than half a row.
bool isCutAtFoot(const QStyleOptionViewItem &option);

/// Draws the rows of a list like those of the tables: the chosen one with a bar, none that is cut at its
/// foot.
class WholeRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace checkpoint
