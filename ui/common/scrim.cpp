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

Scrim::Scrim(QWidget *panel, QWidget *spared, QWidget *parent)
    : QWidget(parent), m_panel(panel), m_spared(spared)
{
    setObjectName(u"scrim"_s);
    for (QWidget *each : {panel, spared, spared->parentWidget()})
        each->installEventFilter(this);
    follow();
}

void Scrim::follow()
{
    setVisible(!m_panel->isHidden());
    if (!isHidden())
        stackUnder(m_panel);
}

void Scrim::spare()
{
    const QRect kept(m_spared->mapTo(parentWidget(), QPoint()) - pos(), m_spared->size());
    if (m_spared->isVisible())
        setMask(QRegion(rect()).subtracted(kept));
    else
        clearMask();
}

void Scrim::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    spare();
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_panel) {
        const QEvent::Type type = event->type();
        if (type == QEvent::Move || type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide)
            spare();
        return QWidget::eventFilter(watched, event);
    }
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
