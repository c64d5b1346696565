#include "core/reports/summary/catalogue/tracesummary.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype firstVisits = 40;
constexpr qsizetype firstContacts = 100;

} // namespace

void TraceSummary::take()
{
    m_reference = text("reference"_L1);
    m_assumed += flag("times_assumed"_L1);
    if (text("kind"_L1) == "visit"_L1) {
        m_person = person();
        ++m_visitCount;
        if (m_visits.size() < firstVisits)
            m_visits.append({shown("visit_number"_L1), shown("entered_at"_L1), shown("left_at"_L1),
                             placeName(text("location"_L1)), shown("times_assumed"_L1)});
        return;
    }
    ++m_contactCount;
    m_samePlace += flag("same_location"_L1);
    m_lengths.add(number("overlap_minutes"_L1));
    m_others.insert(text("visitor_id"_L1));
    if (m_contacts.size() < firstContacts)
        m_contacts.append({shown("visit_number"_L1), person(),
                           m_revealed ? shown("phone"_L1) : personNumber(),
                           lengthText(number("overlap_minutes"_L1)), shown("overlap_from"_L1),
                           placeName(text("location"_L1)), shown("same_location"_L1)});
}

Summary TraceSummary::finish() const
{
    const QString visitNumber = m_words(u"Lần"_s, u"Visit"_s);
    const QString place = m_words(u"Vị trí"_s, u"Place"_s);
    Summary summary;
    summary.title = m_words(u"Báo cáo truy vết"_s, u"Report of a trace"_s);
    summary.totals = {
        {m_words(u"Số văn bản yêu cầu"_s, u"Reference of the request"_s), m_reference},
        {m_words(u"Người cần truy vết"_s, u"Traced person"_s), m_person},
        {m_words(u"Số lần đến trong thời gian này"_s, u"Visits in this time"_s), figure(m_visitCount)},
        {m_words(u"Số người khác đã có mặt cùng lúc"_s, u"Others who were there at the same time"_s),
         figure(m_others.size())},
        {m_words(u"Số lần có mặt cùng lúc"_s, u"Times of being there together"_s), figure(m_contactCount)},
        {m_words(u"trong đó cùng một vị trí"_s, u"of these at the same place"_s), figure(m_samePlace)},
        {m_words(u"Số dòng có giờ ước tính"_s, u"Lines with an assumed time"_s), figure(m_assumed)}};
    summary.parts = {
        {m_words(u"Các lần đến"_s, u"Visits"_s),
         cutNote(m_visits.size(), m_visitCount),
         {{visitNumber, m_words(u"Giờ vào"_s, u"In"_s), m_words(u"Giờ ra"_s, u"Out"_s), place,
           m_words(u"Giờ ước tính"_s, u"Assumed"_s)},
          m_visits,
          {0},
          {}}},
        {m_words(u"Theo thời gian cùng có mặt"_s, u"By time together"_s),
         {},
         m_lengths.table(m_words, m_words(u"Số lần"_s, u"Times"_s))},
        {m_words(u"Người có mặt cùng lúc"_s, u"Who was there at the same time"_s),
         cutNote(m_contacts.size(), m_contactCount),
         {{visitNumber, m_words(u"Họ tên · ngày, năm sinh"_s, u"Name · born"_s),
           m_revealed ? m_words(u"Điện thoại"_s, u"Phone"_s) : m_words(u"Số giấy tờ"_s, u"Document"_s),
           m_words(u"Cùng có mặt"_s, u"Together"_s), m_words(u"Từ"_s, u"From"_s), place,
           m_words(u"Cùng vị trí"_s, u"Same place"_s)},
          m_contacts,
          {0},
          {}}}};
    summary.terms = {term(m_words(u"Cùng có mặt"_s, u"Together"_s), "overlap_minutes"_L1),
                     term(m_words(u"Cùng vị trí"_s, u"Same place"_s), "same_location"_L1),
                     term(m_words(u"Giờ ước tính"_s, u"Assumed"_s), "times_assumed"_L1)};
    return summary;
}

} // namespace checkpoint
