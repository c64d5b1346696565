#include "core/posters/posterlayout.h"

namespace checkpoint {

namespace {

/// The cells of a sheet divided evenly, row by row.
std::vector<QRectF> dividedSheet(const QSizeF &size, int columns, int rows)
{
    std::vector<QRectF> cells;
    const double width = size.width() / columns;
    const double height = size.height() / rows;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            cells.emplace_back(column * width, row * height, width, height);
    }
    return cells;
}

CellPlan columnPlan(double margin, double leastSymbol, double mostSymbol, double unit, double leastName,
                    double mostName)
{
    return {CellShape::Column, true, margin, leastSymbol, mostSymbol, unit, leastName, mostName};
}

CellPlan besidePlan(double margin, double leastSymbol, double mostSymbol, double unit, double leastName,
                    double mostName)
{
    return {CellShape::Beside, false, margin, leastSymbol, mostSymbol, unit, leastName, mostName};
}

} // namespace

SheetPlan sheetPlan(PosterLayout layout, PosterOrientation orientation)
{
    const bool portrait = orientation == PosterOrientation::Portrait;
    const QSizeF a4 = portrait ? QSizeF(210, 297) : QSizeF(297, 210);
    const QSizeF a5 = portrait ? QSizeF(148, 210) : QSizeF(210, 148);
    switch (layout) {
    case PosterLayout::A4:
        return {a4, dividedSheet(a4, 1, 1),
                portrait ? columnPlan(9, 155, 166, 1, 6, 17) : besidePlan(10, 155, 160, 1, 6, 14)};
    case PosterLayout::A5:
        return {a5, dividedSheet(a5, 1, 1),
                portrait ? columnPlan(8, 98, 114, 0.7, 4.2, 12) : besidePlan(8, 98, 112, 0.7, 4, 10)};
    case PosterLayout::A4Two:
        // Two landscape halves stand on a portrait sheet, and the other way round.
        return {a4, portrait ? dividedSheet(a4, 1, 2) : dividedSheet(a4, 2, 1),
                portrait ? besidePlan(8, 98, 112, 0.7, 4, 10) : columnPlan(8, 98, 114, 0.7, 4.2, 12)};
    case PosterLayout::A4Four:
        return {a4, dividedSheet(a4, 2, 2),
                portrait ? columnPlan(7, 60, 78, 0.52, 3, 8.5) : besidePlan(7, 60, 74, 0.52, 3, 7)};
    case PosterLayout::Sticker: {
        const QSizeF square(100, 100);
        CellPlan plan{CellShape::Square, false, 5, 50, 62, 0.46, 2.8, 7};
        return {square, dividedSheet(square, 1, 1), plan};
    }
    case PosterLayout::Door: {
        const QSizeF strip = portrait ? QSizeF(105, 297) : QSizeF(297, 105);
        CellPlan plan = portrait ? columnPlan(7, 72, 86, 0.8, 5, 14) : besidePlan(7, 68, 80, 0.7, 5, 15);
        plan.stepsInARow = !portrait;
        return {strip, dividedSheet(strip, 1, 1), plan};
    }
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
