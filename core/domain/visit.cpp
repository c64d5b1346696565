#include "core/domain/visit.h"

#include <algorithm>

namespace checkpoint {

std::vector<Visit> foldedVisits(std::vector<StandingPassage> passages)
{
    std::ranges::sort(passages, [](const StandingPassage &a, const StandingPassage &b) {
        return a.atUtcMs != b.atUtcMs ? a.atUtcMs < b.atUtcMs : a.entryId < b.entryId;
    });
    std::vector<Visit> visits;
    for (const StandingPassage &passage : passages)
        appendPassage(visits, passage);
    return visits;
}

void appendPassage(std::vector<Visit> &visits, const StandingPassage &passage)
{
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

} // namespace checkpoint
