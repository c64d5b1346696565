#include "core/desk/expectedcsv.h"

#include "core/base/csvrows.h"
#include "core/codes/fieldreading.h"
#include "core/codes/phonenumber.h"
#include "core/codes/utf8.h"
#include "core/desk/handentry.h"
#include "core/domain/textfolding.h"

#include <QHash>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

using Column = ExpectedColumn;

/// What people write above their columns, in simple form.
const QHash<QString, Column> &columnNames()
{
    static const QHash<QString, Column> names = [] {
        const std::array<std::pair<Column, QStringList>, 8> known{{
            {Column::Name,
             {u"ten"_s, u"ho ten"_s, u"ho va ten"_s, u"ten khach"_s, u"khach"_s, u"name"_s, u"full name"_s,
              u"visitor"_s, u"visitor name"_s}},
            {Column::Time,
             {u"gio"_s, u"gio den"_s, u"gio hen"_s, u"thoi gian"_s, u"luc"_s, u"time"_s, u"at"_s,
              u"arrival"_s}},
            {Column::Host,
             {u"gap"_s, u"gap ai"_s, u"nguoi gap"_s, u"nguoi can gap"_s, u"nguoi tiep"_s, u"den gap"_s,
              u"host"_s, u"visits"_s, u"whom"_s}},
            {Column::Date, {u"ngay"_s, u"ngay den"_s, u"ngay hen"_s, u"date"_s, u"day"_s}},
            {Column::Phone,
             {u"dien thoai"_s, u"so dien thoai"_s, u"sdt"_s, u"di dong"_s, u"phone"_s, u"phone number"_s,
              u"mobile"_s}},
            {Column::BirthYear,
             {u"nam sinh"_s, u"ngay sinh"_s, u"birth year"_s, u"year of birth"_s, u"date of birth"_s,
              u"birth date"_s, u"born"_s}},
            {Column::Purpose,
             {u"muc dich"_s, u"ly do"_s, u"noi dung"_s, u"viec"_s, u"purpose"_s, u"reason"_s}},
            {Column::IdNumber,
             {u"cccd"_s, u"so cccd"_s, u"cmnd"_s, u"so giay to"_s, u"ho chieu"_s, u"id"_s, u"id number"_s,
              u"passport"_s}},
        }};
        QHash<QString, Column> table;
        for (const auto &[column, words] : known) {
            for (const QString &word : words)
                table.insert(word, column);
        }
        return table;
    }();
    return names;
}

/// Which column is where; one that is not there is absent.
using Columns = QHash<Column, qsizetype>;

/// The columns that the first row names; nothing when it names none and so is a row like the others.
std::optional<Columns> namedColumns(const CsvRow &first)
{
    Columns columns;
    for (qsizetype i = 0; i < first.cells.size(); ++i) {
        QString title = foldedText(tidyTyped(first.cells[i]));
        title.remove(u'*').remove(u':').replace(u'_', u' ');
        const auto known = columnNames().constFind(title.trimmed());
        if (known != columnNames().cend() && !columns.contains(*known))
            columns.insert(*known, i);
    }
    return columns.isEmpty() ? std::nullopt : std::optional(columns);
}

Columns usualColumns()
{
    return {{Column::Name, 0},  {Column::Time, 1},      {Column::Host, 2},   {Column::Date, 3},
            {Column::Phone, 4}, {Column::BirthYear, 5}, {Column::Purpose, 6}};
}

std::optional<int> yearOf(const QString &text, int latest)
{
    int year = isDigits(text) && text.size() == 4 ? text.toInt() : 0;
    if (const auto date = dateOfTyped(text))
        year = date->year();
    return year >= firstBirthYear && year <= latest ? std::optional(year) : std::nullopt;
}

/// A spreadsheet drops the zero at the beginning of a number.
std::optional<QString> phoneOf(const QString &text)
{
    if (const auto number = mobileNumber(text))
        return number;
    return isDigits(text) && text.size() == 9 ? mobileNumber(u'0' + text) : std::nullopt;
}

/// One row on its way to a visitor.
class RowReading
{
public:
    RowReading(const CsvRow &row, const Columns &columns, const QDate &day)
        : m_row(row), m_columns(columns), m_day(day)
    {
    }

    /// Nothing when a field is wrong; fault() then says which.
    std::optional<ExpectedVisitor> read()
    {
        ExpectedVisitor visitor;
        visitor.name = text(Column::Name);
        if (visitor.name.isEmpty())
            blame(Column::Name, TextFault::Empty);
        visitor.host = text(Column::Host);
        visitor.purpose = text(Column::Purpose);
        visitor.at = value<QTime>(Column::Time, timeOfTyped);
        visitor.day = value<QDate>(Column::Date, dateOfTyped).value_or(m_day);
        visitor.phone = value<QString>(Column::Phone, phoneOf).value_or(QString());
        visitor.birthYear =
            value<int>(Column::BirthYear, [this](const QString &cell) { return yearOf(cell, m_day.year()); });
        visitor.idNumber = value<QString>(Column::IdNumber, [](const QString &cell) {
                               const bool fits = isPersonalNumber(cell) && !cell.contains(u'*');
                               return fits ? std::optional(cell.toUpper()) : std::nullopt;
                           }).value_or(QString());
        return m_fault ? std::nullopt : std::optional(visitor);
    }

    ExpectedRowFault fault() const { return *m_fault; }

private:
    void blame(Column column, TextFault fault)
    {
        if (!m_fault)
            m_fault = ExpectedRowFault{m_row.line, column, fault};
    }

    QString text(Column column)
    {
        const auto place = m_columns.constFind(column);
        const QString tidy = place == m_columns.cend() ? QString() : tidyTyped(m_row.cells.value(*place));
        if (const auto fault = faultOfTyped(tidy))
            blame(column, *fault);
        return tidy;
    }

    template <typename T, typename Reader> std::optional<T> value(Column column, Reader reader)
    {
        const QString cell = text(column);
        if (cell.isEmpty())
            return std::nullopt;
        const std::optional<T> found = reader(cell);
        if (!found)
            blame(column, TextFault::Invalid);
        return found;
    }

    const CsvRow &m_row;
    const Columns &m_columns;
    const QDate m_day;
    std::optional<ExpectedRowFault> m_fault;
};

ExpectedCsv unreadable(ExpectedFileFault fault)
{
    return {{}, {}, fault};
}

} // namespace

ExpectedCsv readExpectedCsv(const QByteArray &bytes, const QDate &day, std::optional<QChar> separator)
{
    if (bytes.size() > largestExpectedBytes)
        return unreadable(ExpectedFileFault::TooLarge);
    QByteArrayView content = bytes;
    if (content.startsWith("\xEF\xBB\xBF"))
        content = content.sliced(3);
    const auto text = strictTextOfUtf8(content);
    if (!text || text->contains(QChar::Null))
        return unreadable(ExpectedFileFault::NotUtf8);
    const CsvRows table = csvRows(*text, mostExpectedRows + 1, separator); // one may name the columns
    if (table.rows.isEmpty())
        return unreadable(ExpectedFileFault::Empty);
    if (table.quoteOpen)
        return unreadable(ExpectedFileFault::QuoteNotClosed);
    const auto named = namedColumns(table.rows.first());
    if (named && !named->contains(Column::Name))
        return unreadable(ExpectedFileFault::NoNameColumn);
    const QList<CsvRow> rows = named ? table.rows.mid(1) : table.rows;
    if (table.tooMany || rows.size() > mostExpectedRows)
        return unreadable(ExpectedFileFault::TooManyRows);
    if (rows.isEmpty())
        return unreadable(ExpectedFileFault::Empty);
    const Columns columns = named.value_or(usualColumns());
    ExpectedCsv result;
    for (const CsvRow &row : rows) {
        RowReading reading(row, columns, day);
        if (const auto visitor = reading.read())
            result.visitors.append(*visitor);
        else
            result.faults.append(reading.fault());
    }
    return result;
}

} // namespace checkpoint
