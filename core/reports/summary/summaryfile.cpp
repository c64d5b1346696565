#include "core/reports/summary/summaryfile.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

SummaryFile::SummaryFile(std::unique_ptr<ReportSummary> summary, SheetHead head, Deliver deliver)
    : m_summary(std::move(summary)), m_head(std::move(head)), m_deliver(std::move(deliver))
{
    m_head.hasPersons = m_summary->hasPersons();
    m_head.hasPeriod = m_summary->hasPeriod();
}

Result<void> SummaryFile::begin(const QList<Column> &columns)
{
    m_summary->begin(columns);
    return {};
}

Result<void> SummaryFile::write(const CellRow &cells)
{
    m_summary->add(cells);
    return {};
}

Result<void> SummaryFile::finish()
{
    return m_deliver(SummarySheet(m_head, m_summary->finish()));
}

bool isSheetFile(const QString &path)
{
    return path.endsWith(".pdf"_L1, Qt::CaseInsensitive);
}

std::unique_ptr<TableFile> makeReportFile(const QString &path, const QString &name, const SheetHead &head)
{
    if (!isSheetFile(path))
        return makeTableFile(path, true);
    return std::make_unique<SummaryFile>(makeReportSummary(name, head.language, head.revealed), head,
                                         [path](const SummarySheet &sheet) { return sheet.writePdf(path); });
}

} // namespace checkpoint
