#include "core/reports/personcells.h"

#include "core/reports/report.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostKnownBytes = 40 * 1024 * 1024;
constexpr qsizetype bytesBesideCells = 64; // what an entry of the table costs

} // namespace

PersonCells::PersonCells(bool revealed) : m_revealed(revealed) {}

QList<Column> PersonCells::columns() const
{
    QList<Column> columns{
        {u"visitor_id"_s,
         u"Mã ngẫu nhiên của khách, không phải số giấy tờ; cùng một người luôn có cùng một mã"_s,
         u"Random id of the visitor, no number of a document; the same person always has the same"_s},
        {u"name"_s, u"Họ tên (viết tắt nếu báo cáo được che)"_s, u"Name (abbreviated in a masked report)"_s},
        {u"sex"_s, u"Giới tính: male là nam, female là nữ"_s, u"male or female"_s},
        {u"birth_date"_s, u"Ngày sinh (chỉ có năm nếu báo cáo được che)"_s,
         u"Date of birth (only the year in a masked report)"_s},
        {u"id_number"_s, u"Số giấy tờ (chỉ còn bốn số cuối nếu báo cáo được che)"_s,
         u"Number of the document (its last four digits in a masked report)"_s}};
    if (m_revealed) {
        columns +=
            {{u"old_id"_s, u"Số giấy tờ cũ"_s, u"Number of the document before"_s},
             {u"address"_s, u"Nơi thường trú ghi trên giấy tờ"_s, u"Address on the document"_s},
             {u"issued"_s, u"Ngày cấp giấy tờ"_s, u"Day on which the document was issued"_s},
             {u"phone"_s, u"Số điện thoại"_s, u"Phone number"_s},
             {u"qid"_s, u"Mã cá nhân trên nền tảng quốc gia"_s, u"Personal id of the national platform"_s},
             {u"health_insurance"_s, u"Số thẻ bảo hiểm y tế"_s, u"Number of the health-insurance card"_s},
             {u"nationality"_s, u"Quốc tịch, mã ba chữ"_s, u"Nationality, three letters"_s}};
    }
    return columns;
}

CellRow PersonCells::cells(const VisitorData &visitor, const QUuid &id) const
{
    const VisitorData shown = m_revealed ? visitor : masked(visitor);
    CellRow cells{idCell(id), shown.name, shown.sex ? Cell(sexId(*shown.sex)) : Cell(),
                  dateCell(shown.birthDate), shown.idNumber};
    if (m_revealed) {
        cells += {shown.oldId, shown.address,         dateCell(shown.issued), shown.phone,
                  shown.qid,   shown.healthInsurance, shown.nationality};
    }
    return cells;
}

Result<void> PersonCells::write(ReportOutput &output, const CellRow &row, qint64 person)
{
    if (m_coming) {
        if (Result<void> received = receive(output); !received)
            return received;
    }
    return output.writeWith(row, known(person));
}

QByteArray &PersonCells::known(qint64 person)
{
    const auto place = std::size_t(person);
    if (place >= m_known.size())
        m_known.resize(place + place / 2 + 1);
    return m_known[place];
}

void PersonCells::askFor(ReportSource &source, const QList<qint64> &persons)
{
    if (m_knownBytes > mostKnownBytes) {
        m_known.clear();
        m_knownBytes = 0;
    }
    QList<qint64> unknown;
    for (const qint64 person : persons) {
        // Entered at once, so that nobody is asked for twice.
        if (QByteArray &cells = known(person); cells.isNull()) {
            cells = QByteArray("");
            unknown.append(person);
        }
    }
    if (unknown.isEmpty())
        return;
    m_coming = source.persons(unknown);
}

Result<void> PersonCells::receive(const ReportOutput &output)
{
    m_coming->waitForFinished();
    const Result<QList<SealedVisitor>> persons = m_coming->takeResult();
    m_coming.reset();
    if (!persons)
        return persons.error();
    for (const SealedVisitor &person : *persons) {
        const QByteArray ready = output.prepared(cells(person.open(), person.id()));
        m_knownBytes += ready.size() + bytesBesideCells;
        known(person.person()) = ready;
    }
    return {};
}

Cell dateCell(const std::optional<PartialDate> &date)
{
    if (!date)
        return {};
    if (!date->isWhole())
        return date->isStarred() ? Cell(date->toString()) : Cell(qint64(date->year()));
    return QDate::fromString(date->toString(), Qt::ISODate);
}

Cell idCell(const std::optional<QUuid> &id)
{
    return id && !id->isNull() ? Cell(*id) : Cell();
}

} // namespace checkpoint
