#include "ui/common/rowdelegate.h"

#include "ui/common/icons.h"
#include "ui/common/meaning.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QShortcut>
#include <QStyle>
#include <QTableView>
#include <QtMath>

#include <algorithm>

namespace checkpoint {

namespace {

constexpr int signSize = 18;

/// A bar at the left of the chosen row, and the focus ring around it while the table has the focus.
void paintSelection(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QColor accent(coloursOf(option.palette).accent);
    const QRect row = option.rect;
    const bool first = index.column() == 0;
    if (first)
        painter.fillRect(QRect(row.left(), row.top(), tokens::space4, row.height()), accent);
    if (!option.widget || !option.widget->hasFocus())
        return;
    painter.fillRect(QRect(row.left(), row.top(), row.width(), tokens::focusRing), accent);
    painter.fillRect(QRect(row.left(), row.bottom() + 1 - tokens::focusRing, row.width(), tokens::focusRing),
                     accent);
    if (index.column() == index.model()->columnCount() - 1)
        painter.fillRect(
            QRect(row.right() + 1 - tokens::focusRing, row.top(), tokens::focusRing, row.height()), accent);
}

/// Qt goes to the ends of the row, which mean nothing here, and with Ctrl to the ends of the list without
/// choosing what one has come to.
void goToTheEndsByKeys(QTableView *table)
{
    const auto key = [table](const QList<QKeySequence> &keys, bool first) {
        auto *shortcut = new QShortcut(table);
        shortcut->setKeys(keys);
        shortcut->setContext(Qt::WidgetShortcut);
        QObject::connect(shortcut, &QShortcut::activated, table, [table, first] {
            const int column = qMax(table->currentIndex().column(), 0);
            const QModelIndex end = table->model()->index(first ? 0 : table->model()->rowCount() - 1, column);
            if (!end.isValid())
                return;
            // The view's own way would ask whether Ctrl is held.
            table->selectionModel()->setCurrentIndex(end, QItemSelectionModel::ClearAndSelect |
                                                              QItemSelectionModel::Rows);
            table->scrollTo(end);
        });
    };
    key({Qt::Key_Home, Qt::CTRL | Qt::Key_Home}, true);
    key({Qt::Key_End, Qt::CTRL | Qt::Key_End}, false);
}

} // namespace

bool isCutAtFoot(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && option.rect.top() > 0 && option.rect.bottom() >= view->viewport()->height();
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isCutAtFoot(option))
        return;
    const Colours &colours = coloursOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool voided = index.data(VoidedRole).toBool();
    painter->save();
    painter->fillRect(option.rect, QColor(selected ? colours.selection : colours.card));
    const QRect row = option.rect;
    // Between rows only: below the last one is the edge of the card.
    if (index.row() + 1 < index.model()->rowCount()) {
        painter->setPen(QColor(colours.line));
        painter->drawLine(row.bottomLeft(), row.bottomRight());
    }
    if (selected)
        paintSelection(*painter, option, index);

    QRect content = row.adjusted(tokens::space12, 0, -tokens::space12, 0);
    QColor ink = index.data(QuietRole).toBool() ? colours.quiet : colours.text;
    const QVariant meaning = index.data(MeaningRole);
    if (meaning.isValid()) {
        const auto value = Meaning(meaning.toInt());
        ink = colours.*meaningInk(voided ? Meaning::TakenBack : value);
        const QRectF sign(content.left(), row.top() + (row.height() - signSize) / 2.0, signSize, signSize);
        paintIcon(*painter, meaningSign(value), sign, ink);
        content.setLeft(content.left() + signSize + tokens::space8);
    }
    if (index.data(NotedRole).toBool()) {
        const QRectF sign(content.left(), row.top() + (row.height() - signSize) / 2.0, signSize, signSize);
        paintIcon(*painter, meaningSign(Meaning::Attention), sign,
                  voided ? colours.quiet : colours.*meaningInk(Meaning::Attention));
        content.setLeft(content.left() + signSize + tokens::space8);
    }
    QFont font =
        textFont(tokens::bodyText, !voided && (meaning.isValid() || index.data(StrongRole).toBool()));
    font.setStrikeOut(voided && !meaning.isValid() && index.data(StrongRole).toBool());
    if (voided)
        ink = colours.quiet;
    painter->setFont(font);
    painter->setPen(ink);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool wraps = index.data(WrapRole).toBool();
    const QString words = index.data().toString();
    painter->drawText(content,
                      (alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft)) | Qt::AlignVCenter |
                          (wraps ? Qt::TextWordWrap : 0),
                      wraps ? words : QFontMetrics(font).elidedText(words, Qt::ElideRight, content.width()));
    painter->restore();
}

void WholeRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    if (isCutAtFoot(option))
        return;
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    const bool selected = row.state.testFlag(QStyle::State_Selected);
    const bool checkable = row.features.testFlag(QStyleOptionViewItem::HasCheckIndicator);
    const Colours &colours = coloursOf(row.palette);
    if (selected)
        painter->fillRect(row.rect, QColor(colours.selection));
    if (selected && !checkable)
        painter->fillRect(QRect(row.rect.topLeft(), QSize(tokens::space4, row.rect.height())),
                          QColor(colours.accent));
    row.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
    int left = row.rect.left() + tokens::space8;
    if (checkable) {
        QStyleOptionViewItem box = row;
        box.rect = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &row, row.widget);
        box.state |= row.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, row.widget);
        row.features &= ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::HasCheckIndicator);
        left = box.rect.right() + tokens::space4;
    }
    row.rect.setLeft(left);
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool meaning = index.data(MeaningRole).isValid();
    const bool sign = meaning || index.data(NotedRole).toBool();
    const bool strong = meaning || index.data(StrongRole).toBool();
    // Rounded up: a part of a pixel too little cuts the end off.
    const int words =
        qCeil(QFontMetricsF(textFont(tokens::bodyText, strong)).horizontalAdvance(index.data().toString()));
    int height = tokens::rowHeight;
    if (index.data(WrapRole).toBool()) {
        const QRect room(0, 0, option.rect.width() - 2 * tokens::space12, QWIDGETSIZE_MAX);
        const QRect text = QFontMetrics(textFont(tokens::bodyText, strong))
                               .boundingRect(room, Qt::TextWordWrap, index.data().toString());
        height = std::max(height, text.height() + 2 * tokens::space8);
    }
    return {words + 2 * tokens::space12 + (sign ? signSize + tokens::space8 : 0), height};
}

void RowDelegate::setUp(QTableView *table)
{
    goToTheEndsByKeys(table);
    table->setItemDelegate(new RowDelegate(table));
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(tokens::rowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setFixedHeight(tokens::space32);
}

} // namespace checkpoint
