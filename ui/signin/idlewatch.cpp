#include "ui/signin/idlewatch.h"

#include <QCoreApplication>
#include <QMouseEvent>

namespace checkpoint {

IdleWatch::IdleWatch(QObject *parent) : QObject(parent), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
}

void IdleWatch::setPatience(int ms)
{
    if (ms == (m_timer.isActive() ? m_timer.interval() : 0))
        return;
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
    if (ms <= 0)
        return;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start(ms);
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (watched->isWidgetType())
            touched();
        break;
    case QEvent::MouseMove: {
        // A window that changes under a mouse that rests is told of a move as well.
        const QPoint mouse = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        if (mouse != m_mouse)
            touched();
        m_mouse = mouse;
        break;
    }
    default:
        break;
    }
    return false;
}

void IdleWatch::touched()
{
    if (m_timer.isActive())
        m_timer.start();
}

} // namespace checkpoint
