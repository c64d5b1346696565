#include "core/reports/catalogue/entriesreport.h"

#include "core/reports/revealnote.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int pageSize = 2000;

/// Fills in the cells before those of the visitor. The row's memory is used again.
void setCells(CellRow &cells, const ReportEntry &row)
{
    const Entry &entry = row.entry;
    cells.clear();
    cells.emplaceBack(entry.id);
    cells.emplaceBack(entry.at);
    cells.emplaceBack(entryKindId(entry.kind));
    cells.emplaceBack(entry.location);
    cells.emplaceBack(entry.source);
    cells.emplaceBack(entry.device);
    cells.emplaceBack(entry.estimated);
    cells.emplaceBack(idCell(entry.corrects));
    cells.emplaceBack(idCell(row.voidedBy));
    cells.emplaceBack(entry.reason);
    cells.emplaceBack(entry.late);
    cells.emplaceBack(entry.at.suspect);
    cells.emplaceBack(qint64(entry.party.companions));
    cells.emplaceBack(qint64(entry.party.children));
}

} // namespace

EntriesReport::EntriesReport(const ReportRequest &request) : m_request(request), m_persons(request.revealed)
{
}

QList<Column> EntriesReport::columns() const
{
    return QList<Column>{
               {u"entry_id"_s, u"Mã của lượt ghi nhận"_s, u"Id of the entry"_s},
               {u"at"_s, u"Thời điểm đi qua, kèm múi giờ"_s,
                u"When the person passed, with the offset from UTC"_s},
               {u"direction"_s, u"in là vào, out là ra, void là hủy một lượt đã ghi"_s,
                u"in, out, or void: takes an earlier entry back"_s},
               {u"location"_s, u"Vị trí trong địa điểm"_s, u"Place of the venue"_s},
               {u"source"_s, u"Loại mã đã quét; manual là ghi bằng tay"_s,
                u"Kind of code that was scanned; manual: by hand"_s},
               {u"device"_s, u"Thiết bị đã quét"_s, u"Device that scanned"_s},
               {u"estimated"_s, u"yes nếu giờ ra do chương trình ước tính"_s,
                u"yes when the time is a guess (a forgotten exit)"_s},
               {u"corrects"_s, u"Lượt mà dòng này hủy, sửa hoặc khôi phục"_s,
                u"Entry that this one takes back, replaces or restores"_s},
               {u"voided_by"_s, u"Lượt đã hủy dòng này"_s, u"Entry that took this one back"_s},
               {u"reason"_s, u"Lý do hủy"_s, u"Why it was taken back"_s},
               {u"late"_s, u"yes nếu được ghi bổ sung sau"_s, u"yes when it was written down later"_s},
               {u"clock_suspect"_s, u"yes nếu đồng hồ của máy không đáng tin lúc đó"_s,
                u"yes when the clock was in doubt"_s},
               {u"companions"_s, u"Số người đi cùng không có mã"_s,
                u"People without a code who passed along"_s},
               {u"children"_s, u"Số trẻ em đi cùng"_s, u"Children who passed along"_s}} +
           m_persons.columns();
}

Result<void> EntriesReport::write(ReportOutput &output)
{
    if (!m_request.store)
        return {};
    ReportSource source(m_request.store);
    if (auto noted = notePeriodRevealed(source, m_request, u"entries"_s); !noted)
        return noted;
    auto counted = source.entryCount(m_request.fromUtcMs, m_request.toUtcMs);
    PassageQuery query{m_request.fromUtcMs, m_request.toUtcMs, {}, pageSize};
    const auto ask = [&source, &query](const ReportEntry *last) {
        if (last)
            query.after = PageKey{last->entry.at.utcMs, last->entry.id};
        return source.entries(query);
    };
    const auto arrived = [&](const QList<ReportEntry> &page) { m_persons.ask(source, page); };
    counted.waitForFinished();
    const qint64 total = counted.result() ? *counted.result() : 0;
    CellRow cells;
    return throughPages<ReportEntry>(output, pageSize, ask, arrived, [&](const ReportEntry &row) {
        output.setProgress(output.rows(), total);
        setCells(cells, row);
        return m_persons.write(output, cells, row.person);
    });
}

} // namespace checkpoint
