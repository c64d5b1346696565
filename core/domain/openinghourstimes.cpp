#include "core/domain/openinghours.h"
#include "core/domain/openinghourstimes_p.h"

namespace checkpoint {

namespace {

constexpr int halfDay = 12 * 60;
constexpr int latestNightHour = 4; ///< before 5 nothing begins that ends in the afternoon

int hourOf(int minutes)
{
    return minutes / 60;
}

/// Said by an hour that may be of the morning or of the evening.
bool isOfEitherHalf(int minutes)
{
    return hourOf(minutes) >= 1 && hourOf(minutes) <= 12;
}

/// Minutes by the clock of 24 hours; nothing for an hour that the half does not have.
std::optional<int> byWholeDay(int minutes, DayPart part)
{
    const int hour = hourOf(minutes);
    const auto between = [hour](int first, int last) { return hour >= first && hour <= last; };
    const std::optional<int> same = minutes;
    const std::optional<int> later = minutes + halfDay;
    switch (part) {
    case DayPart::Am:
        return hour == 12 ? minutes - halfDay : between(0, 11) ? same : std::nullopt;
    case DayPart::Pm:
        return between(1, 11) ? later : between(12, 23) ? same : std::nullopt;
    case DayPart::Morning:
        return between(0, 11) ? same : std::nullopt;
    case DayPart::Noon:
        return between(10, 15) ? same : between(1, 3) ? later : std::nullopt;
    case DayPart::Afternoon:
        return between(12, 19) ? same : between(1, 7) ? later : std::nullopt;
    case DayPart::Evening:
        return between(17, 24) ? same : between(5, 11) || minutes == halfDay ? later : std::nullopt;
    case DayPart::Night:
        return between(0, 5) || between(20, 24)       ? same
               : between(8, 11) || minutes == halfDay ? later
                                                      : std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<TimeSpan> inOrder(int from, int to, bool certain = true)
{
    if (from >= minutesOfDay)
        return std::nullopt;
    return TimeSpan{from, to > from ? to : to + minutesOfDay, certain};
}

/// "1h-5h chiều" begins at 13:00, "7h-5h chiều" at 07:00; "6h-10h tối" may begin at both ends of the day.
std::optional<TimeSpan> beforeSaid(int from, int to)
{
    const bool pastNoon = to > halfDay;
    if (!isOfEitherHalf(from))
        return from < to || !pastNoon ? inOrder(from, to) : std::nullopt;
    if (hourOf(from) == 12)
        return pastNoon && from < to ? inOrder(from, to) : std::nullopt;
    const bool early = from < to && !(pastNoon && hourOf(from) <= latestNightHour);
    const bool late = from + halfDay < to;
    if (early == late)
        return std::nullopt;
    return inOrder(early ? from : from + halfDay, to);
}

/// "7h sáng - 11h", "8h tối - 5h".
std::optional<TimeSpan> afterSaid(int from, int to)
{
    if (!isOfEitherHalf(to))
        return from < to || to <= halfDay ? inOrder(from, to) : std::nullopt;
    const bool laterToo = hourOf(to) == 12 ? from >= halfDay : from >= halfDay && to + halfDay > from;
    if (laterToo || (from < halfDay && to <= from))
        return std::nullopt;
    return inOrder(from, to);
}

/// "sáng 7h-12h", "chiều 1h-5h", "tối 8h-12h", "chiều 1h-7h tối".
std::optional<TimeSpan> within(DayPart both, int from, const SaidTime &to)
{
    const auto begin = byWholeDay(from, both);
    if (!begin)
        return std::nullopt;
    if (to.part) {
        const auto end = byWholeDay(to.minutes, *to.part);
        return end && !(both == *to.part && *end <= *begin) ? inOrder(*begin, *end) : std::nullopt;
    }
    const bool isMorning = both == DayPart::Morning || both == DayPart::Am;
    std::optional<int> end = byWholeDay(to.minutes, both);
    if (isMorning && hourOf(to.minutes) == 12)
        end = to.minutes;
    else if (!isMorning && hourOf(to.minutes) > 12)
        end = to.minutes;
    if (!end || (*end <= *begin && both != DayPart::Night))
        return std::nullopt;
    return inOrder(*begin, *end);
}

} // namespace

std::optional<TimeSpan> spanOfTimes(SaidTime from, SaidTime to, std::optional<DayPart> both)
{
    if (both) {
        if (from.part && *from.part != *both)
            return std::nullopt;
        return within(*both, from.minutes, to);
    }
    const auto begin = from.part ? byWholeDay(from.minutes, *from.part) : from.minutes;
    const auto end = to.part ? byWholeDay(to.minutes, *to.part) : to.minutes;
    if (!begin || !end)
        return std::nullopt;
    if (from.part && to.part)
        return *end <= *begin && from.part == to.part && *from.part != DayPart::Night ? std::nullopt
                                                                                      : inOrder(*begin, *end);
    if (to.part)
        return beforeSaid(*begin, *end);
    if (from.part)
        return afterSaid(*begin, *end);
    const bool certain = (from.exact && to.exact) || !isOfEitherHalf(*begin) || !isOfEitherHalf(*end);
    // "7h-5h", "1h-5h": of the afternoon, or the night?
    if (!certain && (*end <= *begin || hourOf(*begin) <= latestNightHour))
        return std::nullopt;
    return inOrder(*begin, *end, from.exact || !isOfEitherHalf(*begin));
}

} // namespace checkpoint
