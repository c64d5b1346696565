#include "core/domain/visit.h"

#include <algorithm>

namespace checkpoint {

namespace {

void sortByTime(std::vector<StandingPassage> &passages)
{
    std::ranges::sort(passages, [](const StandingPassage &a, const StandingPassage &b) {
        return a.atUtcMs != b.atUtcMs ? a.atUtcMs < b.atUtcMs : a.entryId < b.entryId;
    });
}

} // namespace

std::vector<Visit> foldedVisits(std::vector<StandingPassage> passages)
{
    sortByTime(passages);
    std::vector<Visit> visits;
    for (const StandingPassage &passage : passages)
        appendPassage(visits, passage);
    return visits;
}

void appendPassage(std::vector<Visit> &visits, const StandingPassage &passage)
{
    if (passage.apart)
        return;
    const bool inside = !visits.empty() && visits.back().isOpen();
    if (passage.direction == Direction::Out && inside) {
        visits.back().out = passage;
        return;
    }
    if (inside)
        visits.back().superseded = true;
    Visit visit;
    (passage.direction == Direction::In ? visit.in : visit.out) = passage;
    visits.push_back(visit);
}

PartyStay foldedParty(std::vector<StandingPassage> passages)
{
    sortByTime(passages);
    PartyStay stay;
    bool inside = false;
    for (const StandingPassage &passage : passages) {
        stay = partyAfter(stay, inside, passage);
        if (!passage.apart)
            inside = passage.direction == Direction::In;
    }
    return stay;
}

PartyStay partyAfter(const PartyStay &before, bool personInside, const StandingPassage &passage)
{
    PartyStay after = before;
    if (passage.direction == Direction::In) {
        if (personInside && !passage.apart)
            after.party = {};
        if (after.party.isEmpty()) {
            after.broughtBy = passage.entryId;
            after.sinceUtcMs = passage.atUtcMs;
        }
        after.party = after.party + passage.party;
    } else {
        after.party = passage.wholeParty ? Party() : after.party - passage.party;
    }
    return after.party.isEmpty() ? PartyStay() : after;
}

} // namespace checkpoint
