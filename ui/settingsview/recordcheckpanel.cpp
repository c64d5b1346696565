#include "ui/settingsview/recordcheckpanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/prooftext.h"
#include "ui/settingsview/settingcard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel *makeText(const QString &name, QWidget *parent, QLatin1StringView tone = {})
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(textFont(tokens::bodyText));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTone(label, tone);
    return label;
}

} // namespace

RecordCheckPanel::RecordCheckPanel(QWidget *parent)
    : QWidget(parent)
    , m_what(makeText(u"recordCheckWhat"_s, this, "quiet"_L1))
    , m_said(makeText(u"recordCheckSaid"_s, this))
    , m_step(makeText(u"recordCheckStep"_s, this, "quiet"_L1))
    , m_progress(new QProgressBar(this))
    , m_check(new ActionButton(ActionButton::Look::Primary, this))
    , m_stop(new ActionButton(ActionButton::Look::Plain, this))
    , m_headTitle(makeText(u"recordHeadTitle"_s, this))
    , m_headWhat(makeText(u"recordHeadWhat"_s, this, "quiet"_L1))
    , m_head(makeText(u"recordHead"_s, this))
    , m_printed(makeText(u"recordHeadSaid"_s, this))
    , m_print(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"recordCheckPanel"_s);
    makeAnnouncing(m_said);
    m_said->setFont(textFont(tokens::headingText, true));
    m_progress->setObjectName(u"recordCheckProgress"_s);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_check->setObjectName(u"recordCheckBegin"_s);
    m_stop->setObjectName(u"recordCheckStop"_s);
    m_headTitle->setFont(textFont(tokens::headingText, true));
    m_head->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_head->setFont(textFont(tokens::noteText));
    m_print->setObjectName(u"recordHeadPrint"_s);

    auto *check = new SettingCard(this);
    check->column()->addWidget(m_what);
    check->column()->addWidget(m_said);
    check->column()->addWidget(m_progress);
    check->column()->addWidget(m_step);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_check);
    answers->addWidget(m_stop, 0, Qt::AlignVCenter);
    answers->addStretch();
    check->column()->addLayout(answers);
    auto *head = new SettingCard(this);
    for (QWidget *each : std::initializer_list<QWidget *>{m_headTitle, m_headWhat, m_head})
        head->column()->addWidget(each);
    head->column()->addWidget(m_print, 0, Qt::AlignLeft);
    head->column()->addWidget(m_printed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, tokens::space16, tokens::space16);
    column->setSpacing(tokens::space12);
    column->addWidget(check);
    column->addWidget(head);
    column->addStretch();
    setFocusProxy(m_check);

    connect(m_check, &QAbstractButton::clicked, this, [this] {
        setProgress(Ledger::Step::Database, 0);
        emit checkWanted();
    });
    connect(m_stop, &QAbstractButton::clicked, this, &RecordCheckPanel::stopWanted);
    connect(m_print, &QAbstractButton::clicked, this, [this] { emit printWanted(m_day, m_line); });
    m_printed->hide();
    setRunning(false);
    retranslate();
}

void RecordCheckPanel::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_step->setVisible(running);
    m_stop->setVisible(running);
    m_check->setEnabled(!running);
    m_said->setVisible(!running && !m_said->text().isEmpty());
}

void RecordCheckPanel::setProgress(Ledger::Step step, int perMille)
{
    if (!m_running)
        setRunning(true);
    m_progress->setValue(perMille);
    m_step->setText(stepText(step));
    m_progress->setAccessibleName(m_step->text());
}

void RecordCheckPanel::showProof(const RecordProof &proof)
{
    m_proof = proof;
    say(proofSentence(proof), proof.holds() ? "in"_L1 : proof.faults.isEmpty() ? "quiet"_L1 : "refused"_L1);
}

void RecordCheckPanel::showFailure(const Error &error)
{
    m_proof.reset();
    const ErrorText text = errorText(error.code);
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void RecordCheckPanel::say(const QString &words, QLatin1StringView tone)
{
    m_said->setText(words);
    setTone(m_said, tone);
    setRunning(false);
    announce(m_said, words);
}

void RecordCheckPanel::setHead(const QDate &day, const QByteArray &line)
{
    m_day = day;
    m_line = line;
    retranslate();
}

void RecordCheckPanel::showPrinted(const Result<QString> &answer)
{
    m_printed->setText(answer ? tr("Printed on %1.").arg(*answer) : errorText(answer.error().code).happened);
    setTone(m_printed, answer ? "in"_L1 : "refused"_L1);
    m_printed->show();
}

void RecordCheckPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_printed->hide();
    emit headWanted();
}

void RecordCheckPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecordCheckPanel::retranslate()
{
    setWindowTitle(tr("Check the record"));
    setAccessibleName(windowTitle());
    m_what->setText(
        tr("Reads the whole record and compares it with its ledger: whether something was changed, taken "
           "out or put in, beside the program as well. Scanning goes on meanwhile."));
    m_check->setLabel(tr("Check now"));
    m_stop->setLabel(tr("Stop"));
    m_headTitle->setText(m_day.isValid() ? tr("The head of %1").arg(dateText(m_day))
                                         : tr("The head of the day"));
    m_headWhat->setText(
        tr("One signed line for everything that was recorded up to now. Print it, or copy it, and keep "
           "it elsewhere: whoever cuts or rewrites the ledger later is found out by it."));
    m_head->setText(m_line.isEmpty() ? tr("Nothing has been recorded yet.") : QString::fromLatin1(m_line));
    m_print->setLabel(tr("Print the head"));
    m_print->setEnabled(!m_line.isEmpty());
    if (m_proof && !m_running)
        m_said->setText(proofSentence(*m_proof));
}

} // namespace checkpoint
