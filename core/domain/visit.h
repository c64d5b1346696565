#pragma once

#include "core/domain/entry.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace checkpoint {

/// A passage that stands (no Void points at it), as much of it as folding needs.
struct StandingPassage
{
    QUuid entryId;
    Direction direction = Direction::In;
    qint64 atUtcMs = 0;
    Party party = {};        ///< who passed along
    bool wholeParty = false; ///< an exit of all who came along
    bool apart = false;      ///< only the party passed: no part of the visitor's own visits

    bool operator==(const StandingPassage &) const = default;
};

/// One stay of a person at the venue: it has an entry, an exit, or both.
struct Visit
{
    std::optional<StandingPassage> in;
    std::optional<StandingPassage> out;
    bool superseded = false; ///< no exit is known, but a later entry shows that there was one

    /// True while the person is inside on the strength of this visit.
    bool isOpen() const { return in && !out && !superseded; }
    bool operator==(const Visit &) const = default;
};

/// Pairs the standing passages of one person at one venue into visits. They are taken in time order (of equal
/// times the smaller id first), whatever order they come in. An entry while inside closes the visit before as
/// superseded; an exit while outside is a visit of its own. Passages of the party alone are left out.
std::vector<Visit> foldedVisits(std::vector<StandingPassage> passages);

/// Who came along with a person, has no code and is still inside.
struct PartyStay
{
    Party party = {};
    QUuid broughtBy;       ///< with a party: the passage that brought the first of those who are inside
    qint64 sinceUtcMs = 0; ///< of that passage

    bool operator==(const PartyStay &) const = default;
};

/// The party of a person after all standing passages, in any order; what they mean: see appendParty().
PartyStay foldedParty(std::vector<StandingPassage> passages);

/// The party after one more passage that is not earlier than any before. A passage in brings its party; where
/// the person was inside already, their exit was missed and those of before are taken to have left with
/// them. A passage out takes its party, or all, away; those whom it leaves behind stay inside without the
/// person. More than are inside cannot leave.
PartyStay partyAfter(const PartyStay &before, bool personInside, const StandingPassage &passage);

/// The visits after one more passage that is not earlier than any before: the same as folding all, in
/// constant time.
void appendPassage(std::vector<Visit> &visits, const StandingPassage &passage);

} // namespace checkpoint
