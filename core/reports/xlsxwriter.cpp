#include "core/reports/xlsxwriter.h"

#include "core/base/ids.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <xlsxwriter.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double dayMs = 24.0 * 3600 * 1000;
constexpr qint64 minuteMs = 60'000;
// Days of a workbook are counted so that 1970-01-01 is this one; before March 1900 the count is wrong.
constexpr int dayOfEpoch = 25569;
constexpr int firstRightDay = 61;
constexpr int longestText = 32767; // UTF-16 units of a cell

const QString folderName = u".checkpoint-report-"_s;
constexpr qint64 leftAfterSecs = 3600; ///< since anything was written to it

/// What programs that were killed have left lies there in the clear.
void removeLeftovers(const QDir &folder)
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-leftAfterSecs);
    for (const QFileInfo &info :
         folder.entryInfoList({folderName + u"??????"_s}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks)) {
        if (info.lastModified() < before)
            QDir(info.filePath()).removeRecursively();
    }
}

double dayNumber(const QDate &day)
{
    return double(QDate(1970, 1, 1).daysTo(day) + dayOfEpoch);
}

} // namespace

XlsxWriter::XlsxWriter(const QString &path, bool withTerms) : m_path(path), m_withTerms(withTerms) {}

XlsxWriter::~XlsxWriter()
{
    if (m_book)
        workbook_close(m_book); // frees it; the folder with what it writes goes next
}

Result<void> XlsxWriter::begin(const QList<Column> &columns)
{
    const QFileInfo there(m_path);
    if (there.exists() && !there.isFile())
        return failure(u"is no file"_s);
    m_columns = columns;
    removeLeftovers(there.absoluteDir());
    m_folder = std::make_unique<QTemporaryDir>(there.absoluteDir().filePath(folderName + u"XXXXXX"_s));
    if (!m_folder->isValid())
        return failure(m_folder->errorString());
    QByteArray folder = QFile::encodeName(m_folder->path());
    lxw_workbook_options options{LXW_TRUE, folder.data(), LXW_TRUE};
    m_book = workbook_new_opt(QFile::encodeName(m_folder->filePath(u"book"_s)).constData(), &options);
    if (!m_book)
        return failure(u"no workbook can be made"_s);
    m_bold = workbook_add_format(m_book);
    format_set_bold(m_bold);
    m_day = workbook_add_format(m_book);
    format_set_num_format(m_day, "yyyy-mm-dd");
    m_moment = workbook_add_format(m_book);
    format_set_num_format(m_moment, "yyyy-mm-dd hh:mm:ss");
    return beginSheet(m_sheet, "Report", columns);
}

Result<void> XlsxWriter::beginSheet(Sheet &sheet, const char *name, const QList<Column> &columns)
{
    sheet.sheet = workbook_add_worksheet(m_book, name);
    if (!sheet.sheet)
        return failure(u"no sheet can be made"_s);
    for (int i = 0; i < columns.size(); ++i) {
        worksheet_set_column(sheet.sheet, lxw_col_t(i), lxw_col_t(i),
                             std::max<double>(20, double(columns[i].name.size()) + 2), nullptr);
        worksheet_write_string(sheet.sheet, 0, lxw_col_t(i), columns[i].name.toUtf8().constData(), m_bold);
    }
    worksheet_freeze_panes(sheet.sheet, 1, 0);
    sheet.rows = 1;
    return {};
}

Result<void> XlsxWriter::write(const CellRow &cells)
{
    return write(m_sheet, cells);
}

Result<void> XlsxWriter::write(Sheet &sheet, const CellRow &cells)
{
    if (sheet.rows >= mostRows)
        return Error{ErrorCode::WrongUse, u"a sheet has no more than %1 rows; write CSV"_s.arg(mostRows)};
    for (int i = 0; i < cells.size(); ++i) {
        if (const int error = writeCell(sheet, i, cells[i]); error != LXW_NO_ERROR)
            return failure(QString::fromLatin1(lxw_strerror(lxw_error(error))));
    }
    ++sheet.rows;
    return {};
}

int XlsxWriter::writeCell(const Sheet &sheet, int column, const Cell &cell)
{
    const auto row = lxw_row_t(sheet.rows);
    const auto place = lxw_col_t(column);
    const auto writeNumber = [&](double value, lxw_format *format) {
        return worksheet_write_number(sheet.sheet, row, place, value, format);
    };
    if (const auto *text = std::get_if<QString>(&cell))
        return text->isEmpty()
                   ? LXW_NO_ERROR
                   : worksheet_write_string(sheet.sheet, row, place,
                                            text->left(longestText).toUtf8().constData(), nullptr);
    if (const auto *whole = std::get_if<qint64>(&cell))
        return writeNumber(double(*whole), nullptr);
    if (const auto *number = std::get_if<double>(&cell))
        return writeNumber(*number, nullptr);
    if (const auto *flag = std::get_if<bool>(&cell))
        return worksheet_write_string(sheet.sheet, row, place, *flag ? "yes" : "no", nullptr);
    if (const auto *day = std::get_if<QDate>(&cell)) {
        if (dayNumber(*day) >= firstRightDay)
            return writeNumber(dayNumber(*day), m_day);
        return worksheet_write_string(sheet.sheet, row, place,
                                      day->toString(Qt::ISODate).toLatin1().constData(), nullptr);
    }
    if (const auto *id = std::get_if<QUuid>(&cell))
        return worksheet_write_string(sheet.sheet, row, place, idText(*id).toLatin1().constData(), nullptr);
    if (const auto *moment = std::get_if<Moment>(&cell))
        return writeNumber(double(moment->utcMs + moment->offsetMinutes * minuteMs) / dayMs + dayOfEpoch,
                           m_moment);
    return LXW_NO_ERROR;
}

Result<void> XlsxWriter::finish()
{
    if (m_withTerms) {
        Sheet terms;
        if (auto begun = beginSheet(terms, "Terms", termColumns()); !begun)
            return begun;
        const QList<CellRow> rows = termRows(m_columns);
        for (const CellRow &row : rows) {
            if (auto written = write(terms, row); !written)
                return written;
        }
    }
    const lxw_error closed = workbook_close(std::exchange(m_book, nullptr));
    if (closed != LXW_NO_ERROR)
        return failure(QString::fromLatin1(lxw_strerror(closed)));
    return copyToPlace();
}

Result<void> XlsxWriter::copyToPlace()
{
    QFile whole(m_folder->filePath(u"book"_s));
    QSaveFile place(m_path);
    if (!whole.open(QIODevice::ReadOnly))
        return failure(whole.errorString());
    if (!place.open(QIODevice::WriteOnly))
        return failure(place.errorString());
    while (!whole.atEnd()) {
        const QByteArray part = whole.read(1024 * 1024);
        if (part.isEmpty() || place.write(part) != part.size())
            return failure(place.errorString());
    }
    return place.commit() ? Result<void>() : failure(place.errorString());
}

Error XlsxWriter::failure(const QString &why) const
{
    return {ErrorCode::WriteFailed, u"%1: %2"_s.arg(m_path, why)};
}

} // namespace checkpoint
