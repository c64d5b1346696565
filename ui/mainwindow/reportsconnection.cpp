#include "ui/mainwindow/reportsconnection.h"

#include "core/base/clock.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/venueoffice.h"
#include "core/store/entrystore.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/manyvenuesconnection.h"
#include "ui/mainwindow/personconnection.h"
#include "ui/mainwindow/traceconnection.h"
#include "ui/reportsview/overviewpage.h"
#include "ui/reportsview/reportsview.h"

#include <QDateTime>
#include <QLocale>

namespace checkpoint {

ReportsConnection::ReportsConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_view(window->reportsView())
    , m_traffic(parts.store)
    , m_delivery(parts.store, m_view->files()->table(), this)
{
    ReportsView *const view = m_view;
    connect(view->overview(), &OverviewPage::dayWanted, this, &ReportsConnection::fetchTraffic);
    connect(view->files(), &FilesPage::previewWanted, this, &ReportsConnection::preview);
    connect(view->files(), &FilesPage::saveWanted, this,
            [this](const QString &report, const ReportDays &days, const QString &path) {
                const ReportRequest asked = revealing(request(days));
                m_delivery.save(makeReport(report, asked), report, head(asked), path);
            });
    connect(view->files(), &FilesPage::printWanted, this,
            [this](const QString &report, const ReportDays &days) {
                const ReportRequest asked = revealing(request(days));
                m_delivery.print([report, asked] { return makeReport(report, asked); }, report, head(asked));
            });
    connect(view->files(), &FilesPage::cancelWanted, this, [this] {
        m_delivery.cancel();
        ReportRun *run = m_preview;
        m_preview.clear();
        if (run)
            run->cancel();
    });
    connectPictures();
    new TraceConnection(
        parts, view->trace(),
        [this](qint64 from, qint64 to, bool revealed) {
            ReportRequest about = request({});
            about.fromUtcMs = from;
            about.toUtcMs = to;
            about.revealed = revealed;
            return head(about);
        },
        this);
    new PersonConnection(
        parts, view->personData(), [this] { return head(request({})); }, this);
    new ManyVenuesConnection(
        view->rollup(), [this] { return head(request({})); }, this);
    connect(parts.store, &EntryStore::changed, view, &ReportsView::refresh);
    connect(parts.office, &VenueOffice::loaded, this, [this](const VenueRecord &record) {
        m_venue = record.venue;
        m_view->overview()->setCapacity(record.venue ? record.venue->capacity : 0);
    });
}

/// The day of a locked desk changes as well; its pictures are asked for when they are shown again.
void ReportsConnection::fetchTraffic(const QDate &day)
{
    if (m_window->isLocked())
        return;
    m_traffic.day(day, m_parts.clock->now().utcMs).then(this, [this](const Result<Traffic> &traffic) {
        if (!traffic)
            m_view->overview()->showFailure(traffic.error());
        else if (traffic->day == m_view->overview()->day())
            m_view->overview()->setTraffic(*traffic);
    });
}

ReportRequest ReportsConnection::request(const ReportDays &days) const
{
    ReportRequest request;
    request.store = m_parts.store;
    request.now = m_parts.clock->now();
    if (days.first)
        request.fromUtcMs = days.first->startOfDay().toMSecsSinceEpoch();
    if (days.last)
        request.toUtcMs = days.last->addDays(1).startOfDay().toMSecsSinceEpoch();
    return request;
}

void ReportsConnection::preview(const QString &report, const ReportDays &days)
{
    if (m_preview)
        m_preview->cancel();
    const auto rows = std::make_shared<PreviewRows>();
    auto *run = new ReportRun(makeReport(report, request(days)), std::make_unique<PreviewFile>(rows), this);
    m_preview = run;
    run->start().then(this, [this, run, rows](const Result<qint64> &written) {
        run->deleteLater();
        if (m_preview != run)
            return;
        if (written || rows->more)
            m_view->files()->setPreview(*rows);
        else
            m_view->files()->table()->showFailure(written.error());
    });
}

void ReportsConnection::connectPictures()
{
    OverviewPage *page = m_view->overview();
    const auto paint = [this, page]() -> SheetPrinting::Paint {
        const QDate day = page->day();
        return [whose = head(request({day, day})), sheets = page->sheets()](QPagedPaintDevice *device) {
            return paintChartSheets(device, whose, sheets);
        };
    };
    connect(page, &OverviewPage::printWanted, this,
            [this, paint] { m_pictures.ask(m_view->window(), paint()); });
    connect(page, &OverviewPage::saveWanted, this, [this, paint](const QString &path) {
        m_pictures.save(path, [painted = paint()](const QString &file) {
            return writeSheetPdf(file, QString(), painted);
        });
    });
    connect(&m_pictures, &SheetPrinting::printed, page, &OverviewPage::showPrinted);
}

/// The same in full, when that was asked for.
ReportRequest ReportsConnection::revealing(ReportRequest request) const
{
    if (const std::optional<QString> reason = m_view->files()->takeRevealReason()) {
        request.revealed = true;
        request.reason = *reason;
    }
    return request;
}

SheetHead ReportsConnection::head(const ReportRequest &asked) const
{
    SheetHead rest;
    rest.language = sheetLanguage(QLocale().name().left(2));
    rest.place = m_parts.desk->location();
    rest.madeBy = m_view->files()->choices().madeBy;
    rest.revealed = asked.revealed;
    rest.madeAt = asked.now;
    rest.fromUtcMs = asked.fromUtcMs;
    rest.toUtcMs = asked.toUtcMs;
    return sheetHeadOf(m_venue, rest);
}

} // namespace checkpoint
