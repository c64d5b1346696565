#pragma once

#include "core/barcode/modulegrid.h"

#include <QByteArray>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

namespace checkpoint {

/// The few colours of what is printed: black on white and one accent, so that the cheapest laser prints it
/// well. Faint is for lines to cut along.
enum class Ink { Black, Accent, White, Faint };

/// One run of text that stays text in every file. All lengths are millimetres from the sheet's top left.
struct SheetText
{
    QString text;
    QPointF baseline; ///< its left end
    double size = 0;  ///< of the font's em
    double width = 0; ///< as measured, so that other programs can keep to it
    bool bold = false;
    Ink ink = Ink::Black;
};

/// A drawing: filled, stroked, or both.
struct SheetShape
{
    QPainterPath path;
    std::optional<Ink> fill;
    std::optional<Ink> stroke;
    double lineWidth = 0;
    bool dashed = false;
};

/// A QR symbol.
struct SheetSymbol
{
    ModuleGrid modules;
    QRectF square;    ///< without the quiet zone
    QByteArray bytes; ///< what it must read as
    QRectF cell;      ///< the part of the sheet that is left when it is cut along its lines
    double least = 0; ///< the side below which this layout must not print it

    double moduleSize() const { return square.width() / modules.size(); }
};

/// What ISO/IEC 18004 asks for around a symbol.
inline constexpr int quietZoneModules = 4;

/// One side of paper, described: what a painter paints, a writer writes, and a check checks. A plain value;
/// composing one takes no painter, painting one decides nothing.
struct Sheet
{
    QSizeF size; ///< millimetres
    std::vector<SheetShape> shapes;
    std::vector<SheetText> texts;
    std::vector<SheetSymbol> symbols;
};

} // namespace checkpoint
