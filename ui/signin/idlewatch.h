#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

namespace checkpoint {

/// Notices that nobody has touched the desk for a while: no key, no mouse, no finger. What a scanner types
/// counts for nobody, since its keys never get to a widget. GUI thread.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// After so many milliseconds; 0: never.
    void setPatience(int ms);

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void touched();

    QTimer m_timer;
    QPoint m_mouse;
};

} // namespace checkpoint
