#include "ui/insideview/insideview.h"

// How the view is put together and which keys it takes; what it does is in insideview.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/questionkeys.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/insideview/insidemodel.h"
#include "ui/insideview/rollcallpanel.h"
#include "ui/scanview/passagefields.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <initializer_list>
#include <iterator>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QWidget *InsideView::makeTopRow()
{
    auto *top = new QWidget(this);
    m_which = new ChoiceRow(2, top);
    m_which->setObjectName(u"insideWhich"_s);
    m_which->setIndex(0);
    m_group = new ChoiceRow(3, top);
    m_group->setObjectName(u"insideGroup"_s);
    m_group->setIndex(0);
    m_search = new QLineEdit(top);
    m_search->setObjectName(u"insideSearch"_s);
    m_search->installEventFilter(this);
    m_search->setMaximumWidth(420);
    m_search->setMaxLength(80);
    m_expected = new ActionButton(ActionButton::Look::Plain, top);
    m_expected->setObjectName(u"insideExpected"_s);
    m_expected->setKey(QKeySequence(Qt::CTRL | Qt::Key_H), this);
    connect(m_expected, &QAbstractButton::clicked, this, &InsideView::expectedWanted);
    auto *rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (QHBoxLayout **row : {&m_first, &m_second}) {
        *row = new QHBoxLayout;
        (*row)->setSpacing(tokens::space16);
        rows->addLayout(*row);
    }
    m_first->addWidget(m_which);
    m_first->addWidget(m_group);
    m_first->addWidget(m_search, 1);
    m_first->addStretch();
    m_first->addWidget(m_expected);
    m_second->addStretch();
    m_top = top;
    top->installEventFilter(this);
    return top;
}

/// What is searched for can be read: where one row has no room for it, the search and what follows it stand
/// in a second one.
void InsideView::arrangeTop()
{
    const QFontMetrics words(textFont(tokens::bodyText));
    m_search->setMinimumWidth(words.horizontalAdvance(m_search->placeholderText()) + tokens::space32);
    const int needed = m_which->minimumSizeHint().width() + m_group->minimumSizeHint().width() +
                       m_search->minimumWidth() + m_expected->minimumSizeHint().width() + 4 * tokens::space16;
    const bool wrapped = needed > m_top->width();
    QHBoxLayout *now = wrapped ? m_second : m_first;
    if (now->indexOf(m_search) >= 0)
        return;
    QHBoxLayout *before = wrapped ? m_first : m_second;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_search, m_expected})
        before->removeWidget(widget);
    now->insertWidget(wrapped ? 0 : 2, m_search, 1);
    now->addWidget(m_expected);
    static_cast<QVBoxLayout *>(m_top->layout())->setSpacing(wrapped ? tokens::space8 : 0);
}

/// As wide as what stands in them; what is left goes to those that say most, and what lacks is taken from
/// them.
void InsideView::arrangeColumns()
{
    constexpr InsideModel::Column yielding[] = {InsideModel::Person, InsideModel::Traits, InsideModel::Host,
                                                InsideModel::Place};
    int widths[InsideModel::ColumnCount];
    int wanted = 0;
    for (int column = 0; column < InsideModel::ColumnCount; ++column) {
        const int head = m_table->horizontalHeader()->sectionSizeHint(column) + 2 * tokens::space12;
        widths[column] =
            qMax(head,
                 static_cast<const QAbstractItemView *>(m_table)->sizeHintForColumn(column) + tokens::space8);
        wanted += widths[column];
    }
    const int each = (m_table->width() - wanted) / int(std::size(yielding));
    for (const int column : yielding)
        widths[column] = qMax(textScaled(72), widths[column] + each);
    for (int column = 0; column < InsideModel::ColumnCount - 1; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

QWidget *InsideView::makeTableCard()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_table = new QTableView(card);
    m_table->setObjectName(u"insideTable"_s);
    m_table->setModel(m_model);
    m_table->installEventFilter(this);
    RowDelegate::setUp(m_table);

    m_empty = new EmptyState(u"insideEmptyTitle"_s, card);

    m_estimated = new QLabel(card);
    m_estimated->setObjectName(u"insideEstimated"_s);
    m_estimated->setWordWrap(true);
    m_estimated->setTextFormat(Qt::PlainText);
    m_estimated->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space8);
    setTone(m_estimated, "quiet"_L1);

    m_pages = new QStackedLayout;
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto *frame = new QVBoxLayout(card);
    frame->setContentsMargins(1, tokens::space4, 1, tokens::space4); // clear of the round corners
    frame->addWidget(m_estimated);
    frame->addLayout(m_pages, 1);
    return card;
}

/// Two questions that stand below the list when they are asked: who of a party leaves, and whether everybody
/// is to be recorded as gone.
QWidget *InsideView::makePartyCard()
{
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);

    m_partyCard = new QFrame(both);
    m_partyCard->setProperty("card", true);
    m_partyTitle = new QLabel(m_partyCard);
    m_partyTitle->setObjectName(u"partyTitle"_s);
    m_partyTitle->setFont(textFont(tokens::headingText, true));
    m_partyTitle->setTextFormat(Qt::PlainText);
    m_partyTitle->setWordWrap(true);
    m_partyStays = new QLabel(m_partyCard);
    m_partyStays->setObjectName(u"partyStays"_s);
    m_partyStays->setTextFormat(Qt::PlainText);
    m_partyStays->setWordWrap(true);
    setTone(m_partyStays, "quiet"_L1);
    m_partyFields = new PassageFields(m_partyCard);
    m_partyFields->setFields({PassageField::Companions, PassageField::Children}, {});
    m_partyOut = new ActionButton(ActionButton::Look::Primary, m_partyCard);
    m_partyOut->setObjectName(u"partyOut"_s);
    m_partyOut->setKey(Qt::Key_Return, m_partyCard);
    m_partyLeave = new ActionButton(ActionButton::Look::Plain, m_partyCard);
    m_partyLeave->setKey(Qt::Key_Escape, m_partyCard);
    auto *row = new QHBoxLayout(m_partyCard);
    row->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    row->setSpacing(tokens::space12);
    auto *words = new QVBoxLayout;
    words->setSpacing(tokens::space4);
    words->addWidget(m_partyTitle);
    words->addWidget(m_partyStays);
    row->addLayout(words, 1);
    row->addWidget(m_partyFields, 1, Qt::AlignBottom);
    row->addWidget(m_partyOut, 0, Qt::AlignBottom);
    row->addWidget(m_partyLeave, 0, Qt::AlignBottom);
    connect(m_partyLeave, &QAbstractButton::clicked, this, &InsideView::endParty);
    connect(m_partyOut, &QAbstractButton::clicked, this, [this] {
        if (!m_partyFields->validate())
            return;
        const PassageValues values = m_partyFields->values();
        const Party party{values.companions, values.children};
        endClosedKey();
        if (m_partyOf && !party.isEmpty())
            emit partyOutRequested(m_partyOf->in.entry.id, party);
        m_table->clearSelection(); // the next Enter must not send out the one who stays
        endParty();
    });

    m_closeCard = new QFrame(both);
    m_closeCard->setProperty("card", true);
    m_closeQuestion = new QLabel(m_closeCard);
    m_closeQuestion->setObjectName(u"closeQuestion"_s);
    m_closeQuestion->setFont(textFont(tokens::headingText, true));
    m_closeQuestion->setWordWrap(true);
    m_closeLeave = new ActionButton(ActionButton::Look::Primary, m_closeCard);
    m_closeLeave->setObjectName(u"closeLeave"_s);
    m_closeLeave->setKeys(questionkeys::leave(), m_closeCard);
    m_closeConfirm = new ActionButton(ActionButton::Look::Plain, m_closeCard);
    m_closeConfirm->setObjectName(u"closeConfirm"_s);
    m_closeConfirm->setKeys(questionkeys::confirm(), m_closeCard);
    auto *closeRow = new QHBoxLayout(m_closeCard);
    closeRow->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    closeRow->setSpacing(tokens::space12);
    closeRow->addWidget(m_closeQuestion, 1);
    closeRow->addWidget(m_closeLeave);
    closeRow->addWidget(m_closeConfirm);
    connect(m_closeLeave, &QAbstractButton::clicked, this, &InsideView::endClosing);
    connect(m_closeConfirm, &QAbstractButton::clicked, this, [this] {
        const QList<QUuid> asked = m_toClose;
        endClosing();
        emit closeRequested(asked);
    });
    column->addWidget(m_partyCard);
    column->addWidget(m_closeCard);
    column->addWidget(makeRollCallCard(both));
    m_partyCard->hide();
    m_closeCard->hide();
    return both;
}

QWidget *InsideView::makeRollCallCard(QWidget *parent)
{
    m_rollCallCard = new QFrame(parent);
    m_rollCallCard->setProperty("card", true);
    m_rollCall = new RollCallPanel(m_rollCallCard);
    auto *column = new QVBoxLayout(m_rollCallCard);
    column->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    column->addWidget(m_rollCall);
    connect(m_rollCall, &RollCallPanel::left, this, &InsideView::endRollCall);
    connect(m_rollCall, &RollCallPanel::confirmed, this, [this](const QString &reason) {
        endRollCall();
        m_printed = int(m_rows.size());
        emit fullPrintRequested(m_rows, reason);
    });
    m_rollCallCard->hide();
    return m_rollCallCard;
}

/// Stays in sight, whatever is looked at meanwhile.
QWidget *InsideView::makeClosedRow(QWidget *parent)
{
    m_closedRow = new QWidget(parent);
    m_closedSaid = new QLabel(m_closedRow);
    m_closedSaid->setObjectName(u"closedSaid"_s);
    m_closedSaid->setFont(textFont(tokens::bodyText, true));
    m_closedSaid->setWordWrap(true);
    setTone(m_closedSaid, "in"_L1);
    m_closedUndo = new ActionButton(ActionButton::Look::Plain, m_closedRow);
    m_closedUndo->setObjectName(u"closedUndo"_s);
    m_closedUndo->setIconName("undo"_L1);
    auto *row = new QHBoxLayout(m_closedRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(m_closedSaid, 1);
    row->addWidget(m_closedUndo);
    connect(m_closedUndo, &QAbstractButton::clicked, this, [this] {
        if (m_closedUndo->hasFocus())
            m_table->setFocus(Qt::OtherFocusReason);
        m_closedUndo->setEnabled(false); // until the answer is there
        emit undoClosingRequested(tr("Closing the day was undone"));
    });
    m_closedRow->hide();
    return m_closedRow;
}

QWidget *InsideView::makeBottomRow()
{
    auto *bottom = new QWidget(this);
    m_sums = new QLabel(bottom);
    m_sums->setObjectName(u"insideSums"_s);
    m_sums->setFont(textFont(tokens::bodyText));
    setTone(m_sums, "quiet"_L1);
    m_told = new QLabel(bottom);
    m_told->setObjectName(u"insideTold"_s);
    m_told->setFont(textFont(tokens::bodyText, true));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->hide();
    m_out = new ActionButton(ActionButton::Look::Primary, bottom);
    m_out->setObjectName(u"insideOut"_s);
    m_out->setIconName("out"_L1);
    m_out->setKeyHint(u"Enter"_s);
    m_party = new ActionButton(ActionButton::Look::Plain, bottom);
    m_party->setObjectName(u"insideParty"_s);
    m_party->setKey(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_close = new ActionButton(ActionButton::Look::Plain, bottom);
    m_close->setObjectName(u"insideClose"_s);
    m_close->setKey(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_print = new ActionButton(ActionButton::Look::Plain, bottom);
    m_print->setObjectName(u"insidePrint"_s);
    m_print->setKey(QKeySequence(Qt::CTRL | Qt::Key_P));
    m_printFull = new ActionButton(ActionButton::Look::Plain, bottom);
    m_printFull->setObjectName(u"insidePrintFull"_s);
    m_printFull->setKey(QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(m_print, &QAbstractButton::clicked, this, [this] {
        m_printed = int(m_rows.size());
        emit printRequested(m_rows);
    });
    connect(m_printFull, &QAbstractButton::clicked, this, &InsideView::beginRollCall);
    auto *column = new QVBoxLayout(bottom);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space4);
    column->addWidget(makeClosedRow(bottom));
    column->addWidget(m_told); // beside the buttons there is no room for a sentence
    column->addWidget(m_sums); // nor for a long count: the buttons would lose their keys
    for (QHBoxLayout **row : {&m_prints, &m_deeds}) {
        *row = new QHBoxLayout;
        (*row)->setSpacing(tokens::space8);
        (*row)->addStretch();
        column->addLayout(*row);
    }
    for (ActionButton *button : {m_print, m_printFull, m_close, m_party, m_out})
        m_deeds->addWidget(button);
    bottom->installEventFilter(this);
    m_bottom = bottom;
    return bottom;
}

/// Where one row has no room for the keys of all, printing has a row of its own.
void InsideView::arrangeBottom()
{
    int needed = 0;
    for (const ActionButton *button : {m_print, m_printFull, m_close, m_party, m_out})
        needed += button->isHidden() ? 0 : button->sizeHint().width() + tokens::space8;
    QHBoxLayout *now = needed - tokens::space8 > m_bottom->width() ? m_prints : m_deeds;
    if (now->indexOf(m_print) >= 0)
        return;
    int place = 1; // behind the stretch
    for (ActionButton *button : {m_print, m_printFull}) {
        (now == m_prints ? m_deeds : m_prints)->removeWidget(button);
        now->insertWidget(place++, button);
    }
}

void InsideView::makeKeys()
{
    const auto key = [this](QWidget *where, const QList<QKeySequence> &keys, auto action) {
        auto *shortcut = new QShortcut(where);
        shortcut->setKeys(keys);
        shortcut->setContext(where == this ? Qt::WidgetWithChildrenShortcut : Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(this, {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    key(m_table, {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)},
        [this] { asks() ? takeFocus() : sendOut(); });
    key(m_table, {QKeySequence(Qt::Key_Escape)}, [this] {
        if (m_partyOf)
            endParty();
        endClosing();
        endRollCall();
    });
    key(m_search, {QKeySequence(Qt::Key_Down), QKeySequence(Qt::Key_Return)}, [this] {
        m_table->setFocus(Qt::ShortcutFocusReason);
        if (!chosenRow() && m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
    key(m_search, {QKeySequence(Qt::Key_Escape)}, [this] { m_search->clear(); });
}

} // namespace checkpoint
