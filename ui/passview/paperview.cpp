#include "ui/passview/paperview.h"

#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/passview/passview.h"
#include "ui/posterview/posterview.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

PaperView::PaperView(QWidget *parent)
    : QWidget(parent)
    , m_which(new ChoiceRow(2, this))
    , m_posters(new PosterView(this))
    , m_passes(new PassView(this))
    , m_pages(new QStackedLayout)
{
    setObjectName(u"paperView"_s);
    m_which->setObjectName(u"paperWhich"_s);
    m_pages->addWidget(m_posters);
    m_pages->addWidget(m_passes);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(tokens::space16, 0, tokens::space16, 0);
    head->addWidget(m_which);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addLayout(head);
    column->addLayout(m_pages, 1);
    connect(m_which, &ChoiceRow::chosen, this, &PaperView::turnTo);
    auto *turn = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    turn->setContext(Qt::WidgetWithChildrenShortcut);
    connect(turn, &QShortcut::activated, this, [this] { showsPasses() ? showPosters() : showPasses(); });
    setFocusProxy(m_which->button(0));
    turnTo(0);
    retranslate();
}

bool PaperView::showsPasses() const
{
    return m_pages->currentWidget() == m_passes;
}

void PaperView::showPosters()
{
    turnTo(0);
    m_which->button(0)->setFocus(Qt::OtherFocusReason);
}

void PaperView::showPasses()
{
    turnTo(1);
    m_passes->begin();
}

void PaperView::turnTo(int index)
{
    m_which->setIndex(index);
    m_pages->setCurrentIndex(index);
    setFocusProxy(m_which->button(index));
    emit turned();
}

QList<KeyHint> PaperView::keyHints() const
{
    QList<KeyHint> hints = showsPasses() ? m_passes->keyHints() : m_posters->keyHints();
    hints.prepend({u"Ctrl+T"_s, showsPasses() ? tr("Posters") : tr("Passes for visitors without a phone")});
    return hints;
}

void PaperView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PaperView::retranslate()
{
    m_which->setLabels({tr("Posters"), tr("Passes")});
    m_which->setAccessibleName(tr("What is printed"));
}

} // namespace checkpoint
