#include "core/reports/tablefile.h"

#include "core/reports/csvwriter.h"
#include "core/reports/xlsxwriter.h"

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Cells as bytes: for each its kind, then its value. A tenth of the memory that the cells themselves take.
void pack(QByteArray &bytes, const Cell &cell)
{
    const auto append = [&bytes](const void *value, qsizetype size) {
        bytes.append(static_cast<const char *>(value), size);
    };
    bytes.append(char(cell.index()));
    if (const auto *text = std::get_if<QString>(&cell)) {
        const QByteArray utf8 = text->toUtf8();
        const qsizetype size = utf8.size();
        append(&size, sizeof size);
        append(utf8.constData(), size);
    } else if (const auto *whole = std::get_if<qint64>(&cell)) {
        append(whole, sizeof *whole);
    } else if (const auto *day = std::get_if<QDate>(&cell)) {
        const qint64 number = day->toJulianDay();
        append(&number, sizeof number);
    } else if (const auto *id = std::get_if<QUuid>(&cell)) {
        append(id->toRfc4122().constData(), 16);
    } else {
        Q_ASSERT(std::holds_alternative<std::monostate>(cell)); // no others come again and again
    }
}

void unpackInto(CellRow &cells, const QByteArray &bytes)
{
    const char *place = bytes.constData();
    const char *const end = place + bytes.size();
    while (place < end) {
        const auto kind = std::size_t(*place++);
        if (kind == Cell().index()) {
            cells.emplaceBack();
            continue;
        }
        if (kind == Cell(QUuid()).index()) {
            cells.append(QUuid::fromRfc4122(QByteArrayView(place, 16)));
            place += 16;
            continue;
        }
        qint64 number = 0;
        std::memcpy(&number, place, sizeof number);
        place += sizeof number;
        if (kind == Cell(number).index()) {
            cells.append(number);
        } else if (kind == Cell(QDate()).index()) {
            cells.append(QDate::fromJulianDay(number));
        } else {
            cells.append(QString::fromUtf8(place, number));
            place += number;
        }
    }
}

} // namespace

QByteArray TableFile::prepared(const CellRow &cells) const
{
    QByteArray bytes;
    for (const Cell &cell : cells)
        pack(bytes, cell);
    return bytes;
}

Result<void> TableFile::writeWith(const CellRow &cells, const QByteArray &prepared)
{
    CellRow all = cells;
    unpackInto(all, prepared);
    return write(all);
}

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
