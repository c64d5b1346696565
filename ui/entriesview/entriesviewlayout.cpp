#include "ui/entriesview/entriesview.h"

// How the view is laid out, its keys and its words; what it does is in entriesview.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/entriesview/daychooser.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesmodel.h"
#include "ui/entriesview/filterbar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QWidget *EntriesView::makeTopRow()
{
    auto *top = new QWidget(this);
    m_days = new DayChooser(top);
    m_period = new ChoiceRow(4, top);
    m_period->setObjectName(u"entryPeriod"_s);
    m_period->setIndex(OneDay);
    m_search = new QLineEdit(top);
    m_search->setObjectName(u"entrySearch"_s);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(420);
    m_search->setMaxLength(80);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space16);
    row->addWidget(m_days);
    row->addWidget(m_period);
    row->addWidget(m_search, 1);
    row->addStretch();
    return top;
}

QWidget *EntriesView::makeTableCard()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_table = new QTableView(card);
    m_table->setObjectName(u"entryTable"_s);
    m_table->setModel(m_model);
    m_table->installEventFilter(this);
    RowDelegate::setUp(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);

    m_empty = new EmptyState(u"entriesEmptyTitle"_s, card);
    m_showAll = new ActionButton(ActionButton::Look::Plain, m_empty);
    m_showAll->setObjectName(u"entriesShowAll"_s);
    m_showAll->setIconName("cross"_L1);
    m_empty->setHelp(m_showAll);

    m_pages = new QStackedLayout;
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto *frame = new QVBoxLayout(card);
    frame->setContentsMargins(1, tokens::space4, 1, tokens::space4); // clear of the round corners
    frame->addLayout(m_pages);
    return card;
}

QWidget *EntriesView::makeBottomRow()
{
    auto *bottom = new QWidget(this);
    m_sums = new QLabel(bottom);
    m_sums->setObjectName(u"entrySums"_s);
    m_sums->setFont(textFont(tokens::bodyText));
    makeAnnouncing(m_sums);
    m_open = new ActionButton(ActionButton::Look::Plain, bottom);
    m_open->setObjectName(u"detailsButton"_s);
    m_open->setKeyHint(u"Enter"_s);
    m_copy = new ActionButton(ActionButton::Look::Plain, bottom);
    m_copy->setObjectName(u"copyButton"_s);
    m_copy->setKeyHint(u"Ctrl+C"_s);
    m_void = new ActionButton(ActionButton::Look::Plain, bottom);
    m_void->setObjectName(u"voidButton"_s);
    m_void->setIconName("void"_L1);
    m_void->setKeyHint(u"Delete"_s);
    m_restore = new ActionButton(ActionButton::Look::Plain, bottom);
    m_restore->setObjectName(u"entryRestore"_s);
    m_restore->setIconName("undo"_L1);
    m_restore->setKeyHint(keyText(QKeySequence(QKeySequence::Undo)));
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    row->addWidget(m_sums, 1);
    row->addWidget(m_copy);
    row->addWidget(m_restore);
    row->addWidget(m_void);
    row->addWidget(m_open);
    return bottom;
}

void EntriesView::makeKeys()
{
    const auto key = [](QWidget *where, Qt::ShortcutContext context, const QList<QKeySequence> &keys,
                        auto *receiver, auto action) {
        auto *shortcut = new QShortcut(where);
        shortcut->setKeys(keys);
        shortcut->setContext(context);
        QObject::connect(shortcut, &QShortcut::activated, receiver, action);
    };
    key(this, Qt::WindowShortcut, {QKeySequence(Qt::CTRL | Qt::Key_F)}, this, [this] { beginSearch(); });
    key(m_table, Qt::WidgetShortcut, {QKeySequence(Qt::Key_Slash)}, this,
        [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    key(this, Qt::WindowShortcut, {QKeySequence(Qt::ALT | Qt::Key_Left)}, this,
        [this] { m_days->setDay(m_days->day().addDays(-1)); });
    key(this, Qt::WindowShortcut, {QKeySequence(Qt::ALT | Qt::Key_Right)}, this,
        [this] { m_days->setDay(m_days->day().addDays(1)); });
    key(m_table, Qt::WidgetShortcut, {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}, this,
        [this] {
            if (m_details->isAsking())
                m_details->takeFocusOfQuestion();
            else
                showDetails(m_details->isHidden());
        });
    key(m_table, Qt::WidgetShortcut, {QKeySequence(Qt::Key_Escape)}, this, [this] {
        if (!m_voidCard->isHidden())
            endVoid();
        else if (!m_details->leaveQuestion())
            showDetails(false);
    });
    key(m_table, Qt::WidgetShortcut, {QKeySequence(Qt::Key_Delete)}, this, [this] { beginVoid(); });
    key(m_table, Qt::WidgetShortcut, {QKeySequence(QKeySequence::Copy)}, this, [this] { copyLines(); });
    key(this, Qt::WindowShortcut, {QKeySequence(QKeySequence::Undo)}, this, [this] { undoLast(); });

    key(this, Qt::WidgetWithChildrenShortcut, {QKeySequence(Qt::CTRL | Qt::Key_E)}, this,
        [this] { correctChosen(); });

    // From the search straight into what was found.
    key(m_search, Qt::WidgetShortcut, {QKeySequence(Qt::Key_Down)}, this,
        [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    key(m_search, Qt::WidgetShortcut, {QKeySequence(Qt::Key_Escape)}, this, [this] {
        if (m_search->text().isEmpty())
            m_table->setFocus(Qt::ShortcutFocusReason);
        else
            m_search->clear();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        showFiltered();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

QList<KeyHint> EntriesView::keyHints() const
{
    return {
        {u"Ctrl+F, /, F3"_s, tr("Search by name or last digits")},
        {u"↑ ↓ Home End"_s, tr("Choose an entry")},
        {u"Enter"_s, tr("Details of the chosen entry")},
        {u"Delete"_s, tr("Void the chosen entry")},
        {u"Ctrl+Z"_s, tr("Undo what was changed here last, or restore the chosen entry")},
        {u"Ctrl+E"_s, tr("Correct the name or other data of the person")},
        {u"Menu"_s, tr("Everything that can be done with the chosen entry")},
        {u"F9"_s, tr("In the details: change the direction")},
        {u"Ctrl+O"_s, tr("In the details: record that the person leaves")},
        {u"Ctrl+R"_s, tr("In the details: show the data in full for 30 seconds")},
        {u"Ctrl+D"_s, tr("In the details: everything else that can be done")},
        {u"Ctrl+C"_s, tr("Copy the chosen lines, masked")},
        {u"Alt+← →"_s, tr("The day before, the day after")},
        {u"Esc"_s, tr("Leave the search, the details or the question")},
    };
}

void EntriesView::arrangeColumns()
{
    const int share = m_table->width();
    // Time, direction and person are always there. Where it is tight the location, which rarely changes at
    // one desk, makes room first, then the note beside the details, then what the details say as well.
    const int time = textScaled(m_period->index() == OneDay ? 96 : 176);
    const int passage = textScaled(128);
    const int traits = textScaled(150);
    const bool narrow = share < textScaled(1000);
    const bool beside = narrow && m_details->isVisible();
    const int source = textScaled(narrow ? 128 : 148);
    const int usual = qMax(share * 20 / 100, textScaled(168));
    // What nothing else takes goes to the person, who may be "1 child with …".
    const int person = beside ? qMax(usual, share - time - passage - traits - source) : usual;
    m_table->setColumnHidden(EntriesModel::Place, narrow);
    m_table->setColumnHidden(EntriesModel::Note, beside);
    m_table->setColumnHidden(EntriesModel::Source, share < time + passage + person + traits + source);
    m_table->setColumnHidden(EntriesModel::Traits, share < time + passage + person + traits);
    const int widths[] = {time, passage, person, traits, source, qMax(share * 9 / 100, textScaled(104))};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void EntriesView::retranslate()
{
    m_period->setLabels({tr("Day"), tr("7 days"), tr("30 days"), tr("All")});
    m_period->setAccessibleName(tr("How long a time is listed"));
    m_search->setPlaceholderText(tr("Search a name or last digits (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search"));
    m_showAll->setLabel(FilterBar::tr("Clear filters"));
    m_open->setLabel(tr("Details"));
    m_copy->setLabel(tr("Copy"));
    m_void->setLabel(tr("Void"));
    m_restore->setLabel(tr("Restore the entry"));
    m_table->setAccessibleName(tr("Entries"));
    m_model->retranslate();
    updateState();
}

} // namespace checkpoint
