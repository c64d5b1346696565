#pragma once

#include "core/base/future.h"
#include "core/domain/admission.h"
#include "core/domain/entry.h"
#include "core/domain/visitorcode.h"
#include "core/store/entrystore.h"

#include <QObject>
#include <QString>

#include <optional>

namespace checkpoint {

/// A passage that was not recorded when it happened: written on paper, or photographed.
struct LateEntry
{
    Moment at;
    DirectionRule direction = DirectionRule::Auto;
    VisitorCode code; ///< as it was read; by hand: its visitor as typed, and the format "manual"
    std::optional<QUuid> visitorId; ///< somebody who is known already
    EntryDetails details = {};
    Party party = {};
    QString location;
    QString device; ///< what it was written down from: "paper", "photo"
};

struct LateOutcome
{
    enum Kind {
        Recorded,
        Duplicate, ///< the same was written down before; nothing happened
        Refused,
    };

    Kind kind = Refused;
    std::optional<Direction> direction; ///< of what was recorded
    std::optional<QUuid> visitorId;
    QString reason;               ///< English, of a refusal
    std::optional<QUuid> entryId; ///< of what was recorded
};

/// Records passages later than they happened, marked as late. Nobody is asked, no rule of the door holds, as
/// the person has passed already. Lives on the GUI thread; store and clock outlive it.
class LateEntries : public QObject
{
    Q_OBJECT

public:
    LateEntries(EntryStore *store, const Clock *clock, QObject *parent = nullptr);

    /// One after another: the next when the one before has answered. Refuses what has not happened yet, a
    /// code that does not count, and a direction to be found out where later passages are known.
    Future<Result<LateOutcome>> record(const LateEntry &entry);

    /// Takes back what was recorded; the store's errors.
    Future<Result<void>> takeBack(const QUuid &entryId, const QString &reason);

private:
    Future<Result<LateOutcome>> recordUnlessKnown(const LateEntry &entry, const PersonMatch &match);
    Future<Result<LateOutcome>> decide(const LateEntry &entry, const PersonMatch &match);
    Future<Result<LateOutcome>> write(const LateEntry &entry, Direction direction);

    EntryStore *const m_store;
    const Clock *const m_clock;
};

} // namespace checkpoint
