#include "core/reports/summary/catalogue/districtsummary.h"

#include "core/reports/districtform.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostDays = 62; ///< more are added up by month

} // namespace

void DistrictSummary::take()
{
    if (m_venue.isEmpty())
        m_venue = {{m_words(u"Mã địa điểm"_s, u"Code of the venue"_s), text(districtform::venueCode)},
                   {m_words(u"Người liên hệ"_s, u"Contact"_s),
                    text("contact_name"_L1) + u" · "_s + text("contact_phone"_L1)},
                   {m_words(u"Ngày đăng ký"_s, u"Registered on"_s), shown("registered_on"_L1)},
                   {m_words(u"Số vị trí đã đăng ký"_s, u"Places registered"_s),
                    shown(districtform::locationsRegistered)}};
    Sum row;
    row.days = 1;
    row.active = flag(districtform::active);
    row.in = number(districtform::entriesIn);
    row.out = number(districtform::entriesOut);
    row.persons = number(districtform::persons);
    row.open = number("open_visits"_L1);
    row.refused = number(districtform::refused);
    if (!isEmpty("peak_hour"_L1))
        row.peak = u"%1:00 (%2)"_s.arg(number("peak_hour"_L1), 2, 10, QChar(u'0'))
                       .arg(figure(number("peak_hour_scans"_L1)));
    for (Sum *sum : {&m_days[day(districtform::day)], &m_all}) {
        sum->days += row.days;
        sum->active += row.active;
        sum->in += row.in;
        sum->out += row.out;
        sum->persons += row.persons;
        sum->open += row.open;
        sum->refused += row.refused;
        sum->peak = row.peak;
    }
    m_mostPersons = std::max(m_mostPersons, row.persons);
    for (const QString &source : districtform::sources()) {
        const QByteArray column = districtform::sourceColumn(source).toLatin1();
        if (const qint64 count = number(QLatin1StringView(column)); count > 0)
            m_sources.add(kindOfCode(source), count);
    }
    if (const qint64 other = number(districtform::otherSources); other > 0)
        m_sources.add(kindOfCode({}), other);
}

SummaryPart DistrictSummary::daysPart() const
{
    const bool byMonth = m_days.size() > mostDays;
    QMap<QDate, Sum> sums;
    for (auto each = m_days.begin(); each != m_days.end(); ++each) {
        const QDate day = each.key();
        if (!byMonth) {
            sums.insert(day, *each);
            continue;
        }
        Sum &sum = sums[QDate(day.year(), day.month(), 1)];
        sum.days += each->days;
        sum.active += each->active;
        sum.in += each->in;
        sum.out += each->out;
        sum.persons += each->persons;
        sum.open += each->open;
        sum.refused += each->refused;
    }
    SheetTable table;
    table.header = {byMonth ? m_words(u"Tháng"_s, u"Month"_s) : m_words(u"Ngày"_s, u"Day"_s),
                    byMonth ? m_words(u"Ngày hoạt động"_s, u"Active days"_s)
                            : m_words(u"Hoạt động"_s, u"Active"_s),
                    m_words(u"Vào"_s, u"In"_s),
                    m_words(u"Ra"_s, u"Out"_s),
                    m_words(u"Số người"_s, u"Persons"_s),
                    m_words(u"Chưa ra"_s, u"Open"_s),
                    m_words(u"Từ chối"_s, u"Refused"_s)};
    table.figures = {2, 3, 4, 5, 6};
    if (!byMonth)
        table.header.append(m_words(u"Giờ cao điểm (lượt)"_s, u"Peak hour (passages)"_s));
    for (auto each = sums.begin(); each != sums.end(); ++each) {
        const QString active = byMonth            ? u"%1/%2"_s.arg(each->active).arg(each->days)
                               : each->active > 0 ? m_words(u"có"_s, u"yes"_s)
                                                  : m_words(u"không"_s, u"no"_s);
        QStringList row{each.key().toString(byMonth ? u"MM/yyyy"_s : u"dd/MM/yyyy"_s),
                        active,
                        figure(each->in),
                        figure(each->out),
                        figure(each->persons),
                        figure(each->open),
                        figure(each->refused)};
        if (!byMonth)
            row.append(each->peak);
        table.rows.append(row);
    }
    return {
        byMonth ? m_words(u"Theo tháng"_s, u"By month"_s) : m_words(u"Theo ngày"_s, u"By day"_s), {}, table};
}

Summary DistrictSummary::finish() const
{
    Summary summary;
    summary.title = m_words(u"Báo cáo hoạt động của điểm kiểm soát"_s, u"Report to the authorities"_s);
    summary.totals = m_venue;
    summary.totals +=
        {{m_words(u"Số ngày hoạt động"_s, u"Active days"_s),
          m_words(u"%1 trên %2 ngày"_s, u"%1 of %2 days"_s).arg(figure(m_all.active), figure(m_all.days))},
         {m_words(u"Lượt vào"_s, u"Passages in"_s), figure(m_all.in)},
         {m_words(u"Lượt ra"_s, u"Passages out"_s), figure(m_all.out)},
         {m_words(u"Số người, cộng theo ngày"_s, u"Persons, summed over the days"_s), figure(m_all.persons)},
         {m_words(u"Ngày đông nhất"_s, u"Busiest day"_s),
          m_words(u"%1 người"_s, u"%1 persons"_s).arg(figure(m_mostPersons))},
         {m_words(u"Lượt quét bị từ chối"_s, u"Refused scans"_s), figure(m_all.refused)}};
    summary.parts = {daysPart(),
                     {m_words(u"Theo loại mã"_s, u"By kind of code"_s),
                      {},
                      m_sources.table(m_words, m_words(u"Loại mã"_s, u"Kind of code"_s),
                                      m_words(u"Lượt"_s, u"Passages"_s))}};
    summary.terms = {term(m_words(u"Hoạt động"_s, u"Active"_s), districtform::active),
                     term(m_words(u"Số người"_s, u"Persons"_s), districtform::persons),
                     term(m_words(u"Chưa ra"_s, u"Open"_s), "open_visits"_L1),
                     term(m_words(u"Từ chối"_s, u"Refused"_s), districtform::refused),
                     term(m_words(u"Giờ cao điểm"_s, u"Peak hour"_s), "peak_hour"_L1),
                     term(m_words(u"Ngày đăng ký"_s, u"Registered on"_s), "registered_on"_L1)};
    return summary;
}

} // namespace checkpoint
