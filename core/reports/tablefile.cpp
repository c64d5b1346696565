#include "core/reports/tablefile.h"

#include "core/reports/csvwriter.h"
#include "core/reports/xlsxwriter.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

std::unique_ptr<TableFile> makeTableFile(const QString &path, bool withTerms)
{
    if (path.endsWith(".xlsx"_L1, Qt::CaseInsensitive))
        return std::make_unique<XlsxWriter>(path, withTerms);
    return std::make_unique<CsvWriter>(path, withTerms);
}

QList<Column> termColumns()
{
    return {{u"term"_s, u"Tên cột"_s, u"Name of the column"_s},
            {u"meaning_vi"_s, u"Ý nghĩa bằng tiếng Việt"_s, u"What it means, in Vietnamese"_s},
            {u"meaning_en"_s, u"Ý nghĩa bằng tiếng Anh"_s, u"What it means, in English"_s}};
}

QList<CellRow> termRows(const QList<Column> &columns)
{
    QList<CellRow> rows;
    for (const Column &column : columns)
        rows.append({column.name, column.meaningVi, column.meaningEn});
    return rows;
}

} // namespace checkpoint
