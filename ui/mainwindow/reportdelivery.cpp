#include "ui/mainwindow/reportdelivery.h"

#include "core/reports/summary/summaryfile.h"
#include "ui/common/sheetprinting.h"
#include "ui/reportsview/reporttable.h"

namespace checkpoint {

ReportDelivery::ReportDelivery(EntryStore *store, ReportTable *table, QObject *parent)
    : QObject(parent), m_store(store), m_table(table)
{
}

void ReportDelivery::cancel()
{
    if (m_running)
        m_running->cancel();
}

Future<Result<qint64>> ReportDelivery::go(ReportRun *run)
{
    cancel();
    m_running = run;
    connect(run, &ReportRun::progressed, m_table, [this, run](int permille) {
        if (m_running == run)
            m_table->setProgress(permille);
    });
    return run->start().then(this, [this, run](const Result<qint64> &rows) {
        run->deleteLater();
        if (m_running == run) {
            m_running = nullptr;
            m_table->setProgress(-1);
        }
        return rows;
    });
}

Future<Result<qint64>> ReportDelivery::run(std::unique_ptr<Report> report, std::unique_ptr<TableFile> file,
                                           const QString &name, bool revealed)
{
    auto *run = new ReportRun(std::move(report), std::move(file), this);
    if (!name.isEmpty())
        run->tellOf(m_store, name, revealed);
    return go(run);
}

void ReportDelivery::save(std::unique_ptr<Report> report, const QString &name, const SheetHead &head,
                          const QString &path)
{
    run(std::move(report), makeReportFile(path, name, head), name, head.revealed)
        .then(this, [this, path](const Result<qint64> &rows) {
            if (rows)
                m_table->showSaved(path, *rows);
            else
                m_table->showFailure(rows.error());
        });
}

void ReportDelivery::print(const std::function<std::unique_ptr<Report>()> &make, const QString &name,
                           const SheetHead &head)
{
    SheetPrinting::choosePrinter(m_table->window(),
                                 [this, make, name, head, here = QPointer<ReportDelivery>(this)](
                                     const std::shared_ptr<QPrinter> &printer) {
                                     if (here)
                                         printOn(make(), name, head, printer);
                                 });
}

void ReportDelivery::printOn(std::unique_ptr<Report> report, const QString &name, const SheetHead &head,
                             const std::shared_ptr<QPrinter> &printer)
{
    const auto printed = std::make_shared<QString>();
    const auto deliver = [printer, printed](const SummarySheet &sheet) -> Result<void> {
        const Result<QString> where = SheetPrinting::printOn(
            *printer, [&sheet](QPagedPaintDevice *device) { return sheet.paint(device); });
        if (!where)
            return where.error();
        *printed = *where;
        return {};
    };
    auto paper =
        std::make_unique<SummaryFile>(makeReportSummary(name, head.language, head.revealed), head, deliver);
    m_table->setProgress(0);
    run(std::move(report), std::move(paper), name, head.revealed)
        .then(this, [this, printed](const Result<qint64> &rows) {
            if (rows)
                m_table->showPrinted(*printed);
            else
                m_table->showFailure(rows.error());
        });
}

} // namespace checkpoint
