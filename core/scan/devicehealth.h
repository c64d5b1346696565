#pragma once

#include "core/base/clock.h"
#include "core/scan/rawscan.h"
#include "core/scan/scandevice.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>

#include <optional>

namespace checkpoint {

/// How a device is doing today, for one line on the screen.
struct DeviceHealth
{
    std::optional<Moment> lastReadAt;       ///< also of an earlier day
    int readsToday = 0;                     ///< codes shown to it; one that stays in view is one
    int troubles = 0;                       ///< today: unplugged, silent, unreadable
    std::optional<DeviceState> lastTrouble; ///< Missing, Silent or Failed
    bool sendsTwice = false; ///< the scanner sends a code twice within moments, again and again

    bool operator==(const DeviceHealth &) const = default;
};

/// Follows one device. A day begins at midnight by the local clock; then the counts begin anew. They outlive
/// the program as one line of text. Pure; the times are those of the scans.
class DeviceHealthMeter
{
public:
    /// `repeatPolicy` of the device: from cameras the same code comes again and again while it is in view.
    explicit DeviceHealthMeter(RepeatPolicy repeatPolicy) : m_repeatPolicy(repeatPolicy) {}

    void countScan(const RawScan &scan);
    void changeState(DeviceState state, const Moment &now);
    void countFailure(const Moment &now);

    /// As it is at this moment.
    DeviceHealth health(const Moment &now);

    /// "2026-11-20 12 1 Missing 1763600000000 420": the day, its reads and troubles, the last trouble, when
    /// the last read was (UTC, ms) and by which offset (minutes); "-" for what there is not.
    QString toString() const;
    /// Goes on with what toString() gave before the program ended. Of an earlier day only the last read
    /// counts; a line of another form is none.
    void resume(const QString &line, const Moment &now);

    /// The same payload this soon is no second trigger of a person's.
    static constexpr qint64 twiceWithinMs = 300;
    /// Sends twice: more than once in so many reads.
    static constexpr int readsLookedAt = 10;
    /// A code in a camera's view counts again after it was away for this long.
    static constexpr qint64 awayMs = 1'000;

private:
    void beginDayOf(const Moment &now);
    void noteRead(bool twice);

    const RepeatPolicy m_repeatPolicy;
    DeviceHealth m_health;
    DeviceState m_state = DeviceState::Starting;
    QDate m_day;
    QHash<QByteArray, qint64> m_lastSeen; ///< by payload
    quint16 m_twice = 0;                  ///< the last reads, a bit each, set when it came twice
};

} // namespace checkpoint
