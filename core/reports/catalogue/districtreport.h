#pragma once

#include "core/reports/report.h"
#include "core/reports/reportcatalog.h"
#include "core/store/reportsource.h"
#include "core/store/venueregister.h"

#include <QDate>

namespace checkpoint {

/// What the venue reports to its district: one row a day, from the day of the period's beginning to that of
/// its end. NotFound while the desk has no venue.
class DistrictReport final : public Report
{
public:
    explicit DistrictReport(const ReportRequest &request);

    QList<Column> columns() const override;
    Result<void> write(ReportOutput &output) override;

private:
    Result<void> writeDays(ReportOutput &output, ReportSource &source, const VenueRecord &record,
                           const QDate &first, const QDate &registeredOn);
    Result<void> noteContact(ReportSource &source, const VenueRecord &record) const;
    CellRow placeCells(const VenueRecord &record, const QDate &day, const QDate &registeredOn,
                       const DayFigures &figures) const;
    CellRow countCells(const VenueRecord &record, const DayFigures &figures) const;

    const ReportRequest m_request;
    QDate m_first;
    QDate m_last;
};

} // namespace checkpoint
