#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/worker.h"
#include "core/store/folderkeys.h"
#include "core/store/operatorregister.h"

#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace checkpoint {

/// Who is signed in at a desk, and what they may do. Lives on the GUI thread, made when the store is
/// unlocked; store and clock outlive it. PINs are looked at on a thread of its own. It tells front ends what
/// to offer; what is not allowed the store refuses by itself.
class AccessControl : public QObject
{
    Q_OBJECT

public:
    AccessControl(EntryStore *store, const Clock *clock, QObject *parent = nullptr);

    /// Reads who the operators are; to be called once before anything else, and emits changed().
    Future<Result<QList<DeskOperator>>> load();

    /// Without operators everybody may do everything.
    bool hasOperators() const { return !m_operators.isEmpty(); }
    QList<DeskOperator> operators() const { return m_operators; }
    std::optional<DeskOperator> current() const { return m_current; }
    Role role() const;
    bool mayDo(Deed deed) const { return checkpoint::mayDo(role(), deed); }

    /// PinWrong, PinTooSoon (with the seconds in its detail), or the store's errors; nobody is signed out by
    /// them.
    Future<Result<DeskOperator>> signIn(const QString &name, const QString &pin);
    /// The same for one deed that follows: who is signed in stays so.
    Future<Result<DeskOperator>> prove(const QString &name, const QString &pin);
    /// Nobody is signed in from now on; the desk goes on scanning.
    Future<Result<void>> signOut();

    /// As in OperatorRegister, with the errors of pinHash().
    Future<Result<DeskOperator>> add(const QString &name, Role role, const QString &pin);
    Future<Result<void>> remove(const QString &name);
    Future<Result<void>> setPin(const QString &name, const QString &pin);
    Future<Result<void>> setRole(const QString &name, Role role);
    /// Nobody signs in from now on.
    Future<Result<void>> removeAll();

    /// Seconds until the next PIN of this operator is looked at.
    Future<Result<int>> secondsToWait(const QString &name);

    /// A forgotten PIN: gives an administrator another one, for whoever has the folder's master key, as from
    /// a recovery sheet. The errors of FolderKeys::setPin() and of pinHash(). Nobody is signed in by it.
    Future<Result<void>> recover(const Secret &masterKey, const QString &administrator, const QString &pin);

signals:
    /// The operators, or who is signed in.
    void changed();

private:
    /// Whose PIN that is; a wrong one is noted.
    Future<Result<DeskOperator>> judge(const QString &name, const QString &pin);
    Future<Result<DeskOperator>> look(const SignInTry &attempt, const QString &pin);
    Future<Result<DeskOperator>> admit(const DeskOperator &who);
    Future<Result<DeskOperator>> refuse(const SignInTry &attempt);
    void reload();

    OperatorRegister m_register;
    FolderKeys m_keys;
    const Clock *const m_clock;
    QList<DeskOperator> m_operators;
    std::optional<DeskOperator> m_current;
    Worker m_chores; // unmade first
};

} // namespace checkpoint
