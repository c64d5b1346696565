#include "ui/paperday/paperdaypage.h"

// How the page is put together and what it is called; what it does is in paperdaypage.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/emptystate.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/scanview/passagefields.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fieldsWidth = 380;
constexpr int columnWidths[] = {60, 116, 80, 168, 88}; ///< the last one takes the rest

} // namespace

QWidget *PaperDayPage::makeFields()
{
    // On a low screen, or with large text, the fields keep their size and are scrolled.
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"paperScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(textScaled(fieldsWidth));
    auto *card = new QFrame(scroll);
    card->setProperty("card", true);
    scroll->setWidget(card);
    m_title = new QLabel(card);
    m_title->setFont(textFont(tokens::headingText, true));
    m_dayWord = new QLabel(card);
    m_day = new QLineEdit(card);
    m_day->setObjectName(u"paperDay"_s);
    m_placeWord = new QLabel(card);
    m_place = new Picker(card);
    m_place->setObjectName(u"paperPlace"_s);
    m_timeWord = new QLabel(card);
    m_time = new QLineEdit(card);
    m_time->setObjectName(u"paperTime"_s);
    m_way = new QLabel(card);
    m_way->setObjectName(u"paperWay"_s);
    m_way->setFont(textFont(tokens::headingText, true));
    m_turn = new ActionButton(ActionButton::Look::Plain, card);
    m_turn->setObjectName(u"paperTurn"_s);
    m_turn->setKey(Qt::Key_F9);
    m_turn->setFocusPolicy(Qt::NoFocus);
    m_fields = new PassageFields(card);
    m_fields->setFields(
        {PassageField::Name, PassageField::BirthYear, PassageField::Phone, PassageField::Purpose},
        {PassageField::Name});
    m_brief = new ActionButton(ActionButton::Look::Plain, card);
    m_brief->setObjectName(u"paperBrief"_s);
    m_brief->setCheckable(true);
    m_brief->setKey(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_brief->setFocusPolicy(Qt::NoFocus);
    m_said = new QLabel(card);
    m_said->setObjectName(u"paperSaid"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    makeAnnouncing(m_said);
    m_record = new ActionButton(ActionButton::Look::Primary, card);
    m_record->setObjectName(u"paperRecord"_s);
    m_record->setMinimumHeight(tokens::primaryHeight);
    m_record->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    for (QLabel *word : {m_dayWord, m_placeWord, m_timeWord}) {
        word->setFont(textFont(tokens::noteText));
        setTone(word, "quiet"_L1);
    }
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(tokens::space12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_dayWord, 0, 0);
    grid->addWidget(m_placeWord, 0, 1);
    grid->addWidget(m_day, 1, 0);
    grid->addWidget(m_place, 1, 1);
    grid->setRowMinimumHeight(2, tokens::space8);
    grid->addWidget(m_timeWord, 3, 0);
    grid->addWidget(m_way, 3, 1);
    grid->addWidget(m_time, 4, 0);
    grid->addWidget(m_turn, 4, 1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_title);
    column->addLayout(grid);
    column->addWidget(m_fields);
    column->addWidget(m_brief);
    column->addWidget(m_said);
    column->addStretch();
    column->addWidget(m_record);
    return scroll;
}

QWidget *PaperDayPage::makeTable()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_table = new QTableView(card);
    m_table->setObjectName(u"paperRows"_s);
    m_table->setModel(&m_rows);
    RowDelegate::setUp(m_table);
    for (int column = 0; column < PaperRowsModel::State; ++column)
        m_table->setColumnWidth(column, textScaled(columnWidths[column]));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_empty = new EmptyState(u"paperEmptyTitle"_s, card);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_sums = new QLabel(card);
    m_sums->setObjectName(u"paperSums"_s);
    m_sums->setWordWrap(true);
    m_sums->setTextFormat(Qt::PlainText);
    setTone(m_sums, "quiet"_L1);
    m_form = new ActionButton(ActionButton::Look::Plain, card);
    m_form->setObjectName(u"paperForm"_s);
    m_form->setKey(QKeySequence(QKeySequence::Print));
    m_undo = new ActionButton(ActionButton::Look::Plain, card);
    m_undo->setObjectName(u"paperUndo"_s);
    m_undo->setKey(QKeySequence(QKeySequence::Undo));
    m_undo->setIconName("undo"_L1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(tokens::space12);
    bottom->addStretch();
    bottom->addWidget(m_undo);
    bottom->addWidget(m_form);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addLayout(m_pages, 1);
    column->addWidget(m_sums);
    column->addLayout(bottom);
    return card;
}

void PaperDayPage::retranslate()
{
    m_title->setText(tr("From the paper form"));
    m_dayWord->setText(tr("Day on the form"));
    m_day->setAccessibleName(m_dayWord->text());
    m_placeWord->setText(tr("Place"));
    m_place->setAccessibleName(m_placeWord->text());
    m_timeWord->setText(tr("Time (stays until changed)"));
    m_time->setAccessibleName(tr("Time"));
    m_time->setPlaceholderText(u"8:15"_s);
    m_turn->setLabel(tr("Change direction"));
    m_brief->setLabel(tr("Without phone and purpose"));
    m_record->setLabel(tr("Record the line"));
    m_form->setLabel(tr("Print the form…"));
    m_undo->setLabel(tr("Undo the last line"));
    m_table->setAccessibleName(tr("Lines that were typed in"));
    m_empty->setWords(
        tr("No line is typed in yet"),
        tr("Type the day once, then line by line what stands on the form. Print an empty form for the "
           "next power cut with Ctrl+P."));
    m_rows.retranslate();
    showDirection();
    showSums();
}

} // namespace checkpoint
