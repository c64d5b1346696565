#pragma once

#include "core/reports/tablefile.h"

#include <QVariant>

#include <memory>

namespace checkpoint {

/// The first rows of a report, as texts for a table on the screen.
struct PreviewRows
{
    QStringList header; ///< as in the file
    QList<QStringList> rows;
    bool more = false;         ///< the report has further rows
    QStringList meanings = {}; ///< what the columns mean, in the language of the window
    QList<QVariantList> orders =
        {}; ///< by what the rows can be sorted, a value for each cell; empty: they cannot

    void setColumns(const QList<Column> &columns);
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

/// A cell as it is read on the screen.
QString cellText(const Cell &cell);
/// By what it is sorted: a number, or the text.
QVariant cellOrder(const Cell &cell);

} // namespace checkpoint
