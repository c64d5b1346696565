#pragma once

#include "core/base/clock.h"
#include "core/reports/report.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace checkpoint {

class EntryStore;

/// What a report is to be about. UTC milliseconds, `from` included, `to` excluded.
struct ReportRequest
{
    EntryStore *store =
        nullptr; ///< outlives the report; none: there is no record yet, and the report is empty
    std::optional<qint64> fromUtcMs;
    std::optional<qint64> toUtcMs;
    Moment now;
    /// Personal data in full; whoever asks sees to it that they may. It is noted for everybody of whom the
    /// report tells, before they are written: ReadOnly when nothing can be noted.
    bool revealed = false;
    QString reason = {}; ///< why, in the operator's words; noted with it
};

/// The names of the reports of a venue: "entries", "visits" …
QStringList reportIds();

/// The report of that name; nothing when there is none.
std::unique_ptr<Report> makeReport(const QString &id, const ReportRequest &request);

} // namespace checkpoint
