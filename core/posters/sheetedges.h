#pragma once

#include "core/barcode/luminance.h"

#include <QPolygonF>

#include <optional>

namespace checkpoint {

/// How far the edges of the paper are from the edges of the symbol printed on it, in sides of the symbol.
/// An edge is missing when it lies outside the frame, or when what is behind it looks like paper.
struct SheetEdges
{
    std::optional<double> left;
    std::optional<double> top;
    std::optional<double> right;
    std::optional<double> bottom;

    /// The symbol's width as a share of the paper's; nothing when one of the two edges is missing.
    std::optional<double> shareOfWidth() const;
    std::optional<double> shareOfHeight() const;
};

/// Looks for the edges of the sheet around a symbol in the grey picture of a camera. The symbol's corners
/// (clockwise from its own top left) tell how the paper lies, and its edges are parallel to the symbol's: an
/// edge is where nearly everything along such a line stops being paper, and does not become paper again
/// soon. Thread-safe; a millisecond.
SheetEdges findSheetEdges(const LuminanceView &frame, const QPolygonF &outline);

} // namespace checkpoint
