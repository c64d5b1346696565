#include "ui/syncview/syncview.h"

// How the view is laid out and wired; what it says is in syncview.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/common/picker.h"
#include "ui/common/questionpanel.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/signlabel.h"
#include "ui/common/synctext.h"
#include "ui/common/theme.h"
#include "ui/syncview/batchmodel.h"
#include "ui/syncview/correctionpanel.h"
#include "ui/syncview/rejectedmodel.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

ActionButton *makeButton(QWidget *parent, const QString &name,
                         ActionButton::Look look = ActionButton::Look::Plain)
{
    auto *button = new ActionButton(look, parent);
    button->setObjectName(name);
    return button;
}

QLabel *makeLine(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(textFont(tokens::bodyText));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QTableView *makeTable(QWidget *parent, const QString &name, QAbstractItemModel *model, int wide)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setModel(model);
    RowDelegate::setUp(table);
    constexpr int leastColumn = 112;
    table->horizontalHeader()->setMinimumSectionSize(textScaled(leastColumn));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    return table;
}

} // namespace

SyncView::SyncView(QWidget *parent) : QWidget(parent), m_pages(new QStackedLayout)
{
    setObjectName(u"syncView"_s);
    m_rejected = new RejectedModel(this);
    m_batches = new BatchModel(this);
    m_connectPanel = new ConnectPanel(this);
    m_correctionPanel = new CorrectionPanel(this);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeTargets());
    m_pages->addWidget(m_connectPanel);
    m_pages->addWidget(m_correctionPanel);
    m_pages->addWidget(makeDisconnect());
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    frame->addLayout(m_pages);
    setFocusProxy(m_connectFirst);
    connectParts();
    retranslate();
}

bool SyncView::isNarrow() const
{
    constexpr int leastBeside = 1000;
    return width() < textScaled(leastBeside);
}

QWidget *SyncView::makeEmpty()
{
    auto *page = new QWidget(this);
    m_empty = new EmptyState(u"syncEmptyTitle"_s, page);
    m_connectFirst = makeButton(page, u"syncConnectFirst"_s, ActionButton::Look::Primary);
    m_connectFirst->setMinimumHeight(tokens::primaryHeight);
    m_connectFirst->setKey(QKeySequence(Qt::CTRL | Qt::Key_N));
    auto *column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(m_empty);
    column->addSpacing(tokens::space16);
    column->addWidget(m_connectFirst, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return page;
}

QWidget *SyncView::makeTargets()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addWidget(makeHead(page));
    column->addWidget(makeFigures(page));
    column->addWidget(makeLists(page), 1);
    return page;
}

QWidget *SyncView::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    m_which = new Picker(head);
    m_which->setObjectName(u"syncTarget"_s);
    m_address = new ElidedLabel(tokens::bodyText, true, head);
    m_address->setObjectName(u"syncAddress"_s);
    m_sendNow = makeButton(head, u"syncSendNow"_s, ActionButton::Look::Primary);
    m_sendNow->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_pause = makeButton(head, u"syncPause"_s);
    m_pause->setKey(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_connectMore = makeButton(head, u"syncConnectMore"_s);
    m_connectMore->setKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_disconnect = makeButton(head, u"syncDisconnect"_s);
    m_disconnect->setKey(QKeySequence(Qt::CTRL | Qt::Key_D));
    auto *where = new QHBoxLayout;
    where->setSpacing(tokens::space8);
    where->addWidget(m_which);
    where->addWidget(m_address, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    for (ActionButton *button : {m_sendNow, m_pause, m_connectMore, m_disconnect})
        buttons->addWidget(button);
    buttons->addStretch();
    m_head = new QHBoxLayout(head);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(tokens::space8);
    m_head->addLayout(where, 1);
    m_head->addLayout(buttons);
    return head;
}

/// The address stands above the buttons where their keys would leave it no room, as long as they have theirs.
void SyncView::arrangeHead()
{
    constexpr int leastAddress = 200;
    const int room = width() - 2 * tokens::space16;
    int buttons = 3 * tokens::space8;
    for (const ActionButton *button : {m_sendNow, m_pause, m_connectMore, m_disconnect})
        buttons += button->sizeHint().width();
    const bool above = buttons <= room && buttons + textScaled(leastAddress) > room;
    m_head->setDirection(above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget *SyncView::makeFigures(QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    m_sum = new QWidget(card);
    m_sum->setObjectName(u"syncSum"_s);
    auto *sum = new QHBoxLayout(m_sum);
    sum->setContentsMargins(0, 0, 0, 0);
    sum->setSpacing(tokens::space16);
    constexpr std::array names{"recorded"_L1, "acknowledged"_L1, "waiting"_L1, "rejected"_L1};
    for (size_t i = 0; i < m_figures.size(); ++i) {
        if (i > 0) {
            auto *between = new QLabel(i == 1 ? u"="_s : u"+"_s, m_sum);
            between->setFont(textFont(tokens::nameText));
            setTone(between, "quiet"_L1);
            sum->addWidget(between, 0, Qt::AlignTop);
        }
        m_figures[i] = new QLabel(m_sum);
        m_figures[i]->setObjectName(u"sync-"_s + names[i]);
        m_figures[i]->setFont(textFont(tokens::nameText, true));
        m_figureNames[i] = new QLabel(m_sum);
        m_figureNames[i]->setFont(textFont(tokens::noteText));
        setTone(m_figureNames[i], "quiet"_L1);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(m_figures[i]);
        cell->addWidget(m_figureNames[i]);
        sum->addLayout(cell);
    }
    m_sign = new SignLabel(tokens::smallIconSize, card);
    m_state = makeLine(card, u"syncState"_s);
    m_state->setFont(textFont(tokens::bodyText, true));
    m_lastSuccess = makeLine(card, u"syncLastSuccess"_s);
    setTone(m_lastSuccess, "quiet"_L1);
    m_next = makeLine(card, u"syncNext"_s);
    m_enrolAgain = makeButton(card, u"syncEnrolAgain"_s);
    m_enrolAgain->setKey(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_describe = makeButton(card, u"syncDescribe"_s);
    m_describe->setKey(QKeySequence(Qt::CTRL | Qt::Key_B));

    auto *state = new QHBoxLayout;
    state->setSpacing(tokens::space8);
    state->addWidget(m_sign, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(state);
    words->addWidget(m_lastSuccess);
    words->addWidget(m_next);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::space16);
    row->addLayout(words, 1);
    row->addWidget(m_enrolAgain, 0, Qt::AlignVCenter);
    row->addWidget(m_describe, 0, Qt::AlignVCenter);
    m_card = new QHBoxLayout(card);
    m_card->setContentsMargins(tokens::space24, tokens::space8, tokens::space16, tokens::space8);
    m_card->setSpacing(tokens::space24);
    m_card->addWidget(m_sum, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_card->addLayout(row, 1);
    return card;
}

QWidget *SyncView::makeLists(QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    m_list = new ChoiceRow(2, card);
    m_list->setObjectName(u"syncList"_s);
    m_list->setIndex(Rejected);
    m_said = new QLabel(card);
    m_said->setObjectName(u"syncSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    makeAnnouncing(m_said);
    m_rejectedTable = makeTable(card, u"syncRejected"_s, m_rejected, RejectedModel::Message);
    m_batchTable = makeTable(card, u"syncHistory"_s, m_batches, BatchModel::Outcome);
    m_noRows = new EmptyState(u"syncNoRows"_s, card);
    m_lists = new QStackedLayout;
    m_lists->addWidget(m_noRows);
    m_lists->addWidget(m_rejectedTable);
    m_lists->addWidget(m_batchTable);
    m_correct = makeButton(card, u"syncCorrect"_s);
    m_correct->setKeyHint(u"Enter"_s);
    m_sendAgain = makeButton(card, u"syncSendAgain"_s);
    m_sendAgain->setKey(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_sendAllAgain = makeButton(card, u"syncSendAllAgain"_s);
    m_sendAllAgain->setKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::space12);
    head->addWidget(m_list);
    head->addWidget(m_said, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    for (ActionButton *button : {m_correct, m_sendAgain, m_sendAllAgain})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space8);
    column->setSpacing(tokens::space8);
    column->addLayout(head);
    column->addLayout(m_lists, 1);
    column->addLayout(buttons);
    return card;
}

QWidget *SyncView::makeDisconnect()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_disconnectQuestion = new QuestionPanel(u"disconnect"_s, card);
    m_disconnectQuestion->show(); // whenever its page is
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space24, tokens::space24, tokens::space24, tokens::space24);
    column->addWidget(m_disconnectQuestion);
    column->addStretch();
    return card;
}

void SyncView::connectParts()
{
    for (ActionButton *button : {m_connectFirst, m_connectMore})
        connect(button, &QAbstractButton::clicked, this, &SyncView::beginConnecting);
    connect(m_enrolAgain, &QAbstractButton::clicked, this, &SyncView::beginEnrollingAgain);
    connect(m_connectPanel, &ConnectPanel::connectWanted, this, &SyncView::connectWanted);
    connect(m_connectPanel, &ConnectPanel::stopWanted, this, &SyncView::stopConnectingWanted);
    connect(m_connectPanel, &ConnectPanel::left, this, &SyncView::goBack);
    connect(m_correctionPanel, &CorrectionPanel::left, this, &SyncView::goBack);
    connect(m_correctionPanel, &CorrectionPanel::corrected, this,
            [this](const QUuid &entry, const VisitorCorrection &correction) {
                emit correctionWanted(target(), entry, correction);
            });
    connect(m_which, &QComboBox::activated, this, &SyncView::chooseTarget);
    connect(m_sendNow, &QAbstractButton::clicked, this, [this] { emit sendNowWanted(target()); });
    connect(m_pause, &QAbstractButton::clicked, this, [this] {
        if (const TargetRecord *record = shown())
            emit pauseWanted(record->target.name, !record->paused);
    });
    connect(m_disconnect, &QAbstractButton::clicked, this, &SyncView::askDisconnect);
    connect(m_disconnectQuestion, &QuestionPanel::left, this, &SyncView::goBack);
    connect(m_disconnectQuestion, &QuestionPanel::confirmed, this, [this] {
        const QString name = target();
        goBack();
        emit disconnectWanted(name);
    });
    connect(m_describe, &QAbstractButton::clicked, this, &SyncView::venueWanted);
    connect(m_list, &ChoiceRow::chosen, this, &SyncView::updateLists);
    connect(m_correct, &QAbstractButton::clicked, this, &SyncView::openCorrection);
    connect(m_sendAgain, &QAbstractButton::clicked, this, &SyncView::sendChosenAgain);
    connect(m_sendAllAgain, &QAbstractButton::clicked, this, [this] { emit sendAgainWanted(target(), {}); });
    connect(m_rejected, &RejectedModel::moreWanted, this,
            [this](const QUuid &after) { emit moreRejectedWanted(target(), after); });
    connect(m_batches, &BatchModel::moreWanted, this,
            [this](const QUuid &before) { emit moreBatchesWanted(target(), before); });
    connect(m_rejectedTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SyncView::updateLists);
    auto *open = new QShortcut(m_rejectedTable);
    open->setKeys({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    open->setContext(Qt::WidgetShortcut);
    connect(open, &QShortcut::activated, this, &SyncView::openCorrection);
    connect(m_rejectedTable, &QAbstractItemView::doubleClicked, this, &SyncView::openCorrection);
}

void SyncView::retranslate()
{
    setAccessibleName(tr("Sending to the platform"));
    m_empty->setWords(
        tr("Not connected to a platform"),
        tr("Everything is recorded on this computer all the same. Once connected, entries are sent "
           "by themselves, those recorded before as well."));
    m_connectFirst->setLabel(tr("Connect…"));
    m_which->setAccessibleName(tr("Platform"));
    m_sendNow->setLabel(tr("Send now"));
    m_pause->setLabel(tr("Pause"));
    m_connectMore->setLabel(tr("Connect another…"));
    m_disconnect->setLabel(tr("Disconnect…"));
    wordDisconnect();
    const QString names[] = {tr("recorded"), tr("acknowledged"), tr("waiting"), tr("rejected")};
    for (size_t i = 0; i < m_figureNames.size(); ++i)
        m_figureNames[i]->setText(names[i]);
    m_enrolAgain->setLabel(tr("Enrol again…"));
    m_describe->setLabel(tr("Describe the venue…"));
    m_list->setAccessibleName(tr("What is listed"));
    m_rejectedTable->setAccessibleName(tr("Entries that were rejected"));
    m_batchTable->setAccessibleName(tr("Batches that were sent"));
    m_correct->setLabel(tr("Correct…"));
    m_sendAgain->setLabel(tr("Send again"));
    m_sendAllAgain->setLabel(tr("Send all again"));
    m_rejected->retranslate();
    m_batches->retranslate();
    updateLists();
    showTarget();
}

} // namespace checkpoint
