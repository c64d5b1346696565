#include "core/reports/summary/reportsummary.h"

#include "core/base/ids.h"
#include "core/domain/visitorcode.h"
#include "core/reports/summary/catalogue/districtsummary.h"
#include "core/reports/summary/catalogue/entriessummary.h"
#include "core/reports/summary/catalogue/insidesummary.h"
#include "core/reports/summary/catalogue/rollupsummary.h"
#include "core/reports/summary/catalogue/tracesummary.h"
#include "core/reports/summary/catalogue/visitssummary.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostNames = 15;
constexpr std::array<qint64, 7> stepEnds{15, 30, 60, 120, 240, 480, 720}; ///< minutes

QList<double> barsOf(const QList<qint64> &counts)
{
    const qint64 most = counts.isEmpty() ? 0 : *std::ranges::max_element(counts);
    QList<double> bars;
    for (const qint64 count : counts)
        bars.append(most > 0 ? double(count) / double(most) : 0);
    return bars;
}

template <typename Made> std::unique_ptr<ReportSummary> make(SheetLanguage language, bool revealed)
{
    return std::make_unique<Made>(language, revealed);
}

struct Kind
{
    QLatin1StringView report;
    std::unique_ptr<ReportSummary> (*make)(SheetLanguage, bool);
};

constexpr Kind kinds[]{
    {"entries"_L1, &make<EntriesSummary>},   {"visits"_L1, &make<VisitsSummary>},
    {"district"_L1, &make<DistrictSummary>}, {"inside"_L1, &make<InsideSummary>},
    {"trace"_L1, &make<TraceSummary>},       {"rollup"_L1, &make<RollupSummary>},
};

} // namespace

std::unique_ptr<ReportSummary> makeReportSummary(const QString &report, SheetLanguage language, bool revealed)
{
    for (const Kind &kind : kinds) {
        if (report == kind.report)
            return kind.make(language, revealed);
    }
    return nullptr;
}

SheetTable NamedCounts::table(const SheetWords &words, const QString &what, const QString &many) const
{
    QList<std::pair<qint64, QString>> sorted;
    for (auto each = m_counts.begin(); each != m_counts.end(); ++each)
        sorted.append({each.value(), each.key()});
    std::ranges::stable_sort(sorted, [](const auto &a, const auto &b) { return a.first > b.first; });
    const QLocale locale = sheetLocale(words.language);
    SheetTable table{{what, many}, {}, {1}, {}};
    QList<qint64> counts;
    qint64 rest = 0;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (i >= mostNames) {
            rest += sorted[i].first;
            continue;
        }
        table.rows.append({sorted[i].second, locale.toString(sorted[i].first)});
        counts.append(sorted[i].first);
    }
    if (rest > 0) {
        table.rows.append({words(u"Còn lại"_s, u"All others"_s), locale.toString(rest)});
        counts.append(rest);
    }
    table.bars = barsOf(counts);
    return table;
}

void LengthCounts::add(qint64 minutes)
{
    const auto step = std::ranges::upper_bound(stepEnds, minutes);
    ++m_steps[std::size_t(step - stepEnds.begin())];
    ++m_count;
    m_sum += minutes;
}

SheetTable LengthCounts::table(const SheetWords &words, const QString &many) const
{
    const QStringList steps{words(u"Dưới 15 phút"_s, u"Under 15 minutes"_s),
                            words(u"15 đến dưới 30 phút"_s, u"15 to under 30 minutes"_s),
                            words(u"30 phút đến dưới 1 giờ"_s, u"30 minutes to under 1 hour"_s),
                            words(u"1 đến dưới 2 giờ"_s, u"1 to under 2 hours"_s),
                            words(u"2 đến dưới 4 giờ"_s, u"2 to under 4 hours"_s),
                            words(u"4 đến dưới 8 giờ"_s, u"4 to under 8 hours"_s),
                            words(u"8 đến dưới 12 giờ"_s, u"8 to under 12 hours"_s),
                            words(u"Từ 12 giờ"_s, u"12 hours and more"_s)};
    SheetTable table{{words(u"Thời gian"_s, u"Length"_s), many}, {}, {1}, {}};
    QList<qint64> counts;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        table.rows.append({steps[qsizetype(i)], sheetLocale(words.language).toString(m_steps[i])});
        counts.append(m_steps[i]);
    }
    table.bars = barsOf(counts);
    return table;
}

void ReportSummary::begin(const QList<Column> &columns)
{
    m_columns = columns;
    for (qsizetype i = 0; i < columns.size(); ++i)
        m_places.insert(columns[i].name, i);
}

void ReportSummary::add(const CellRow &row)
{
    ++m_rows;
    m_row = &row;
    take();
    m_row = nullptr;
}

const Cell *ReportSummary::cell(QLatin1StringView column) const
{
    const auto place = m_places.constFind(column);
    return place != m_places.cend() && *place < m_row->size() ? &m_row->at(*place) : nullptr;
}

QString ReportSummary::text(QLatin1StringView column) const
{
    const auto *found = cell(column);
    if (const auto *id = found ? std::get_if<QUuid>(found) : nullptr)
        return idText(*id);
    const auto *words = found ? std::get_if<QString>(found) : nullptr;
    return words ? *words : QString();
}

qint64 ReportSummary::number(QLatin1StringView column) const
{
    const auto *found = cell(column);
    const auto *count = found ? std::get_if<qint64>(found) : nullptr;
    return count ? *count : 0;
}

bool ReportSummary::flag(QLatin1StringView column) const
{
    const auto *found = cell(column);
    const auto *yes = found ? std::get_if<bool>(found) : nullptr;
    return yes && *yes;
}

QDate ReportSummary::day(QLatin1StringView column) const
{
    const auto *found = cell(column);
    const auto *date = found ? std::get_if<QDate>(found) : nullptr;
    return date ? *date : QDate();
}

std::optional<Moment> ReportSummary::moment(QLatin1StringView column) const
{
    const auto *found = cell(column);
    const auto *at = found ? std::get_if<Moment>(found) : nullptr;
    return at ? std::optional(*at) : std::nullopt;
}

bool ReportSummary::isEmpty(QLatin1StringView column) const
{
    const auto *found = cell(column);
    return !found || std::holds_alternative<std::monostate>(*found);
}

QString ReportSummary::shown(QLatin1StringView column) const
{
    const auto *found = cell(column);
    if (!found)
        return {};
    if (const auto *words = std::get_if<QString>(found))
        return *words;
    if (const auto *count = std::get_if<qint64>(found))
        return figure(*count);
    if (const auto *value = std::get_if<double>(found))
        return sheetLocale(m_words.language).toString(*value, 'f', 2);
    if (const auto *yes = std::get_if<bool>(found))
        return *yes ? m_words(u"có"_s, u"yes"_s) : m_words(u"không"_s, u"no"_s);
    if (const auto *date = std::get_if<QDate>(found))
        return date->toString(u"dd/MM/yyyy"_s);
    if (const auto *at = std::get_if<Moment>(found))
        return at->toDateTime().toString(u"dd/MM/yyyy HH:mm"_s);
    return {};
}

QString ReportSummary::person() const
{
    const QString name = text("name"_L1);
    const qint64 year = number("birth_date"_L1); // a day or, masked, a year
    const QString born = year > 0 ? QString::number(year) : shown("birth_date"_L1);
    return born.isEmpty() ? name : name + u" · "_s + born;
}

QString ReportSummary::kindOfCode(const QString &source) const
{
    if (source == formatid::citizenCard)
        return m_words(u"Thẻ căn cước"_s, u"Citizen card"_s);
    if (source == formatid::personalQr)
        return m_words(u"Mã QR cá nhân"_s, u"Personal QR"_s);
    if (source == formatid::healthInsurance)
        return m_words(u"Thẻ bảo hiểm y tế"_s, u"Insurance card"_s);
    if (source == formatid::certificate)
        return m_words(u"Giấy chứng nhận"_s, u"Certificate"_s);
    if (source == formatid::travelDocument)
        return m_words(u"Hộ chiếu"_s, u"Passport"_s);
    if (source == formatid::visitorPass)
        return m_words(u"Thẻ khách"_s, u"Visitor pass"_s);
    if (source == formatid::ownPhone)
        return m_words(u"Khách tự quét"_s, u"Own phone"_s);
    if (source == "manual"_L1)
        return m_words(u"Nhập tay"_s, u"By hand"_s);
    return m_words(u"Loại khác"_s, u"Any other"_s);
}

QString ReportSummary::placeName(const QString &location) const
{
    return location.isEmpty() ? m_words(u"(không ghi vị trí)"_s, u"(place not said)"_s) : location;
}

QString ReportSummary::lengthText(qint64 minutes) const
{
    return minutes < 60 ? m_words(u"%1 phút"_s, u"%1 min"_s).arg(minutes)
                        : m_words(u"%1 giờ %2 phút"_s, u"%1 h %2 min"_s).arg(minutes / 60).arg(minutes % 60);
}

std::pair<QString, QString> ReportSummary::term(const QString &name, QLatin1StringView column) const
{
    const Column &meant = m_columns.at(m_places.value(column));
    // A table says "yes" in every language, a sheet in its own.
    return {name, m_words(QString(meant.meaningVi).replace(u"yes nếu"_s, u"có nếu"_s), meant.meaningEn)};
}

QString ReportSummary::cutNote(qint64 printed, qint64 all) const
{
    if (printed >= all)
        return {};
    return m_words(u"Chỉ in %1 dòng đầu trong tổng số %2 dòng; tệp CSV hoặc Excel của báo cáo có đủ."_s,
                   u"Only the first %1 of %2 rows are printed; the report's CSV or Excel file has all."_s)
        .arg(figure(printed), figure(all));
}

} // namespace checkpoint
