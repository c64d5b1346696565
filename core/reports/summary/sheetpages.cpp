#include "core/reports/summary/sheetpages.h"

#include <QFileInfo>
#include <QFont>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double millimetresAnInch = 25.4;
constexpr double footHeight = 8;
constexpr double cellGap = 2;     ///< between columns
constexpr double rowGap = 0.9;    ///< above and below the words of a row
constexpr double leastBar = 45;   ///< width of the place for bars
constexpr double widestCell = 62; ///< longer words are broken
constexpr double barHeight = 3.2;
constexpr Lettering cellText{3.2};
constexpr Lettering headText{3.1, true};

} // namespace

SheetPages::SheetPages(QPagedPaintDevice *device, QPainter *painter, const QString &foot, const QString &page)
    : m_device(device), m_painter(painter), m_foot(foot), m_page(page)
{
    m_dots = device->logicalDpiX() / millimetresAnInch;
    m_size = QSizeF(device->width(), device->height()) / m_dots;
    this->foot();
}

double SheetPages::width() const
{
    return m_size.width() - 2 * margin;
}

double SheetPages::room() const
{
    return m_size.height() - margin - footHeight - m_at;
}

QRectF SheetPages::inDots(const QRectF &area) const
{
    return {area.topLeft() * m_dots, area.size() * m_dots};
}

void SheetPages::use(const Lettering &how)
{
    QFont font;
    font.setPixelSize(std::max(1, qRound(how.size * m_dots)));
    font.setBold(how.bold);
    font.setItalic(how.italic);
    m_painter->setFont(font);
    m_painter->setPen(Qt::black);
}

double SheetPages::heightOf(const QString &words, double across) const
{
    const QRectF room(0, 0, across * m_dots, 1e7);
    return m_painter->boundingRect(room, Qt::TextWordWrap, words).height() / m_dots;
}

double SheetPages::draw(const QRectF &area, const QString &words, Qt::Alignment side)
{
    m_painter->drawText(inDots(area), int(side | Qt::AlignTop) | Qt::TextWordWrap, words);
    return area.height();
}

void SheetPages::foot()
{
    const double top = m_size.height() - margin - footHeight + 3;
    m_painter->setPen(QPen(Qt::black, 0.15 * m_dots));
    m_painter->drawLine(inDots({margin, top, width(), 0}).topLeft(),
                        inDots({margin, top, width(), 0}).topRight());
    use({2.8});
    draw({margin, top + 1, width() * 0.8, 5}, m_foot, Qt::AlignLeft);
    draw({margin + width() * 0.8, top + 1, width() * 0.2, 5}, m_page.arg(m_number), Qt::AlignRight);
}

void SheetPages::newPage()
{
    m_fine = m_fine && m_device->newPage();
    ++m_number;
    m_at = margin;
    foot();
}

void SheetPages::need(double height)
{
    if (height > room() && m_at > margin)
        newPage();
}

void SheetPages::text(const QString &words, const Lettering &how)
{
    use(how);
    const double height = heightOf(words, width());
    need(height);
    use(how);
    m_at += draw({margin, m_at, width(), height}, words, how.side);
}

void SheetPages::halves(const QList<std::pair<QString, Lettering>> &left,
                        const QList<std::pair<QString, Lettering>> &right)
{
    constexpr double between = 6;
    const double across = (width() - between) / 2;
    double lowest = m_at;
    double x = margin;
    for (const auto *side : {&left, &right}) {
        double at = m_at;
        for (const auto &[words, how] : *side) {
            use(how);
            at += draw({x, at, across, heightOf(words, across)}, words, Qt::AlignHCenter) + 0.8;
        }
        lowest = std::max(lowest, at);
        x += across + between;
    }
    m_at = lowest;
}

void SheetPages::pairs(const QList<std::pair<QString, QString>> &lines)
{
    constexpr double nameWidth = 80;
    for (const auto &[name, value] : lines) {
        use(cellText);
        const double height =
            std::max(heightOf(name, nameWidth), heightOf(value, width() - nameWidth - cellGap));
        need(height + rowGap);
        use(cellText);
        draw({margin, m_at, nameWidth, height}, name, Qt::AlignLeft);
        use({cellText.size, true});
        draw({margin + nameWidth + cellGap, m_at, width() - nameWidth - cellGap, height}, value,
             Qt::AlignLeft);
        m_at += height + rowGap;
    }
}

QRectF SheetPages::place(double height)
{
    need(height);
    const QRectF area = inDots({margin, m_at, width(), height});
    m_at += height;
    return area;
}

/// As wide as what stands in them; when that is too much, the wide ones give way and their words are broken.
QList<double> SheetPages::columnWidths(const SheetTable &table)
{
    QList<double> widths(table.header.size(), 0);
    const auto measure = [&](const QStringList &cells) {
        for (qsizetype i = 0; i < widths.size(); ++i) {
            const double across =
                m_painter->boundingRect(QRectF(0, 0, 1e7, 1e7), Qt::TextSingleLine, cells.value(i)).width() /
                m_dots;
            widths[i] = std::max(widths[i], std::min(across + 0.5, widestCell));
        }
    };
    use(headText);
    measure(table.header);
    use(cellText);
    for (const QStringList &row : table.rows)
        measure(row);
    const double bars = table.bars.isEmpty() ? 0 : leastBar;
    const double most = width() - bars - cellGap * double(widths.size());
    double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (double limit = widestCell; sum > most && limit > 12; limit -= 1) {
        for (double &each : widths)
            each = std::min(each, limit);
        sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    }
    constexpr double mostSpread = 1.5;
    const double spread = table.bars.isEmpty() && sum > 0 ? std::min(most / sum, mostSpread) : 1;
    for (double &each : widths)
        each *= std::max(spread, 1.0);
    return widths;
}

double SheetPages::rowHeight(const QStringList &cells, const QList<double> &widths) const
{
    double height = 0;
    for (qsizetype i = 0; i < widths.size(); ++i)
        height = std::max(height, heightOf(cells.value(i), widths[i]));
    return height + 2 * rowGap;
}

void SheetPages::line(double from, double to, double thickness)
{
    m_painter->setPen(QPen(Qt::black, thickness * m_dots));
    m_painter->drawLine(QPointF(from, m_at) * m_dots, QPointF(to, m_at) * m_dots);
}

void SheetPages::tableHeader(const SheetTable &table, const QList<double> &widths)
{
    use(headText);
    const double height = rowHeight(table.header, widths);
    double x = margin;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        draw({x, m_at + rowGap, widths[i], height}, table.header[i],
             table.figures.contains(i) ? Qt::AlignRight : Qt::AlignLeft);
        x += widths[i] + cellGap;
    }
    m_at += height;
    line(margin, margin + width(), 0.4);
}

void SheetPages::tableRow(const SheetTable &table, qsizetype row, const QList<double> &widths)
{
    use(cellText);
    const double height = rowHeight(table.rows[row], widths);
    if (height > room()) {
        newPage();
        tableHeader(table, widths);
        use(cellText);
    }
    double x = margin;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        draw({x, m_at + rowGap, widths[i], height}, table.rows[row].value(i),
             table.figures.contains(i) ? Qt::AlignRight : Qt::AlignLeft);
        x += widths[i] + cellGap;
    }
    if (!table.bars.isEmpty()) {
        const double across = (margin + width() - x - cellGap) * std::clamp(table.bars.value(row), 0.0, 1.0);
        m_painter->fillRect(inDots({x + cellGap, m_at + (height - barHeight) / 2, across, barHeight}),
                            QColor(0x55, 0x55, 0x55));
    }
    m_at += height;
    line(margin, margin + width(), 0.1);
}

void SheetPages::table(const SheetTable &table)
{
    const QList<double> widths = columnWidths(table);
    constexpr double headAndTwoRows = 24; // no header alone at the foot of a page
    need(headAndTwoRows);
    tableHeader(table, widths);
    for (qsizetype row = 0; row < table.rows.size(); ++row)
        tableRow(table, row, widths);
}

Result<void> writeSheetPdf(const QString &path, const QString &title,
                           const std::function<Result<void>(QPagedPaintDevice *)> &paint)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return Error{ErrorCode::WriteFailed, u"%1 is no file"_s.arg(path)};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(path, file.errorString())};
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(title);
        if (Result<void> painted = paint(&writer); !painted)
            return painted;
    }
    return file.commit() ? Result<void>()
                         : Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(path, file.errorString())};
}

} // namespace checkpoint
