#pragma once

#include "core/reports/personcells.h"
#include "core/reports/report.h"
#include "core/reports/reportcatalog.h"

namespace checkpoint {

/// The visits that began in a period: entry and exit paired, with the length of the stay.
class VisitsReport final : public Report
{
public:
    explicit VisitsReport(const ReportRequest &request);

    QList<Column> columns() const override;
    Result<void> write(ReportOutput &output) override;

private:
    const ReportRequest m_request;
    PersonCells m_persons;
};

} // namespace checkpoint
