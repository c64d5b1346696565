#pragma once

#include <QObject>
#include <QPoint>
#include <QTimer>

namespace checkpoint {

class Clock;

/// Notices that nobody has touched the desk for a while: no key, no mouse, no finger. What a scanner types
/// counts for nobody, since its keys never get to a widget. A laptop that sleeps is not touched either: the
/// first key after it is looked at late, and goes nowhere. GUI thread; the clock outlives it.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(const Clock *clock, QObject *parent = nullptr);

    /// After so many milliseconds, as the clock's steady time tells; 0: never.
    void setPatience(int ms);

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool look();

    const Clock *const m_clock;
    QTimer m_timer; ///< when the time is looked at
    int m_patience = 0;
    qint64 m_touchedMs = 0;
    QPoint m_mouse;
};

} // namespace checkpoint
