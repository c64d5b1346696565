#pragma once

#include "core/reports/summary/reportsummary.h"

#include <QSet>

namespace checkpoint {

/// A trace for a health office: the person's visits, and who was there at the same time.
class TraceSummary final : public ReportSummary
{
public:
    using ReportSummary::ReportSummary;

    Summary finish() const override;

protected:
    void take() override;

private:
    QString m_reference;
    QString m_person;
    QList<QStringList> m_visits;
    QList<QStringList> m_contacts;
    qint64 m_visitCount = 0;
    qint64 m_contactCount = 0;
    qint64 m_samePlace = 0;
    qint64 m_assumed = 0;
    LengthCounts m_lengths;
    QSet<QString> m_others;
};

} // namespace checkpoint
