#pragma once

#include "core/store/connection.h"
#include "core/store/reportsource.h"

#include <vector>

namespace checkpoint {

/// Reads stays for tracing; what the calls give is said in ReportSource. Used on the reading thread.
class StayReader
{
public:
    StayReader(Connection &connection, qint64 nowUtcMs) : m_connection(connection), m_nowUtcMs(nowUtcMs) {}

    Result<QList<Stay>> of(RowId person, qint64 fromUtcMs, qint64 toUtcMs);
    Result<QList<Stay>> beside(const QList<Stay> &stays);

private:
    Stay readStay(const Statement &row);
    void locate(QList<Stay> &stays);

    Connection &m_connection;
    const qint64 m_nowUtcMs;
};

} // namespace checkpoint
