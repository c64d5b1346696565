#include "core/reports/catalogue/visitsreport.h"

#include "core/reports/revealnote.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int pageSize = 1000;
constexpr qint64 minuteMs = 60'000;

/// What is known of a visit's two ends.
QString stateOf(const ReportVisit &visit)
{
    if (!visit.in)
        return u"entry-missing"_s;
    if (visit.out)
        return visit.out->estimated ? u"closed-estimated"_s : u"closed"_s;
    return visit.superseded ? u"exit-missing"_s : u"inside"_s;
}

/// Fills in the cells before those of the visitor. The row's memory is used again.
void setCells(CellRow &cells, const ReportVisit &visit)
{
    const std::optional<VisitEnd> &in = visit.in;
    const std::optional<VisitEnd> &out = visit.out;
    cells.clear();
    cells.emplaceBack(in ? Cell(in->at) : Cell());
    cells.emplaceBack(out ? Cell(out->at) : Cell());
    cells.emplaceBack(in && out ? Cell((out->at.utcMs - in->at.utcMs) / minuteMs) : Cell());
    cells.emplaceBack(stateOf(visit));
    cells.emplaceBack(in ? Cell(in->location) : Cell());
    cells.emplaceBack(out ? Cell(out->location) : Cell());
    cells.emplaceBack(in ? Cell(in->source) : Cell());
    cells.emplaceBack(out ? Cell(out->source) : Cell());
    cells.emplaceBack((in && in->late) || (out && out->late));
    cells.emplaceBack(qint64(visit.party.companions));
    cells.emplaceBack(qint64(visit.party.children));
    cells.emplaceBack(in ? idCell(in->entryId) : Cell());
    cells.emplaceBack(out ? idCell(out->entryId) : Cell());
}

} // namespace

VisitsReport::VisitsReport(const ReportRequest &request) : m_request(request), m_persons(request.revealed) {}

QList<Column> VisitsReport::columns() const
{
    return QList<Column>{
               {u"entered_at"_s, u"Giờ vào, kèm múi giờ"_s,
                u"When the visitor came, with the offset from UTC"_s},
               {u"left_at"_s, u"Giờ ra, kèm múi giờ"_s, u"When the visitor left, with the offset from UTC"_s},
               {u"minutes"_s, u"Thời gian ở lại, số phút trọn; trống nếu thiếu giờ vào hoặc giờ ra"_s,
                u"Length of the stay in whole minutes; empty when an end is not known"_s},
               {u"state"_s,
                u"closed: đã ra; closed-estimated: giờ ra được ước tính; inside: còn ở trong; exit-missing: "
                u"thiếu lượt "
                "ra; entry-missing: thiếu lượt vào"_s,
                u"closed; closed-estimated: the exit is a guess; inside; exit-missing: a later entry shows "
                u"that "
                "there was an exit; entry-missing"_s},
               {u"location_in"_s, u"Vị trí vào"_s, u"Place of the entry"_s},
               {u"location_out"_s, u"Vị trí ra"_s, u"Place of the exit"_s},
               {u"source_in"_s, u"Loại mã đã quét khi vào"_s, u"Kind of code scanned at the entry"_s},
               {u"source_out"_s, u"Loại mã đã quét khi ra"_s, u"Kind of code scanned at the exit"_s},
               {u"late"_s, u"yes nếu có lượt được ghi bổ sung sau"_s,
                u"yes when an end was written down later"_s},
               {u"companions"_s, u"Số người đi cùng khi vào"_s, u"People without a code who came along"_s},
               {u"children"_s, u"Số trẻ em đi cùng khi vào"_s, u"Children who came along"_s},
               {u"entry_id"_s, u"Mã của lượt vào"_s, u"Id of the entry"_s},
               {u"exit_id"_s, u"Mã của lượt ra"_s, u"Id of the exit"_s}} +
           m_persons.columns();
}

Result<void> VisitsReport::write(ReportOutput &output)
{
    if (!m_request.store)
        return {};
    ReportSource source(m_request.store);
    if (auto noted = notePeriodRevealed(source, m_request, u"visits"_s); !noted)
        return noted;
    auto counted = source.entryCount(m_request.fromUtcMs, m_request.toUtcMs);
    VisitQuery query{m_request.fromUtcMs, m_request.toUtcMs, {}, pageSize};
    const auto ask = [&source, &query](const ReportVisit *last) {
        if (last)
            query.after = last->key;
        return source.visits(query);
    };
    const auto arrived = [&](const QList<ReportVisit> &page) { m_persons.ask(source, page); };
    counted.waitForFinished();
    const qint64 total = counted.result() ? *counted.result() / 2 : 0; // a visit has two passages
    CellRow cells;
    return throughPages<ReportVisit>(output, pageSize, ask, arrived, [&](const ReportVisit &visit) {
        output.setProgress(output.rows(), total);
        setCells(cells, visit);
        return m_persons.write(output, cells, visit.person);
    });
}

} // namespace checkpoint
