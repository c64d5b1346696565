#include "core/reports/summary/catalogue/entriessummary.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype firstRows = 30;
constexpr qsizetype mostDays = 31; ///< more are added up by month

} // namespace

void EntriesSummary::take()
{
    const QString direction = text("direction"_L1);
    const std::optional<Moment> at = moment("at"_L1);
    if (direction == "void"_L1 || !text("voided_by"_L1).isEmpty() || !at) {
        m_voided += direction == "void"_L1;
        return;
    }
    const bool in = direction == "in"_L1;
    const QDateTime local = at->toDateTime();
    DayCount &hour = m_hours[std::size_t(local.time().hour())];
    DayCount &day = m_days[local.date()];
    (in ? m_in : m_out) += 1;
    (in ? hour.in : hour.out) += 1;
    (in ? day.in : day.out) += 1;
    if (in)
        m_along += number("companions"_L1) + number("children"_L1);
    m_late += flag("late"_L1);
    m_estimated += flag("estimated"_L1);
    m_locations.add(placeName(text("location"_L1)));
    m_sources.add(kindOfCode(text("source"_L1)));
    if (const QString id = text("visitor_id"_L1); !id.isEmpty())
        m_persons.insert(id);
    if (m_first.size() < firstRows)
        m_first.append({shown("at"_L1), in ? m_words(u"Vào"_s, u"In"_s) : m_words(u"Ra"_s, u"Out"_s),
                        person(), personNumber(), placeName(text("location"_L1)),
                        kindOfCode(text("source"_L1))});
}

SheetTable EntriesSummary::hoursTable() const
{
    const auto passages = [](const DayCount &count) { return count.in + count.out; };
    const auto first = std::ranges::find_if(m_hours, passages);
    const auto last = std::ranges::find_if(m_hours.rbegin(), m_hours.rend(), passages).base();
    const qint64 most = passages(*std::ranges::max_element(m_hours, {}, passages));
    SheetTable table{{m_words(u"Giờ"_s, u"Hour"_s), m_words(u"Vào"_s, u"In"_s), m_words(u"Ra"_s, u"Out"_s),
                      m_words(u"Cộng"_s, u"Sum"_s)},
                     {},
                     {1, 2, 3},
                     {}};
    for (auto hour = first; hour < last; ++hour) {
        const auto begin = int(hour - m_hours.begin());
        table.rows.append({u"%1:00–%2:00"_s.arg(begin, 2, 10, QChar(u'0')).arg(begin + 1, 2, 10, QChar(u'0')),
                           figure(hour->in), figure(hour->out), figure(passages(*hour))});
        table.bars.append(double(passages(*hour)) / double(most));
    }
    return table;
}

SummaryPart EntriesSummary::daysPart() const
{
    const bool byMonth = m_days.size() > mostDays;
    QMap<QDate, DayCount> sums;
    for (auto each = m_days.begin(); each != m_days.end(); ++each) {
        const QDate day = each.key();
        DayCount &sum = sums[byMonth ? QDate(day.year(), day.month(), 1) : day];
        sum.in += each->in;
        sum.out += each->out;
    }
    qint64 most = 1;
    for (const DayCount &each : std::as_const(sums))
        most = std::max(most, each.in + each.out);
    SheetTable table{{byMonth ? m_words(u"Tháng"_s, u"Month"_s) : m_words(u"Ngày"_s, u"Day"_s),
                      m_words(u"Vào"_s, u"In"_s), m_words(u"Ra"_s, u"Out"_s), m_words(u"Cộng"_s, u"Sum"_s)},
                     {},
                     {1, 2, 3},
                     {}};
    for (auto each = sums.begin(); each != sums.end(); ++each) {
        table.rows.append({each.key().toString(byMonth ? u"MM/yyyy"_s : u"dd/MM/yyyy"_s), figure(each->in),
                           figure(each->out), figure(each->in + each->out)});
        table.bars.append(double(each->in + each->out) / double(most));
    }
    return {
        byMonth ? m_words(u"Theo tháng"_s, u"By month"_s) : m_words(u"Theo ngày"_s, u"By day"_s), {}, table};
}

Summary EntriesSummary::finish() const
{
    const QString passages = m_words(u"Lượt"_s, u"Passages"_s);
    const QString place = m_words(u"Vị trí"_s, u"Place"_s);
    const QString kind = m_words(u"Loại mã"_s, u"Kind of code"_s);
    Summary summary;
    summary.title = m_words(u"Báo cáo lượt vào ra"_s, u"Report of entries"_s);
    summary.totals = {
        {m_words(u"Tổng số lượt vào và ra"_s, u"Passages in and out"_s), figure(m_in + m_out)},
        {m_words(u"Lượt vào"_s, u"In"_s), figure(m_in)},
        {m_words(u"Lượt ra"_s, u"Out"_s), figure(m_out)},
        {m_words(u"Số khách khác nhau"_s, u"Different visitors"_s), figure(m_persons.size())},
        {m_words(u"Người đi cùng khi vào"_s, u"People who came along"_s), figure(m_along)},
        {m_words(u"Ghi bổ sung sau"_s, u"Written down later"_s), figure(m_late)},
        {m_words(u"Giờ ra do ước tính"_s, u"Estimated exits"_s), figure(m_estimated)},
        {m_words(u"Lượt đã hủy (không tính)"_s, u"Taken back (not counted)"_s), figure(m_voided)}};
    summary.parts = {
        {m_words(u"Theo giờ trong ngày"_s, u"By hour of the day"_s), {}, hoursTable()},
        daysPart(),
        {m_words(u"Theo vị trí"_s, u"By place"_s), {}, m_locations.table(m_words, place, passages)},
        {m_words(u"Theo loại mã"_s, u"By kind of code"_s), {}, m_sources.table(m_words, kind, passages)},
        {m_words(u"Các lượt đầu kỳ"_s, u"The first entries"_s),
         cutNote(m_first.size(), m_in + m_out),
         {{m_words(u"Thời điểm"_s, u"Time"_s), m_words(u"Chiều"_s, u"Way"_s),
           m_words(u"Họ tên · ngày, năm sinh"_s, u"Name · born"_s), m_words(u"Số giấy tờ"_s, u"Document"_s),
           place, kind},
          m_first,
          {},
          {}}}};
    summary.terms = {
        {m_words(u"Lượt"_s, u"Passage"_s),
         m_words(u"một lần một người vào hoặc ra; lượt đã hủy không được tính"_s,
                 u"a person goes in or out once; what was taken back does not count"_s)},
        {m_words(u"Khách khác nhau"_s, u"Different visitors"_s),
         m_words(u"cùng một người đến nhiều lần chỉ tính một, nhận ra bằng số giấy tờ"_s,
                 u"somebody who came several times counts once, known by the number of a document"_s)},
        term(m_words(u"Ghi bổ sung sau"_s, u"Written down later"_s), "late"_L1),
        term(m_words(u"Giờ ra do ước tính"_s, u"Estimated exits"_s), "estimated"_L1)};
    return summary;
}

} // namespace checkpoint
