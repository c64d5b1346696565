#pragma once

#include "core/domain/openinghourswords_p.h"

#include <optional>

namespace checkpoint {

/// A time as it was said, with the half of the day in front of it or behind it.
struct SaidTime
{
    int minutes = 0;
    bool exact = false; ///< "07:00"
    std::optional<DayPart> part;
};

/// Minutes after the midnight before a span begins.
struct TimeSpan
{
    int from = 0;
    int to = 0;
    bool certain = false; ///< its beginning was said by the clock of 24 hours, or with its half of the day
};

/// The span between two times; `both` is the half of the day that was said in front of them. Where one of
/// them has no half of its own and may be meant in two ways, or the two make no sense, nothing.
std::optional<TimeSpan> spanOfTimes(SaidTime from, SaidTime to, std::optional<DayPart> both);

} // namespace checkpoint
