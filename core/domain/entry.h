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

/// People without a code of their own who pass with a visitor.
struct Party
{
    int companions = 0;
    int children = 0;

    int size() const { return companions + children; }
    bool isEmpty() const { return companions == 0 && children == 0; }
    bool operator==(const Party &) const = default;
};

/// The two together.
Party operator+(const Party &a, const Party &b);
/// What is left of `a` when `b` goes; of no kind less than nobody.
Party operator-(const Party &a, const Party &b);

/// What a visitor said about the visit. Personal data: sealed on disk, never logged.
struct EntryDetails
{
    QString purpose;
    QString host; ///< whom they visit

    bool isEmpty() const { return purpose.isEmpty() && host.isEmpty(); }
    bool operator==(const EntryDetails &) const = default;
};

/// One line of the append-only record. Never changed once committed: an undo is a Void entry, a correction is
/// a Void and a new entry, both with `corrects`. What was taken back by mistake counts again by a new entry
/// that says the same, with `corrects`; the Void stays.
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
    std::optional<QUuid> corrects;  ///< the entry that this one takes back, replaces or restores
    QString reason;                 ///< why it was taken back, in the operator's words; empty for passages
    QList<CodeWarning> warnings;    ///< what was odd about the code
    Party party = {};               ///< who passed along
    bool wholeParty = false; ///< an exit of all who came along; `party` is how many were known of by then
    bool apart = false;      ///< only the party passed, the visitor did not
    bool late = false;       ///< written down later than it happened
};

/// An entry together with what is known of its visitor, for showing.
struct EntryRow
{
    Entry entry;
    VisitorData visitor;           ///< in full; whoever shows it masks it
    std::optional<QUuid> voidedBy; ///< the Void entry that took it back
    QString voidReason = {};       ///< what the operator said when it was taken back
    EntryDetails details = {};     ///< as completed last
    bool opensVisit = false;       ///< the person is inside on the strength of this entry
    bool lastOfVisit = false;      ///< the later passage of the person's last visit
    bool replaced = false;         ///< taken back, and another entry came in its place
    bool restores = false;         ///< says again what the entry that it corrects had said
    bool noted = false;            ///< the person was on the attention list then; in lists of entries
};

/// A scan that was not recorded as an entry. The text itself is not kept; who it was is, of somebody whom the
/// record knows or the venue wanted to be told of.
struct RefusedScan
{
    QUuid id;
    Moment at;
    QString location;
    QString source; ///< kind of code (formatid)
    QString device;
    Reason reason = Reason::UnknownCode;
    std::optional<QUuid> visitorId = {}; ///< who was sent away
    VisitorData visitor = {};            ///< filled when read, in full; empty once it was destroyed
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Entry)
Q_DECLARE_METATYPE(checkpoint::Party)
Q_DECLARE_METATYPE(checkpoint::EntryDetails)
