#pragma once

#include "core/reports/summary/reportsummary.h"

namespace checkpoint {

/// Who is inside: how many, where, for how long; and the first of them. The list to call people from when
/// the building must be left is another one, EvacuationList.
class InsideSummary final : public ReportSummary
{
public:
    using ReportSummary::ReportSummary;

    Summary finish() const override;
    bool hasPeriod() const override { return false; }

protected:
    void take() override;

private:
    NamedCounts m_locations;
    LengthCounts m_lengths;
    QList<QStringList> m_first;
    qint64 m_people = 0;
    qint64 m_companions = 0;
    qint64 m_children = 0;
    qint64 m_longest = 0;
};

} // namespace checkpoint
