#include "ui/common/reasonpanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/questionkeys.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastBeside = 600; ///< pixels of width
constexpr int restsMs = 500;

} // namespace

ReasonPanel::ReasonPanel(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_choices(new QGridLayout)
    , m_answers(new QHBoxLayout)
    , m_question(new QLabel(this))
    , m_why(new QLabel(this))
    , m_ownWords(new QLineEdit(this))
    , m_confirm(new ActionButton(ActionButton::Look::Primary, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(name + "Panel"_L1);
    m_question->setObjectName(name + "Question"_L1);
    m_question->setFont(textFont(tokens::headingText, true));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_why->setFont(textFont(tokens::bodyText));
    m_why->setWordWrap(true);
    setTone(m_why, "quiet"_L1);
    m_ownWords->setObjectName(name + "OwnWords"_L1);
    m_ownWords->setMaxLength(200);
    m_confirm->setObjectName(name + "Confirm"_L1);
    m_confirm->setKeys(QList<QKeySequence>{QKeySequence(Qt::Key_Return)} + questionkeys::confirm(), this);
    m_confirm->setKeyHint(keyText(Qt::Key_Return));
    m_leave->setObjectName(name + "Leave"_L1);
    m_leave->setKey(Qt::Key_Escape, this);

    m_choices->setSpacing(tokens::space8);
    for (int i = 0; i < int(m_reasons.size()); ++i) {
        auto *button = new ActionButton(ActionButton::Look::Plain, this);
        button->setObjectName(u"%1Reason%2"_s.arg(name).arg(i + 1));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setKey(QKeySequence(Qt::Key_1 + i), this);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QAbstractButton::toggled, this,
                [button](bool on) { button->setIconName(on ? "check"_L1 : ""_L1); });
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            m_ownWords->clear();
            button->setFocus(Qt::OtherFocusReason); // what has the focus is what is chosen
        });
        m_choices->addWidget(button, i / 2, i % 2);
        m_reasons[size_t(i)] = button;
    }
    m_answers->setSpacing(tokens::space8);
    m_answers->addWidget(m_confirm);
    m_answers->addWidget(m_leave, 0, Qt::AlignVCenter);
    m_answers->addStretch();

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(tokens::space8);
    m_column->addWidget(m_question);
    m_column->addWidget(m_why);
    m_column->addLayout(m_choices);
    m_column->addWidget(m_ownWords);
    m_column->addLayout(m_answers);
    m_column->addStretch();

    const QList<QWidget *> order{m_reasons[0], m_reasons[1], m_reasons[2], m_reasons[3],
                                 m_ownWords,   m_confirm,    m_leave};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    connect(m_ownWords, &QLineEdit::textChanged, this, &ReasonPanel::takeOwnWords);
    connect(m_confirm, &QAbstractButton::clicked, this, [this] {
        if (!m_resting.isValid() || m_resting.hasExpired(restsMs))
            confirm(reason());
    });
    connect(m_leave, &QAbstractButton::clicked, this, &ReasonPanel::left);
}

void ReasonPanel::begin()
{
    m_resting.invalidate();
    m_ownWords->setText({}); // another one's words cannot be brought back
    m_reasons.front()->setChecked(true);
    retranslate();
    m_reasons.front()->setFocus(Qt::OtherFocusReason);
}

void ReasonPanel::takeFocus()
{
    const auto chosen = std::ranges::find_if(m_reasons, &QAbstractButton::isChecked);
    QWidget *place = chosen == m_reasons.end() ? static_cast<QWidget *>(m_ownWords) : *chosen;
    place->setFocus(Qt::OtherFocusReason);
}

void ReasonPanel::rest()
{
    m_resting.start();
}

void ReasonPanel::forgetReason()
{
    m_ownWords->setText({}); // clear() could be undone
}

void ReasonPanel::setTight(bool tight)
{
    m_why->setVisible(!tight);
}

/// Two reasons a line where both are read with their keys; one below the other where there is height for it.
void ReasonPanel::arrangeReasons()
{
    int widest = 0;
    for (const ActionButton *button : m_reasons)
        widest = qMax(widest, button->sizeHint().width());
    const int why = m_why->isHidden() ? 0 : m_why->heightForWidth(width()) + tokens::space8;
    const int needed = m_question->heightForWidth(width()) + why + m_ownWords->sizeHint().height() +
                       m_confirm->sizeHint().height() +
                       int(m_reasons.size()) * (tokens::controlHeight + tokens::space8) + 2 * tokens::space8;
    const int columns = width() >= 2 * widest + tokens::space8 || height() < needed ? 2 : 1;
    if (columns == (m_choices->itemAtPosition(0, 1) ? 2 : 1))
        return;
    for (int i = 0; i < int(m_reasons.size()); ++i)
        m_choices->addWidget(m_reasons[size_t(i)], i / columns, i % columns);
}

/// Where there is width enough own words are written beside the answers.
void ReasonPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeReasons();
    const bool beside = width() >= textScaled(leastBeside);
    if (beside == (m_answers->indexOf(m_ownWords) >= 0))
        return;
    m_column->removeWidget(m_ownWords);
    m_answers->removeWidget(m_ownWords);
    if (beside)
        m_answers->insertWidget(2, m_ownWords, 1);
    else
        m_column->insertWidget(3, m_ownWords);
}

/// Own words take the place of the reasons offered, and are seen to.
void ReasonPanel::takeOwnWords()
{
    if (m_ownWords->text().simplified().isEmpty()) {
        if (std::ranges::none_of(m_reasons, &QAbstractButton::isChecked))
            m_reasons.front()->setChecked(true);
        return;
    }
    for (ActionButton *button : m_reasons) {
        button->setAutoExclusive(false);
        button->setChecked(false);
        button->setAutoExclusive(true);
    }
}

QString ReasonPanel::reason() const
{
    if (const QString words = m_ownWords->text().simplified(); !words.isEmpty())
        return words;
    for (const ActionButton *button : m_reasons)
        if (button->isChecked())
            return button->text();
    return m_reasons.front()->text();
}

void ReasonPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReasonPanel::retranslate()
{
    const Words said = words();
    m_question->setText(said.question);
    m_why->setText(said.why);
    for (size_t i = 0; i < m_reasons.size(); ++i)
        m_reasons[i]->setLabel(said.reasons[i]);
    m_ownWords->setPlaceholderText(tr("Or in your own words"));
    m_ownWords->setAccessibleName(tr("Reason in your own words"));
    m_confirm->setLabel(said.confirm);
    m_leave->setLabel(tr("Leave it"));
    arrangeReasons();
}

} // namespace checkpoint
