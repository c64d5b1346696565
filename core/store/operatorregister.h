#pragma once

#include "core/base/future.h"
#include "core/domain/access.h"
#include "core/store/entrystore.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// Somebody who works at the desk.
struct DeskOperator
{
    QUuid id;
    QString name;
    Role role = Role::Operator;

    bool operator==(const DeskOperator &) const = default;
};

/// A PIN that somebody wants to sign in with: counted as a wrong one until it turns out to be right.
struct SignInTry
{
    std::optional<DeskOperator> who; ///< nothing: nobody has that name
    QByteArray pinHash;              ///< what Argon2id made of the right one
};

/// The operators of a folder, and on whose behalf the store writes. Works on the threads of an EntryStore,
/// which outlives it; may be used from any thread and answers in futures. What is about PINs works beside a
/// program that has the folder open for writing, and holds for it as well.
class OperatorRegister
{
public:
    explicit OperatorRegister(EntryStore *store) : m_store(store) {}

    /// By name; none: everything is allowed to everybody.
    Future<Result<QList<DeskOperator>>> operators();

    /// Counts a try before its PIN is looked at, so that killing the program saves nobody a wait. PinTooSoon
    /// with the seconds to wait in its detail, when too many were wrong.
    Future<Result<SignInTry>> beginSignIn(const QString &name, qint64 nowMs);

    /// The PIN was right: the operator acts from now on, and the wrong ones are forgotten.
    Future<Result<void>> signIn(const QUuid &id);
    /// The PIN was right, and means one thing only: the wrong ones are forgotten, the ledger is told, and
    /// whoever acts goes on doing so. NotFound when there is no such operator any more.
    Future<Result<void>> permit(const QUuid &id);
    /// The PIN was wrong, or there is no such operator: the ledger is told.
    Future<Result<void>> refuseSignIn(const std::optional<QUuid> &id);
    /// Nobody acts from now on.
    Future<Result<void>> signOut();

    /// Adds an operator; the first one has to be an administrator (WrongUse), as has to be whoever adds
    /// others. A name that is there already is WrongUse.
    Future<Result<DeskOperator>> add(const QString &name, Role role, const QByteArray &pinHash);
    /// NotFound when there is no such operator; the last administrator goes only when nobody else is left
    /// (WrongUse).
    Future<Result<void>> remove(const QString &name, qint64 nowMs);
    /// Everybody may give themselves another PIN.
    Future<Result<void>> setPin(const QString &name, const QByteArray &pinHash);
    /// NotFound when there is no such operator; the last administrator stays one while others are there
    /// (WrongUse).
    Future<Result<void>> setRole(const QString &name, Role role);
    /// Everybody goes at once: from now on nobody signs in, and everything is allowed to everybody.
    Future<Result<void>> removeAll(qint64 nowMs);

    /// How long until the next PIN of this operator is looked at; 0: at once, or there is nobody of that
    /// name. Reading thread.
    Future<Result<qint64>> waitMs(const QString &name, qint64 nowMs);

    /// Fails with NotAllowed when whoever acts may not do that. Works where nothing can be written.
    Future<Result<void>> allow(Deed deed);

    /// How long nobody looks at a further PIN after so many wrong ones.
    static qint64 delayMs(int failures);

private:
    EntryStore *const m_store;
};

} // namespace checkpoint
