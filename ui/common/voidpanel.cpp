#include "ui/common/voidpanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

VoidPanel::VoidPanel(QWidget *parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_why(new QLabel(this))
    , m_ownWords(new QLineEdit(this))
    , m_confirm(new ActionButton(ActionButton::Look::Primary, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"voidPanel"_s);
    m_question->setObjectName(u"voidQuestion"_s);
    m_question->setFont(textFont(tokens::headingText, true));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_why->setFont(textFont(tokens::bodyText));
    setTone(m_why, "quiet"_L1);
    m_ownWords->setObjectName(u"voidOwnWords"_s);
    m_ownWords->setMaxLength(200);
    m_confirm->setObjectName(u"voidConfirm"_s);
    m_confirm->setKey(Qt::Key_Return);
    m_leave->setObjectName(u"voidLeave"_s);
    m_leave->setKey(Qt::Key_Escape);

    auto *reasons = new QGridLayout;
    reasons->setSpacing(tokens::space8);
    for (int i = 0; i < int(m_reasons.size()); ++i) {
        auto *button = new ActionButton(ActionButton::Look::Plain, this);
        button->setObjectName(u"voidReason%1"_s.arg(i + 1));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setKey(QKeySequence(Qt::Key_1 + i));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QAbstractButton::clicked, this, [this] { m_ownWords->clear(); });
        reasons->addWidget(button, i / 2, i % 2);
        m_reasons[size_t(i)] = button;
    }
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_confirm);
    answers->addWidget(m_leave, 0, Qt::AlignVCenter);
    answers->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addWidget(m_question);
    column->addWidget(m_why);
    column->addLayout(reasons);
    column->addWidget(m_ownWords);
    column->addSpacing(tokens::space8);
    column->addLayout(answers);
    column->addStretch();

    const QList<QWidget *> order{m_reasons[0], m_reasons[1], m_reasons[2], m_reasons[3],
                                 m_ownWords,   m_confirm,    m_leave};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    connect(m_ownWords, &QLineEdit::textChanged, this, &VoidPanel::takeOwnWords);
    connect(m_confirm, &QAbstractButton::clicked, this, [this] { emit confirmed(m_entryId, reason()); });
    connect(m_leave, &QAbstractButton::clicked, this, &VoidPanel::left);
    retranslate();
}

void VoidPanel::ask(const QUuid &entryId, Direction direction, const Moment &at, const VisitorData &visitor)
{
    m_entryId = entryId;
    m_direction = direction;
    m_at = at;
    m_visitor = visitor;
    m_ownWords->clear();
    m_reasons.front()->setChecked(true);
    retranslate();
    m_reasons.front()->setFocus(Qt::OtherFocusReason);
}

void VoidPanel::setTight(bool tight)
{
    m_why->setVisible(!tight);
}

/// Own words take the place of the reasons offered, and are seen to.
void VoidPanel::takeOwnWords()
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

QString VoidPanel::reason() const
{
    if (const QString words = m_ownWords->text().simplified(); !words.isEmpty())
        return words;
    for (const ActionButton *button : m_reasons)
        if (button->isChecked())
            return button->text();
    return m_reasons.front()->text();
}

void VoidPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VoidPanel::retranslate()
{
    m_question->setText(tr("Take back: %1, %2 at %3?")
                            .arg(personName(m_visitor), directionShout(m_direction), clockText(m_at)));
    m_why->setText(tr("Why? The entry stays on record as taken back."));
    const QString reasons[] = {tr("Wrong person"), tr("Scanned by mistake"), tr("Visitor did not pass"),
                               tr("Only a test")};
    for (size_t i = 0; i < m_reasons.size(); ++i)
        m_reasons[i]->setLabel(reasons[i]);
    m_ownWords->setPlaceholderText(tr("Or in your own words"));
    m_ownWords->setAccessibleName(tr("Reason in your own words"));
    m_confirm->setLabel(tr("Take back"));
    m_leave->setLabel(tr("Leave it"));
}

} // namespace checkpoint
