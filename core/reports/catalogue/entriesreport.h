#pragma once

#include "core/reports/personcells.h"
#include "core/reports/report.h"
#include "core/reports/reportcatalog.h"

namespace checkpoint {

/// The entries of a period, one line each, void entries included. Masked unless revealed; revealed, it has
/// the columns of everything that is known of the visitor.
class EntriesReport final : public Report
{
public:
    explicit EntriesReport(const ReportRequest &request);

    QList<Column> columns() const override;
    Result<void> write(ReportOutput &output) override;

private:
    const ReportRequest m_request;
    PersonCells m_persons;
};

} // namespace checkpoint
