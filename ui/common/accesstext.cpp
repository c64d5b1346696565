#include "ui/common/accesstext.h"

#include "core/access/pinhash.h"

#include <QCoreApplication>

namespace checkpoint {

namespace {

struct AccessWords
{
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

} // namespace

QString roleWord(Role role)
{
    switch (role) {
    case Role::Nobody:
        return AccessWords::tr("Nobody");
    case Role::Operator:
        return AccessWords::tr("Operator");
    case Role::Supervisor:
        return AccessWords::tr("Supervisor");
    case Role::Administrator:
        return AccessWords::tr("Administrator");
    }
    Q_UNREACHABLE();
}

QString roleMay(Role role)
{
    switch (role) {
    case Role::Nobody:
        return AccessWords::tr("Sees nothing; scanning goes on.");
    case Role::Operator:
        return AccessWords::tr("Scans, sees masked data, voids own entries.");
    case Role::Supervisor:
        return AccessWords::tr(
            "Also shows data in full, voids others' entries, saves reports, prints posters and passes.");
    case Role::Administrator:
        return AccessWords::tr("Also changes the venue, its rules and keys, and who the operators are.");
    }
    Q_UNREACHABLE();
}

QString whoMay(Deed deed)
{
    if (mayDo(Role::Nobody, deed))
        return AccessWords::tr("Everybody may do this.");
    if (mayDo(Role::Operator, deed))
        return AccessWords::tr("Sign in first (F8).");
    if (mayDo(Role::Supervisor, deed))
        return AccessWords::tr(
            "Only a supervisor or an administrator may do this. Change the operator with F8.");
    return AccessWords::tr("Only an administrator may do this. Change the operator with F8.");
}

QString pinRule()
{
    return AccessWords::tr(
               "PIN: at least %1 characters, not all the same and not a sequence such as 1234 or 9876.")
        .arg(shortestPin);
}

QString pinFaultText(const QString &pin)
{
    const std::optional<PinFault> fault = faultOfPin(pin);
    if (!fault)
        return {};
    switch (*fault) {
    case PinFault::TooShort:
        return AccessWords::tr("A PIN has at least %1 characters.").arg(shortestPin);
    case PinFault::OneCharacter:
        return AccessWords::tr("A PIN of one repeated character is too easy to guess.");
    case PinFault::Row:
        return AccessWords::tr("A sequence such as 1234 or 9876 is too easy to guess.");
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
