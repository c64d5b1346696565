#pragma once

#include "core/reports/summary/reportsummary.h"

namespace checkpoint {

/// The venue's report to its commune or district, added up over the days.
class DistrictSummary final : public ReportSummary
{
public:
    using ReportSummary::ReportSummary;

    Summary finish() const override;
    bool hasPersons() const override { return false; }

protected:
    void take() override;

private:
    struct Sum
    {
        qint64 days = 0;
        qint64 active = 0;
        qint64 in = 0;
        qint64 out = 0;
        qint64 persons = 0; ///< summed over the days
        qint64 open = 0;
        qint64 refused = 0;
        QString peak;
    };

    SummaryPart daysPart() const;

    QMap<QDate, Sum> m_days;
    NamedCounts m_sources;
    QList<std::pair<QString, QString>> m_venue;
    Sum m_all;
    qint64 m_mostPersons = 0;
};

} // namespace checkpoint
