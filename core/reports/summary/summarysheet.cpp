#include "core/reports/summary/summary.h"

#include <QDateTime>
#include <QPagedPaintDevice>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr Lettering titleText{5.2, true, false, Qt::AlignHCenter};
constexpr Lettering sectionText{4.0, true};
constexpr Lettering noteText{3.1, false, true};
constexpr double toSign = 42;   ///< height of the places to sign, millimetres
constexpr double lastTerm = 20; ///< of what is said above them

QString dayText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).toString(u"dd/MM/yyyy"_s);
}

QString number(int part)
{
    static const QStringList roman{u"I"_s, u"II"_s, u"III"_s, u"IV"_s, u"V"_s, u"VI"_s, u"VII"_s, u"VIII"_s};
    return roman.value(part, QString::number(part + 1));
}

void paintSection(SheetPages &pages, int &part, const QString &title)
{
    pages.gap(4);
    pages.need(22); // a title does not stand alone at the foot of a page
    pages.text(u"%1. %2"_s.arg(number(part++), title), sectionText);
    pages.gap(1);
}

void paintSignatures(SheetPages &pages, const SheetHead &head)
{
    const SheetWords words{head.language};
    const QDateTime made = head.madeAt.toDateTime();
    pages.gap(6);
    pages.need(toSign);
    const Lettering date{3.3, false, true};
    const Lettering strong{3.6, true};
    const QString day = words(u"Ngày %1 tháng %2 năm %3"_s, u"%1/%2/%3"_s)
                            .arg(made.toString(u"dd"_s), made.toString(u"MM"_s), made.toString(u"yyyy"_s));
    pages.halves({{u" "_s, date},
                  {words(u"NGƯỜI LẬP BIỂU"_s, u"MADE BY"_s), strong},
                  {words(u"(Ký, ghi rõ họ tên)"_s, u"(signature, full name)"_s), date}},
                 {{day, date},
                  {words(u"THỦ TRƯỞNG ĐƠN VỊ"_s, u"HEAD OF THE VENUE"_s), strong},
                  {words(u"(Ký, đóng dấu, ghi rõ họ tên)"_s, u"(signature, stamp, full name)"_s), date}});
    pages.gap(18);
    if (!head.madeBy.isEmpty())
        pages.halves({{head.madeBy, strong}}, {});
}

} // namespace

QString periodText(const SheetHead &head)
{
    const SheetWords words{head.language};
    const QString made = head.madeAt.toDateTime().toString(u"HH:mm dd/MM/yyyy"_s);
    if (!head.hasPeriod)
        return words(u"Tại thời điểm %1"_s, u"At %1"_s).arg(made);
    const QString from = head.fromUtcMs ? dayText(*head.fromUtcMs) : QString();
    const QString to = head.toUtcMs ? dayText(*head.toUtcMs - 1) : QString();
    if (from.isEmpty() && to.isEmpty())
        return words(u"Toàn bộ dữ liệu đến %1"_s, u"The whole record up to %1"_s).arg(made);
    if (from == to)
        return words(u"Ngày %1"_s, u"On %1"_s).arg(from);
    if (from.isEmpty())
        return words(u"Đến hết ngày %1"_s, u"Up to %1"_s).arg(to);
    if (to.isEmpty())
        return words(u"Từ ngày %1 đến %2"_s, u"From %1 to %2"_s).arg(from, made);
    return words(u"Từ ngày %1 đến ngày %2"_s, u"From %1 to %2"_s).arg(from, to);
}

void paintSheetHead(SheetPages &pages, const SheetHead &head, const QString &title)
{
    const SheetWords words{head.language};
    const Lettering strong{3.6, true};
    const Lettering small{3.1};
    const QString venue =
        head.venue.isEmpty() ? words(u"Đơn vị: "_s, u"Office: "_s) + QString(30, u'.') : head.venue.toUpper();
    QList<std::pair<QString, Lettering>> left{{venue, strong}};
    if (!head.address.isEmpty())
        left.append({head.address, small});
    if (head.language == SheetLanguage::Vietnamese)
        pages.halves(left, {{u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, strong},
                            {u"Độc lập – Tự do – Hạnh phúc"_s, {3.6, true}}});
    else
        pages.halves(left, {{u"Record of visitors"_s, strong}});
    pages.gap(6);
    pages.text(title.toUpper(), titleText);
    pages.gap(1);
    pages.text(periodText(head), {3.6, false, false, Qt::AlignHCenter});
    QString made =
        words(u"Lập lúc %1"_s, u"Made at %1"_s).arg(head.madeAt.toDateTime().toString(u"HH:mm dd/MM/yyyy"_s));
    if (!head.place.isEmpty())
        made += words(u", tại %1"_s, u", at %1"_s).arg(head.place);
    if (!head.madeBy.isEmpty())
        made += words(u"; người lập: %1"_s, u"; by %1"_s).arg(head.madeBy);
    pages.text(made, {3.1, false, true, Qt::AlignHCenter});
    if (!head.hasPersons)
        return;
    if (head.isTheirOwn) {
        pages.text(words(u"Dành cho chính người được nêu trong bản này. Không giao cho người khác."_s,
                         u"For the person whom it is about, and for nobody else."_s),
                   {3.1, false, true, Qt::AlignHCenter});
        return;
    }
    pages.text(
        head.revealed
            ? words(u"Có thông tin cá nhân đầy đủ: chỉ giao cho người có thẩm quyền, hủy khi hết việc."_s,
                    u"Personal data in full: only for those who are entitled to it; destroy after use."_s)
            : words(u"Họ tên và số giấy tờ đã được che."_s, u"Names and numbers are masked."_s),
        {3.1, false, true, Qt::AlignHCenter});
}

SheetHead sheetHeadOf(const std::optional<Venue> &venue, SheetHead rest)
{
    if (!venue)
        return rest;
    rest.venue = venue->name;
    QStringList parts{venue->street, venue->commune, venue->district, venue->province};
    parts.removeAll(QString());
    rest.address = parts.join(u", "_s);
    return rest;
}

Result<void> SummarySheet::paint(QPagedPaintDevice *device) const
{
    const SheetWords words{m_head.language};
    QPainter painter;
    if (!painter.begin(device))
        return Error{ErrorCode::WriteFailed, u"nothing can be painted on the pages"_s};
    SheetPages pages(device, &painter,
                     m_head.venue.isEmpty() ? m_summary.title : m_head.venue + u"  ·  "_s + m_summary.title,
                     words(u"Trang %1"_s, u"Page %1"_s));
    paintSheetHead(pages, m_head, m_summary.title);
    int part = 0;
    paintSection(pages, part, words(u"Số liệu chung"_s, u"Totals"_s));
    pages.pairs(m_summary.totals);
    for (const SummaryPart &each : m_summary.parts) {
        paintSection(pages, part, each.title);
        if (!each.note.isEmpty())
            pages.text(each.note, noteText);
        if (each.table.rows.isEmpty())
            pages.text(words(u"Không có."_s, u"None."_s), noteText);
        else
            pages.table(each.table);
    }
    paintSection(pages, part, words(u"Giải thích"_s, u"Terms"_s));
    for (const auto &[term, meaning] : m_summary.terms) {
        if (term == m_summary.terms.last().first)
            pages.need(lastTerm + toSign); // names to sign do not stand alone on a page
        pages.text(u"%1: %2."_s.arg(term, meaning), {3.1});
        pages.gap(0.6);
    }
    paintSignatures(pages, m_head);
    return painter.end() && pages.fine() ? Result<void>()
                                         : Error{ErrorCode::WriteFailed, u"a page was not taken"_s};
}

Result<void> SummarySheet::writePdf(const QString &path) const
{
    return writeSheetPdf(path, m_summary.title, [this](QPagedPaintDevice *device) { return paint(device); });
}

} // namespace checkpoint
