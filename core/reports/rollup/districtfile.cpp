#include "core/reports/rollup/districtfile.h"

#include "core/base/csvrows.h"
#include "core/domain/textfolding.h"
#include "core/reports/districtform.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024; // a venue's ten years are one
constexpr int mostRows = 100'000;
constexpr qint64 largestCount = 100'000'000;

/// Cells of a row by the names of their columns.
class NamedCells
{
public:
    explicit NamedCells(const QStringList &header)
    {
        for (qsizetype i = 0; i < header.size(); ++i)
            m_columns.insert(header[i].trimmed().toLower(), i);
    }

    void setRow(const QStringList &cells) { m_cells = cells; }
    bool has(const QString &name) const { return m_columns.contains(name); }

    /// Without the apostrophe that marks text.
    QString text(const QString &name) const
    {
        const QString cell = m_cells.value(m_columns.value(name, m_cells.size())).trimmed();
        return cell.startsWith(u'\'') ? cell.mid(1) : cell;
    }

private:
    QHash<QString, qsizetype> m_columns;
    QStringList m_cells;
};

QDate dayOf(const QString &text)
{
    for (const QString &form : {u"yyyy-MM-dd"_s, u"d/M/yyyy"_s, u"d-M-yyyy"_s}) {
        const QDate day = QDate::fromString(text, form);
        if (day.isValid())
            return day;
    }
    return {};
}

std::optional<bool> flagOf(const QString &text)
{
    const QString word = text.toLower();
    if (word == "yes"_L1 || word == "true"_L1 || word == "1"_L1)
        return true;
    if (word == "no"_L1 || word == "false"_L1 || word == "0"_L1)
        return false;
    return std::nullopt;
}

std::optional<qint64> countOf(const QString &text)
{
    bool ok = false;
    const qint64 count = text.toLongLong(&ok);
    return ok && count >= 0 && count <= largestCount ? std::optional(count) : std::nullopt;
}

/// The columns without which a file is not of the form.
const QStringList &neededColumns()
{
    using namespace districtform;
    static const QStringList names{formVersion, day,       province,   commune, venueCode,
                                   active,      entriesIn, entriesOut, persons, reportedAt};
    return names;
}

/// Why something does not count, in both languages.
struct Why
{
    QString english;
    QString vietnamese;

    bool isEmpty() const { return english.isEmpty(); }
};

/// Reads a row; what is wrong with it goes into `reason`.
DistrictRow readRow(const NamedCells &cells, Why &reason)
{
    namespace form = districtform;
    DistrictRow row;
    const auto take = [&](qint64 &number, const QString &column) {
        const std::optional<qint64> count = countOf(cells.text(column));
        if (!count && reason.isEmpty())
            reason = {u"%1 is no whole number from 0 on"_s.arg(column),
                      u"%1 không phải số nguyên từ 0 trở lên"_s.arg(column)};
        number = count.value_or(0);
    };
    const std::optional<qint64> version = countOf(cells.text(form::formVersion));
    if (!version || *version < 1)
        reason = {u"form_version is no number"_s, u"form_version không phải số"_s};
    else if (*version > form::version)
        reason = {u"form_version %1 is newer than this program knows"_s.arg(*version),
                  u"form_version %1 mới hơn phiên bản chương trình biết"_s.arg(*version)};
    row.day = dayOf(cells.text(form::day));
    row.area = {cells.text(form::province), cells.text(form::district), cells.text(form::commune)};
    row.venueCode = cells.text(form::venueCode);
    row.venueName = cells.text(form::venueName);
    row.registeredOn = dayOf(cells.text(u"registered_on"_s));
    take(row.in, form::entriesIn);
    take(row.out, form::entriesOut);
    take(row.persons, form::persons);
    if (cells.has(form::refused))
        take(row.refused, form::refused);
    const QDateTime reported = QDateTime::fromString(cells.text(form::reportedAt), Qt::ISODateWithMs);
    const std::optional<bool> active = flagOf(cells.text(form::active));
    row.active = active.value_or(false);
    row.reportedMs = reported.toMSecsSinceEpoch();
    if (!reason.isEmpty())
        return row;
    if (!row.day.isValid())
        reason = {u"day is no day"_s, u"cột day không phải ngày"_s};
    else if (row.venueCode.isEmpty() || row.area.commune.isEmpty() || row.area.province.isEmpty())
        reason = {u"venue_code, commune or province is empty"_s,
                  u"thiếu venue_code, commune hoặc province"_s};
    else if (!reported.isValid())
        reason = {u"reported_at is no time of ISO 8601"_s,
                  u"reported_at không phải thời điểm theo ISO 8601"_s};
    else if (row.day > reported.date().addDays(1))
        reason = {u"the day is later than the report"_s, u"ngày trong dòng muộn hơn ngày lập báo cáo"_s};
    else if (!active)
        reason = {u"active is neither yes nor no"_s, u"cột active không phải yes hoặc no"_s};
    else if (*active != (row.in + row.out > 0))
        reason = {u"active does not fit entries_in and entries_out"_s,
                  u"active không khớp với entries_in và entries_out"_s};
    else if (row.persons > row.in + row.out)
        reason = {u"more persons than entries"_s, u"số người nhiều hơn số lượt"_s};
    return row;
}

} // namespace

QString Area::key() const
{
    const auto plain = [](const QString &text) {
        return text.normalized(QString::NormalizationForm_C).toLower().simplified();
    };
    return plain(province) + u'\n' + plain(district) + u'\n' + plain(commune);
}

Result<QString> readTableText(const QString &path)
{
    QFile file(path);
    const QFileInfo what(path);
    if (what.exists() && !what.isFile()) // a pipe would never end
        return Error{ErrorCode::SourceUnreadable, u"it is no file"_s};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::SourceUnreadable, file.errorString()};
    if (file.size() > largestFile)
        return Error{ErrorCode::SourceUnreadable, u"the file is too large for such a report"_s};
    const QByteArray bytes = file.readAll();
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return Error{ErrorCode::SourceUnreadable, u"the file is no text in UTF-8 or UTF-16"_s};
    return text;
}

DistrictFile readDistrictFile(const QString &path)
{
    DistrictFile result;
    const auto note = [&](int line, const Why &why) {
        result.broken.append({FileNote::Broken, path, line, why.english, why.vietnamese});
    };
    const Result<QString> text = readTableText(path);
    if (!text) {
        note(1, {text.error().detail,
                 u"không đọc được tệp, tệp quá lớn hoặc không phải văn bản UTF-8, UTF-16"_s});
        return result;
    }
    const CsvRows table = csvRows(*text, mostRows);
    if (table.rows.isEmpty()) {
        note(1, {u"the file is empty"_s, u"tệp không có nội dung"_s});
        return result;
    }
    const QStringList header = table.rows.first().cells;
    NamedCells cells(header);
    for (const QString &name : neededColumns()) {
        if (!cells.has(name)) {
            note(table.rows.first().line,
                 {u"the column %1 is missing"_s.arg(name), u"thiếu cột %1"_s.arg(name)});
            return result;
        }
    }
    for (qsizetype i = 1; i < table.rows.size(); ++i) {
        const CsvRow &csv = table.rows[i];
        Why reason;
        if (csv.cells.size() != header.size())
            reason = {u"%1 cells where the header has %2"_s.arg(csv.cells.size()).arg(header.size()),
                      u"có %1 ô, trong khi dòng tiêu đề có %2 ô"_s.arg(csv.cells.size()).arg(header.size())};
        cells.setRow(csv.cells);
        DistrictRow row = reason.isEmpty() ? readRow(cells, reason) : DistrictRow();
        row.line = csv.line;
        if (reason.isEmpty())
            result.rows.append(row);
        else
            note(csv.line, reason);
    }
    if (table.quoteOpen)
        note(table.rows.last().line, {u"a quoted cell never ends"_s, u"một ô mở ngoặc kép mà không đóng"_s});
    if (table.tooMany)
        note(table.rows.last().line,
             {u"the file has more rows than are read"_s, u"tệp có nhiều dòng hơn mức đọc được"_s});
    return result;
}

Result<Population> readPopulation(const QString &path)
{
    const Result<QString> text = readTableText(path);
    if (!text)
        return text.error();
    const CsvRows table = csvRows(*text, mostRows);
    const auto column = [&table](std::initializer_list<QLatin1StringView> names) -> qsizetype {
        const QStringList header = table.rows.isEmpty() ? QStringList() : table.rows.first().cells;
        for (qsizetype i = 0; i < header.size(); ++i) {
            const QString name = foldedText(header[i]);
            if (std::ranges::any_of(names,
                                    [&name](QLatin1StringView known) { return name.startsWith(known); }))
                return i;
        }
        return -1;
    };
    const qsizetype province = column({"province"_L1, "tinh"_L1});
    const qsizetype district = column({"district"_L1, "huyen"_L1, "quan"_L1});
    const qsizetype commune = column({"commune"_L1, "xa"_L1, "phuong"_L1});
    const qsizetype people = column({"population"_L1, "dan so"_L1});
    if (province < 0 || commune < 0 || people < 0)
        return Error{ErrorCode::SourceUnreadable,
                     u"%1 has no columns province, commune and population"_s.arg(path)};
    Population population;
    for (qsizetype i = 1; i < table.rows.size(); ++i) {
        const QStringList &cells = table.rows[i].cells;
        const auto cell = [&cells](qsizetype at) {
            return at < 0 ? QString() : cells.value(at).simplified();
        };
        const Population::Commune one{{cell(province), cell(district), cell(commune)},
                                      countOf(cell(people)).value_or(0)};
        if (one.people < 1 || one.area.commune.isEmpty() || one.area.province.isEmpty())
            population.broken.append({FileNote::Broken, path, table.rows[i].line,
                                      u"a row needs province, commune and a population from 1 on"_s,
                                      u"mỗi dòng cần có tỉnh, xã và dân số từ 1 trở lên"_s});
        else
            population.communes.insert(one.area.key(), one);
    }
    return population;
}

} // namespace checkpoint
