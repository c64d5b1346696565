#pragma once

#include "core/store/connection.h"
#include "core/store/reportsource.h"
#include "core/store/vault.h"

#include <functional>

namespace checkpoint {

/// The figures of a day as they were counted, to be kept for the next time.
struct DaySum
{
    qint64 fromUtcMs = 0;
    qint64 toUtcMs = 0;
    qint64 change = 0; ///< how often the record's days had been touched by then
    DayFigures figures;
};

/// What days add up to: from the sums that were kept where nothing has touched the day since, counted
/// otherwise. Used on the thread of its connection, for one call.
class DaySums
{
public:
    DaySums(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    /// As ReportSource::days(). What had to be counted goes into `counted`, when that is given.
    Result<QList<DayFigures>> read(const QList<qint64> &bounds, QList<DaySum> *counted = nullptr);

    /// Keeps sums; on the writing connection. What was touched meanwhile is kept as well and does not hold.
    Result<void> keep(const QList<DaySum> &sums);

    /// Counts all kept sums again: the first milliseconds of those days whose sum should hold and is not what
    /// the record adds up to, or was not written with the key of this folder. Within a transaction of the
    /// caller's; ends early when `goesOn` says so.
    QList<qint64> wrong(const std::function<bool(qint64 done, qint64 all)> &goesOn);

private:
    std::optional<DayFigures> kept(qint64 fromUtcMs, qint64 toUtcMs);
    qint64 lastChange();

    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
