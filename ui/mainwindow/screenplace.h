#pragma once

#include "ui/common/deskpreferences.h"

#include <QObject>

class QWidget;

namespace checkpoint {

/// Keeps a window in its mode: in its own size, over the whole screen, or as a kiosk, which nobody closes or
/// leaves by accident. GUI thread; owned by the window, its child.
class ScreenPlace : public QObject
{
    Q_OBJECT

public:
    explicit ScreenPlace(QWidget *window);

    void setMode(WindowMode mode);
    WindowMode mode() const { return m_mode; }
    /// F11: full screen on and off; a kiosk stays.
    void toggleFullScreen();

signals:
    /// A key wants another mode; whoever keeps the mode sets it.
    void modeWanted(checkpoint::WindowMode mode);
    /// Ctrl+Shift+F11 in a kiosk; whoever knows who may leave it sets the mode.
    void leavingWanted();
    /// A kiosk was to be closed, and was not.
    void closeRefused();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    WindowMode m_mode = WindowMode::Normal;
    bool m_ending = false; ///< the program is being ended, or the computer shut down
};

} // namespace checkpoint
