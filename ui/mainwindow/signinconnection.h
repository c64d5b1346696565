#pragma once

#include "core/access/accesscontrol.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/signin/idlewatch.h"

#include <QObject>
#include <QTimer>
#include <QUuid>

#include <optional>

namespace checkpoint {

class MainWindow;

/// The wires between who is signed in and what the window shows: signing in and changing, locking now or when
/// nobody has touched the desk for a while, what each role may press, and the chapter of the operators. GUI
/// thread; owned by the main window, its child.
class SignInConnection : public QObject
{
    Q_OBJECT

public:
    SignInConnection(const DeskParts &parts, MainWindow *window);

    /// Hides at once; that nobody is signed in any more is written down behind it. Nothing without operators.
    void lock();

private:
    void connectPanel();
    void connectChapter();
    void take();
    void signOut();
    void signIn(const QString &name, const QString &pin);
    void leaveKiosk(const QString &name, const QString &pin);
    void addFirst(const QString &name, const QString &pin);
    void changeOwnPin(const QString &before, const QString &pin);
    void sayRefused(const QString &name, const Error &why);
    void tellWait(const QString &name);
    template <typename T> void sayDone(const Result<T> &done);

    AccessControl *const m_access;
    MainWindow *const m_window;
    IdleWatch m_idle;
    QTimer m_lookAgain; ///< the command line may make operators meanwhile
    std::optional<QUuid> m_last;
    int m_locks = 0;          ///< how often the desk was locked
    bool m_signingIn = false; ///< a PIN is being checked
    bool m_known = false;     ///< who the operators are was told once
    bool m_leaving = false;   ///< locked, and on the way out
};

} // namespace checkpoint
