#pragma once

#include "core/reports/summary/reportsummary.h"

namespace checkpoint {

/// What many venues' reports add up to: the last day, the days before, the communes.
class RollupSummary final : public ReportSummary
{
public:
    using ReportSummary::ReportSummary;

    Summary finish() const override;
    bool hasPersons() const override { return false; }
    bool hasPeriod() const override { return false; }

protected:
    void take() override;

private:
    struct Area
    {
        QString name;
        qint64 active = 0;
        QStringList cells;
    };

    QString areaName() const;

    QMap<QDate, Area> m_days;
    QDate m_last;
    QList<std::pair<QString, QString>> m_lastTotals;
    QString m_silent;
    QList<Area> m_areas; ///< of the last day, those below the whole
};

} // namespace checkpoint
