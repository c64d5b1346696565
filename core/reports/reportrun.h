#pragma once

#include "core/base/future.h"
#include "core/base/worker.h"
#include "core/reports/report.h"
#include "core/store/entrystore.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace checkpoint {

/// One report on its way into a file, on a thread of its own that gives way to all others. Lives on the GUI
/// thread; goes before the store that its report reads. Destroying it stops the report, and no file appears.
class ReportRun : public QObject
{
    Q_OBJECT

public:
    ReportRun(std::unique_ptr<Report> report, std::unique_ptr<TableFile> file, QObject *parent = nullptr);
    ~ReportRun() override;

    /// Has the ledger of that store tell of the file, in English and without personal data, before it
    /// appears: what cannot be told of does not leave the record. NotAllowed when whoever is signed in may
    /// not export, or reveal.
    void tellOf(EntryStore *store, const QString &what, bool revealed);

    /// Runs it once; gives the number of rows. The errors of the store and of TableFile; Cancelled.
    Future<Result<qint64>> start();

    void cancel() { m_cancelled = true; }

signals:
    /// So many thousandths are done.
    void progressed(int permille);

private:
    Result<qint64> run();
    Result<void> allow();
    Result<void> tell(qint64 rows);

    const std::unique_ptr<Report> m_report;
    const std::unique_ptr<TableFile> m_file;
    EntryStore *m_store = nullptr;
    QString m_what;
    bool m_revealed = false;
    std::atomic<bool> m_cancelled = false;
    Worker m_thread; // unmade first
};

} // namespace checkpoint
