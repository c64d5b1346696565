#pragma once

#include "core/reports/tablefile.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace checkpoint {

/// Writes a workbook whose cells have their kinds: text stays text, numbers, days and moments can be reckoned
/// with. Moments are shown in the local time of the desk. The terms stand on a second sheet. Rows are not
/// kept in memory. WrongUse when there are more rows than a sheet has.
class XlsxWriter final : public TableFile
{
public:
    XlsxWriter(const QString &path, bool withTerms);
    ~XlsxWriter() override;

    Result<void> begin(const QList<Column> &columns) override;
    Result<void> write(const CellRow &cells) override;
    Result<void> finish() override;

    static constexpr int mostRows = 1'048'576; ///< of a sheet, with the one of the names

private:
    struct Sheet
    {
        lxw_worksheet *sheet = nullptr;
        int rows = 0;
    };
    Result<void> beginSheet(Sheet &sheet, const char *name, const QList<Column> &columns);
    Result<void> write(Sheet &sheet, const CellRow &cells);
    int writeCell(const Sheet &sheet, int column, const Cell &cell);
    Result<void> copyToPlace();
    Error failure(const QString &why) const;

    const QString m_path;
    const bool m_withTerms;
    std::unique_ptr<QTemporaryDir> m_folder; ///< beside the target; the workbook lies there until it is whole
    QList<Column> m_columns;
    lxw_workbook *m_book = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_day = nullptr;
    lxw_format *m_moment = nullptr;
    Sheet m_sheet;
};

} // namespace checkpoint
