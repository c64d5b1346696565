#include "core/reports/catalogue/insidereport.h"

#include "core/domain/textfolding.h"
#include "core/reports/revealnote.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int pageSize = 500;
constexpr qint64 minuteMs = 60'000;

} // namespace

InsideReport::InsideReport(const ReportRequest &request) : m_request(request), m_persons(request.revealed) {}

QList<Column> InsideReport::columns() const
{
    return QList<Column>{{u"location"_s, u"Vị trí đã vào"_s, u"Place of the entry"_s},
                         {u"entered_at"_s, u"Giờ vào, kèm múi giờ"_s,
                          u"When the visitor came, with the offset from UTC"_s},
                         {u"minutes_inside"_s, u"Số phút đã ở trong"_s, u"Whole minutes since then"_s},
                         {u"people"_s, u"Số người còn ở trong theo dòng này, kể cả người đi cùng"_s,
                          u"How many people of this line are inside, those who came along included"_s},
                         {u"visitor_inside"_s, u"no nếu khách đã ra và chỉ còn người đi cùng ở trong"_s,
                          u"no when the visitor has left and only people who came along are inside"_s},
                         {u"companions"_s, u"Số người đi cùng còn ở trong"_s,
                          u"People without a code who are inside"_s},
                         {u"children"_s, u"Số trẻ em đi cùng còn ở trong"_s, u"Children who are inside"_s}} +
           m_persons.columns();
}

void InsideReport::sort(QList<InsideRow> &rows)
{
    const auto key = [](const InsideRow &row) {
        return std::tuple(foldedText(row.in.entry.location), foldedText(row.in.visitor.name),
                          row.in.entry.at.utcMs);
    };
    std::ranges::stable_sort(rows, {}, key);
}

Result<void> InsideReport::write(ReportOutput &output)
{
    if (!m_request.store)
        return {};
    ReportSource source(m_request.store);
    QList<InsideRow> inside;
    const auto ask = [&source](const InsideRow *last) {
        return source.inside(last ? std::optional(PageKey{last->in.entry.at.utcMs, last->in.entry.id})
                                  : std::nullopt,
                             pageSize);
    };
    QList<QUuid> visitors;
    const auto read = throughPages<InsideRow>(
        output, pageSize, ask, [](const QList<InsideRow> &) {},
        [&inside, &visitors](const InsideRow &row) {
            inside.append(row);
            visitors.append(row.in.entry.visitorId.value_or(QUuid()));
            return Result<void>();
        });
    if (!read)
        return read;
    if (auto noted = noteReveals(source, m_request, u"inside"_s, visitors); !noted)
        return noted;
    sort(inside);
    for (const InsideRow &row : std::as_const(inside)) {
        const Entry &entry = row.in.entry;
        const CellRow cells{entry.location,
                            entry.at,
                            std::max<qint64>(0, m_request.now.utcMs - entry.at.utcMs) / minuteMs,
                            qint64(row.visitorInside) + row.partyInside.size(),
                            row.visitorInside,
                            qint64(row.partyInside.companions),
                            qint64(row.partyInside.children)};
        const auto written =
            output.write(cells + m_persons.cells(row.in.visitor, entry.visitorId.value_or(QUuid())));
        if (!written)
            return written;
    }
    return {};
}

} // namespace checkpoint
