#include "ui/scanview/resultcard.h"

#include "ui/common/actionbutton.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/meaning.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/voidpanel.h"
#include "ui/common/wording.h"
#include "ui/scanview/resultwords.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize roomyFrom(760, 430); ///< from this size on every text is one step larger

/// The sizes of the card's texts, all of them steps of the tokens.
struct TextSizes
{
    int word;
    int name;
    int time;
    int heading;
    int body;
};
constexpr TextSizes usualSizes{tokens::wordText, tokens::nameText, tokens::nameText, tokens::headingText,
                               tokens::bodyText};
constexpr TextSizes roomySizes{tokens::venueText, tokens::wordText, tokens::nameText, tokens::nameText,
                               tokens::headingText};

QLabel *makeLine(QWidget *parent, const QString &name, int size, bool strong = false)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(textFont(size, strong));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ResultCard::ResultCard(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"resultCard"_s);
    m_pages = new QStackedLayout;
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(makeResultPage());
    m_voidPanel = new VoidPanel(this);
    m_pages->addWidget(m_voidPanel);

    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(tokens::space24 + tokens::resultEdge, tokens::space16, tokens::space24,
                              tokens::space16);
    frame->addLayout(m_pages);

    connect(m_undo, &QAbstractButton::clicked, this, &ResultCard::beginUndo);
    connect(m_turnRound, &QAbstractButton::clicked, this, &ResultCard::turnRoundRequested);
    connect(m_voidPanel, &VoidPanel::left, this, [this] { m_pages->setCurrentIndex(0); });
    connect(m_voidPanel, &VoidPanel::confirmed, this, [this](const QUuid &entryId, const QString &reason) {
        m_pages->setCurrentIndex(0);
        emit undoRequested(entryId, reason);
    });
    showEmpty();
}

QWidget *ResultCard::makeResultPage()
{
    auto *page = new QWidget(this);
    m_sign = new SignLabel(tokens::wordText, page);
    m_word = new QLabel(page);
    m_word->setObjectName(u"resultWord"_s);
    m_time = new QLabel(page);
    m_time->setObjectName(u"resultTime"_s);
    m_timeBelow = new QLabel(page);
    m_timeBelow->setObjectName(u"resultTimeBelow"_s);
    m_name = new ElidedLabel(tokens::nameText, true, page);
    m_name->setObjectName(u"resultName"_s);
    m_traits = new ElidedLabel(tokens::headingText, false, page);
    m_traits->setObjectName(u"resultTraits"_s);
    m_headline = makeLine(page, u"resultHeadline"_s, tokens::headingText, true);

    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::space16);
    head->addWidget(m_sign);
    head->addWidget(m_word);
    head->addStretch();
    head->addWidget(m_time);

    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space4);
    column->addLayout(head);
    column->addSpacing(tokens::space8);
    auto *nameRow = new QHBoxLayout;
    nameRow->setSpacing(tokens::space16);
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_timeBelow, 0, Qt::AlignRight);
    column->addLayout(nameRow);
    column->addWidget(m_traits);
    column->addSpacing(tokens::space8);
    column->addWidget(m_headline);
    for (size_t i = 0; i < m_notes.size(); ++i)
        column->addWidget(m_notes[i] = makeLine(page, u"resultNote%1"_s.arg(i + 1), tokens::bodyText));
    for (size_t i = 0; i < m_warnings.size(); ++i) {
        m_warnings[i].sign = new SignLabel(tokens::smallIconSize, page);
        m_warnings[i].sign->setSign("warning"_L1, &Colours::ask);
        m_warnings[i].text = makeLine(page, u"resultWarning%1"_s.arg(i + 1), tokens::bodyText);
        setTone(m_warnings[i].text, "ask"_L1);
        auto *line = new QHBoxLayout;
        line->setSpacing(tokens::space8);
        line->addWidget(m_warnings[i].sign, 0, Qt::AlignTop);
        line->addWidget(m_warnings[i].text, 1);
        column->addLayout(line);
    }
    column->addStretch();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    for (size_t i = 0; i < m_answers.size(); ++i) {
        auto *answer =
            new ActionButton(i == 0 ? ActionButton::Look::Primary : ActionButton::Look::Plain, page);
        answer->setObjectName(u"answer%1"_s.arg(i + 1));
        answer->setMinimumHeight(tokens::primaryHeight);
        connect(answer, &QAbstractButton::clicked, this, [this, i] {
            if (asks() && qsizetype(i) < m_outcome->answers.size())
                emit answerRequested(m_outcome->number, m_outcome->answers[qsizetype(i)]);
        });
        buttons->addWidget(answer, 0, Qt::AlignVCenter);
        m_answers[i] = answer;
    }
    m_undo = new ActionButton(ActionButton::Look::Plain, page);
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setIconName("undo"_L1);
    m_undo->setKey(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_turnRound = new ActionButton(ActionButton::Look::Plain, page);
    m_turnRound->setObjectName(u"turnRoundButton"_s);
    m_turnRound->setIconName("repeat"_L1);
    m_turnRound->setKey(QKeySequence(Qt::Key_F9));
    buttons->addWidget(m_undo);
    buttons->addWidget(m_turnRound);
    buttons->addStretch();
    column->addLayout(buttons);
    return page;
}

void ResultCard::showOutcome(const ScanOutcome &outcome)
{
    if (outcome.kind == ScanOutcome::Kind::Recorded) {
        m_undoable = outcome;
    } else if (outcome.kind == ScanOutcome::Kind::Voided) {
        // An entry of the list was taken back, not the one that stands here.
        if (!m_undoable || m_undoable->entryId != outcome.entryId)
            return;
        m_undoable.reset();
    }
    m_outcome = outcome;
    m_pages->setCurrentIndex(0);
    fill();
}

void ResultCard::beginUndo()
{
    if (!m_undoable || !m_undoable->entryId)
        return;
    m_pages->setCurrentWidget(m_voidPanel); // first: what is hidden cannot take the focus
    m_voidPanel->ask(*m_undoable->entryId, m_undoable->direction.value_or(Direction::In), m_undoable->at,
                     m_undoable->visitor);
    update();
}

void ResultCard::fill()
{
    if (!m_outcome) {
        showEmpty();
        return;
    }
    const ResultWords words = resultWords(*m_outcome);
    const Meaning meaning = meaningOf(*m_outcome);
    const bool alarm = meaning == Meaning::NotRecorded;
    m_sign->setSign(meaningSign(meaning), alarm ? &Colours::onAlarm : meaningInk(meaning));
    m_word->setText(words.word);
    setTone(m_word, alarm ? "onAlarm"_L1 : meaningTone(meaning));
    m_time->setText(words.time);
    m_timeBelow->setText(words.time);
    for (QLabel *time : {m_time, m_timeBelow})
        setTone(time, alarm ? "onAlarm"_L1 : ""_L1);
    say(m_name, words.name);
    setTone(m_name, alarm ? "onAlarm"_L1 : ""_L1);
    say(m_traits, words.traits);
    setTone(m_traits, alarm ? "onAlarm"_L1 : ""_L1);
    say(m_headline, words.headline);
    setTone(m_headline, alarm ? "onAlarm"_L1 : meaning == Meaning::Ask ? "ask"_L1 : ""_L1);
    fillLines(words.notes, words.warnings, alarm);
    fillButtons();
    arrangeHead();
    setAccessibleName(QStringList{words.word, words.name, words.traits, words.headline}.join(u", "_s));
    update();
}

void ResultCard::fillLines(const QStringList &notes, const QStringList &warnings, bool alarm)
{
    for (size_t i = 0; i < m_notes.size(); ++i) {
        say(m_notes[i], notes.value(qsizetype(i)));
        setTone(m_notes[i], alarm ? "onAlarm"_L1 : "quiet"_L1);
    }
    // What does not fit in the lines goes on in the last one.
    const QStringList lines{warnings.value(0), warnings.mid(1).join(u' ')};
    for (size_t i = 0; i < m_warnings.size(); ++i) {
        say(m_warnings[i].text, lines[qsizetype(i)]);
        m_warnings[i].sign->setVisible(!lines[qsizetype(i)].isEmpty());
    }
}

void ResultCard::fillButtons()
{
    const QList<Answer> answers = asks() ? m_outcome->answers : QList<Answer>();
    for (size_t i = 0; i < m_answers.size(); ++i) {
        ActionButton *button = m_answers[i];
        button->setVisible(qsizetype(i) < answers.size());
        if (qsizetype(i) >= answers.size())
            continue;
        const Answer answer = answers[qsizetype(i)];
        button->setLabel(answerLabel(answer));
        button->setKey(i == 0 ? Qt::Key_Return : answer == Answer::Dismiss ? Qt::Key_Escape : Qt::Key_F9);
    }
    const bool recorded = m_outcome && m_outcome->kind == ScanOutcome::Kind::Recorded;
    const bool failed = m_outcome && m_outcome->kind == ScanOutcome::Kind::Failed;
    m_undo->setVisible(m_undoable.has_value() && !asks() && !failed);
    m_undo->setLabel(recorded || !m_undoable ? tr("Undo")
                                             : tr("Undo: %1").arg(personName(m_undoable->visitor)));
    m_turnRound->setVisible(recorded);
    if (recorded)
        m_turnRound->setLabel(
            tr("Change to %1").arg(directionShout(opposite(m_outcome->direction.value_or(Direction::In)))));
}

void ResultCard::showEmpty()
{
    m_sign->setSign("scan"_L1, &Colours::accent);
    m_word->setText(tr("READY"));
    setTone(m_word, "accent"_L1);
    m_time->clear();
    m_timeBelow->clear();
    m_name->hide();
    m_traits->hide();
    say(m_headline, tr("Nobody scanned yet."));
    fillLines({tr("Citizen card, personal QR code, health-insurance card and passport are read."),
               tr("A photo can also be dropped on the window or pasted with Ctrl+V.")},
              {}, false);
    fillButtons();
    arrangeHead();
    setAccessibleName(m_word->text());
}

void ResultCard::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const bool panel = m_pages->currentIndex() != 0;
    const bool alarm = !panel && m_outcome && m_outcome->kind == ScanOutcome::Kind::Failed;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::cardRadius,
                         tokens::cardRadius);
    painter.fillPath(shape, QColor(alarm ? colours.alarm : colours.card));
    painter.setPen(QPen(QColor(alarm ? colours.alarm : colours.line), 1));
    painter.drawPath(shape);
    if (alarm)
        return;
    const QRgb edge = panel       ? colours.ask
                      : m_outcome ? colours.*meaningInk(meaningOf(*m_outcome))
                                  : colours.accent;
    painter.setClipPath(shape);
    painter.fillRect(QRect(0, 0, tokens::resultEdge, height()), QColor(edge));
}

void ResultCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setTextSizes();
    arrangeHead();
}

void ResultCard::setTextSizes()
{
    const bool roomy = width() >= roomyFrom.width() && height() >= roomyFrom.height();
    const TextSizes &sizes = roomy ? roomySizes : usualSizes;
    if (m_word->font().pixelSize() == sizes.word)
        return;
    m_sign->setFixedSize(sizes.word, sizes.word);
    m_word->setFont(textFont(sizes.word, true));
    m_time->setFont(textFont(sizes.time));
    m_timeBelow->setFont(textFont(sizes.time));
    m_name->setFont(textFont(sizes.name, true));
    m_traits->setFont(textFont(sizes.heading));
    m_headline->setFont(textFont(sizes.heading, true));
    for (QLabel *note : m_notes)
        note->setFont(textFont(sizes.body));
    for (const WarningLine &warning : m_warnings)
        warning.text->setFont(textFont(sizes.body));
}

void ResultCard::arrangeHead()
{
    const int room = contentsRect().width() - 2 * tokens::space24 - tokens::resultEdge;
    const int word =
        m_sign->width() + tokens::space16 + m_word->fontMetrics().horizontalAdvance(m_word->text());
    const int time = m_time->fontMetrics().horizontalAdvance(m_time->text());
    const bool fits = word + tokens::space24 + time <= room;
    m_time->setVisible(fits);
    m_timeBelow->setVisible(!fits);
}

void ResultCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace checkpoint
