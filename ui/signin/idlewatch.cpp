#include "ui/signin/idlewatch.h"

#include "core/base/clock.h"

#include <QCoreApplication>
#include <QMouseEvent>

#include <chrono>

using namespace std::chrono_literals;

namespace checkpoint {

namespace {

/// Those of a scanner do get to a widget.
bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr ||
           key == Qt::Key_Meta || key == Qt::Key_CapsLock;
}

} // namespace

IdleWatch::IdleWatch(const Clock *clock, QObject *parent) : QObject(parent), m_clock(clock), m_timer(this)
{
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::setPatience(int ms)
{
    if (ms == m_patience)
        return;
    m_patience = ms;
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
    if (ms <= 0)
        return;
    QCoreApplication::instance()->installEventFilter(this);
    m_touchedMs = m_clock->steadyMs();
    m_timer.start();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    bool isTouch = false;
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a key that is a shortcut is pressed on no widget
        isTouch = watched->isWidgetType() && !isModifier(static_cast<QKeyEvent *>(event)->key());
        break;
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        isTouch = watched->isWidgetType();
        break;
    case QEvent::MouseMove: {
        // A window that changes under a mouse that rests is told of a move as well.
        const QPoint mouse = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        isTouch = mouse != m_mouse;
        m_mouse = mouse;
        break;
    }
    default:
        break;
    }
    if (!isTouch)
        return false;
    if (look())
        return true;
    m_touchedMs = m_clock->steadyMs();
    return false;
}

/// True when it was for too long.
bool IdleWatch::look()
{
    if (m_patience <= 0 || m_clock->steadyMs() - m_touchedMs < m_patience)
        return false;
    setPatience(0);
    emit idle();
    return true;
}

} // namespace checkpoint
