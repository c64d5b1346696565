#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>

namespace checkpoint {

/// The kinds of personal data that are kept for a term of their own. Counts, times and random ids stay.
enum class RetentionKind {
    Visitors,     ///< what is known of a person and the digests of their numbers; after their last entry
    Details,      ///< purpose and host of a visit; after the entry
    Reasons,      ///< the operator's words where an entry was taken back; after it
    Reveals,      ///< why somebody looked at data in full; after that
    RefusedScans, ///< the digest of what was refused, and of whom; after the scan
    Expected,     ///< who was announced; after the day
    Attention,    ///< attention notes; after they ended or were withdrawn
    Waiting,      ///< how long an entry that was not sent yet keeps its visitor's data; after the entry
};

inline constexpr std::array retentionKinds{
    RetentionKind::Visitors,     RetentionKind::Details,  RetentionKind::Reasons,   RetentionKind::Reveals,
    RetentionKind::RefusedScans, RetentionKind::Expected, RetentionKind::Attention, RetentionKind::Waiting};

/// "visitors", "details", "reasons", "reveals", "refused-scans", "expected", "attention", "waiting": stable,
/// they stand in the database.
QString retentionKindId(RetentionKind kind);
std::optional<RetentionKind> retentionKindFromId(const QString &id);

/// How long each kind is kept, in days: 30 unless the venue says otherwise; what waits to be sent 60, reasons
/// of reveals a year, as they are there to hold those to account who looked.
class RetentionTerms
{
public:
    static constexpr int leastDays = 1;
    static constexpr int mostDays = 3650;
    static constexpr qint64 dayMs = 24 * 60 * 60 * qint64(1000);

    RetentionTerms();

    int days(RetentionKind kind) const { return m_days[std::size_t(kind)]; }
    void setDays(RetentionKind kind, int days) { m_days[std::size_t(kind)] = days; }
    /// The moment before which a kind's data are to go.
    qint64 cutoff(RetentionKind kind, qint64 nowMs) const;

    bool operator==(const RetentionTerms &) const = default;

private:
    std::array<int, retentionKinds.size()> m_days;
};

/// From this many days on, entries that were not sent are a reason to raise an alarm.
inline constexpr int waitingAlarmDays = 15;
} // namespace checkpoint
