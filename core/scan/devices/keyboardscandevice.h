#pragma once

#include "core/base/clock.h"
#include "core/scan/devices/rawkeyboard.h"
#include "core/scan/keyburst.h"
#include "core/scan/keytimes.h"
#include "core/scan/scandevice.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

class QInputMethodEvent;
class QInputMethodQueryEvent;
class QKeyEvent;
class QWindow;

namespace checkpoint {

/// Scanners that work as a keyboard: looks at every key and every input-method event of the program, whatever
/// has the focus, and takes those that KeyBurst finds to be a scanner's. The Enter behind a scan presses
/// nothing; what a person types goes where it was meant to go, a moment later. Where nobody can type, input
/// methods are switched off, and everywhere else as soon as a scanner is at work, so that no typing tool
/// rewrites a scan. Several such scanners cannot be told apart: they are one device. Lives on the GUI thread
/// of a QGuiApplication; at most one is running.
class KeyboardScanDevice final : public ScanDevice
{
    Q_OBJECT

public:
    /// `name` is what people call it. The clock outlives the device.
    KeyboardScanDevice(const QString &name, const Clock *clock, QObject *parent = nullptr);
    ~KeyboardScanDevice() override;

    void start() override;
    void stop() override;

    /// What is known of the scanner; learned on from there.
    void setProfile(const ScannerProfile &profile);
    const ScannerProfile &profile() const { return m_burst.profile(); }

    static QString idOfKeyboard();

signals:
    /// A scan has taught something of the scanner.
    void profileLearned(const checkpoint::ScannerProfile &profile);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct HeldEvent
    {
        std::unique_ptr<QEvent> event;
        QPointer<QObject> receiver; ///< a window, or where the input method's text went
        QPointer<QObject> focus;    ///< what had the focus
    };

    bool isHeldDown(const QKeyEvent *event);
    KeyInput::Kind kindOf(const QKeyEvent *event);
    bool overrideShortcut(QKeyEvent *event);
    bool takePress(QObject *window, QKeyEvent *event);
    bool takeRelease(QObject *window, QKeyEvent *event);
    bool takeComposition(QObject *receiver, QInputMethodEvent *event);
    bool answerQuery(QObject *receiver, QInputMethodQueryEvent *event);
    bool carryOut(KeyDecision decision, QObject *receiver, const QEvent *event);
    void deliver(TypedScan scan);
    void giveBack();
    void giveBack(const HeldEvent &held);
    void dropHeld();
    void expire();
    bool isScannerAtTheKeys() const;
    void schedule();
    void endComposition();
    void noteMethodLag();
    void forgetPressed(const QEvent *event);
    qint64 timeOf(quint64 timestamp);
    KeyInput inputOf(const QKeyEvent *event);

    const Clock *const m_clock;
    KeyBurst m_burst;
    std::unique_ptr<RawKeyboard> m_raw; ///< from start() to stop()
    ScanTiming m_lastTiming;
    std::vector<HeldEvent> m_held;
    std::set<quint32> m_swallowed; ///< keys whose release is to come
    QTimer m_timer;
    qint64 m_methodLagMs = 20; ///< how long keys are in the input method
    bool m_secondLook = false; ///< the timer has run out once; what waited in the system is seen first
    bool m_replaying = false;
    int m_overridesAhead = 0; ///< texts of which the shortcut was stopped and the key press is to come
    quint32 m_lastKey = 0;    ///< the last one pressed anew
    qint64 m_lastKeyMs = 0;   ///< when that was
    KeyTimes m_times;
};

} // namespace checkpoint
