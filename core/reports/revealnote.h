#pragma once

#include "core/reports/reportcatalog.h"
#include "core/store/reportsource.h"

#include <QList>
#include <QUuid>

namespace checkpoint {

/// Notes that a report of this name is to tell of these visitors (or the venue) in full, before it does.
/// Nothing to note in a masked report. ReadOnly in a folder that is open for reading. On the report's thread.
Result<void> noteReveals(ReportSource &source, const ReportRequest &request, const QString &report,
                         const QList<QUuid> &subjects);

/// The same of everybody in the period that was asked for.
Result<void> notePeriodRevealed(ReportSource &source, const ReportRequest &request, const QString &report);

/// What is noted: the report's name and why it was asked for.
QString revealWords(const ReportRequest &request, const QString &report);

} // namespace checkpoint
