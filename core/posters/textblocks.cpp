#include "core/posters/textblocks_p.h"

#include <algorithm>

namespace checkpoint {

namespace {

/// From the top of a line to its baseline, in ems: the middle of the capitals is the middle of the line.
constexpr double baselineOffset = lineHeight / 2 + 0.357;

double leftOf(double width, const TextBlock &block, const QRectF &area, TextSide side)
{
    switch (side) {
    case TextSide::Left:
        return area.left() + block.indent;
    case TextSide::Centre:
        return area.center().x() - (width + block.indent) / 2 + block.indent;
    case TextSide::Right:
        return area.right() - width;
    }
    Q_UNREACHABLE();
}

} // namespace

double TextBlock::width() const
{
    double widest = 0;
    for (const QString &line : text.lines)
        widest = std::max(widest, textWidth(line, bold) * text.size);
    return widest + indent;
}

void placeBlock(Sheet &sheet, const TextBlock &block, const QRectF &area, TextSide side)
{
    double top = area.top();
    for (const QString &line : block.text.lines) {
        const double width = textWidth(line, block.bold) * block.text.size;
        const QPointF baseline(leftOf(width, block, area, side), top + baselineOffset * block.text.size);
        sheet.texts.push_back({line, baseline, block.text.size, width, block.bold, block.ink});
        top += block.text.size * lineHeight;
    }
}

double leftOfFirstLine(const TextBlock &block, const QRectF &area, TextSide side)
{
    if (block.text.lines.isEmpty())
        return area.left();
    return leftOf(textWidth(block.text.lines.first(), block.bold) * block.text.size, block, area, side);
}

} // namespace checkpoint
