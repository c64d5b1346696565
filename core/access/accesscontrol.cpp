#include "core/access/accesscontrol.h"

#include "core/access/pinhash.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

template <typename T> Future<Result<T>> ready(const Result<T> &result)
{
    return readyFuture(result);
}

} // namespace

AccessControl::AccessControl(EntryStore *store, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_register(store)
    , m_keys(store)
    , m_clock(clock)
    , m_chores(u"access"_s, QThread::LowPriority)
{
}

Role AccessControl::role() const
{
    if (m_current)
        return m_current->role;
    return hasOperators() ? Role::Nobody : Role::Administrator;
}

Future<Result<QList<DeskOperator>>> AccessControl::load()
{
    return m_register.operators().then(this, [this](const Result<QList<DeskOperator>> &operators) {
        if (operators) {
            m_operators = *operators;
            if (m_current) {
                const auto same = std::ranges::find(m_operators, m_current->id, &DeskOperator::id);
                m_current = same == m_operators.end() ? std::nullopt : std::optional(*same);
            }
            emit changed();
        }
        return operators;
    });
}

// ---- signing in

Future<Result<DeskOperator>> AccessControl::signIn(const QString &name, const QString &pin)
{
    return judge(name, pin).then(this, [this](const Result<DeskOperator> &who) {
        return who ? admit(*who) : ready<DeskOperator>(who.error());
    });
}

Future<Result<DeskOperator>> AccessControl::prove(const QString &name, const QString &pin)
{
    return judge(name, pin).then(this, [this](const Result<DeskOperator> &who) {
        return who ? m_register.permit(who->id).then(
                         this, [who](const Result<void> &noted) { return noted ? who : noted.error(); })
                   : ready<DeskOperator>(who.error());
    });
}

Future<Result<DeskOperator>> AccessControl::judge(const QString &name, const QString &pin)
{
    return m_register.beginSignIn(name, m_clock->now().utcMs)
        .then(this, [this, pin](const Result<SignInTry> &attempt) {
            return attempt ? look(*attempt, pin) : ready<DeskOperator>(attempt.error());
        });
}

Future<Result<DeskOperator>> AccessControl::look(const SignInTry &attempt, const QString &pin)
{
    return m_chores.run([pin, hash = attempt.pinHash] { return isPin(pin, hash); })
        .then(this, [this, attempt](bool isRight) {
            return isRight && attempt.who ? ready<DeskOperator>(*attempt.who) : refuse(attempt);
        });
}

Future<Result<DeskOperator>> AccessControl::admit(const DeskOperator &who)
{
    return m_register.signIn(who.id).then(this,
                                          [this, who](const Result<void> &done) -> Result<DeskOperator> {
                                              if (!done)
                                                  return done.error();
                                              m_current = who;
                                              emit changed();
                                              return who;
                                          });
}

Future<Result<DeskOperator>> AccessControl::refuse(const SignInTry &attempt)
{
    const auto id = attempt.who ? std::optional(attempt.who->id) : std::nullopt;
    return m_register.refuseSignIn(id).then(this, [](const Result<void> &noted) -> Result<DeskOperator> {
        return noted ? Error{ErrorCode::PinWrong, u"name and PIN do not go together"_s} : noted.error();
    });
}

Future<Result<void>> AccessControl::signOut()
{
    return m_register.signOut().then(this, [this](const Result<void> &done) {
        if (done) {
            m_current.reset();
            emit changed();
        }
        return done;
    });
}

// ---- operators

Future<Result<DeskOperator>> AccessControl::add(const QString &name, Role role, const QString &pin)
{
    return m_chores.run([pin] { return pinHash(pin); })
        .then(this,
              [this, name, role](const Result<QByteArray> &hash) {
                  return hash ? m_register.add(name, role, *hash) : ready<DeskOperator>(hash.error());
              })
        .then(this, [this](const Result<DeskOperator> &added) {
            reload();
            return added;
        });
}

Future<Result<void>> AccessControl::remove(const QString &name)
{
    return m_register.remove(name, m_clock->now().utcMs).then(this, [this](const Result<void> &removed) {
        reload();
        return removed;
    });
}

Future<Result<void>> AccessControl::setPin(const QString &name, const QString &pin)
{
    return m_chores.run([pin] { return pinHash(pin); })
        .then(this, [this, name](const Result<QByteArray> &hash) {
            return hash ? m_register.setPin(name, *hash) : ready<void>(hash.error());
        });
}

Future<Result<void>> AccessControl::recover(const Secret &masterKey, const QString &administrator,
                                            const QString &pin)
{
    return m_chores.run([pin] { return pinHash(pin); })
        .then(this, [this, masterKey, administrator](const Result<QByteArray> &hash) {
            return hash ? m_keys.setPin(masterKey, administrator, *hash) : ready<void>(hash.error());
        });
}

Future<Result<void>> AccessControl::setRole(const QString &name, Role role)
{
    return m_register.setRole(name, role).then(this, [this](const Result<void> &done) {
        reload();
        return done;
    });
}

Future<Result<void>> AccessControl::removeAll()
{
    return m_register.removeAll(m_clock->now().utcMs).then(this, [this](const Result<void> &done) {
        reload();
        return done;
    });
}

Future<Result<int>> AccessControl::secondsToWait(const QString &name)
{
    return m_register.waitMs(name, m_clock->now().utcMs)
        .then(this, [](const Result<qint64> &waitMs) -> Result<int> {
            return waitMs ? Result<int>(int((*waitMs + 999) / 1000)) : Result<int>(waitMs.error());
        });
}

void AccessControl::reload()
{
    load().then(this, [](const Result<QList<DeskOperator>> &) {});
}

} // namespace checkpoint
