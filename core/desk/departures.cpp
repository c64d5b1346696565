#include "core/desk/departures.h"

#include "core/store/entrylists.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

Error notInside()
{
    return {ErrorCode::NotFound, u"nobody is inside by that entry"_s};
}

Passage leavingPassage(const QUuid &visitorId, const Moment &at, const QString &location)
{
    HandEntry entry;
    entry.visitorId = visitorId;
    entry.direction = DirectionRule::Out;
    return writtenPassage(entry, at, 0, location);
}

bool isPossible(const Party &party, const Party &inside)
{
    return party.companions >= 0 && party.children >= 0 && party.companions <= inside.companions &&
           party.children <= inside.children;
}

/// Decides with what the store knows now.
Result<EntryDraft> draftOfDeparture(const Departures::Wish &wish, const Passage &passage,
                                    const PersonMatch &match)
{
    const bool visitorInside = match.openVisitEntry && match.openVisitEntry->id == wish.entryId;
    const bool partyOnly = wish.partyOnly || !visitorInside;
    const Party leaves = wish.party.value_or(match.partyInside);
    if (partyOnly && leaves.isEmpty())
        return notInside();
    if (!isPossible(leaves, match.partyInside))
        return Error{ErrorCode::WrongUse, u"more are to leave than are inside"_s};
    EntryDraft draft = draftOf(passage, Direction::Out);
    draft.entry.party = leaves;
    draft.entry.apart = partyOnly;
    draft.partyLeavesWhole = !partyOnly && !wish.party;
    return draft;
}

} // namespace

void Departures::find(const Wish &wish, const Moment &at, const QString &location, const Done &done)
{
    EntryLists(m_store)
        .visitorOf(wish.entryId)
        .then(this, [this, wish, at, location, done](const Result<QUuid> &visitor) {
            if (!visitor)
                done(visitor.error());
            else
                prepare(wish, leavingPassage(*visitor, at, location), done);
        });
}

/// The writing thread has the last word on who is inside.
void Departures::prepare(const Wish &wish, Passage passage, const Done &done)
{
    PersonQuery query;
    query.visitorId = passage.visitorId;
    m_store->match(query).then(this, [wish, passage, done](const Result<PersonMatch> &match) mutable {
        if (!match) {
            done(match.error());
            return;
        }
        const Result<EntryDraft> draft = draftOfDeparture(wish, passage, *match);
        if (!draft) {
            done(draft.error());
            return;
        }
        passage.outcome.visitor = match->known;
        passage.outcome.lastEntry = match->lastEntry;
        if (match->openVisitEntry)
            passage.outcome.insideSinceUtcMs = match->openVisitEntry->at.utcMs;
        done(Departure{passage, *draft});
    });
}

} // namespace checkpoint
