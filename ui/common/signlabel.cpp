#include "ui/common/signlabel.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace checkpoint {

SignLabel::SignLabel(int size, QWidget *parent) : QWidget(parent)
{
    setFixedSize(size, size);
}

void SignLabel::setSign(QLatin1StringView icon, QRgb Colours::*ink)
{
    m_icon = icon;
    m_ink = ink;
    update();
}

void SignLabel::paintEvent(QPaintEvent *)
{
    if (m_icon.isEmpty())
        return;
    QPainter painter(this);
    paintIcon(painter, m_icon, QRectF(rect()), QColor(coloursOf(palette()).*m_ink));
}

} // namespace checkpoint
