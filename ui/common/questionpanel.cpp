#include "ui/common/questionpanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/questionkeys.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

bool confirms(const QKeyEvent &event)
{
    const int key = event.key() == Qt::Key_Enter ? int(Qt::Key_Return) : event.key();
    const QKeySequence pressed(QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(key)));
    return questionkeys::confirm().contains(pressed);
}

} // namespace

QuestionPanel::QuestionPanel(const QString &name, QWidget *parent)
    : OverlayPanel({}, parent)
    , m_question(new QLabel(this))
    , m_note(new QLabel(this))
    , m_confirm(new ActionButton(ActionButton::Look::Plain, this))
    , m_leave(new ActionButton(ActionButton::Look::Primary, this))
{
    setObjectName(name + "Panel"_L1);
    setProperty("card", false); // it stands in one
    setFocusPolicy(Qt::StrongFocus);
    m_question->setObjectName(name + "Question"_L1);
    m_question->setFont(textFont(tokens::headingText, true));
    m_note->setObjectName(name + "Note"_L1);
    m_note->setFont(textFont(tokens::bodyText));
    setTone(m_note, "quiet"_L1);
    m_confirm->setObjectName(name + "Confirm"_L1);
    m_confirm->setKeyHint(questionkeys::hint(questionkeys::confirm()));
    m_leave->setObjectName(name + "Leave"_L1);
    m_leave->setKeyHint(questionkeys::hint(questionkeys::leave()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    for (QLabel *words : {m_question, m_note}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    m_answers = new QBoxLayout(QBoxLayout::LeftToRight);
    m_answers->setSpacing(tokens::space8);
    m_answers->addWidget(m_leave);
    m_answers->addWidget(m_confirm);
    m_answers->addStretch();
    column->addLayout(m_answers);
    connect(m_confirm, &QAbstractButton::clicked, this, &QuestionPanel::confirmed);
    connect(m_leave, &QAbstractButton::clicked, this, &QuestionPanel::left);
    retranslate();
    hide();
}

void QuestionPanel::setWords(const QString &question, const QString &note, const QString &confirm)
{
    m_question->setText(question);
    m_note->setText(note);
    m_confirm->setLabel(confirm);
    arrangeAnswers();
    setAccessibleName(question);
    setAccessibleDescription(note);
}

void QuestionPanel::setTight(bool tight)
{
    m_tight = tight;
    m_note->setVisible(!tight);
    arrangeAnswers();
}

/// An answer without room beside the other would lose its key.
void QuestionPanel::arrangeAnswers()
{
    const int wanted = m_leave->sizeHint().width() + m_answers->spacing() + m_confirm->sizeHint().width();
    m_answers->setDirection(wanted > width() && !m_tight ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void QuestionPanel::resizeEvent(QResizeEvent *event)
{
    OverlayPanel::resizeEvent(event);
    arrangeAnswers();
}

void QuestionPanel::takeFocus()
{
    setFocus(Qt::OtherFocusReason);
}

bool QuestionPanel::end()
{
    const bool focused = hasFocus() || isAncestorOf(QApplication::focusWidget());
    hide();
    return focused;
}

/// Enter or Escape.
void QuestionPanel::takeKey(int)
{
    emit left();
}

/// Whatever else of the window listens to the key does not hear it.
bool QuestionPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && confirms(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return OverlayPanel::event(event);
}

void QuestionPanel::keyPressEvent(QKeyEvent *event)
{
    if (!confirms(*event))
        return OverlayPanel::keyPressEvent(event);
    if (!event->isAutoRepeat())
        emit confirmed();
}

void QuestionPanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QuestionPanel::retranslate()
{
    m_leave->setLabel(tr("Leave it"));
}

} // namespace checkpoint
