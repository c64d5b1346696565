#include "ui/settingsview/controlpair.h"

#include "ui/common/tokens.h"

#include <QBoxLayout>
#include <QEvent>

namespace checkpoint {

ControlPair::ControlPair(QWidget *parent)
    : QWidget(parent), m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void ControlPair::setControls(QWidget *first, QWidget *second)
{
    m_first = first;
    m_second = second;
    const bool grows = first->sizePolicy().expandingDirections() & Qt::Horizontal;
    m_layout->addWidget(first, grows ? 1 : 0, grows ? Qt::Alignment() : Qt::AlignLeft);
    m_layout->addWidget(second, 0, Qt::AlignLeft);
    if (!grows)
        m_layout->addStretch(1);
}

QSize ControlPair::minimumSizeHint() const
{
    const int widest = qMax(m_first->minimumSizeHint().width(), m_second->minimumSizeHint().width());
    return {widest, m_layout->minimumSize().height()};
}

bool ControlPair::event(QEvent *event)
{
    // Another language or another size of text needs another arrangement.
    if (m_second && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        arrange();
    return QWidget::event(event);
}

void ControlPair::arrange()
{
    const int wanted = m_first->sizeHint().width() + tokens::space12 + m_second->sizeHint().width();
    const bool beside = width() >= wanted;
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Setting it asks to be laid out again, which comes here: without end, were it set every time.
    if (const int spacing = beside ? tokens::space12 : tokens::space4; m_layout->spacing() != spacing)
        m_layout->setSpacing(spacing);
}

} // namespace checkpoint
