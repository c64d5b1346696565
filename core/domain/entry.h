#pragma once

#include "core/base/clock.h"
#include "core/domain/reason.h"
#include "core/domain/visitor.h"
#include "core/domain/visitorcode.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// Which way a person passed.
enum class Direction { In, Out };

/// What an entry says: a passage, or that an earlier entry does not stand.
enum class EntryKind { In, Out, Void };

/// "in", "out", "void": as in the database, the output and the platform's contract.
QString directionId(Direction direction);
QString entryKindId(EntryKind kind);
std::optional<EntryKind> entryKindFromId(const QString &id);
EntryKind entryKind(Direction direction);
Direction opposite(Direction direction);

/// One line of the append-only record. Never changed once committed: an undo is a Void entry, a correction is
/// a Void and a new entry, both with `corrects`.
struct Entry
{
    QUuid id; ///< UUIDv7
    EntryKind kind = EntryKind::In;
    Moment at;                      ///< when the person passed
    QString location;               ///< name of the place of the venue
    QString source;                 ///< kind of code (formatid), "manual" for one by hand
    QString device;                 ///< name of the device that read it
    std::optional<QUuid> visitorId; ///< random id of the person, stays when the data are destroyed
    bool estimated = false;         ///< the time is a guess (a forgotten exit)
    std::optional<QUuid> corrects;  ///< the entry that this one takes back or replaces
    QString reason;                 ///< why it was taken back, in the operator's words; empty for passages
    QList<CodeWarning> warnings;    ///< what was odd about the code
};

/// An entry together with what is known of its visitor, for showing.
struct EntryRow
{
    Entry entry;
    VisitorData visitor;           ///< in full; whoever shows it masks it
    std::optional<QUuid> voidedBy; ///< the Void entry that took it back
};

/// A scan that was not recorded as an entry. The text itself is not kept.
struct RefusedScan
{
    QUuid id;
    Moment at;
    QString location;
    QString source; ///< kind of code (formatid)
    QString device;
    Reason reason = Reason::UnknownCode;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Entry)
