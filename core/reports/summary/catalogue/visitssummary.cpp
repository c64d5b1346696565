#include "core/reports/summary/catalogue/visitssummary.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype firstRows = 30;

} // namespace

QString VisitsSummary::stateText(const QString &state) const
{
    if (state == "closed"_L1)
        return m_words(u"Đã ra"_s, u"Left"_s);
    if (state == "closed-estimated"_L1)
        return m_words(u"Đã ra (ước tính)"_s, u"Left (estimated)"_s);
    if (state == "inside"_L1)
        return m_words(u"Còn ở trong"_s, u"Inside"_s);
    if (state == "exit-missing"_L1)
        return m_words(u"Thiếu lượt ra"_s, u"Exit missing"_s);
    return m_words(u"Thiếu lượt vào"_s, u"Entry missing"_s);
}

void VisitsSummary::take()
{
    m_states.add(stateText(text("state"_L1)));
    if (!isEmpty("minutes"_L1))
        m_lengths.add(number("minutes"_L1));
    m_locations.add(placeName(isEmpty("location_in"_L1) ? text("location_out"_L1) : text("location_in"_L1)));
    m_along += number("companions"_L1) + number("children"_L1);
    m_late += flag("late"_L1);
    if (m_first.size() < firstRows)
        m_first.append({shown("entered_at"_L1), shown("left_at"_L1),
                        isEmpty("minutes"_L1) ? QString() : lengthText(number("minutes"_L1)), person(),
                        personNumber(), stateText(text("state"_L1))});
}

Summary VisitsSummary::finish() const
{
    const QString visits = m_words(u"Lượt thăm"_s, u"Visits"_s);
    Summary summary;
    summary.title = m_words(u"Báo cáo lượt thăm"_s, u"Report of visits"_s);
    summary.totals = {
        {m_words(u"Tổng số lượt thăm"_s, u"Visits"_s), figure(rows())},
        {m_words(u"Có đủ giờ vào và giờ ra"_s, u"With both ends"_s), figure(m_lengths.count())},
        {m_words(u"Thời gian ở lại trung bình"_s, u"Mean length of stay"_s),
         m_lengths.count() > 0 ? lengthText(m_lengths.mean()) : m_words(u"chưa có"_s, u"not known"_s)},
        {m_words(u"Người đi cùng khi vào"_s, u"People who came along"_s), figure(m_along)},
        {m_words(u"Có lượt ghi bổ sung sau"_s, u"With an end written down later"_s), figure(m_late)}};
    summary.parts = {
        {m_words(u"Theo thời gian ở lại"_s, u"By length of stay"_s), {}, m_lengths.table(m_words, visits)},
        {m_words(u"Theo tình trạng"_s, u"By state"_s),
         {},
         m_states.table(m_words, m_words(u"Tình trạng"_s, u"State"_s), visits)},
        {m_words(u"Theo vị trí vào"_s, u"By place of entry"_s),
         {},
         m_locations.table(m_words, m_words(u"Vị trí"_s, u"Place"_s), visits)},
        {m_words(u"Các lượt thăm đầu kỳ"_s, u"The first visits"_s),
         cutNote(m_first.size(), rows()),
         {{m_words(u"Giờ vào"_s, u"In"_s), m_words(u"Giờ ra"_s, u"Out"_s), m_words(u"Ở lại"_s, u"Stay"_s),
           m_words(u"Họ tên · ngày, năm sinh"_s, u"Name · born"_s), m_words(u"Số giấy tờ"_s, u"Document"_s),
           m_words(u"Tình trạng"_s, u"State"_s)},
          m_first,
          {},
          {}}}};
    summary.terms = {
        {m_words(u"Lượt thăm"_s, u"Visit"_s),
         m_words(u"một lượt vào và lượt ra sau đó của cùng một người"_s,
                 u"a passage in and the passage out after it, of the same person"_s)},
        {m_words(u"Đã ra (ước tính)"_s, u"Left (estimated)"_s),
         m_words(
             u"khách quên quét khi ra, giờ ra do chương trình ước tính khi đóng ngày"_s,
             u"the visitor forgot to scan on leaving; the time is a guess made at the close of the day"_s)},
        {m_words(u"Thiếu lượt ra"_s, u"Exit missing"_s),
         m_words(u"người đó vào lại mà không có lượt ra trước đó"_s,
                 u"the person came in again without an exit between"_s)}};
    return summary;
}

} // namespace checkpoint
