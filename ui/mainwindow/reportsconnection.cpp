#include "ui/mainwindow/reportsconnection.h"

#include "core/base/clock.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/venueoffice.h"
#include "core/reports/summary/summaryfile.h"
#include "core/store/entrystore.h"
#include "ui/reportsview/overviewpage.h"
#include "ui/reportsview/reportsview.h"

#include <QLocale>

namespace checkpoint {

ReportsConnection::ReportsConnection(const DeskParts &parts, ReportsView *view, QObject *parent)
    : QObject(parent), m_parts(parts), m_view(view), m_traffic(parts.store)
{
    connect(view->overview(), &OverviewPage::dayWanted, this, &ReportsConnection::fetchTraffic);
    connect(view->files(), &FilesPage::previewWanted, this, &ReportsConnection::preview);
    connect(view->files(), &FilesPage::saveWanted, this, &ReportsConnection::save);
    connect(view->files(), &FilesPage::printWanted, this,
            [this](const QString &report, const ReportDays &days) {
                SheetPrinting::choosePrinter(m_view->window(),
                                             [this, report, days](const std::shared_ptr<QPrinter> &printer) {
                                                 print(report, days, printer);
                                             });
            });
    connectPictures();
    connect(view->files(), &FilesPage::cancelWanted, this, [this] {
        if (m_saving)
            m_saving->cancel();
    });
    connect(parts.store, &EntryStore::changed, view, &ReportsView::refresh);
    connect(parts.office, &VenueOffice::loaded, this, [this](const VenueRecord &record) {
        m_venue = record.venue;
        m_view->overview()->setCapacity(record.venue ? record.venue->capacity : 0);
    });
}

void ReportsConnection::fetchTraffic(const QDate &day)
{
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
            m_view->files()->showFailure(written.error());
    });
}

Future<Result<qint64>> ReportsConnection::run(const QString &report, const ReportDays &days,
                                              std::unique_ptr<TableFile> file)
{
    auto *run = new ReportRun(makeReport(report, request(days)), std::move(file), this);
    run->tellOf(m_parts.store, report, false);
    m_saving = run;
    connect(run, &ReportRun::progressed, m_view->files(), &FilesPage::setProgress);
    return run->start().then(this, [this, run](const Result<qint64> &rows) {
        run->deleteLater();
        m_view->files()->setProgress(-1);
        return rows;
    });
}

void ReportsConnection::save(const QString &report, const ReportDays &days, const QString &path)
{
    run(report, days, makeReportFile(path, report, head(days)))
        .then(this, [this, path](const Result<qint64> &rows) {
            if (rows)
                m_view->files()->showSaved(path, *rows);
            else
                m_view->files()->showFailure(rows.error());
        });
}

void ReportsConnection::print(const QString &report, const ReportDays &days,
                              const std::shared_ptr<QPrinter> &printer)
{
    const SheetHead whose = head(days);
    const auto name = std::make_shared<QString>();
    const auto deliver = [printer, name](const SummarySheet &sheet) -> Result<void> {
        const Result<QString> printed = SheetPrinting::printOn(
            *printer, [&sheet](QPagedPaintDevice *device) { return sheet.paint(device); });
        if (!printed)
            return printed.error();
        *name = *printed;
        return {};
    };
    m_view->files()->setProgress(0);
    run(report, days,
        std::make_unique<SummaryFile>(makeReportSummary(report, whose.language, false), whose, deliver))
        .then(this, [this, name](const Result<qint64> &rows) {
            if (rows)
                m_view->files()->showPrinted(*name);
            else
                m_view->files()->showFailure(rows.error());
        });
}

void ReportsConnection::connectPictures()
{
    OverviewPage *page = m_view->overview();
    const auto paint = [this, page]() -> SheetPrinting::Paint {
        const QDate day = page->day();
        return [whose = head({day, day}), sheets = page->sheets()](QPagedPaintDevice *device) {
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

SheetHead ReportsConnection::head(const ReportDays &days) const
{
    SheetHead rest;
    rest.language = sheetLanguage(QLocale().name().left(2));
    rest.place = m_parts.desk->location();
    rest.madeBy = m_view->files()->choices().madeBy;
    const ReportRequest asked = request(days);
    rest.madeAt = asked.now;
    rest.fromUtcMs = asked.fromUtcMs;
    rest.toUtcMs = asked.toUtcMs;
    return sheetHeadOf(m_venue, rest);
}

} // namespace checkpoint
