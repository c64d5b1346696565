#include "ui/signin/lockedpage.h"

#include "ui/common/actionbutton.h"
#include "ui/common/emptystate.h"
#include "ui/common/signlabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

LockedPage::LockedPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new EmptyState(u"lockedTitle"_s, this))
    , m_signIn(new ActionButton(ActionButton::Look::Primary, this))
{
    setObjectName(u"lockedPage"_s);
    m_signIn->setObjectName(u"lockedSignIn"_s);
    m_signIn->setKeyHint(u"F8"_s);
    auto *sign = new SignLabel(2 * tokens::iconSize, this);
    sign->setSign("key"_L1, &Colours::quiet);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(sign, 0, Qt::AlignHCenter);
    column->addWidget(m_words);
    column->addWidget(m_signIn, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setFocusProxy(m_signIn);
    connect(m_signIn, &QAbstractButton::clicked, this, &LockedPage::signInWanted);
    retranslate();
}

void LockedPage::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && !text.isEmpty() && text[0].isPrint())
        emit typed(text);
    else
        QWidget::keyPressEvent(event);
}

void LockedPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LockedPage::retranslate()
{
    setAccessibleName(tr("The desk is locked"));
    m_words->setWords(tr("The desk is locked"), tr("Scanning goes on. Sign in to see the data."));
    m_signIn->setLabel(tr("Sign in"));
}

} // namespace checkpoint
