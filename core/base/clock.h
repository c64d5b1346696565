#pragma once

#include <QtGlobal>

#include <atomic>

class QDateTime;

namespace checkpoint {

/// A moment as an entry keeps it.
struct Moment
{
    qint64 utcMs = 0;      ///< milliseconds since 1970-01-01T00:00:00Z
    int offsetMinutes = 0; ///< the local clock's offset from UTC at that moment
    bool suspect = false;  ///< the clock was in doubt, the moment may be wrong

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

/// Tells from one reading to the next whether the wall clock can be believed. It is in doubt while it differs
/// by more than a minute from what steady time makes of an earlier reading: somebody set it while the program
/// ran. That ends when it is set back, or when a time server confirms it: then the step put a wrong clock
/// right. A clock before this program was made is wrong, and leaving that time is no step. Thread-safe.
class ClockWatch
{
public:
    ClockWatch(qint64 wallMs, qint64 steadyMs) : m_difference(wallMs - steadyMs) {}

    bool isSuspect(qint64 wallMs, qint64 steadyMs, bool synchronised);

    static constexpr qint64 toleratedDriftMs = 60'000;
    static constexpr qint64 earliestMs = 1'735'689'600'000; ///< 2025-01-01T00:00:00Z

private:
    std::atomic<qint64> m_difference; ///< wall time minus steady time while the clock was believed
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    SystemClock();
    Moment now() const override;
    qint64 steadyMs() const override;

    /// Whether the system keeps its clock by a time server now. Thread-safe.
    static bool isSynchronised();

    /// Somebody who knows the time says that this clock is wrong (or right again): until then every moment is
    /// suspect. Thread-safe.
    void setContradicted(bool contradicted) { m_contradicted = contradicted; }

private:
    mutable ClockWatch m_watch;
    std::atomic<bool> m_contradicted = false;
};

} // namespace checkpoint
