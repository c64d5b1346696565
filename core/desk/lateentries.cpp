#include "core/desk/lateentries.h"

#include "core/base/ids.h"
#include "core/store/entrylists.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

Future<Result<LateOutcome>> ready(const Result<LateOutcome> &outcome)
{
    return readyFuture(outcome);
}

Future<Result<LateOutcome>> refused(const QString &reason)
{
    return ready(LateOutcome{LateOutcome::Refused, {}, {}, reason, {}});
}

} // namespace

LateEntries::LateEntries(EntryStore *store, const Clock *clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
}

Future<Result<LateOutcome>> LateEntries::record(const LateEntry &entry)
{
    if (entry.code.error)
        return refused(reasonId(*entry.code.error));
    if (entry.at.utcMs > m_clock->now().utcMs)
        return refused(u"the time has not come yet"_s);
    PersonQuery query;
    query.keys = identityKeys(entry.code.visitor);
    query.visitorId = entry.visitorId;
    return m_store->match(query).then(this, [this, entry](const Result<PersonMatch> &match) {
        return match ? recordUnlessKnown(entry, *match) : ready(match.error());
    });
}

Future<Result<LateOutcome>> LateEntries::recordUnlessKnown(const LateEntry &entry, const PersonMatch &match)
{
    LateQuery known{entry.at.utcMs, match.visitorId, entry.code.visitor.name, {}};
    if (entry.direction != DirectionRule::Auto)
        known.direction = entry.direction == DirectionRule::In ? Direction::In : Direction::Out;
    return EntryLists(m_store).lateEntry(known).then(
        this, [this, entry, match](const Result<std::optional<Entry>> &same) {
            if (!same)
                return ready(same.error());
            if (*same)
                return ready(LateOutcome{LateOutcome::Duplicate, {}, (*same)->visitorId, {}, (*same)->id});
            return decide(entry, match);
        });
}

Future<Result<LateOutcome>> LateEntries::decide(const LateEntry &entry, const PersonMatch &match)
{
    if (entry.direction != DirectionRule::Auto)
        return write(entry, entry.direction == DirectionRule::In ? Direction::In : Direction::Out);
    // What the person did next would have to be turned round.
    if (match.lastEntry && match.lastEntry->at.utcMs >= entry.at.utcMs)
        return refused(u"later passages of this person are known: say whether it was in or out"_s);
    return write(entry, match.openVisitEntry ? Direction::Out : Direction::In);
}

Future<Result<LateOutcome>> LateEntries::write(const LateEntry &entry, Direction direction)
{
    EntryDraft draft;
    draft.entry.id = newEntryId(entry.at.utcMs);
    draft.entry.kind = entryKind(direction);
    draft.entry.at = entry.at;
    draft.entry.location = entry.location;
    draft.entry.source = entry.code.format;
    draft.entry.device = entry.device;
    draft.entry.warnings = entry.code.warnings;
    draft.entry.party = entry.party;
    draft.entry.wholeParty = direction == Direction::Out && entry.party.isEmpty();
    draft.entry.late = true;
    draft.partyLeavesWhole = entry.party.isEmpty();
    draft.visitor = entry.code.visitor;
    draft.visitorTrusted = entry.code.isTrusted();
    draft.visitorId = entry.visitorId;
    draft.details = entry.details;
    return m_store->record(draft).then(
        this, [direction](const Result<Recorded> &recorded) -> Result<LateOutcome> {
            if (!recorded)
                return recorded.error();
            return LateOutcome{
                LateOutcome::Recorded, direction, recorded->entry.visitorId, {}, recorded->entry.id};
        });
}

Future<Result<void>> LateEntries::takeBack(const QUuid &entryId, const QString &reason)
{
    return m_store->voidEntry(entryId, reason, m_clock->now())
        .then(this, [](const Result<Entry> &voided) -> Result<void> {
            return voided ? Result<void>() : voided.error();
        });
}

} // namespace checkpoint
