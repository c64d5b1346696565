#pragma once

#include <QtGlobal>

class QDateTime;

namespace checkpoint {

/// A moment as an entry keeps it.
struct Moment
{
    qint64 utcMs = 0;      ///< milliseconds since 1970-01-01T00:00:00Z
    int offsetMinutes = 0; ///< the local clock's offset from UTC at that moment
    bool suspect = false;  ///< the clock had jumped, the moment may be wrong

    bool operator==(const Moment &) const = default;
    QDateTime toDateTime() const;
};

/// Where the program takes the time from; a test hands in its own. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0;
    /// Milliseconds that only ever grow, suspend included; for windows and time-outs.
    virtual qint64 steadyMs() const = 0;
};

/// The machine's clock. It compares wall time with steady time: when the two part by more than a minute, the
/// wall clock was set while the program ran, and every moment from then on is marked as suspect.
class SystemClock final : public Clock
{
public:
    SystemClock();
    Moment now() const override;
    qint64 steadyMs() const override;

    static constexpr qint64 toleratedDriftMs = 60'000;

private:
    const qint64 m_startOfSteady; ///< wall time minus steady time when the program started
};

} // namespace checkpoint
