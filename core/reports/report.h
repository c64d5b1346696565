#pragma once

#include "core/base/future.h"
#include "core/base/result.h"
#include "core/reports/tablefile.h"

#include <QString>

#include <atomic>
#include <functional>

namespace checkpoint {

/// What a report writes into while it runs: its file, its progress, and whether somebody has stopped it. On
/// the report's thread.
class ReportOutput
{
public:
    ReportOutput(TableFile &file, const std::atomic<bool> &cancelled, std::function<void(int)> progressed)
        : m_file(file), m_cancelled(cancelled), m_progressed(std::move(progressed))
    {
    }

    /// Writes a row.
    Result<void> write(const CellRow &cells);
    /// The same with cells behind them that were made ready before.
    Result<void> writeWith(const CellRow &cells, const QByteArray &prepared);
    QByteArray prepared(const CellRow &cells) const { return m_file.prepared(cells); }

    /// So much of the work is done.
    void setProgress(qint64 done, qint64 total);

    qint64 rows() const { return m_rows; }
    bool isCancelled() const { return m_cancelled; }

private:
    TableFile &m_file;
    const std::atomic<bool> &m_cancelled;
    const std::function<void(int)> m_progressed;
    qint64 m_rows = 0;
    int m_permille = 0;
};

/// One kind of report. Made on the GUI thread, then used on a thread of its own; memory stays the same
/// however long it gets. To add one: a file pair catalogue/<id>report and a line in reportcatalog.cpp.
class Report
{
public:
    virtual ~Report() = default;

    virtual QList<Column> columns() const = 0;

    /// Writes all rows; the first error ends it.
    virtual Result<void> write(ReportOutput &output) = 0;
};

/// Goes through something that comes in pages: `ask(last)` asks for the page after a row (at first after
/// none), `arrived(page)` may ask for what belongs to a page, `take(row)` is given each row. The next page is
/// read while this one is worked on.
template <typename Row, typename Ask, typename Arrived, typename Take>
Result<void> throughPages(const ReportOutput &output, qsizetype pageSize, Ask ask, Arrived arrived, Take take)
{
    Future<Result<QList<Row>>> next = ask(static_cast<const Row *>(nullptr));
    for (;;) {
        next.waitForFinished();
        const Result<QList<Row>> page = next.takeResult();
        if (!page)
            return page.error();
        const bool more = page->size() == pageSize;
        arrived(*page);
        if (more)
            next = ask(&page->last());
        for (const Row &row : *page) {
            if (Result<void> taken = take(row); !taken)
                return taken;
        }
        if (output.isCancelled())
            return Error{ErrorCode::Cancelled, QStringLiteral("the report was stopped")};
        if (!more)
            return {};
    }
}

} // namespace checkpoint
