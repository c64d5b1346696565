#pragma once

#include "core/base/future.h"
#include "core/reports/reportcatalog.h"
#include "core/reports/reportrun.h"
#include "core/reports/summary/summary.h"
#include "core/store/traffic.h"
#include "ui/common/sheetprinting.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/reportdelivery.h"
#include "ui/reportsview/filespage.h"

#include <QObject>
#include <QPointer>

namespace checkpoint {

class MainWindow;
class ReportsView;
struct VenueRecord;

/// The wires between the reports view and the record: figures for the pictures, previews, files. GUI thread;
/// owned by the main window, its child.
class ReportsConnection : public QObject
{
    Q_OBJECT

public:
    ReportsConnection(const DeskParts &parts, MainWindow *window);

private:
    void fetchTraffic(const QDate &day);
    void preview(const QString &report, const ReportDays &days);
    void connectPictures();
    SheetHead head(const ReportRequest &asked) const;
    ReportRequest request(const ReportDays &days) const;
    ReportRequest revealing(ReportRequest request) const;

    const DeskParts m_parts;
    MainWindow *m_window;
    ReportsView *m_view;
    TrafficSource m_traffic;
    QPointer<ReportRun> m_preview; ///< the one whose rows are awaited
    ReportDelivery m_delivery;
    SheetPrinting m_pictures;
    std::optional<Venue> m_venue;
};

} // namespace checkpoint
