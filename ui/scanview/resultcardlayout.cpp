#include "ui/scanview/resultcard.h"

// How the card is laid out and painted; what it says is in resultcard.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/questionkeys.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QShortcut>
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

const TextSizes &sizesOf(const QWidget &card)
{
    const bool roomy = card.width() >= roomyFrom.width() && card.height() >= roomyFrom.height();
    return roomy ? roomySizes : usualSizes;
}

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

/// Sentences behind each other; what is none is set apart.
QString oneLine(const QStringList &lines)
{
    QString line;
    for (const QString &each : lines) {
        if (!line.isEmpty())
            line += line.endsWith(u'.') || line.endsWith(u'?') ? u" "_s : u" · "_s;
        line += each;
    }
    return line;
}

} // namespace

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
    m_declared.sign = new SignLabel(tokens::smallIconSize, page);
    m_declared.text = makeLine(page, u"resultDeclaration"_s, tokens::bodyText, true);
    auto *declared = new QHBoxLayout;
    declared->setSpacing(tokens::space8);
    declared->addWidget(m_declared.sign, 0, Qt::AlignTop);
    declared->addWidget(m_declared.text, 1);
    column->addLayout(declared);
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
    m_certificate.sign = new SignLabel(tokens::smallIconSize, page);
    m_certificate.text = makeLine(page, u"resultCertificate"_s, tokens::bodyText);
    auto *certificate = new QHBoxLayout;
    certificate->setSpacing(tokens::space8);
    certificate->addWidget(m_certificate.sign, 0, Qt::AlignTop);
    certificate->addWidget(m_certificate.text, 1);
    column->addLayout(certificate);
    m_again.sign = new SignLabel(tokens::smallIconSize, page);
    m_again.text = makeLine(page, u"resultAgain"_s, tokens::bodyText, true);
    auto *again = new QHBoxLayout;
    again->setSpacing(tokens::space8);
    again->addWidget(m_again.sign, 0, Qt::AlignTop);
    again->addWidget(m_again.text, 1);
    column->addLayout(again);
    column->addStretch();

    m_answerGrid = new QGridLayout;
    m_answerGrid->setSpacing(tokens::space8);
    for (size_t i = 0; i < m_answers.size(); ++i) {
        auto *answer =
            new ActionButton(i == 0 ? ActionButton::Look::Primary : ActionButton::Look::Plain, page);
        answer->setObjectName(u"answer%1"_s.arg(i + 1));
        answer->setMinimumHeight(tokens::primaryHeight);
        connect(answer, &QAbstractButton::clicked, this, [this, i] { giveAnswer(i); });
        m_answerGrid->addWidget(answer, 0, int(i));
        m_answers[i] = answer;
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addLayout(m_answerGrid);
    m_undo = new ActionButton(ActionButton::Look::Plain, page);
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setIconName("undo"_L1);
    m_undo->setKey(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_restore = new ActionButton(ActionButton::Look::Plain, page);
    m_restore->setObjectName(u"restoreButton"_s);
    m_restore->setIconName("undo"_L1);
    m_restore->setKey(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_turnRound = new ActionButton(ActionButton::Look::Plain, page);
    m_turnRound->setObjectName(u"turnRoundButton"_s);
    m_turnRound->setIconName("repeat"_L1);
    m_idleTurn = new QShortcut(QKeySequence(Qt::Key_F9), page);
    connect(m_idleTurn, &QShortcut::activated, this, &ResultCard::tellWhyNotTurned);
    m_idleVoid = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), page);
    connect(m_idleVoid, &QShortcut::activated, this, &ResultCard::tellWhyNotVoided);
    m_complete = new ActionButton(ActionButton::Look::Plain, page);
    m_complete->setObjectName(u"completeButton"_s);
    // The key counts where it is too narrow for the button, too.
    const QKeySequence groupKey(Qt::CTRL | Qt::Key_G);
    m_complete->setKeyHint(keyText(groupKey));
    connect(new QShortcut(groupKey, page), &QShortcut::activated, this, &ResultCard::complete);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_restore);
    buttons->addWidget(m_turnRound);
    buttons->addWidget(m_complete);
    buttons->addStretch();
    column->addLayout(buttons);
    return page;
}

void ResultCard::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const bool alarm = isAlarm();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::cardRadius,
                         tokens::cardRadius);
    painter.fillPath(shape, QColor(alarm ? colours.alarm : warns() ? colours.noticeGround : colours.card));
    painter.setPen(QPen(QColor(alarm ? colours.alarm : colours.line), 1));
    painter.drawPath(shape);
    if (alarm)
        return;
    painter.setClipPath(shape);
    painter.fillRect(QRect(0, 0, tokens::resultEdge, height()), QColor(edgeInk()));
}

void ResultCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setTextSizes();
    arrangeHead();
    arrangeAnswers();
    fitNotes();
}

/// A button shows its key where there is room for it: too narrow a card shows one key of the first answer,
/// and where that is not enough it has the other answers below it.
void ResultCard::arrangeAnswers()
{
    const auto isTooWide = [this] {
        int wanted = 2 * tokens::space24 + tokens::resultEdge - tokens::space8;
        for (const ActionButton *answer : m_answers) {
            if (!answer->isHidden())
                wanted += answer->sizeHint().width() + tokens::space8;
        }
        return wanted > contentsRect().width();
    };
    ActionButton *first = m_answers[0];
    const QList<QKeySequence> keys = questionkeys::leave();
    for (const QList<QKeySequence> &shown : {keys, keys.mid(0, 1), QList<QKeySequence>()}) {
        first->setKeyHint(m_keysElsewhere ? QString() : questionkeys::hint(shown));
        if (!isTooWide())
            break;
    }
    const bool below = isTooWide();
    if (below && !m_keysElsewhere)
        first->setKeyHint(questionkeys::hint(keys));
    m_answerGrid->addWidget(m_answers[0], 0, 0, 1, below ? 2 : 1);
    m_answerGrid->addWidget(m_answers[1], below ? 1 : 0, below ? 0 : 1);
    m_answerGrid->addWidget(m_answers[2], below ? 1 : 0, below ? 1 : 2);
}

/// Where there is too little height the notes share a line, or give way, the last first: an answer must not
/// be cut.
void ResultCard::fitNotes()
{
    QLayout *page = m_pages->widget(0)->layout();
    const QMargins around = m_frame->contentsMargins();
    const int room = height() - around.top() - around.bottom();
    const auto isTooMuch = [&] {
        // A line within the page remembers how high it was with other words.
        for (int i = 0; i < page->count(); ++i)
            if (QLayout *line = page->itemAt(i)->layout())
                line->invalidate();
        page->invalidate();
        return page->totalHeightForWidth(width() - around.left() - around.right()) > room;
    };
    const auto tell = [this](const QStringList &lines) {
        for (size_t i = 0; i < m_notes.size(); ++i) {
            m_notes[i]->setText(lines.value(qsizetype(i)));
            m_notes[i]->setVisible(!m_notes[i]->text().isEmpty());
        }
    };
    tell(m_noteLines);
    for (qsizetype most = m_noteLines.size(); most >= 0 && isTooMuch(); --most)
        tell({oneLine(m_noteLines.mid(0, most))});
}

void ResultCard::setTextSizes()
{
    const TextSizes &sizes = sizesOf(*this);
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
    m_again.text->setFont(textFont(sizes.body, true));
    setDeclarationSize();
    m_certificate.text->setFont(textFont(sizes.body));
}

/// Symptoms are to be seen at rush hour.
void ResultCard::setDeclarationSize()
{
    const TextSizes &sizes = sizesOf(*this);
    const bool alerts = m_declaration == DeclarationStatus::Symptoms;
    m_declared.text->setFont(textFont(alerts ? sizes.heading : sizes.body, true));
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

} // namespace checkpoint
