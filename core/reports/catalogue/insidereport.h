#pragma once

#include "core/reports/personcells.h"
#include "core/reports/report.h"
#include "core/reports/reportcatalog.h"

namespace checkpoint {

/// Who is inside now, by location: the list to call people from when the building must be left. It is as
/// long as there are people inside, and so held in memory for sorting.
class InsideReport final : public Report
{
public:
    explicit InsideReport(const ReportRequest &request);

    QList<Column> columns() const override;
    Result<void> write(ReportOutput &output) override;

    /// By location, of one by name and then by when they came.
    static void sort(QList<InsideRow> &rows);

private:
    const ReportRequest m_request;
    const PersonCells m_persons;
};

} // namespace checkpoint
