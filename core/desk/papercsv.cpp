#include "core/desk/papercsv.h"

#include "core/base/csvrows.h"
#include "core/codes/fieldreading.h"
#include "core/codes/utf8.h"
#include "core/domain/textfolding.h"

#include <QHash>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype largestFile = 2 * 1024 * 1024;
constexpr int mostRows = 5000;

enum class Column {
    Date,
    In,
    Out,
    Name,
    IdNumber,
    Phone,
    BirthYear,
    Companions,
    Children,
    Host,
    Purpose,
    Location
};

const QHash<QString, Column> &columnNames()
{
    static const QHash<QString, Column> names{
        {u"date"_s, Column::Date},
        {u"ngay"_s, Column::Date},
        {u"in"_s, Column::In},
        {u"time in"_s, Column::In},
        {u"gio vao"_s, Column::In},
        {u"vao"_s, Column::In},
        {u"out"_s, Column::Out},
        {u"time out"_s, Column::Out},
        {u"gio ra"_s, Column::Out},
        {u"ra"_s, Column::Out},
        {u"name"_s, Column::Name},
        {u"ho ten"_s, Column::Name},
        {u"ho va ten"_s, Column::Name},
        {u"id number"_s, Column::IdNumber},
        {u"cccd"_s, Column::IdNumber},
        {u"so cccd"_s, Column::IdNumber},
        {u"so giay to"_s, Column::IdNumber},
        {u"phone"_s, Column::Phone},
        {u"dien thoai"_s, Column::Phone},
        {u"so dien thoai"_s, Column::Phone},
        {u"birth year"_s, Column::BirthYear},
        {u"nam sinh"_s, Column::BirthYear},
        {u"companions"_s, Column::Companions},
        {u"nguoi di cung"_s, Column::Companions},
        {u"children"_s, Column::Children},
        {u"tre em"_s, Column::Children},
        {u"host"_s, Column::Host},
        {u"nguoi gap"_s, Column::Host},
        {u"gap ai"_s, Column::Host},
        {u"purpose"_s, Column::Purpose},
        {u"muc dich"_s, Column::Purpose},
        {u"location"_s, Column::Location},
        {u"vi tri"_s, Column::Location},
    };
    return names;
}

/// Reads a row; the first thing that is wrong with it goes into `reason`.
class RowReading
{
public:
    RowReading(const QHash<Column, qsizetype> &columns, const CsvRow &row, const QDate &day)
        : m_columns(columns), m_row(row), m_day(day)
    {
    }

    PaperRow read()
    {
        PaperRow row;
        row.line = m_row.line;
        const QString date = text(Column::Date);
        const std::optional<QDate> said = date.isEmpty() ? std::optional(m_day) : dateOfTyped(date);
        if (!said)
            blame(u"the date is none"_s);
        row.in = moment(Column::In, said.value_or(m_day));
        row.out = moment(Column::Out, said.value_or(m_day));
        if (!row.in && !row.out)
            blame(u"neither a time in nor a time out"_s);
        if (row.in && row.out && *row.out < *row.in)
            row.out = row.out->addDays(1); // past midnight
        HandEntry &person = row.person;
        person.typed.name = text(Column::Name);
        person.typed.idNumber = text(Column::IdNumber);
        person.typed.phone = text(Column::Phone);
        const QString year = text(Column::BirthYear);
        if (!year.isEmpty() &&
            !(person.typed.birthDate = PartialDate::fromYear(isDigits(year) ? year.toInt() : 0)))
            blame(u"the year of birth is none"_s);
        person.party = {count(Column::Companions), count(Column::Children)};
        person.details = {text(Column::Purpose), text(Column::Host)};
        row.location = text(Column::Location);
        const CheckedHandEntry checkedEntry = checked(person, m_day.year());
        if (checkedEntry.fault)
            blame(faultText(checkedEntry.fault->field));
        person = checkedEntry.entry;
        return row;
    }

    QString reason() const { return m_reason; }

private:
    void blame(const QString &reason)
    {
        if (m_reason.isEmpty())
            m_reason = reason;
    }

    static QString faultText(HandFault::Field field)
    {
        static const QString fields[]{u"name"_s,    u"year of birth"_s, u"phone"_s, u"number"_s,
                                      u"purpose"_s, u"host"_s,          u"party"_s};
        return u"the %1 cannot be kept as it is written"_s.arg(fields[int(field)]);
    }

    QString text(Column column) const
    {
        const auto place = m_columns.constFind(column);
        QString cell = place == m_columns.cend() ? QString() : tidyTyped(m_row.cells.value(*place));
        return cell.startsWith(u'\'') ? cell.mid(1) : cell;
    }

    std::optional<QDateTime> moment(Column column, const QDate &day)
    {
        const QString cell = text(column);
        if (cell.isEmpty())
            return std::nullopt;
        const std::optional<QTime> time = timeOfTyped(cell);
        if (!time)
            blame(column == Column::In ? u"the time in is none"_s : u"the time out is none"_s);
        return time ? std::optional(QDateTime(day, *time)) : std::nullopt;
    }

    int count(Column column)
    {
        const QString cell = text(column);
        if (cell.isEmpty())
            return 0;
        if (!isDigits(cell) || cell.size() > 2)
            blame(u"companions and children are numbers up to 99"_s);
        return cell.toInt();
    }

    const QHash<Column, qsizetype> &m_columns;
    const CsvRow &m_row;
    const QDate m_day;
    QString m_reason;
};

} // namespace

PaperCsv readPaperCsv(const QByteArray &bytes, const QDate &day)
{
    PaperCsv result;
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = bytes.size() > largestFile ? QString() : QString(decoder(bytes));
    if (bytes.size() > largestFile || decoder.hasError()) {
        result.faults.append({0, u"the file is too large or not UTF-8"_s});
        return result;
    }
    const CsvRows table = csvRows(text, mostRows);
    QHash<Column, qsizetype> columns;
    const QStringList header = table.rows.isEmpty() ? QStringList() : table.rows.first().cells;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString title = foldedText(tidyTyped(header[i])).replace(u'_', u' ').remove(u'*');
        if (const auto known = columnNames().constFind(title); known != columnNames().cend())
            columns.insert(*known, i);
    }
    if (!columns.contains(Column::Name) || !(columns.contains(Column::In) || columns.contains(Column::Out))) {
        result.faults.append({0, u"the first row names no columns for name and times"_s});
        return result;
    }
    for (qsizetype i = 1; i < table.rows.size(); ++i) {
        RowReading reading(columns, table.rows[i], day);
        const PaperRow row = reading.read();
        if (reading.reason().isEmpty())
            result.rows.append(row);
        else
            result.faults.append({row.line, reading.reason()});
    }
    if (table.quoteOpen || table.tooMany)
        result.faults.append({0, u"the file has more rows than are read, or a quoted cell never ends"_s});
    return result;
}

} // namespace checkpoint
