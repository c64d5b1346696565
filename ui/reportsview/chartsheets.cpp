#include "ui/reportsview/chartsheets.h"

#include "core/reports/summary/sheetpages.h"

#include <QAbstractAxis>
#include <QGraphicsScene>
#include <QPagedPaintDevice>
#include <QPainter>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSizeF drawn(900, 420); ///< in the pixels of the screen's letters
constexpr qsizetype mostRows = 40;
constexpr qsizetype rowsBelowAnother = 12;

/// The last axis of a side is the one that is read.
void nameAxis(const QChart &chart, Qt::Orientation side, const QString &name)
{
    const QList<QAbstractAxis *> axes = chart.axes(side);
    if (axes.isEmpty())
        return;
    axes.last()->setTitleText(name);
    axes.last()->setTitleBrush(Qt::black);
    axes.last()->setTitleFont(axes.last()->labelsFont());
}

/// A long table keeps rows at equal distances, its first and its last one included.
QList<QStringList> shortened(const QList<QStringList> &rows)
{
    if (rows.size() <= mostRows)
        return rows;
    const qsizetype step = (rows.size() + mostRows - 1) / mostRows;
    QList<QStringList> kept;
    for (qsizetype row = 0; row < rows.size(); row += step)
        kept.append(rows[row]);
    if ((rows.size() - 1) % step != 0)
        kept.append(rows.last());
    return kept;
}

/// Many rows stand in two halves beside each other, so that picture and figures share a page.
SheetTable folded(const QStringList &header, const QList<QStringList> &rows)
{
    const qsizetype halves = rows.size() > rowsBelowAnother ? 2 : 1;
    const qsizetype height = (rows.size() + halves - 1) / halves;
    SheetTable table;
    for (qsizetype half = 0; half < halves; ++half) {
        for (qsizetype column = 0; column < header.size(); ++column) {
            if (column > 0)
                table.figures.append(int(table.header.size()));
            table.header.append(header[column]);
        }
    }
    for (qsizetype row = 0; row < height; ++row)
        table.rows.append(rows[row] + rows.value(row + height));
    return table;
}

} // namespace

const Colours &paperColours()
{
    static const Colours colours = [] {
        Colours paper = lightColours;
        paper.text = paper.quiet = paper.refused = 0xff000000;
        paper.line = 0xff999999;
        paper.accent = paper.in = 0xff333333;
        paper.out = 0xffb8b8b8;
        return paper;
    }();
    return colours;
}

ChartSheet chartSheet(const QString &title, TrafficPicture picture, const QString &across,
                      const QString &upwards)
{
    nameAxis(*picture.chart, Qt::Horizontal, across);
    nameAxis(*picture.chart, Qt::Vertical, upwards);
    ChartSheet sheet{title, picture.spoken, QPicture(), picture.table};
    QGraphicsScene scene;
    QChart *chart = picture.chart.release(); // the scene owns it now
    scene.addItem(chart);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->resize(drawn);
    QPainter painter(&sheet.picture);
    scene.render(&painter, QRectF(QPointF(), drawn), QRectF(QPointF(), drawn));
    return sheet;
}

Result<void> paintChartSheets(QPagedPaintDevice *device, const SheetHead &head,
                              const QList<ChartSheet> &sheets)
{
    const SheetWords words{head.language};
    QPainter painter;
    if (sheets.isEmpty() || !painter.begin(device))
        return Error{ErrorCode::WriteFailed, u"nothing can be painted on the pages"_s};
    SheetPages pages(device, &painter, head.venue, words(u"Trang %1"_s, u"Page %1"_s));
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const ChartSheet &sheet = sheets[i];
        if (i > 0)
            pages.newPage();
        if (!head.venue.isEmpty())
            pages.text(head.venue, {3.6, true});
        pages.text(sheet.title, {5, true});
        pages.text(periodText(head) + u". "_s + sheet.spoken, {3.3});
        pages.gap(3);
        const QRectF area = pages.place(pages.width() * drawn.height() / drawn.width());
        painter.save();
        painter.translate(area.topLeft());
        // Playing it back enlarges it from the screen's dots to the device's already.
        const double played = double(device->logicalDpiX()) / sheet.picture.logicalDpiX();
        painter.scale(area.width() / drawn.width() / played, area.height() / drawn.height() / played);
        painter.drawPicture(0, 0, sheet.picture);
        painter.restore();
        pages.gap(4);
        const QList<QStringList> rows = shortened(sheet.table.rows);
        if (rows.size() < sheet.table.rows.size())
            pages.text(words(u"%1 trong %2 dòng số liệu; bảng đủ có trên màn hình."_s,
                             u"%1 of %2 rows of figures; the screen has all."_s)
                           .arg(rows.size())
                           .arg(sheet.table.rows.size()),
                       {3.1, false, true});
        pages.table(folded(sheet.table.header, rows));
    }
    return painter.end() && pages.fine() ? Result<void>()
                                         : Error{ErrorCode::WriteFailed, u"a page was not taken"_s};
}

} // namespace checkpoint
