#pragma once

#include "core/base/result.h"

#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <functional>

class QPagedPaintDevice;
class QPainter;

namespace checkpoint {

/// A table on a printed sheet.
struct SheetTable
{
    QStringList header;
    QList<QStringList> rows;
    QList<int> figures; ///< columns that stand at their right edge
    QList<double> bars; ///< one for each row, 0 to 1, drawn beside it; empty: none
};

/// How words stand on a sheet.
struct Lettering
{
    double size = 3.5; ///< of the letters, millimetres
    bool bold = false;
    bool italic = false;
    Qt::Alignment side = Qt::AlignLeft;
};

/// Black words, tables and bars on white pages, one below the other; a new page begins where the last is
/// full. Measures are millimetres. Lives while one document is painted, on any thread.
class SheetPages
{
public:
    /// `foot` stands at the foot of every page, beside `page` in which %1 is its number.
    SheetPages(QPagedPaintDevice *device, QPainter *painter, const QString &foot, const QString &page);

    /// Words over the whole width, broken into lines.
    void text(const QString &words, const Lettering &how = {});
    /// Two columns of lines beside each other, in the middle of each half.
    void halves(const QList<std::pair<QString, Lettering>> &left,
                const QList<std::pair<QString, Lettering>> &right);
    /// A name and what belongs to it, one pair a line.
    void pairs(const QList<std::pair<QString, QString>> &lines);
    void table(const SheetTable &table);
    /// A place of the full width for a picture; gives its edges in the painter's units.
    QRectF place(double height);
    void gap(double height) { m_at += height; }
    /// Makes room for so much on one page.
    void need(double height);
    void newPage();

    QPainter *painter() const { return m_painter; }
    double width() const;
    /// How much is left on this page.
    double room() const;
    /// False when the device did not take a page.
    bool fine() const { return m_fine; }

    static constexpr double margin = 15;

private:
    QRectF inDots(const QRectF &area) const;
    void use(const Lettering &how);
    double heightOf(const QString &words, double across) const;
    double draw(const QRectF &area, const QString &words, Qt::Alignment side);
    QList<double> columnWidths(const SheetTable &table);
    void tableHeader(const SheetTable &table, const QList<double> &widths);
    void tableRow(const SheetTable &table, qsizetype row, const QList<double> &widths);
    double rowHeight(const QStringList &cells, const QList<double> &widths) const;
    void line(double from, double to, double thickness);
    void foot();

    QPagedPaintDevice *m_device;
    QPainter *m_painter;
    const QString m_foot;
    const QString m_page;
    double m_dots = 1; ///< a millimetre
    QSizeF m_size;
    double m_at = margin;
    int m_number = 1;
    bool m_fine = true;
};

/// Writes a PDF file of A4 pages that is there when it is whole; `paint` draws on it. WriteFailed.
Result<void> writeSheetPdf(const QString &path, const QString &title,
                           const std::function<Result<void>(QPagedPaintDevice *)> &paint);

} // namespace checkpoint
