#include "core/store/operatorregister.h"

#include "core/base/ids.h"
#include "core/store/ledgerrows.h"
#include "core/store/storethreads_p.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

/// Seconds after the first, second … wrong PIN in a row; the last holds for all further ones.
constexpr std::array<qint64, 8> delays{1, 2, 5, 15, 30, 60, 120, 300};

struct OperatorRow
{
    RowId row = 0;
    DeskOperator who;
};

std::optional<OperatorRow> find(Connection &connection, const QString &where, const auto &value)
{
    Statement row = connection.query(
        u"SELECT id, uuid, name, role FROM operator WHERE removed_ms IS NULL AND "_s + where, value);
    if (!row.next())
        return std::nullopt;
    return OperatorRow{row.integer(0),
                       {row.uuid(1), row.text(2), roleFromId(row.text(3)).value_or(Role::Operator)}};
}

std::optional<OperatorRow> named(Connection &connection, const QString &name)
{
    return find(connection, u"name = ?"_s, name.normalized(QString::NormalizationForm_C).simplified());
}

int countOf(Connection &connection, const QString &where)
{
    Statement row =
        connection.query(u"SELECT count(*) FROM operator WHERE removed_ms IS NULL AND "_s + where);
    return row.next() ? int(row.integer(0)) : 0;
}

Result<DeskOperator> added(Connection &connection, const Vault &vault, const QString &name, Role role,
                           const QByteArray &pinHash)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Operators);
    const DeskOperator who{newRandomId(), name.normalized(QString::NormalizationForm_C).simplified(), role};
    const bool isFirst = countOf(connection, u"1"_s) == 0;
    if (who.name.isEmpty() || role == Role::Nobody)
        connection.fail({ErrorCode::WrongUse, u"an operator needs a name and a role"_s});
    if (isFirst && role != Role::Administrator)
        connection.fail({ErrorCode::WrongUse, u"the first operator has to be an administrator"_s});
    if (named(connection, who.name))
        connection.fail({ErrorCode::WrongUse, u"there is an operator of that name"_s});
    connection.run(u"INSERT INTO operator (uuid, name, role, sealed_pin) VALUES (?, ?, ?, ?)"_s, who.id,
                   who.name, roleId(role), vault.seal(Vault::RowKind::OperatorPin, who.id, pinHash));
    LedgerRows(connection, vault)
        .note(LedgerNote::Operator, u"added %1 %2"_s.arg(roleId(role), idText(who.id)));
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    return who;
}

Result<void> removed(Connection &connection, const Vault &vault, const QString &name, qint64 nowMs)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Operators);
    const std::optional<OperatorRow> found = named(connection, name);
    const bool isLastAdministrator = found && found->who.role == Role::Administrator &&
                                     countOf(connection, u"role = 'administrator'"_s) == 1;
    if (!found)
        connection.fail({ErrorCode::NotFound, u"there is no operator of that name"_s});
    if (isLastAdministrator && countOf(connection, u"1"_s) > 1)
        connection.fail({ErrorCode::WrongUse, u"the last administrator goes last"_s});
    if (found) {
        connection.run(u"UPDATE operator SET removed_ms = ?, sealed_pin = NULL WHERE id = ?"_s, nowMs,
                       found->row);
        LedgerRows(connection, vault).note(LedgerNote::Operator, u"removed "_s + idText(found->who.id));
    }
    return transaction.commit();
}

Result<void> pinSet(Connection &connection, const Vault &vault, const QString &name,
                    const QByteArray &pinHash)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    const std::optional<OperatorRow> found = named(connection, name);
    if (!found || found->row != connection.acting().row)
        connection.require(Deed::Operators);
    if (!found) {
        connection.fail({ErrorCode::NotFound, u"there is no operator of that name"_s});
    } else {
        connection.run(u"UPDATE operator SET sealed_pin = ?, failures = 0, next_try_ms = 0 WHERE id = ?"_s,
                       vault.seal(Vault::RowKind::OperatorPin, found->who.id, pinHash), found->row);
        LedgerRows(connection, vault).note(LedgerNote::Operator, u"PIN of "_s + idText(found->who.id));
    }
    return transaction.commit();
}

Result<void> roleSet(Connection &connection, const Vault &vault, const QString &name, Role role)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Operators);
    const std::optional<OperatorRow> found = named(connection, name);
    const bool isLastAdministrator = found && found->who.role == Role::Administrator &&
                                     countOf(connection, u"role = 'administrator'"_s) == 1;
    if (!found)
        connection.fail({ErrorCode::NotFound, u"there is no operator of that name"_s});
    if (role == Role::Nobody || (isLastAdministrator && role != Role::Administrator))
        connection.fail({ErrorCode::WrongUse, u"the last administrator stays one"_s});
    if (found && found->who.role != role) {
        connection.run(u"UPDATE operator SET role = ? WHERE id = ?"_s, roleId(role), found->row);
        LedgerRows(connection, vault)
            .note(LedgerNote::Operator, u"%1 is %2"_s.arg(idText(found->who.id), roleId(role)));
    }
    return transaction.commit();
}

Result<void> allRemoved(Connection &connection, const Vault &vault, qint64 nowMs)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.require(Deed::Operators);
    connection.run(u"UPDATE operator SET removed_ms = ?, sealed_pin = NULL WHERE removed_ms IS NULL"_s,
                   nowMs);
    LedgerRows(connection, vault).note(LedgerNote::Operator, u"all removed: nobody signs in"_s);
    return transaction.commit();
}

Result<SignInTry> begun(Connection &connection, const Vault &vault, const QString &name, qint64 nowMs)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    SignInTry attempt;
    qint64 waitMs = 0;
    if (const std::optional<OperatorRow> found = named(connection, name)) {
        attempt.who = found->who;
        int failures = 0;
        {
            Statement row = connection.query(
                u"SELECT failures, next_try_ms, sealed_pin FROM operator WHERE id = ?"_s, found->row);
            if (row.next()) {
                failures = int(row.integer(0));
                waitMs = row.integer(1) - nowMs;
                const Result<QByteArray> hash =
                    vault.open(Vault::RowKind::OperatorPin, found->who.id, row.blob(2));
                if (hash)
                    attempt.pinHash = *hash;
                else
                    connection.fail(hash.error());
            }
        }
        // A clock that was set back makes nobody wait longer than the delay.
        const qint64 delay = OperatorRegister::delayMs(failures);
        if (waitMs > delay)
            waitMs = delay;
        const bool isTooSoon = waitMs > 0;
        connection.run(u"UPDATE operator SET failures = ?, next_try_ms = ? WHERE id = ?"_s,
                       isTooSoon ? failures : failures + 1,
                       nowMs + (isTooSoon ? waitMs : OperatorRegister::delayMs(failures + 1)), found->row);
    }
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    if (waitMs > 0)
        return Error{ErrorCode::PinTooSoon,
                     u"the next PIN is looked at in %1 s"_s.arg((waitMs + 999) / 1000)};
    return attempt;
}

Result<void> signedIn(Connection &connection, const Vault &vault, const QUuid &id)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    const std::optional<OperatorRow> found = find(connection, u"uuid = ?"_s, id);
    if (!found)
        connection.fail({ErrorCode::NotFound, u"there is no such operator"_s});
    const Acting before = connection.acting();
    if (found) {
        connection.setActing({found->who.role, found->row});
        connection.run(u"UPDATE operator SET failures = 0, next_try_ms = 0 WHERE id = ?"_s, found->row);
        LedgerRows(connection, vault).note(LedgerNote::SignIn, u"in"_s);
    }
    Result<void> committed = transaction.commit();
    if (!committed)
        connection.setActing(before);
    return committed;
}

} // namespace

qint64 OperatorRegister::delayMs(int failures)
{
    return failures <= 0 ? 0 : delays[std::min(std::size_t(failures), delays.size()) - 1] * 1000;
}

Future<Result<QList<DeskOperator>>> OperatorRegister::operators()
{
    return m_store->d->readFrom([](Connection &connection, const VaultPointer &) {
        QList<DeskOperator> operators;
        Statement rows = connection.query(
            u"SELECT uuid, name, role FROM operator WHERE removed_ms IS NULL ORDER BY name"_s);
        while (rows.next())
            operators.append({rows.uuid(0), rows.text(1), roleFromId(rows.text(2)).value_or(Role::Operator)});
        return connection.answer(operators);
    });
}

Future<Result<SignInTry>> OperatorRegister::beginSignIn(const QString &name, qint64 nowMs)
{
    return m_store->d->noteBeside([name, nowMs](Connection &connection, const VaultPointer &vault) {
        return begun(connection, *vault, name, nowMs);
    });
}

Future<Result<void>> OperatorRegister::signIn(const QUuid &id)
{
    return m_store->d->noteBeside(
        [id, d = m_store->d.get()](Connection &connection, const VaultPointer &vault) {
            Result<void> done = signedIn(connection, *vault, id);
            d->actForReading(connection.acting());
            return done;
        });
}

Future<Result<void>> OperatorRegister::permit(const QUuid &id)
{
    return m_store->d->noteBeside([id](Connection &connection, const VaultPointer &vault) {
        Transaction transaction(connection, Transaction::Kind::Write);
        if (const std::optional<OperatorRow> found = find(connection, u"uuid = ?"_s, id)) {
            connection.run(u"UPDATE operator SET failures = 0, next_try_ms = 0 WHERE id = ?"_s, found->row);
            LedgerRows(connection, *vault).note(LedgerNote::SignIn, u"permitted by "_s + idText(id));
        } else {
            connection.fail({ErrorCode::NotFound, u"there is no such operator"_s});
        }
        return transaction.commit();
    });
}

Future<Result<void>> OperatorRegister::refuseSignIn(const std::optional<QUuid> &id)
{
    return m_store->d->noteBeside([id](Connection &connection, const VaultPointer &vault) {
        Transaction transaction(connection, Transaction::Kind::Write);
        LedgerRows(connection, *vault)
            .note(LedgerNote::Refusal, id ? u"wrong PIN of "_s + idText(*id) : u"unknown operator"_s);
        return transaction.commit();
    });
}

Future<Result<void>> OperatorRegister::signOut()
{
    return m_store->d->noteBeside([d = m_store->d.get()](Connection &connection, const VaultPointer &vault) {
        Transaction transaction(connection, Transaction::Kind::Write);
        if (connection.acting().row)
            LedgerRows(connection, *vault).note(LedgerNote::SignIn, u"out"_s);
        Result<void> committed = transaction.commit();
        if (committed)
            connection.setActing({}); // what that means is looked up when it matters
        d->actForReading(connection.acting());
        return committed;
    });
}

Future<Result<DeskOperator>> OperatorRegister::add(const QString &name, Role role, const QByteArray &pinHash)
{
    return m_store->d->noteBeside([=](Connection &connection, const VaultPointer &vault) {
        return added(connection, *vault, name, role, pinHash);
    });
}

Future<Result<void>> OperatorRegister::remove(const QString &name, qint64 nowMs)
{
    return m_store->d->noteBeside([name, nowMs](Connection &connection, const VaultPointer &vault) {
        return removed(connection, *vault, name, nowMs);
    });
}

Future<Result<void>> OperatorRegister::setPin(const QString &name, const QByteArray &pinHash)
{
    return m_store->d->noteBeside([name, pinHash](Connection &connection, const VaultPointer &vault) {
        return pinSet(connection, *vault, name, pinHash);
    });
}

Future<Result<void>> OperatorRegister::setRole(const QString &name, Role role)
{
    return m_store->d->noteBeside([name, role](Connection &connection, const VaultPointer &vault) {
        return roleSet(connection, *vault, name, role);
    });
}

Future<Result<void>> OperatorRegister::removeAll(qint64 nowMs)
{
    return m_store->d->noteBeside([nowMs](Connection &connection, const VaultPointer &vault) {
        return allRemoved(connection, *vault, nowMs);
    });
}

Future<Result<qint64>> OperatorRegister::waitMs(const QString &name, qint64 nowMs)
{
    return m_store->d->readFrom([name, nowMs](Connection &connection,
                                              const VaultPointer &) -> Result<qint64> {
        qint64 wait = 0;
        if (const std::optional<OperatorRow> found = named(connection, name)) {
            Statement row =
                connection.query(u"SELECT failures, next_try_ms FROM operator WHERE id = ?"_s, found->row);
            if (row.next())
                wait = std::clamp<qint64>(row.integer(1) - nowMs, 0, delayMs(int(row.integer(0))));
        }
        return connection.answer(wait);
    });
}

Future<Result<void>> OperatorRegister::allow(Deed deed)
{
    return m_store->d->readIfMay(
        deed, [](Connection &, const VaultPointer &) -> Result<void> { return Result<void>(); });
}

} // namespace checkpoint
