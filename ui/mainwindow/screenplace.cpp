#include "ui/mainwindow/screenplace.h"

#include <QEvent>
#include <QGuiApplication>
#include <QShortcut>
#include <QWidget>

namespace checkpoint {

ScreenPlace::ScreenPlace(QWidget *window) : QObject(window), m_window(window)
{
    auto *toggle = new QShortcut(Qt::Key_F11, window);
    toggle->setAutoRepeat(false);
    connect(toggle, &QShortcut::activated, this, &ScreenPlace::toggleFullScreen);
    auto *leave = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F11), window);
    connect(leave, &QShortcut::activated, this, [this] {
        if (m_mode == WindowMode::Kiosk)
            emit leavingWanted();
    });
    window->installEventFilter(this);
}

void ScreenPlace::setMode(WindowMode mode)
{
    m_mode = mode;
    // Whoever ends the program itself is let through; that is seen at the application only.
    if (mode == WindowMode::Kiosk)
        qGuiApp->installEventFilter(this);
    else
        qGuiApp->removeEventFilter(this);
    const bool full = mode != WindowMode::Normal;
    m_window->setWindowState(full ? m_window->windowState() | Qt::WindowFullScreen
                                  : m_window->windowState() & ~Qt::WindowFullScreen);
}

void ScreenPlace::toggleFullScreen()
{
    if (m_mode != WindowMode::Kiosk)
        emit modeWanted(m_mode == WindowMode::Normal ? WindowMode::FullScreen : WindowMode::Normal);
}

bool ScreenPlace::eventFilter(QObject *watched, QEvent *event)
{
    m_ending = m_ending || event->type() == QEvent::Quit || qGuiApp->isSavingSession();
    if (watched != m_window || event->type() != QEvent::Close || m_mode != WindowMode::Kiosk || m_ending)
        return QObject::eventFilter(watched, event);
    event->ignore();
    emit closeRefused();
    return true;
}

} // namespace checkpoint
