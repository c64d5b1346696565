#include "ui/entriesview/detailspanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/errortext.h"
#include "ui/common/questionpanel.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/entriesview/detaillines.h"
#include "ui/entriesview/revealpanel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <initializer_list>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int panelWidth = 400;
constexpr int wordsWidth = 120;
constexpr int leastRead = 24; ///< of the details where there is hardly any room

} // namespace

DetailsPanel::DetailsPanel(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"detailsPanel"_s);
    setProperty("card", true);
    setFixedWidth(panelWidth);
    m_revealPanel = new RevealPanel(this);
    m_pages = new QStackedLayout;
    m_pages->addWidget(makePage());
    m_pages->addWidget(m_revealPanel);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    frame->addLayout(m_pages);

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &DetailsPanel::tick);
    connect(m_reveal, &QAbstractButton::clicked, this, [this] { m_revealed ? mask() : beginReveal(); });
    connect(m_close, &QAbstractButton::clicked, this, &DetailsPanel::left);
    connect(m_revealPanel, &RevealPanel::left, this, [this] { m_pages->setCurrentIndex(0); });
    connect(m_revealPanel, &RevealPanel::confirmed, this,
            [this](const QUuid &entryId, const QString &reason) {
                m_pages->setCurrentIndex(0);
                emit revealRequested(entryId, reason);
            });
    connect(m_out, &QAbstractButton::clicked, this, [this] {
        if (isAsExpected() && m_details->in)
            emit sendOutRequested(m_details->in->entry.id);
    });
    connect(m_pass, &QAbstractButton::clicked, this, [this] {
        if (isAsExpected())
            emit passRequested(m_details->asked.entry.id);
    });
    connect(m_correct, &QAbstractButton::clicked, this, [this] {
        if (isAsExpected() && m_details->asked.entry.visitorId)
            emit personRequested(*m_details->asked.entry.visitorId);
    });
    connect(m_staff, &QAbstractButton::clicked, this, [this] {
        if (isAsExpected() && m_details->asked.entry.visitorId)
            emit staffRequested(*m_details->asked.entry.visitorId, !m_details->asked.visitor.staff);
    });
    connect(m_attention, &QAbstractButton::clicked, this, [this] {
        if (isListed())
            askUnlist();
        else if (isAsExpected() && m_details->asked.entry.visitorId)
            emit attentionRequested(*m_details->asked.entry.visitorId, m_details->asked.visitor);
    });
    connect(m_turn, &QAbstractButton::clicked, this, &DetailsPanel::beginTurn);
    connect(m_question, &QuestionPanel::left, this, &DetailsPanel::leaveQuestion);
    connect(m_question, &QuestionPanel::confirmed, this, &DetailsPanel::confirm);
    arrangeButtons();
    clear();
    retranslate();
}

QWidget *DetailsPanel::makePage()
{
    auto *page = new QWidget(this);
    m_name = new ElidedLabel(tokens::nameText, true, page);
    m_name->setObjectName(u"detailsName"_s);
    m_traits = new QLabel(page);
    m_traits->setObjectName(u"detailsTraits"_s);
    m_traits->setFont(textFont(tokens::bodyText));
    m_traits->setTextFormat(Qt::PlainText);
    m_traits->setWordWrap(true);
    m_said = new QLabel(page);
    m_said->setObjectName(u"detailsSaid"_s);
    m_said->setFont(textFont(tokens::bodyText));
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    setTone(m_said, "in"_L1);
    makeAnnouncing(m_said);
    m_said->hide();
    m_takenBack = new QWidget(page);
    auto *sign = new SignLabel(tokens::iconSize, m_takenBack);
    sign->setSign("void"_L1, &Colours::refused);
    m_takenBackWords = new QLabel(m_takenBack);
    m_takenBackWords->setObjectName(u"detailsTakenBack"_s);
    m_takenBackWords->setFont(textFont(tokens::bodyText, true));
    m_takenBackWords->setTextFormat(Qt::PlainText);
    m_takenBackWords->setWordWrap(true);
    setTone(m_takenBackWords, "refused"_L1);
    auto *line = new QHBoxLayout(m_takenBack);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(tokens::space8);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(m_takenBackWords, 1);
    auto *scroll = new QScrollArea(page);
    scroll->setObjectName(u"detailsScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setMinimumHeight(leastRead);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_lines = new QWidget;
    m_grid = new QGridLayout(m_lines);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(tokens::space12);
    m_grid->setVerticalSpacing(tokens::space4);
    m_grid->setColumnMinimumWidth(0, wordsWidth);
    m_grid->setColumnStretch(1, 1);
    scroll->setWidget(m_lines);
    scroll->viewport()->setAutoFillBackground(false);
    m_lines->setAutoFillBackground(false);

    makeButtons(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::space8);
    head->addWidget(m_name, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_traits);
    column->addWidget(m_takenBack);
    column->addWidget(m_said);
    column->addWidget(scroll, 1);
    column->addWidget(m_buttons);
    m_question = new QuestionPanel(u"turn"_s, page);
    column->addWidget(m_question);
    return page;
}

bool DetailsPanel::mayCorrect() const
{
    return m_correct->whoMay().isEmpty();
}

bool DetailsPanel::mayMarkStaff() const
{
    return m_staff->whoMay().isEmpty();
}

QString DetailsPanel::whoMayCorrect() const
{
    return m_correct->whoMay();
}

QString DetailsPanel::whoMayNote() const
{
    return m_attention->whoMay();
}

void DetailsPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrangeButtons();
}

void DetailsPanel::setOnlyReading(bool only)
{
    m_onlyReading = only;
    leaveQuestion();
    m_buttons->setVisible(!only);
    if (only)
        m_pages->setCurrentIndex(0);
}

void DetailsPanel::expect(const QUuid &entryId)
{
    if (entryId != m_expected)
        m_wanted = nullptr; // what was wanted was wanted of another
    m_expected = entryId;
}

void DetailsPanel::setDetails(const VisitDetails &details)
{
    const EntryRow &now = details.asked;
    const bool same = m_details && m_details->asked.entry.id == now.entry.id;
    if (!same || m_details->asked.voidedBy != now.voidedBy || m_details->asked.visitor != now.visitor ||
        m_details->attention.has_value() != details.attention.has_value())
        leaveQuestion();
    m_details = details;
    ActionButton *const wanted = std::exchange(m_wanted, nullptr);
    const bool isWanted = wanted && m_expected == now.entry.id;
    m_expected = now.entry.id;
    if (isWanted)
        QTimer::singleShot(0, this, [this, wanted, entry = now.entry.id] {
            if (m_expected == entry && isVisible())
                press(wanted);
        });
    if (same) {
        fill();
        if (m_turnedInto && now.voidedBy) {
            m_turnedInto.reset();
            sayTurned();
        }
        return;
    }
    mask();
    const bool inItsPlace = !m_turned.isNull() && now.entry.corrects == m_turned && !now.voidedBy;
    m_turnedInto.reset();
    if (inItsPlace)
        m_turnedInto = now.entry.kind == EntryKind::Out ? Direction::Out : Direction::In;
    m_turned = {};
    sayTurned();
}

void DetailsPanel::setNotOwn(const QString &why)
{
    if (std::exchange(m_notOwn, why) == why)
        return;
    if (!why.isEmpty())
        leaveQuestion();
    fill();
}

void DetailsPanel::showFailure(const Error &error)
{
    clear();
    const ErrorText text = errorText(error.code);
    m_traits->setText(text.happened + u' ' + text.todo);
}

void DetailsPanel::clear()
{
    leaveQuestion();
    m_details.reset();
    m_wanted = nullptr;
    m_turned = {};
    m_turnedInto.reset();
    sayTurned();
    mask();
}

// ---- in full, for a while

void DetailsPanel::beginReveal()
{
    if (!isAsExpected())
        return;
    m_pages->setCurrentIndex(1);
    m_revealPanel->ask(m_details->asked.entry.id, m_details->asked.visitor);
}

void DetailsPanel::reveal(const QUuid &entryId)
{
    if (!m_details || m_details->asked.entry.id != entryId || !isVisible())
        return;
    m_revealed = true;
    m_secondsLeft = revealedMs / 1000;
    m_second.start();
    fill();
}

void DetailsPanel::tick()
{
    if (--m_secondsLeft <= 0)
        mask();
    else
        retranslate();
}

void DetailsPanel::mask()
{
    m_revealed = false;
    m_second.stop();
    m_pages->setCurrentIndex(0);
    fill();
}

/// What is out of sight is masked when it comes back.
void DetailsPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    leaveQuestion();
    m_wanted = nullptr;
    if (m_revealed)
        mask();
}

void DetailsPanel::fill()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < m_grid->rowCount(); ++row) // a layout remembers the stretch of rows it had
        m_grid->setRowStretch(row, 0);
    m_name->setText(m_details ? (m_revealed && !m_details->asked.visitor.name.isEmpty()
                                     ? m_details->asked.visitor.name
                                     : personName(m_details->asked.visitor))
                              : QString());
    m_traits->setText(m_details ? personLine(m_details->asked.visitor, m_details->asked.entry.source)
                                : QString());
    const QList<DetailLine> lines = m_details ? detailLines(*m_details, m_revealed) : QList<DetailLine>();
    int row = 0;
    for (const DetailLine &line : lines) {
        auto *what = new QLabel(line.what, m_lines);
        what->setFont(textFont(tokens::noteText));
        what->setWordWrap(true);
        setTone(what, "quiet"_L1);
        auto *says = new QLabel(line.says, m_lines);
        says->setFont(textFont(tokens::bodyText));
        says->setTextFormat(Qt::PlainText);
        says->setWordWrap(true);
        says->setAccessibleName(line.what + u": "_s + line.says);
        m_grid->addWidget(what, row, 0, Qt::AlignTop);
        m_grid->addWidget(says, row, 1, Qt::AlignTop);
        ++row;
    }
    m_grid->setRowStretch(row, 1);
    const bool stands = m_details && !m_details->asked.voidedBy;
    const bool inside = stands && m_details->in && !m_details->out && !m_details->superseded;
    const bool refused = m_details && m_details->refused;
    m_reveal->setEnabled(m_details && (!refused || m_details->asked.entry.visitorId));
    m_pass->setEnabled(m_details && m_details->asked.entry.visitorId && !refused);
    m_correct->setEnabled(m_details && m_details->asked.entry.visitorId);
    m_staff->setEnabled(m_details && m_details->asked.entry.visitorId);
    m_attention->setEnabled(m_details && m_details->asked.entry.visitorId);
    m_turn->setEnabled(stands && !refused && !m_details->asked.entry.apart && m_notOwn.isEmpty());
    const QString notCounted =
        m_details && m_details->asked.voidedBy ? tr("This line was voided and does not count.") : QString();
    m_turn->setWhyNot(notCounted.isEmpty() ? m_notOwn : notCounted);
    m_out->setWhyNot(notCounted);
    if (m_turn->whoMay().isEmpty())
        m_turn->setToolTip(m_notOwn);
    m_out->setEnabled(inside || (stands && !m_details->partyInside.isEmpty()));
    m_restore->setEnabled(m_notOwn.isEmpty());
    m_restore->setWhyNot(m_notOwn);
    m_takenBack->setVisible(m_details && m_details->asked.voidedBy);
    m_takenBackWords->setText(m_details ? takenBackText(*m_details) : QString());
    arrangeButtons();
    retranslate();
}

void DetailsPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    fill();
    sayTurned();
}

void DetailsPanel::retranslate()
{
    setAccessibleName(tr("Details of the chosen entry"));
    m_reveal->setLabel(m_revealed ? tr("Hide (%1 s)").arg(m_secondsLeft) : tr("Show in full"));
    m_out->setLabel(tr("Record OUT"));
    m_turn->setLabel(tr("Change direction"));
    m_pass->setLabel(tr("Issue a pass"));
    m_correct->setLabel(tr("Correct the name or other data…"));
    m_correct->setToolTip(tr("Put right what is held on this person"));
    m_staff->setLabel(m_details && m_details->asked.visitor.staff ? tr("No longer staff")
                                                                  : tr("Mark as staff"));
    m_staff->setToolTip(tr("Staff come and go at any hour and are not asked about their visit."));
    m_attention->setLabel(m_details && m_details->attention ? tr("Remove from the attention list…")
                                                            : tr("Add to the attention list…"));
    m_restore->setLabel(tr("Restore the entry"));
    m_more->setLabel(tr("More…"));
    m_more->setToolTip(tr("Everything else that can be done with this entry"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    wordQuestion();
}

} // namespace checkpoint
