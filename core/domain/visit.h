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
/// superseded; an exit while outside is a visit of its own.
std::vector<Visit> foldedVisits(std::vector<StandingPassage> passages);

/// The visits after one more passage that is not earlier than any before: the same as folding all, in
/// constant time.
void appendPassage(std::vector<Visit> &visits, const StandingPassage &passage);

} // namespace checkpoint
