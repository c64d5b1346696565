#include "core/posters/sheetpainter.h"

#include "core/posters/textfit.h"

#include <QColor>
#include <QPainter>

namespace checkpoint {

QColor inkColour(Ink ink)
{
    switch (ink) {
    case Ink::Black:
        return Qt::black;
    case Ink::Accent:
        return QColor(0x0B, 0x6E, 0x75);
    case Ink::White:
        return Qt::white;
    case Ink::Faint:
        return QColor(0x9A, 0x9A, 0x9A);
    }
    Q_UNREACHABLE();
}

QPainterPath symbolPath(const SheetSymbol &symbol)
{
    const int size = symbol.modules.size();
    const double module = symbol.moduleSize();
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            if (!symbol.modules.isDark(column, row))
                continue;
            int end = column + 1;
            while (end < size && symbol.modules.isDark(end, row))
                ++end;
            path.addRect(symbol.square.left() + column * module, symbol.square.top() + row * module,
                         (end - column) * module, module);
            column = end;
        }
    }
    return path;
}

void paintSheet(QPainter &painter, const Sheet &sheet, double unitsPerMm)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(unitsPerMm, unitsPerMm);
    for (const SheetShape &shape : sheet.shapes) {
        if (shape.stroke) {
            QPen pen(inkColour(*shape.stroke), shape.lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
            if (shape.dashed) {
                pen.setCapStyle(Qt::FlatCap);
                pen.setDashPattern({8, 8});
            }
            painter.setPen(pen);
        } else {
            painter.setPen(Qt::NoPen);
        }
        painter.setBrush(shape.fill ? QBrush(inkColour(*shape.fill)) : QBrush(Qt::NoBrush));
        painter.drawPath(shape.path);
    }
    for (const SheetSymbol &symbol : sheet.symbols)
        painter.fillPath(symbolPath(symbol), Qt::black);
    for (const SheetText &text : sheet.texts) {
        painter.save();
        painter.setPen(inkColour(text.ink));
        painter.setFont(posterFont(text.bold));
        painter.setTransform(QTransform::fromTranslate(text.baseline.x(), text.baseline.y()), true);
        painter.scale(text.size / posterFontPixels, text.size / posterFontPixels);
        painter.drawText(QPointF(), text.text);
        painter.restore();
    }
    painter.restore();
}

} // namespace checkpoint
