#pragma once

#include "core/reports/tablefile.h"

#include <memory>

namespace checkpoint {

/// The first rows of a report, as it would write them: words are found where they are shown, in the language
/// of that moment.
struct PreviewRows
{
    QList<Column> columns;
    QList<CellRow> rows;
    bool more = false; ///< the report has further rows
};

/// Takes a report's first rows in place of a file and then stops it, with Cancelled. Used on the report's
/// thread; the rows are read when that has ended.
class PreviewFile final : public TableFile
{
public:
    explicit PreviewFile(const std::shared_ptr<PreviewRows> &rows, int most = usualRows)
        : m_rows(rows), m_most(most)
    {
    }

    Result<void> begin(const QList<Column> &columns) override;
    Result<void> write(const CellRow &cells) override;
    Result<void> finish() override { return {}; }

    static constexpr int usualRows = 100;

private:
    const std::shared_ptr<PreviewRows> m_rows;
    const int m_most;
};

} // namespace checkpoint
