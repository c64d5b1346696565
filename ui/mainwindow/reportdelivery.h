#pragma once

#include "core/base/future.h"
#include "core/reports/reportrun.h"
#include "core/reports/summary/summary.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QPrinter;

namespace checkpoint {

class ReportTable;

/// Brings the reports of one page into files and onto paper, one at a time, and shows in the page's table how
/// far it is and what became of it. GUI thread; child of whoever wires the page.
class ReportDelivery : public QObject
{
    Q_OBJECT

public:
    /// The store's ledger is told of every file; without a store nobody is. It outlives this.
    ReportDelivery(EntryStore *store, ReportTable *table, QObject *parent);

    /// `name` is what the report is called; whether persons are shown in full is said by the head.
    void save(std::unique_ptr<Report> report, const QString &name, const SheetHead &head,
              const QString &path);

    /// Asks for a printer, then prints the summary. The report is made when there is a printer.
    void print(const std::function<std::unique_ptr<Report>()> &make, const QString &name,
               const SheetHead &head);

    /// Runs it into a file of any kind; nothing of it is said but how far it is. With a name the ledger is
    /// told of it, and whoever is signed in has to be allowed to export, or to reveal.
    Future<Result<qint64>> run(std::unique_ptr<Report> report, std::unique_ptr<TableFile> file,
                               const QString &name = {}, bool revealed = false);

    void cancel();

private:
    Future<Result<qint64>> go(ReportRun *run);
    void printOn(std::unique_ptr<Report> report, const QString &name, const SheetHead &head,
                 const std::shared_ptr<QPrinter> &printer);

    EntryStore *const m_store;
    ReportTable *const m_table;
    QPointer<ReportRun> m_running;
};

} // namespace checkpoint
