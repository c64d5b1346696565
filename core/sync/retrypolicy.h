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

    /// How long to hold back what gathered during an outage once the first batch got through, after so many
    /// failures in a row and a last pause of that length. A share goes at once, the rest ever later, so that
    /// together with the pauses that end one after another the same number of desks comes at any moment; who
    /// paused long comes soon. No desk comes later than about one and a half of the last bound. README.md
    /// has the arithmetic.
    std::chrono::milliseconds holdBack(int failures, std::chrono::milliseconds lastPause,
                                       double chance) const;

    /// How many failures to go on counting from once a batch got through: what comes back with many others is
    /// not to hammer should it be turned away.
    static int failuresAfterReturn(int failures);

    /// True when a desk that is coming back and was turned away so often has to begin its return anew.
    static bool isAnotherOutage(int failures);

    /// How many entries the next batch of a returning desk has at most, after so many that got through: it
    /// begins slowly, so that desks that fall together by chance are no wall. Doubles, a second apart.
    static int entriesAfterReturn(int batches);
    static constexpr std::chrono::milliseconds betweenReturning = std::chrono::seconds(1);

private:
    std::chrono::milliseconds bound(int failures) const;
};

/// What a Retry-After (RFC 9110, 10.2.3) asks for: seconds, or a date, which counts from the answer's own
/// `Date` so that a wrong clock here does no harm. At most a day; nothing when it is neither.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &header, const QByteArray &dateHeader,
                                                    qint64 nowMs);

/// An HTTP date as milliseconds since 1970 UTC.
std::optional<qint64> httpDate(const QByteArray &header);

} // namespace checkpoint
