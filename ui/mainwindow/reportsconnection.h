#pragma once

#include "core/base/future.h"
#include "core/reports/reportcatalog.h"
#include "core/reports/reportrun.h"
#include "core/reports/summary/summary.h"
#include "core/store/traffic.h"
#include "ui/common/sheetprinting.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/reportsview/filespage.h"

#include <QObject>
#include <QPointer>

namespace checkpoint {

class ReportsView;
struct VenueRecord;

/// The wires between the reports view and the record: figures for the pictures, previews, files. GUI thread;
/// owned by the main window, its child.
class ReportsConnection : public QObject
{
    Q_OBJECT

public:
    ReportsConnection(const DeskParts &parts, ReportsView *view, QObject *parent);

private:
    void fetchTraffic(const QDate &day);
    void preview(const QString &report, const ReportDays &days);
    void save(const QString &report, const ReportDays &days, const QString &path);
    void print(const QString &report, const ReportDays &days, const std::shared_ptr<QPrinter> &printer);
    /// Runs a report into a file, or onto paper; its rows, or why not.
    Future<Result<qint64>> run(const QString &report, const ReportDays &days,
                               std::unique_ptr<TableFile> file);
    void connectPictures();
    SheetHead head(const ReportDays &days) const;
    ReportRequest request(const ReportDays &days) const;

    const DeskParts m_parts;
    ReportsView *m_view;
    TrafficSource m_traffic;
    QPointer<ReportRun> m_preview; ///< the one whose rows are awaited
    QPointer<ReportRun> m_saving;
    SheetPrinting m_pictures;
    std::optional<Venue> m_venue;
};

} // namespace checkpoint
