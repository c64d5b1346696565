#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace checkpoint {

/// What somebody at the desk may do. Each role may do what those before it may.
enum class Role {
    Nobody,        ///< operators exist and none is signed in: the desk goes on scanning, and shows nothing
    Operator,      ///< scans, sees masked data
    Supervisor,    ///< reveals, takes back others' entries, exports, prints posters
    Administrator, ///< settings, keys, operators, erasing; whoever it is, where no operators exist
};

/// What can be done with a desk.
enum class Deed {
    Scan,       ///< recording, completing, letting somebody out
    See,        ///< looking at masked lists, checking the record, sending what waits
    VoidOwn,    ///< taking back or turning round an entry of one's own
    VoidOthers, ///< the same of anybody's
    Reveal,     ///< seeing data in full
    Export,     ///< files of the record, traces
    Posters,    ///< printing posters and passes
    Watch,      ///< attention notes, who is staff
    Settings,   ///< the venue, its rules and places, targets
    Keys,       ///< whatever gives the venue's keys away
    Operators,  ///< who may do what
    Erase,      ///< destroying data
};

/// The whole rule. Pure; any thread.
bool mayDo(Role role, Deed deed);

/// "operator", "supervisor", "administrator"; "nobody" is no role that can be given.
QString roleId(Role role);
std::optional<Role> roleFromId(const QString &id);

/// "void-others", "reveal" …: for the ledger and for errors.
QString deedId(Deed deed);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Role)
