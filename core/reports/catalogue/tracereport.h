#pragma once

#include "core/reports/overlap.h"
#include "core/reports/personcells.h"
#include "core/reports/report.h"

#include <QUuid>

namespace checkpoint {

/// Whom an authority asks about. UTC milliseconds, `to` excluded.
struct TraceRequest
{
    EntryStore *store = nullptr; ///< open for writing; outlives the report
    QUuid visitorId;
    qint64 fromUtcMs = 0;
    qint64 toUtcMs = 0;
    OverlapRule rule = {};
    QString reference; ///< of the authority's letter
    QString reason;    ///< in the operator's words
    Moment now;
    bool revealed = false;
};

/// The visits of a person in a period, and who was there at the same time: in the form in which a health
/// office can use it. Reference and reason go into the record of who looked at data, for the person and for
/// everybody listed, before a line is written. Held in memory: the stays of the period, nobody's data.
class TraceReport final : public Report
{
public:
    explicit TraceReport(const TraceRequest &request);

    QList<Column> columns() const override;

    /// WrongUse without a reference or a reason, NotFound when there is no such visitor, ReadOnly when
    /// nothing can be noted.
    Result<void> write(ReportOutput &output) override;

private:
    struct Line
    {
        qsizetype own = 0;              ///< which of the person's visits
        Stay stay;                      ///< whose line this is
        std::optional<Overlap> overlap; ///< absent for the person's own visits
        bool samePlace = false;
    };

    Result<QList<Line>> lines(ReportSource &source, qint64 person);
    Result<void> noteAll(ReportSource &source, const QUuid &person, const QList<Line> &lines);
    Result<QList<ReportVisit>> visitsOf(ReportSource &source, const QList<Line> &lines, qsizetype from) const;
    /// The cells before those of the visitor.
    CellRow cells(const Line &line, const ReportVisit &visit) const;

    const TraceRequest m_request;
    PersonCells m_persons;
};

} // namespace checkpoint
