#pragma once

#include "core/store/reportsource.h"

#include <QList>

namespace checkpoint {

/// What counts as having been together.
struct OverlapRule
{
    qint64 leastMs = 0;         ///< at least so long
    qint64 marginMs = 0;        ///< the traced person counts as there so long before and after
    bool samePlaceOnly = false; ///< at the same place of the venue, not just in the venue
};

/// That somebody was there together with the traced person.
struct Overlap
{
    qsizetype own = 0; ///< which of the traced person's stays
    Stay other;
    qint64 fromUtcMs = 0;
    qint64 toUtcMs = 0;

    qint64 lengthMs() const { return toUtcMs - fromUtcMs; }
    bool operator==(const Overlap &) const = default;
};

/// Each pair of a stay of the traced person and one of somebody else that overlap by the rule, the longest
/// first, of equal ones in the order of time. `others` are in the order of their beginnings. Pure.
QList<Overlap> overlapsOf(const QList<Stay> &own, const QList<Stay> &others, const OverlapRule &rule);

} // namespace checkpoint
