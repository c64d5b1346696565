#include "core/reports/summary/catalogue/rollupsummary.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostDays = 31;
constexpr qsizetype mostAreas = 120;

} // namespace

QString RollupSummary::areaName() const
{
    QStringList parts{text("commune"_L1), text("district"_L1), text("province"_L1)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void RollupSummary::take()
{
    const QDate of = day("day"_L1);
    const bool whole = text("level"_L1) == "all"_L1;
    if (of > m_last) {
        m_last = of;
        m_areas.clear();
        m_lastTotals.clear();
    }
    if (!whole) {
        if (of == m_last)
            m_areas.append({areaName(),
                            number("points_active"_L1),
                            {areaName(), shown("points_registered"_L1), shown("points_active"_L1),
                             shown("points_active_change"_L1), shown("persons"_L1),
                             shown("points_active_per_100_people"_L1), shown("target_met"_L1)}});
        return;
    }
    const auto line = [this](const QString &vietnamese, const QString &english, QLatin1StringView column) {
        return std::pair(m_words(vietnamese, english), shown(column));
    };
    m_days.insert(of, {{},
                       number("points_active"_L1),
                       {of.toString(u"dd/MM/yyyy"_s), shown("points_registered"_L1),
                        shown("points_active"_L1), shown("persons"_L1), shown("entries_in"_L1),
                        shown("entries_out"_L1), shown("communes_without_scan"_L1)}});
    if (of != m_last)
        return;
    m_silent = text("communes_without_scan_names"_L1);
    m_lastTotals = {
        {m_words(u"Ngày mới nhất"_s, u"Last day"_s), of.toString(u"dd/MM/yyyy"_s)},
        line(u"Số điểm đã đăng ký"_s, u"Points registered"_s, "points_registered"_L1),
        line(u"Số điểm có báo cáo"_s, u"Points reported"_s, "points_reported"_L1),
        line(u"Số điểm hoạt động"_s, u"Points active"_s, "points_active"_L1),
        line(u"Tăng giảm so với ngày trước"_s, u"Change against the day before"_s, "points_active_change"_L1),
        line(u"Trung bình 7 ngày trước"_s, u"Mean of the seven days before"_s,
             "points_active_mean_7_days"_L1),
        line(u"Số người"_s, u"Persons"_s, "persons"_L1),
        line(u"Lượt vào"_s, u"Passages in"_s, "entries_in"_L1),
        line(u"Lượt ra"_s, u"Passages out"_s, "entries_out"_L1),
        line(u"Dân số"_s, u"Population"_s, "population"_L1),
        line(u"Điểm hoạt động trên 100 dân"_s, u"Active points for each 100 people"_s,
             "points_active_per_100_people"_L1),
        line(u"Đạt chỉ tiêu 1 điểm trên 100 dân"_s, u"Target of 1 for each 100 met"_s, "target_met"_L1),
        line(u"Số xã không có lượt quét"_s, u"Communes without a scan"_s, "communes_without_scan"_L1)};
    for (auto &[name, value] : m_lastTotals) {
        if (value.isEmpty())
            value = m_words(u"không có số liệu"_s, u"not known"_s);
    }
}

Summary RollupSummary::finish() const
{
    const QString registered = m_words(u"Đã đăng ký"_s, u"Registered"_s);
    const QString active = m_words(u"Hoạt động"_s, u"Active"_s);
    const QString persons = m_words(u"Số người"_s, u"Persons"_s);
    Summary summary;
    summary.title = m_words(u"Báo cáo tổng hợp các điểm kiểm soát"_s, u"Report on all venues"_s);
    summary.totals = m_lastTotals;
    SummaryPart areas{m_words(u"Theo địa bàn, ngày mới nhất"_s, u"By area, last day"_s),
                      cutNote(std::min(mostAreas, m_areas.size()), m_areas.size()),
                      {}};
    areas.table.header = {
        m_words(u"Địa bàn"_s, u"Area"_s),     registered, active,
        m_words(u"Tăng giảm"_s, u"Change"_s), persons,    m_words(u"Trên 100 dân"_s, u"Per 100"_s),
        m_words(u"Đạt"_s, u"Met"_s)};
    areas.table.figures = {1, 2, 3, 4, 5};
    qint64 most = 1;
    for (const Area &area : m_areas)
        most = std::max(most, area.active);
    for (const Area &area : m_areas.mid(0, mostAreas))
        areas.table.rows.append(area.cells);
    SummaryPart days{m_words(u"Theo ngày"_s, u"By day"_s), {}, {}};
    days.table.header = {m_words(u"Ngày"_s, u"Day"_s),
                         registered,
                         active,
                         persons,
                         m_words(u"Vào"_s, u"In"_s),
                         m_words(u"Ra"_s, u"Out"_s),
                         m_words(u"Xã không quét"_s, u"Silent communes"_s)};
    days.table.figures = {1, 2, 3, 4, 5, 6};
    const QList<Area> all = m_days.values();
    const QList<Area> last = all.mid(std::max(qsizetype(0), all.size() - mostDays));
    for (const Area &each : last)
        days.table.rows.append(each.cells);
    if (last.size() < all.size())
        days.note = m_words(u"%1 ngày gần nhất trong tổng số %2 ngày."_s, u"The last %1 of %2 days."_s)
                        .arg(figure(last.size()), figure(all.size()));
    summary.parts = {areas, days};
    if (!m_silent.isEmpty()) {
        SummaryPart silent{
            m_words(u"Xã không có lượt quét, ngày mới nhất"_s, u"Communes without a scan, last day"_s),
            {},
            {}};
        silent.table.header = {m_words(u"Tên xã"_s, u"Commune"_s)};
        for (const QString &name : m_silent.split(u"; "_s))
            silent.table.rows.append(QStringList{name});
        summary.parts.append(silent);
    }
    summary.terms = {term(registered, "points_registered"_L1), term(active, "points_active"_L1),
                     term(persons, "persons"_L1),
                     term(m_words(u"Trên 100 dân"_s, u"Per 100"_s), "points_active_per_100_people"_L1),
                     term(m_words(u"Đạt"_s, u"Met"_s), "target_met"_L1)};
    return summary;
}

} // namespace checkpoint
