#include "core/posters/postercomposer.h"

#include "core/posters/cellcomposer_p.h"
#include "core/posters/stepdrawings.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Where a sheet of several posters is cut.
void drawCuts(Sheet &sheet, const SheetPlan &plan)
{
    for (const QRectF &cell : plan.cells) {
        if (cell.left() > 0 && cell.top() == 0)
            drawCut(sheet, {cell.left(), 0}, {cell.left(), plan.size.height()});
        if (cell.top() > 0 && cell.left() == 0)
            drawCut(sheet, {0, cell.top()}, {plan.size.width(), cell.top()});
    }
}

int placesOf(PosterLayout layout)
{
    return int(sheetPlan(layout, PosterOrientation::Portrait).cells.size());
}

} // namespace

Result<Sheet> composePosterSheet(const QList<PosterContent> &contents, const PosterOptions &options)
{
    const SheetPlan plan = sheetPlan(options.layout, options.orientation);
    if (contents.isEmpty() || contents.size() > qsizetype(plan.cells.size()))
        return Error{ErrorCode::WrongUse,
                     u"a sheet of this layout takes 1 to %1 posters, not %2"_s.arg(plan.cells.size())
                         .arg(contents.size())};
    Sheet sheet;
    sheet.size = plan.size;
    drawCuts(sheet, plan);
    for (size_t place = 0; place < plan.cells.size(); ++place) {
        if (contents.size() > 1 && place >= size_t(contents.size()))
            break;
        const Result<PosterContent> content =
            checkedPosterContent(contents.size() == 1 ? contents.first() : contents[qsizetype(place)]);
        if (!content)
            return content.error();
        CellComposer composer(sheet, *content, options.languages, plan.cell, plan.cells[place]);
        if (const Result<void> composed = composer.compose(); !composed)
            return composed.error();
    }
    return sheet;
}

int posterSheetCount(int posters, PosterLayout layout)
{
    const int places = placesOf(layout);
    return (posters + places - 1) / places;
}

QList<PosterContent> postersOfSheet(const QList<PosterContent> &contents, int sheet, PosterLayout layout)
{
    const int places = placesOf(layout);
    return contents.mid(qsizetype(sheet) * places, places);
}

} // namespace checkpoint
