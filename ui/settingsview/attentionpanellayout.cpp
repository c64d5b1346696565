#include "ui/settingsview/attentionpanel.h"

// The form and the list of the attention page, and their words; what they do is in attentionpanel.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/settingcard.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <tuple>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestReason = 200;
constexpr int longestDay = 20;

} // namespace

QWidget *AttentionPanel::makeForm()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    m_who = new QLabel(card);
    m_who->setObjectName(u"attentionWho"_s);
    m_who->setFont(textFont(tokens::bodyText, true));
    m_who->setTextFormat(Qt::PlainText);
    m_who->setWordWrap(true);
    m_who->setMinimumHeight(tokens::space32); // as the words beside it
    m_whoRow = new SettingRow(m_who, card);
    column->addWidget(m_whoRow);
    m_scan = new ActionButton(ActionButton::Look::Plain, card);
    m_scan->setObjectName(u"attentionScan"_s);
    m_scan->setCheckable(true);
    std::tie(m_number, m_numberRow) = card->addLine(u"attentionNumber"_s, longestReason);
    std::tie(m_name, m_nameRow) = card->addLine(u"attentionName"_s, longestReason);
    std::tie(m_reason, m_reasonRow) = card->addLine(u"attentionReason"_s, longestReason);
    m_validity = new ChoiceRow(int(Validity::Day) + 1, card);
    m_validity->setObjectName(u"attentionValidity"_s);
    m_validityRow = new SettingRow(m_validity, card);
    column->addWidget(m_validityRow);
    std::tie(m_day, m_dayRow) = card->addLine(u"attentionDay"_s, longestDay);
    m_add = new ActionButton(ActionButton::Look::Primary, card);
    m_add->setObjectName(u"attentionAdd"_s);
    m_add->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    for (QLineEdit *edit : {m_reason, m_day}) // what is written last
        connect(edit, &QLineEdit::returnPressed, this, &AttentionPanel::add);
    m_said = new QLabel(card);
    m_said->setObjectName(u"attentionSaid"_s);
    m_said->setWordWrap(true);
    makeAnnouncing(m_said);
    m_said->hide();
    column->addSpacing(tokens::space8);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_scan, 0, Qt::AlignVCenter);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_said);
    connect(m_scan, &QAbstractButton::toggled, this, [this](bool wanted) {
        m_waits->stop();
        emit scanWanted(wanted);
        retranslate();
    });
    // A card that is scanned into an empty field is meant for it; but not by whoever comes much later.
    m_number->installEventFilter(this);
    m_waits = new QTimer(this);
    m_waits->setSingleShot(true);
    m_waits->setInterval(waitsMs);
    connect(m_waits, &QTimer::timeout, this, [this] { m_scan->setChecked(false); });
    connect(m_number, &QLineEdit::textEdited, this, [this] {
        if (m_waits->isActive())
            m_scan->setChecked(false);
    });
    connect(m_validity, &ChoiceRow::chosen, this, [this](int index) {
        arrangeForm();
        if (index == int(Validity::Day))
            m_day->setFocus(Qt::OtherFocusReason);
    });
    connect(m_add, &QAbstractButton::clicked, this, &AttentionPanel::add);
    return card;
}

QWidget *AttentionPanel::makeList()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    std::tie(m_table, m_model) = makeSettingTable(card, u"attentionTable"_s, 3, 1);
    m_empty = new QLabel(card);
    m_empty->setObjectName(u"attentionEmpty"_s);
    m_empty->setFont(textFont(tokens::bodyText));
    m_empty->setWordWrap(true);
    setTone(m_empty, "quiet"_L1);
    m_withdraw = new ActionButton(ActionButton::Look::Plain, card);
    m_withdraw->setObjectName(u"attentionWithdraw"_s);
    m_withdraw->setIconName("void"_L1);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addSpacing(tokens::space8);
    column->addWidget(m_withdraw);
    m_listSaid = new QLabel(card);
    m_listSaid->setObjectName(u"attentionListSaid"_s);
    m_listSaid->setFont(textFont(tokens::bodyText));
    m_listSaid->setTextFormat(Qt::PlainText);
    m_listSaid->setWordWrap(true);
    makeAnnouncing(m_listSaid);
    setTone(m_listSaid, "in"_L1);
    m_listSaid->hide();
    column->addWidget(makeQuestion(card));
    column->addWidget(m_listSaid);
    connect(m_withdraw, &QAbstractButton::clicked, this, &AttentionPanel::askToWithdraw);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_withdraw->setEnabled(m_table->selectionModel()->hasSelection()); });
    return card;
}

/// What is asked before somebody is taken off the list.
QWidget *AttentionPanel::makeQuestion(QWidget *card)
{
    m_questionCard = new QWidget(card);
    m_question = new QLabel(m_questionCard);
    m_question->setObjectName(u"attentionQuestion"_s);
    m_question->setFont(textFont(tokens::bodyText, true));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    makeAnnouncing(m_question);
    m_confirm = new ActionButton(ActionButton::Look::Plain, m_questionCard);
    m_confirm->setObjectName(u"attentionConfirm"_s);
    m_confirm->setIconName("void"_L1);
    m_keep = new ActionButton(ActionButton::Look::Plain, m_questionCard);
    m_keep->setObjectName(u"attentionKeep"_s);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_confirm);
    answers->addWidget(m_keep);
    answers->addStretch();
    auto *column = new QVBoxLayout(m_questionCard);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addWidget(m_question);
    column->addLayout(answers);
    m_questionCard->hide();
    connect(m_confirm, &QAbstractButton::clicked, this, &AttentionPanel::withdraw);
    connect(m_keep, &QAbstractButton::clicked, this, &AttentionPanel::leaveQuestion);
    return m_questionCard;
}

void AttentionPanel::retranslate()
{
    setWindowTitle(tr("Attention list"));
    m_about->setText(tr("When one of these people arrives, the desk asks and shows the reason. People "
                        "leaving are never stopped. Numbers are stored sealed."));
    m_whoRow->setWords(tr("Person"), tr("Known from the entry; no number is needed."));
    m_scan->setLabel(m_scan->isChecked() ? tr("Hold up the code…") : tr("By code"));
    m_scan->setToolTip(tr("The next code held up says who it is about; it does not record that person."));
    m_numberRow->setWords(tr("Number of a document"),
                          m_scan->isChecked()
                              ? tr("The next code is filled in here; it does not record that person.")
                              : tr("Needed: CCCD, CMND, passport or BHYT."));
    m_nameRow->setWords(tr("Name"), tr("May stay empty."));
    m_reasonRow->setWords(tr("Reason"), tr("Needed: shown to the desk."));
    m_validityRow->setWords(tr("Valid"));
    m_validity->setLabels({tr("Today"), tr("Until tomorrow"), tr("7 days"), tr("30 days"), tr("One year"),
                           tr("Always"), tr("A date")});
    m_dayRow->setWords(tr("Until the day"), tr("Day/month/year; valid until the end of that day."));
    m_add->setLabel(tr("Add to the list"));
    m_empty->setText(tr("Nobody is on the list. Fill in the form above, then press Ctrl+Enter."));
    m_withdraw->setLabel(tr("Take off the list"));
    m_confirm->setLabel(tr("Take off the list"));
    m_keep->setLabel(tr("Leave it"));
    m_day->setPlaceholderText(dateText(QDate::currentDate().addDays(7)));
    m_table->setAccessibleName(tr("Attention list"));
    m_model->setHorizontalHeaderLabels({tr("Who"), tr("Reason"), tr("Valid")});
    arrangeForm();
    fill();
}

} // namespace checkpoint
