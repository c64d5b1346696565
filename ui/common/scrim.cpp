#include "ui/common/scrim.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int veil = 215; ///< of 255: what is behind is known again, and not read

} // namespace

Scrim::Scrim(QWidget *panel, QWidget *parent) : QWidget(parent), m_panel(panel)
{
    setObjectName(u"scrim"_s);
    panel->installEventFilter(this);
    follow();
}

void Scrim::setWanted(bool wanted)
{
    m_wanted = wanted;
    follow();
}

void Scrim::follow()
{
    setVisible(m_wanted && !m_panel->isHidden());
    if (!isHidden())
        stackUnder(m_panel);
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
    case QEvent::ZOrderChange:
        follow();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void Scrim::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void Scrim::paintEvent(QPaintEvent *)
{
    QColor ground(coloursOf(palette()).ground);
    ground.setAlpha(veil);
    QPainter(this).fillRect(rect(), ground);
}

} // namespace checkpoint
