#include "ui/mainwindow/reportsconnection.h"

#include "core/base/clock.h"
#include "core/desk/venueoffice.h"
#include "core/store/entrystore.h"
#include "ui/reportsview/overviewpage.h"
#include "ui/reportsview/reportsview.h"

namespace checkpoint {

ReportsConnection::ReportsConnection(const DeskParts &parts, ReportsView *view, QObject *parent)
    : QObject(parent), m_parts(parts), m_view(view), m_traffic(parts.store)
{
    connect(view->overview(), &OverviewPage::dayWanted, this, &ReportsConnection::fetchTraffic);
    connect(view->files(), &FilesPage::previewWanted, this, &ReportsConnection::preview);
    connect(view->files(), &FilesPage::saveWanted, this, &ReportsConnection::save);
    connect(view->files(), &FilesPage::cancelWanted, this, [this] {
        if (m_saving)
            m_saving->cancel();
    });
    connect(parts.store, &EntryStore::changed, view, &ReportsView::refresh);
    connect(parts.office, &VenueOffice::loaded, this, [this](const VenueRecord &record) {
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

void ReportsConnection::save(const QString &report, const ReportDays &days, const QString &path)
{
    auto *run = new ReportRun(makeReport(report, request(days)), makeTableFile(path, true), this);
    m_saving = run;
    connect(run, &ReportRun::progressed, m_view->files(), &FilesPage::setProgress);
    run->start().then(this, [this, run, path](const Result<qint64> &rows) {
        run->deleteLater();
        m_view->files()->setProgress(-1);
        if (rows)
            m_view->files()->showSaved(path, *rows);
        else
            m_view->files()->showFailure(rows.error());
    });
}

} // namespace checkpoint
