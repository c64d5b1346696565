#include "core/reports/personcells.h"

#include "core/base/ids.h"
#include "core/reports/report.h"

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostKnownBytes = 40 * 1024 * 1024;
constexpr qsizetype bytesBesideCells = 64; // what an entry of the table costs

/// Cells as bytes: for each its kind, then its value. A tenth of the memory that the cells themselves take.
void pack(QByteArray &bytes, const Cell &cell)
{
    const auto append = [&bytes](const void *value, qsizetype size) {
        bytes.append(static_cast<const char *>(value), size);
    };
    bytes.append(char(cell.index()));
    if (const auto *text = std::get_if<QString>(&cell)) {
        const QByteArray utf8 = text->toUtf8();
        const qsizetype size = utf8.size();
        append(&size, sizeof size);
        append(utf8.constData(), size);
    } else if (const auto *whole = std::get_if<qint64>(&cell)) {
        append(whole, sizeof *whole);
    } else if (const auto *day = std::get_if<QDate>(&cell)) {
        const qint64 number = day->toJulianDay();
        append(&number, sizeof number);
    } else {
        Q_ASSERT(std::holds_alternative<std::monostate>(cell)); // there are no others about a person
    }
}

void unpackInto(CellRow &cells, const QByteArray &bytes)
{
    const char *place = bytes.constData();
    const char *const end = place + bytes.size();
    while (place < end) {
        const auto kind = std::size_t(*place++);
        if (kind == Cell().index()) {
            cells.emplaceBack();
            continue;
        }
        qint64 number = 0;
        std::memcpy(&number, place, sizeof number);
        place += sizeof number;
        if (kind == Cell(number).index()) {
            cells.append(number);
        } else if (kind == Cell(QDate()).index()) {
            cells.append(QDate::fromJulianDay(number));
        } else {
            cells.append(QString::fromUtf8(place, number));
            place += number;
        }
    }
}

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

Result<void> PersonCells::write(ReportOutput &output, CellRow &row, qint64 person)
{
    if (m_coming) {
        if (Result<void> received = receive(); !received)
            return received;
    }
    unpackInto(row, m_known.value(person));
    return output.write(row);
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
        if (QByteArray &known = m_known[person]; known.isNull()) {
            known = QByteArray("");
            unknown.append(person);
        }
    }
    if (unknown.isEmpty())
        return;
    m_coming = source.persons(unknown);
}

Result<void> PersonCells::receive()
{
    m_coming->waitForFinished();
    const Result<QList<SealedVisitor>> persons = m_coming->takeResult();
    m_coming.reset();
    if (!persons)
        return persons.error();
    for (const SealedVisitor &person : *persons) {
        QByteArray packed;
        const CellRow made = cells(person.open(), person.id());
        for (const Cell &cell : made)
            pack(packed, cell);
        packed.squeeze();
        m_knownBytes += packed.size() + bytesBesideCells;
        m_known.insert(person.person(), packed);
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
    return id && !id->isNull() ? Cell(idText(*id)) : Cell();
}

} // namespace checkpoint
