#pragma once

#include "core/reports/summary/reportsummary.h"
#include "core/reports/tablefile.h"

#include <functional>
#include <memory>

namespace checkpoint {

/// Takes a report's rows as a table's file does, and gives what they add up to as sheets instead: into a PDF
/// file, or wherever `deliver` prints them. Used on the report's thread.
class SummaryFile final : public TableFile
{
public:
    using Deliver = std::function<Result<void>(const SummarySheet &)>;

    SummaryFile(std::unique_ptr<ReportSummary> summary, SheetHead head, Deliver deliver);

    Result<void> begin(const QList<Column> &columns) override;
    Result<void> write(const CellRow &cells) override;
    Result<void> finish() override;

private:
    const std::unique_ptr<ReportSummary> m_summary;
    SheetHead m_head;
    const Deliver m_deliver;
};

/// Where a report goes: what its file's name says, ".pdf" being the summary of the report `name`, with that
/// head; else as makeTableFile() has it.
std::unique_ptr<TableFile> makeReportFile(const QString &path, const QString &name, const SheetHead &head);

/// Whether it is a file of sheets.
bool isSheetFile(const QString &path);

} // namespace checkpoint
