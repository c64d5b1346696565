#pragma once

#include "core/reports/summary/reportsummary.h"

#include <QSet>

namespace checkpoint {

/// The entries of a period: how many, when, where, by what; and the first of them.
class EntriesSummary final : public ReportSummary
{
public:
    using ReportSummary::ReportSummary;

    Summary finish() const override;

protected:
    void take() override;

private:
    struct DayCount
    {
        qint64 in = 0;
        qint64 out = 0;
    };

    SheetTable hoursTable() const;
    SummaryPart daysPart() const;

    std::array<DayCount, 24> m_hours{};
    QMap<QDate, DayCount> m_days;
    NamedCounts m_locations;
    NamedCounts m_sources;
    QSet<QString> m_persons;
    QList<QStringList> m_first;
    qint64 m_in = 0;
    qint64 m_out = 0;
    qint64 m_along = 0;
    qint64 m_late = 0;
    qint64 m_estimated = 0;
    qint64 m_voided = 0;
};

} // namespace checkpoint
