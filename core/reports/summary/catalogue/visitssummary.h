#pragma once

#include "core/reports/summary/reportsummary.h"

namespace checkpoint {

/// The visits of a period: how many, how long, where, in which state; and the first of them.
class VisitsSummary final : public ReportSummary
{
public:
    using ReportSummary::ReportSummary;

    Summary finish() const override;

protected:
    void take() override;

private:
    QString stateText(const QString &state) const;

    LengthCounts m_lengths;
    NamedCounts m_locations;
    NamedCounts m_states;
    QList<QStringList> m_first;
    qint64 m_along = 0;
    qint64 m_late = 0;
};

} // namespace checkpoint
