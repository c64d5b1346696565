#pragma once

#include "core/domain/declaration.h"
#include "core/domain/venue.h"
#include "core/store/outbox.h"
#include "core/sync/httpvalues.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUuid>

#include <chrono>
#include <optional>
#include <variant>

namespace checkpoint {

// What a desk can ask of a target. `key` is the same as often as the same thing is asked.

struct EnrolCall
{
    QString code;
    QString deskName;
    QUuid key;
};

struct VenueCall
{
    Venue venue;
    QUuid key;
};

struct BatchCall
{
    StoredBatch batch;
};

struct CheckInsCall
{
    QString cursor;
};

struct DeclarationCall
{
    QString qid;
    QUuid key;
};

using TargetCall = std::variant<EnrolCall, VenueCall, BatchCall, CheckInsCall, DeclarationCall>;

// What a target says, each to the call of the same place.

struct Enrolled
{
    QString deskId;
    QString token; ///< secret
};

struct VenueRegistered
{
    QString code;
    QString checkInAddress;
};

struct BatchAnswered
{
    QString receipt;
    QList<EntryResult> results; ///< of entries of the batch only
};

struct CheckInsTold
{
    QList<SelfCheckIn> checkIns;
    QString cursor;
};

/// What follows from an answer.
enum class Verdict {
    Accepted,       ///< well formed; `said` holds it
    Halve,          ///< the batch as a whole is refused
    Later,          ///< the same again after a pause
    NeedsEnrolment, ///< the token does not count (any more)
    Stopped,        ///< no waiting mends it
};

/// An answer, understood.
struct TargetAnswer
{
    Verdict verdict = Verdict::Later;
    QString why;  ///< English, without personal data; empty when accepted
    QString code; ///< of a refused batch: what the target says; likewise below
    QString message;
    std::chrono::milliseconds askedFor{};  ///< by Retry-After
    std::optional<qint64> clockOffMs = {}; ///< how far this desk's clock is ahead of the target's
    std::variant<std::monostate, Enrolled, VenueRegistered, BatchAnswered, CheckInsTold, DeclarationStatus>
        said = {};
};

/// The rules of one kind of receiver, as two pure functions; everything else – outbox, batches, back-off, TLS
/// – is the same for all of them. Stateless and immutable, used on any thread.
///
/// To add one: core/sync/targets/<id>target.h/.cpp, a line in targetcatalog.cpp and a test of both functions.
class Target
{
public:
    virtual ~Target() = default;

    /// What to ask: absolute address, headers, body.
    virtual HttpRequest request(const SyncTarget &target, const TargetCall &call) const = 0;

    /// What an answer to that call means. Never trusts it: what is not well formed settles nothing.
    virtual TargetAnswer interpret(const TargetCall &call, const HttpReply &reply) const = 0;
};

} // namespace checkpoint
