#pragma once

#include "core/store/connection.h"
#include "core/store/reportsource.h"
#include "core/store/vault.h"

#include <memory>

namespace checkpoint {

/// Reads what reports show; what the calls give is said in ReportSource. Used on the thread of its
/// connection; opens no seals.
class ReportReader
{
public:
    ReportReader(Connection &connection, std::shared_ptr<const Vault> vault)
        : m_connection(connection), m_vault(std::move(vault))
    {
    }

    Result<QList<ReportEntry>> entries(const PassageQuery &query);
    Result<QList<ReportVisit>> visits(const VisitQuery &query);
    Result<QList<ReportVisit>> visitsOf(const QList<qint64> &numbers);
    Result<qint64> entryCount(const std::optional<qint64> &fromUtcMs, const std::optional<qint64> &toUtcMs);
    Result<std::optional<Moment>> firstScan();
    Result<SealedVisitor> person(const QUuid &visitorId);
    Result<QList<SealedVisitor>> persons(const QList<qint64> &numbers);

private:
    SealedVisitor sealed(qint64 number, const Statement &row) const;

    Connection &m_connection;
    const std::shared_ptr<const Vault> m_vault;
};

} // namespace checkpoint
