#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace checkpoint {

/// When a desk tries again, so that ten thousand desks that lost the platform together do not come back
/// together: exponential back-off with full jitter (any moment up to the bound is equally likely). Pure:
/// chance is handed in, as numbers from 0 up to but not including 1.
struct RetryPolicy
{
    std::chrono::milliseconds shortest = std::chrono::seconds(2); ///< bound of the first pause
    std::chrono::milliseconds longest = std::chrono::minutes(15); ///< bound of every later one

    /// The pause after so many failures in a row (1: the first). What the platform asked for comes on top.
    std::chrono::milliseconds pause(int failures, double chance,
                                    std::chrono::milliseconds askedFor = {}) const;

    /// How long to hold back what gathered during an outage once the first batch got through: the longer the
    /// outage, the wider the desks are spread.
    std::chrono::milliseconds spread(std::chrono::milliseconds outage, double chance) const;
};

/// What a Retry-After (RFC 9110, 10.2.3) asks for: seconds, or a date, which counts from the answer's own
/// `Date` so that a wrong clock here does no harm. At most a day; nothing when it is neither.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, const QByteArray &dateHeader,
                                                    qint64 nowMs);

/// An HTTP date as milliseconds since 1970 UTC.
std::optional<qint64> httpDate(const QByteArray &header);

} // namespace checkpoint
