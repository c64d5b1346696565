#pragma once

#include "core/base/future.h"
#include "core/base/result.h"

#include <QDate>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace checkpoint {

class EntryStore;

/// Passages of one day that stand.
struct DayTraffic
{
    QDate day;
    int in = 0;
    int out = 0;

    bool operator==(const DayTraffic &) const = default;
};

/// How many passed somewhere, or with a kind of code.
struct NamedTraffic
{
    QString name; ///< of the location, or the code's format; empty where none was named
    int in = 0;
    int out = 0;

    bool operator==(const NamedTraffic &) const = default;
};

/// How many people were inside at a moment, those who came along counted.
struct PresencePoint
{
    qint64 atUtcMs = 0;
    int people = 0;

    bool operator==(const PresencePoint &) const = default;
};

/// What the pictures of a day show. Times are those of the desk's clock; hours go from 0 to 23. Passages that
/// were taken back do not count.
struct Traffic
{
    QDate day;
    std::array<int, 24> in{};
    std::array<int, 24> out{};
    std::array<double, 24> usual{}; ///< passages in and out: mean of the same weekday of the weeks before
    int usualDays = 0;              ///< how many of those days had any
    QList<DayTraffic> days;         ///< shownDays of them, the last is `day`
    QList<NamedTraffic> locations;  ///< of the day, the most first
    QList<NamedTraffic> sources;    ///< the same by kind of code
    QList<PresencePoint> presence;  ///< every quarter of an hour from midnight, and now or at the end
    int mostInside = 0;             ///< at any moment of the day

    static constexpr int shownDays = 30;
    static constexpr int usualWeeks = 4;

    bool isEmpty() const;
};

/// Counts passages for pictures. Every call is answered on the reporting thread, NotAllowed to whoever may
/// see nothing; may be used on any thread, and the EntryStore must outlive it.
class TrafficSource
{
public:
    explicit TrafficSource(EntryStore *store) : m_store(store) {}

    /// The day in local time and what stands beside it. `nowUtcMs` ends the line of who is inside.
    Future<Result<Traffic>> day(const QDate &day, qint64 nowUtcMs);

private:
    EntryStore *m_store;
};

} // namespace checkpoint
