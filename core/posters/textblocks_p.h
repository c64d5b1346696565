#pragma once

#include "core/posters/sheet.h"
#include "core/posters/textfit.h"

#include <QRectF>

#include <vector>

namespace checkpoint {

/// A fitted text and how it is printed.
struct TextBlock
{
    FittedText text;
    bool bold = false;
    Ink ink = Ink::Black;
    double indent = 0; ///< at the left of every line, for a drawing; millimetres

    double height() const { return text.height(); }
    double width() const;
};

enum class TextSide { Left, Centre, Right };

/// Puts the block's lines below one another from the top of the area on.
void placeBlock(Sheet &sheet, const TextBlock &block, const QRectF &area, TextSide side);

/// Where the first line of a block begins at the left.
double leftOfFirstLine(const TextBlock &block, const QRectF &area, TextSide side);

} // namespace checkpoint
