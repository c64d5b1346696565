#include "core/reports/summary/catalogue/insidesummary.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype firstRows = 60;

} // namespace

void InsideSummary::take()
{
    const qint64 people = number("people"_L1);
    const qint64 minutes = number("minutes_inside"_L1);
    m_people += people;
    m_companions += number("companions"_L1);
    m_children += number("children"_L1);
    m_longest = std::max(m_longest, minutes);
    m_locations.add(placeName(text("location"_L1)), people);
    m_lengths.add(minutes);
    if (m_first.size() < firstRows)
        m_first.append({placeName(text("location"_L1)), shown("entered_at"_L1), lengthText(minutes), person(),
                        personNumber(), figure(people)});
}

Summary InsideSummary::finish() const
{
    const QString people = m_words(u"Số người"_s, u"People"_s);
    Summary summary;
    summary.title = m_words(u"Báo cáo người đang ở trong"_s, u"Report of who is inside"_s);
    summary.totals = {{m_words(u"Tổng số người đang ở trong"_s, u"People inside"_s), figure(m_people)},
                      {m_words(u"Số khách có ghi tên"_s, u"Lines of named visitors"_s), figure(rows())},
                      {m_words(u"Người lớn đi cùng"_s, u"Companions"_s), figure(m_companions)},
                      {m_words(u"Trẻ em đi cùng"_s, u"Children"_s), figure(m_children)},
                      {m_words(u"Ở lại lâu nhất"_s, u"Longest inside"_s),
                       rows() > 0 ? lengthText(m_longest) : m_words(u"không có ai"_s, u"nobody"_s)}};
    summary.parts = {{m_words(u"Theo vị trí"_s, u"By place"_s),
                      {},
                      m_locations.table(m_words, m_words(u"Vị trí đã vào"_s, u"Place of entry"_s), people)},
                     {m_words(u"Đã ở trong bao lâu"_s, u"How long"_s),
                      {},
                      m_lengths.table(m_words, m_words(u"Số khách"_s, u"Visitors"_s))},
                     {m_words(u"Danh sách"_s, u"List"_s),
                      cutNote(m_first.size(), rows()),
                      {{m_words(u"Vị trí"_s, u"Place"_s), m_words(u"Giờ vào"_s, u"In at"_s),
                        m_words(u"Đã ở"_s, u"For"_s), m_words(u"Họ tên · ngày, năm sinh"_s, u"Name · born"_s),
                        m_words(u"Số giấy tờ"_s, u"Document"_s), people},
                       m_first,
                       {5},
                       {}}}};
    summary.terms = {term(people, "people"_L1),
                     term(m_words(u"Người lớn đi cùng"_s, u"Companions"_s), "companions"_L1),
                     term(m_words(u"Vị trí"_s, u"Place"_s), "location"_L1)};
    return summary;
}

} // namespace checkpoint
