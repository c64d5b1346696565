#include "ui/mainwindow/signinconnection.h"

#include "ui/firststart/firststartview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/rights.h"
#include "ui/settingsview/operatorsettings.h"
#include "ui/settingsview/settingsview.h"
#include "ui/signin/signinpanel.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

using namespace std::chrono_literals;

namespace {

constexpr auto lookAgainPause = 60s;

} // namespace

SignInConnection::SignInConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window), m_access(parts.access), m_window(window), m_idle(parts.clock, this)
{
    connect(m_access, &AccessControl::changed, this, &SignInConnection::take);
    // Another language has other sentences, another patience counts at once.
    connect(m_window, &MainWindow::preferencesChanged, this, &SignInConnection::take);
    connect(m_window, &MainWindow::lockWanted, this, &SignInConnection::lock);
    connect(&m_idle, &IdleWatch::idle, this, &SignInConnection::lock);
    m_lookAgain.setInterval(lookAgainPause);
    connect(&m_lookAgain, &QTimer::timeout, this,
            [this] { m_access->load().then(this, [](const Result<QList<DeskOperator>> &) {}); });
    connectPanel();
    connectChapter();
    if (m_access->hasOperators())
        take();
}

void SignInConnection::connectPanel()
{
    SignInPanel *panel = m_window->signInPanel();
    connect(panel, &SignInPanel::chosen, this, &SignInConnection::tellWait);
    connect(panel, &SignInPanel::signInWanted, this, [this, panel](const QString &name, const QString &pin) {
        panel->leavesKiosk() ? leaveKiosk(name, pin) : signIn(name, pin);
    });
}

void SignInConnection::connectChapter()
{
    OperatorSettings *chapter = m_window->settingsView()->operatorSettings();
    connect(chapter, &OperatorSettings::addWanted, this,
            [this](const QString &name, Role role, const QString &pin) {
                if (!m_access->hasOperators())
                    return addFirst(name, pin);
                m_access->add(name, role, pin).then(this, [this](const Result<DeskOperator> &added) {
                    sayDone(added);
                });
            });
    connect(chapter, &OperatorSettings::roleWanted, this, [this](const QString &name, Role role) {
        m_access->setRole(name, role).then(this, [this](const Result<void> &done) { sayDone(done); });
    });
    connect(chapter, &OperatorSettings::pinWanted, this, [this](const QString &name, const QString &pin) {
        m_access->setPin(name, pin).then(this, [this](const Result<void> &done) { sayDone(done); });
    });
    connect(chapter, &OperatorSettings::ownPinWanted, this, &SignInConnection::changeOwnPin);
    connect(chapter, &OperatorSettings::removeWanted, this, [this](const QString &name) {
        m_access->remove(name).then(this, [this](const Result<void> &done) { sayDone(done); });
    });
    connect(chapter, &OperatorSettings::endWanted, this, [this] {
        m_access->removeAll().then(this, [this](const Result<void> &done) { sayDone(done); });
    });
    connect(m_window, &MainWindow::administratorNamed, this, &SignInConnection::addFirst);
}

/// A wrong PIN so far counts as one at the sign-in.
void SignInConnection::changeOwnPin(const QString &before, const QString &pin)
{
    const std::optional<DeskOperator> own = m_access->current();
    if (!own)
        return;
    // Whoever comes meanwhile neither changes it nor hears of it.
    const auto isStillThere = [this, id = own->id, locks = m_locks] {
        return locks == m_locks && m_access->current() && m_access->current()->id == id;
    };
    m_access->prove(own->name, before).then(this, [=, this](const Result<DeskOperator> &who) {
        if (!isStillThere())
            return;
        if (!who)
            return sayDone(who);
        m_access->setPin(who->name, pin).then(this, [=, this](const Result<void> &done) {
            if (isStillThere())
                sayDone(done);
        });
    });
}

template <typename T> void SignInConnection::sayDone(const Result<T> &done)
{
    OperatorSettings *chapter = m_window->settingsView()->operatorSettings();
    if (done)
        chapter->showDone();
    else
        chapter->showFailure(done.error());
}

/// The operators, or who is signed in, are others than before.
void SignInConnection::take()
{
    const std::optional<DeskOperator> current = m_leaving ? std::nullopt : m_access->current();
    const bool locked = m_access->hasOperators() && !current;
    const bool atStart = !std::exchange(m_known, true);
    m_lookAgain.start();
    m_window->setOperator(current, m_access->hasOperators());
    m_window->signInPanel()->setOperators(m_access->operators());
    m_window->settingsView()->operatorSettings()->setOperators(m_access->operators(), current);
    applyRights(*m_window, locked ? Role::Nobody : m_access->role());
    m_idle.setPatience(current ? m_window->preferences().lockAfterMinutes * 60'000 : 0);

    const auto now = current ? std::optional(current->id) : std::nullopt;
    const bool another = m_last && now && *m_last != *now;
    m_last = now;
    if (locked != m_window->isLocked())
        m_window->setLocked(locked);
    else if (another)
        m_window->changeOperator();
    if (locked && atStart)
        m_window->beginSignIn();
}

void SignInConnection::signIn(const QString &name, const QString &pin)
{
    emit m_window->operatorLeaves();
    m_signingIn = true;
    m_access->signIn(name, pin).then(this, [this, name, locks = m_locks](const Result<DeskOperator> &who) {
        m_signingIn = false;
        if (locks != m_locks) { // the desk was locked while the PIN was checked
            if (who)
                signOut();
            return;
        }
        if (who) {
            m_leaving = false;
            take();
            m_window->endSignIn();
            return;
        }
        sayRefused(name, who.error());
    });
}

/// An administrator allows that one thing: whoever worked before goes on, with their own rights.
void SignInConnection::leaveKiosk(const QString &name, const QString &pin)
{
    m_access->prove(name, pin).then(this, [this, name, locks = m_locks](const Result<DeskOperator> &who) {
        if (locks != m_locks) // the desk was locked while the PIN was checked
            return;
        if (!who)
            return sayRefused(name, who.error());
        if (!mayDo(who->role, Deed::Settings))
            return sayRefused(name, {ErrorCode::NotAllowed, u"the kiosk is an administrator's"_s});
        m_window->endSignIn();
        m_window->leaveKiosk();
    });
}

void SignInConnection::sayRefused(const QString &name, const Error &why)
{
    m_window->signInPanel()->showFailure(why);
    if (why.code == ErrorCode::PinWrong || why.code == ErrorCode::PinTooSoon)
        tellWait(name);
}

void SignInConnection::tellWait(const QString &name)
{
    m_access->secondsToWait(name).then(this, [this, name](const Result<int> &seconds) {
        if (seconds)
            m_window->signInPanel()->setWait(name, *seconds);
    });
}

void SignInConnection::lock()
{
    if (!m_access->hasOperators() || m_window->isLocked())
        return;
    emit m_window->operatorLeaves();
    ++m_locks;
    m_leaving = true;
    m_window->endSignIn();
    take();
    signOut();
}

void SignInConnection::signOut()
{
    m_access->signOut().then(this, [this](const Result<void> &done) {
        if (done)
            m_leaving = m_signingIn; // hidden until it is known who that is
        else
            m_window->showTrouble({}, done.error()); // hidden all the same
    });
}

/// Whoever sets sign-in up goes on working, as the administrator.
void SignInConnection::addFirst(const QString &name, const QString &pin)
{
    m_access->add(name, Role::Administrator, pin)
        .then(this, [this, name, pin](const Result<DeskOperator> &who) {
            sayDone(who);
            if (who)
                signIn(name, pin);
            else
                m_window->showTrouble({}, who.error());
        });
}

} // namespace checkpoint
