#pragma once

#include "core/store/connection.h"
#include "core/store/reportsource.h"

#include <QHash>

#include <vector>

namespace checkpoint {

/// Adds up days; what they are is said in ReportSource::days(). One walk along the entries in the order of
/// time, however many days there are. Used on the thread of its connection, for one call, within a
/// transaction.
class DayReader
{
public:
    /// Days that follow each other: the first millisecond of each, then the one after the last.
    DayReader(Connection &connection, const QList<qint64> &bounds);

    Result<QList<DayFigures>> read();

private:
    /// What has been met on one day.
    struct Tally
    {
        std::vector<std::pair<QByteArray, qint64>> bySource; ///< a handful: looked through faster than hashed
        QSet<qint64> locations;
    };

    void readTarget();
    void readJoined();
    void walkEntries();
    void countPassage(DayFigures &figures, Tally &tally, const Statement &row, int day);
    void countSynced(DayFigures &figures, const Statement &row) const;
    void walkVisits();
    void walkRefused();
    int dayOf(qint64 utcMs, int from) const;

    Connection &m_connection;
    const QList<qint64> m_bounds;
    QList<DayFigures> m_days;
    QHash<qint64, qint64> m_joined; ///< whom a row of visitors that was joined to another stands for
    std::vector<int> m_seenOn;      ///< by person: the last day on which they passed, and 1
    std::optional<RowId> m_target;  ///< the national one
    qint64 m_backlogNext = 0;       ///< older entries that have still to be put into its outbox
    qint64 m_backlogEnd = -1;       ///< inclusive
};

/// The last passage before a moment that somebody saw.
std::optional<Moment> lastScanBefore(Connection &connection, qint64 utcMs);

} // namespace checkpoint
