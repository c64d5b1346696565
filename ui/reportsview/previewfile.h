#pragma once

#include "core/reports/tablefile.h"

#include <memory>

namespace checkpoint {

/// The first rows of a report, as texts for a table on the screen.
struct PreviewRows
{
    QStringList header;
    QList<QStringList> rows;
    bool more = false;         ///< the report has further rows
    QStringList meanings = {}; ///< what the columns mean, in the language of the window

    void setColumns(const QList<Column> &columns);
};

/// Takes a report's first rows in place of a file and then stops it, with Cancelled. Used on the report's
/// thread; the rows are read when that has ended.
class PreviewFile final : public TableFile
{
public:
    explicit PreviewFile(const std::shared_ptr<PreviewRows> &rows) : m_rows(rows) {}

    Result<void> begin(const QList<Column> &columns) override;
    Result<void> write(const CellRow &cells) override;
    Result<void> finish() override { return {}; }

    static constexpr int mostRows = 100;

private:
    const std::shared_ptr<PreviewRows> m_rows;
};

/// A cell as it is read on the screen.
QString cellText(const Cell &cell);

} // namespace checkpoint
