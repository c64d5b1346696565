#pragma once

#include "core/posters/postercontent.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace checkpoint {

/// How the parts of one poster lie.
enum class CellShape {
    Column, ///< name, symbol, steps below one another
    Beside, ///< the symbol at the left, everything else at its right
    Square, ///< the name on top, the symbol and the steps side by side
};

/// The measures of one poster on its sheet, in millimetres.
struct CellPlan
{
    CellShape shape = CellShape::Column;
    bool stepsInARow = true; ///< else below one another
    double margin = 0;       ///< free of ink, for printers that do not print to the edge
    double leastSymbol = 0;  ///< the side of the symbol without its quiet zone
    double mostSymbol = 0;
    double unit = 1;      ///< what sizes of type and drawings are multiples of; 1 on A4
    double leastName = 0; ///< size of the em of the venue's name
    double mostName = 0;
};

/// A sheet with the posters on it.
struct SheetPlan
{
    QSizeF size; ///< millimetres
    std::vector<QRectF> cells;
    CellPlan cell;
};

/// The plan of a layout. A4 carries the symbol at 155 mm or more, whichever way it is turned.
SheetPlan sheetPlan(PosterLayout layout, PosterOrientation orientation);

} // namespace checkpoint
