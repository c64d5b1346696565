#include "ui/settingsview/besideline.h"

#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace checkpoint {

BesideLine::BesideLine(QWidget *parent)
    : QWidget(parent), m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(tokens::space8);
}

void BesideLine::add(QWidget *part, int stretch, int least)
{
    m_layout->addWidget(part, stretch);
    m_parts.push_back({part, least});
}

/// Beside each other also while they stand below each other: else they would stay there.
QSize BesideLine::sizeHint() const
{
    return {wanted(), QWidget::sizeHint().height()};
}

/// It can always be as narrow as its parts below each other.
QSize BesideLine::minimumSizeHint() const
{
    int widest = 0;
    for (const Part &part : m_parts)
        if (!part.widget->isHidden())
            widest = std::max(widest, part.widget->minimumSizeHint().width());
    return {widest, QWidget::minimumSizeHint().height()};
}

bool BesideLine::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        arrange();
    return QWidget::event(event);
}

void BesideLine::arrange()
{
    m_layout->setDirection(wanted() <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

int BesideLine::wanted() const
{
    int needed = -m_layout->spacing();
    for (const Part &part : m_parts)
        if (!part.widget->isHidden())
            needed += m_layout->spacing() +
                      (part.least > 0 ? textScaled(part.least) : part.widget->sizeHint().width());
    return needed;
}

} // namespace checkpoint
