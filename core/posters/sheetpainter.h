#pragma once

#include "core/posters/sheet.h"

class QColor;
class QPainter;

namespace checkpoint {

/// The colour of an ink on paper.
QColor inkColour(Ink ink);

/// Paints the sheet, its top left at the painter's origin, at `unitsPerMm` units of the painter a
/// millimetre. Paper is left as it is: whoever paints on a picture fills it white first.
void paintSheet(QPainter &painter, const Sheet &sheet, double unitsPerMm);

/// The outline of a symbol's dark modules as one path, so that no viewer shows seams between them.
QPainterPath symbolPath(const SheetSymbol &symbol);

} // namespace checkpoint
