#pragma once

#include "core/base/result.h"
#include "core/posters/postercontent.h"
#include "core/posters/posterlayout.h"
#include "core/posters/posterwords.h"
#include "core/posters/sheet.h"
#include "core/posters/textblocks_p.h"

#include <QList>
#include <QRectF>

#include <functional>
#include <optional>
#include <vector>

namespace checkpoint {

/// Composes one poster into its cell of a sheet. Used once, by composePosterSheet().
class CellComposer
{
public:
    CellComposer(Sheet &sheet, const PosterContent &content, PosterLanguages languages, const CellPlan &plan,
                 const QRectF &cell);

    /// DoesNotFit, or the errors of encodeQr().
    Result<void> compose();

private:
    /// Headline, name and location, fitted.
    struct Header
    {
        std::vector<TextBlock> headline;
        TextBlock name;
        std::optional<TextBlock> location;

        double height(double gap) const;
    };
    /// The three steps, fitted: for each the captions in the languages wanted.
    struct Steps
    {
        std::vector<std::vector<TextBlock>> captions;
        double captionHeight = 0; ///< of the highest
        double icon = 0;
    };
    struct Footer
    {
        TextBlock hotline;
        std::vector<TextBlock> details;
        bool inOneRow = false; ///< the hotline at the left, the details at the right

        double height() const;
    };

    Result<void> composeColumn();
    Result<void> composeBeside();
    Result<void> composeSquare();

    /// Tries what `fits` from the most pleasant on: first the symbol shrinks, then the fixed wording and the
    /// drawings, then the name. True once it did.
    bool findFit(const std::function<bool(double side, double leastName)> &fits);
    bool fitHeader(Header &header, double width, double height, double leastName) const;
    Steps fitSteps(double captionWidth, double icon) const;
    Footer fitFooter(double width) const;
    TextBlock fittedWord(const QString &text, bool bold, Ink ink, double size, double width, int lines) const;

    void placeHeader(const Header &header, const QRectF &area, TextSide side, double gap);
    double stepsHeight(const Steps &steps) const;
    void placeSteps(const Steps &steps, const QRectF &area);
    void placeStepsInARow(const Steps &steps, const QRectF &area);
    void placeStepsBelow(const Steps &steps, const QRectF &area);
    void placeStepTower(const Steps &steps, const QRectF &area);
    void placeCaptions(const std::vector<TextBlock> &captions, const QRectF &area, TextSide side);
    void placeBadge(int number, QPointF centre, double radius);
    void placeFooter(const Footer &footer, const QRectF &area, TextSide side);
    void placeSymbol(QPointF topLeft, double side);

    double quietZone(double side) const { return quietZoneModules * side / m_modules.size(); }
    double gap() const { return 3 * m_unit; }
    Error doesNotFit() const;

    Sheet &m_sheet;
    const PosterContent &m_content;
    const CellPlan &m_plan;
    const QRectF m_cell;
    const QRectF m_area; ///< the cell without its margin
    QList<const PosterWords *> m_words;
    ModuleGrid m_modules;
    double m_unit; ///< the plan's, or less where names need the room
};

} // namespace checkpoint
