#include "core/reports/paperform.h"

#include <QPagedPaintDevice>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double headerHeight = 10;
constexpr double rowHeight = 9.8; ///< millimetres; handwriting needs 8
constexpr double box = 3.2;       ///< to tick, a side

struct FormColumn
{
    QString title;
    double width; ///< millimetres of 180
};

QList<FormColumn> columnsOf(const SheetWords &words)
{
    return {{words(u"STT"_s, u"No."_s), 10},
            {words(u"Giờ"_s, u"Time"_s), 17},
            {words(u"Vào / Ra"_s, u"In / out"_s), 20},
            {words(u"Họ và tên"_s, u"Full name"_s), 50},
            {words(u"Năm sinh"_s, u"Born in"_s), 16},
            {words(u"Điện thoại"_s, u"Phone"_s), 28},
            {words(u"Mục đích, gặp ai"_s, u"Purpose, whom visited"_s), 39}};
}

/// Paints the table's lines, its titles, the numbers and the boxes to tick.
class FormGrid
{
public:
    FormGrid(QPainter *painter, const QRectF &area, double dots, const SheetWords &words)
        : m_painter(painter), m_area(area), m_dots(dots), m_words(words), m_columns(columnsOf(words))
    {
    }

    void paint(int firstNumber)
    {
        m_painter->setPen(QPen(Qt::black, 0.2 * m_dots));
        double y = 0;
        for (int row = 0; row <= PaperForm::rowsOfSheet; ++row) {
            const double height = row == 0 ? headerHeight : rowHeight;
            double x = 0;
            for (qsizetype column = 0; column < m_columns.size(); ++column) {
                const QRectF cell = at(x, y, m_columns[column].width, height);
                m_painter->drawRect(cell);
                if (row == 0)
                    write(cell, m_columns[column].title, 3.2, true);
                else if (column == 0)
                    write(cell, QString::number(firstNumber + row - 1), 3.6, false);
                else if (column == 2)
                    boxes(x, y);
                x += m_columns[column].width;
            }
            y += height;
        }
    }

    static constexpr double gridHeight = headerHeight + PaperForm::rowsOfSheet * rowHeight;

private:
    QRectF at(double x, double y, double width, double height) const
    {
        return {m_area.left() + x * m_dots, m_area.top() + y * m_dots, width * m_dots, height * m_dots};
    }

    void write(const QRectF &cell, const QString &text, double size, bool bold)
    {
        QFont font;
        font.setPixelSize(qRound(size * m_dots));
        font.setBold(bold);
        m_painter->setFont(font);
        m_painter->drawText(cell, int(Qt::AlignCenter) | Qt::TextWordWrap, text);
    }

    void boxes(double x, double y)
    {
        const QString words[] = {m_words(u"V"_s, u"In"_s), m_words(u"R"_s, u"Out"_s)};
        for (int i = 0; i < 2; ++i) {
            const double left = x + 1.2 + i * 9.4;
            m_painter->drawRect(at(left, y + (rowHeight - box) / 2, box, box));
            write(at(left + box, y, 5.6, rowHeight), words[i], 2.8, false);
        }
    }

    QPainter *m_painter;
    const QRectF m_area;
    const double m_dots;
    const SheetWords m_words;
    const QList<FormColumn> m_columns;
};

} // namespace

QString PaperForm::title() const
{
    return SheetWords{m_head.language}(u"Phiếu ghi khách vào ra khi mất điện"_s,
                                       u"Visitors' sheet for a power cut"_s);
}

void PaperForm::paintSheet(SheetPages &pages, int sheet) const
{
    const SheetWords words{m_head.language};
    if (!m_head.venue.isEmpty())
        pages.text(m_head.venue, {3.8, true});
    pages.gap(1.5);
    pages.text(title().toUpper(), {5.2, true, false, Qt::AlignHCenter});
    pages.gap(3);
    const QString place = m_head.place.isEmpty() ? u"................................"_s : m_head.place;
    pages.text(
        words(u"Vị trí: %1      Ngày ....... / ....... / 20.......      Tờ số: .......      Người ghi: "
              "......................"_s,
              u"Place: %1      Date ....... / ....... / 20.......      Sheet: .......      Written by: "
              "......................"_s)
            .arg(place),
        {3.5});
    pages.gap(3);
    const QRectF area = pages.place(FormGrid::gridHeight);
    FormGrid(pages.painter(), area, area.width() / pages.width(), words).paint(sheet * rowsOfSheet + 1);
    pages.gap(2.5);
    pages.text(words(u"Thông tin trên phiếu chỉ dùng để kiểm soát người vào ra và truy vết khi cơ quan có "
                     u"thẩm quyền yêu "
                     "cầu; không để người khác xem. Khi có điện, nhập vào máy ở Báo cáo (F5) › Ngày ghi "
                     "giấy, rồi cất giữ "
                     "hoặc hủy phiếu theo quy định."_s,
                     u"What is written here serves to know who is inside and to trace contacts when an "
                     u"authority asks; "
                     "nobody else may read it. When the power is back, type it in under Reports (F5) › Paper "
                     "day, then keep "
                     "or destroy the sheet as the rules say."_s),
               {2.9, false, true});
}

Result<void> PaperForm::paint(QPagedPaintDevice *device) const
{
    QPainter painter;
    if (!painter.begin(device))
        return Error{ErrorCode::WriteFailed, u"nothing can be painted on the pages"_s};
    SheetPages pages(device, &painter, title(), SheetWords{m_head.language}(u"Trang %1"_s, u"Page %1"_s));
    for (int sheet = 0; sheet < m_sheets; ++sheet) {
        if (sheet > 0)
            pages.newPage();
        paintSheet(pages, sheet);
    }
    return painter.end() && pages.fine() ? Result<void>()
                                         : Error{ErrorCode::WriteFailed, u"a page was not taken"_s};
}

Result<void> PaperForm::writePdf(const QString &path) const
{
    return writeSheetPdf(path, title(), [this](QPagedPaintDevice *device) { return paint(device); });
}

} // namespace checkpoint
