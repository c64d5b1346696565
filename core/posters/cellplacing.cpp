#include "core/posters/cellcomposer_p.h"
#include "core/posters/stepdrawings.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr PosterStep stepsInOrder[] = {PosterStep::OpenApp, PosterStep::ScanCode, PosterStep::Confirm};

/// The parts joined by dots, as many on a line as fit.
QStringList joinedParts(const QStringList &parts, double widthInEms)
{
    QStringList lines;
    for (const QString &part : parts) {
        const QString longer = lines.isEmpty() ? part : QString(lines.last() + u" · "_s + part);
        if (!lines.isEmpty() && textWidth(longer, false) <= widthInEms)
            lines.last() = longer;
        else
            lines.append(part);
    }
    return lines;
}

} // namespace

double CellComposer::Footer::height() const
{
    double sum = 0;
    for (const TextBlock &line : details)
        sum += line.height();
    sum = inOneRow ? std::max(sum, hotline.height()) : sum + hotline.height();
    return sum + hotline.text.size * 0.8; // the line above it
}

CellComposer::Footer CellComposer::fitFooter(double width) const
{
    const double hotlineSize = std::max(5.2 * m_unit, 2.4);
    const double detailSize = std::max(3.5 * m_unit, 2.0);
    QStringList names;
    Footer footer;
    double detailsWidth = 0;
    for (const PosterWords *words : m_words) {
        names.append(words->hotline);
        QStringList parts{words->issuedOn + u' ' + m_content.issuedOn.toString(u"dd/MM/yyyy"_s)};
        if (!m_content.serial.isEmpty())
            parts.append(words->serial + u' ' + m_content.serial);
        parts.append(words->version + u' ' + QString::number(m_content.version));
        const FittedText lines{joinedParts(parts, width / detailSize), detailSize};
        footer.details.push_back({lines, false, Ink::Black, 0});
        detailsWidth = std::max(detailsWidth, footer.details.back().width());
    }
    const QString hotline = names.join(u" · "_s) + u' ' + QString::fromUtf16(hotlineNumber);
    footer.hotline = fittedWord(hotline, true, Ink::Black, hotlineSize, width, 1);
    footer.inOneRow = footer.hotline.width() + detailsWidth + 3 * gap() <= width;
    return footer;
}

void CellComposer::placeFooter(const Footer &footer, const QRectF &area, TextSide side)
{
    const double height = footer.height();
    const double ruleTop = area.bottom() - height;
    QPainterPath rule(QPointF(area.left(), ruleTop));
    rule.lineTo(area.right(), ruleTop);
    m_sheet.shapes.push_back({rule, std::nullopt, Ink::Accent, std::max(0.6 * m_unit, 0.3), false});
    const double textTop = ruleTop + footer.hotline.text.size * 0.8;
    const QRectF below(area.left(), textTop, area.width(), area.bottom() - textTop);
    if (footer.inOneRow) {
        placeBlock(m_sheet, footer.hotline,
                   below.adjusted(0, (below.height() - footer.hotline.height()) / 2, 0, 0), TextSide::Left);
        double detailsHeight = 0;
        for (const TextBlock &line : footer.details)
            detailsHeight += line.height();
        placeCaptions(footer.details, below.adjusted(0, (below.height() - detailsHeight) / 2, 0, 0),
                      TextSide::Right);
    } else {
        placeBlock(m_sheet, footer.hotline, below, side);
        placeCaptions(footer.details, below.adjusted(0, footer.hotline.height(), 0, 0), side);
    }
}

void CellComposer::placeHeader(const Header &header, const QRectF &area, TextSide side, double gap)
{
    double top = area.top();
    for (const TextBlock &line : header.headline) {
        const QRectF room(area.left(), top, area.width(), line.height());
        placeBlock(m_sheet, line, room, side);
        if (side == TextSide::Centre && &line == &header.headline.front()) {
            const double icon = line.text.size * 1.05;
            const double y = room.center().y() - icon / 2;
            const double half = line.width() / 2 + line.text.size * 0.55;
            drawDoor(m_sheet, DoorWay::In, {room.center().x() - half - icon, y}, icon);
            drawDoor(m_sheet, DoorWay::Out, {room.center().x() + half, y}, icon);
        }
        top += line.height();
    }
    top += gap;
    placeBlock(m_sheet, header.name, {area.left(), top, area.width(), header.name.height()}, side);
    top += header.name.height();
    if (header.location) {
        const TextBlock &location = *header.location;
        top += gap / 2;
        const QRectF room(area.left(), top, area.width(), location.height());
        placeBlock(m_sheet, location, room, side);
        const double pin = location.text.size;
        drawPin(m_sheet,
                {leftOfFirstLine(location, room, side) - location.indent - pin * 0.12,
                 room.top() + location.text.size * lineHeight / 2 - pin / 2},
                pin);
    }
}

void CellComposer::placeCaptions(const std::vector<TextBlock> &captions, const QRectF &area, TextSide side)
{
    double top = area.top();
    for (const TextBlock &caption : captions) {
        placeBlock(m_sheet, caption, {area.left(), top, area.width(), caption.height()}, side);
        top += caption.height();
    }
}

void CellComposer::placeBadge(int number, QPointF centre, double radius)
{
    QPainterPath disc;
    disc.addEllipse(centre, radius, radius);
    m_sheet.shapes.push_back({disc, Ink::Accent, std::nullopt, 0, false});
    const TextBlock digit{{{QString::number(number)}, radius * 1.35}, true, Ink::White, 0};
    placeBlock(m_sheet, digit, {centre.x() - radius, centre.y() - digit.height() / 2, 2 * radius, 0},
               TextSide::Centre);
}

void CellComposer::placeSteps(const Steps &steps, const QRectF &area)
{
    m_plan.stepsInARow ? placeStepsInARow(steps, area) : placeStepsBelow(steps, area);
}

void CellComposer::placeStepsInARow(const Steps &steps, const QRectF &area)
{
    const double width = (area.width() - 2 * gap()) / 3;
    for (int i = 0; i < 3; ++i) {
        const QRectF column(area.left() + i * (width + gap()), area.top(), width, area.height());
        const double left = column.center().x() - steps.icon / 2;
        placeBadge(i + 1, {left - steps.icon * 0.02, column.top() + steps.icon * 0.2}, steps.icon * 0.155);
        drawStep(m_sheet, stepsInOrder[i], {left, column.top()}, steps.icon);
        placeCaptions(steps.captions[size_t(i)], column.adjusted(0, steps.icon + gap() / 2, 0, 0),
                      TextSide::Centre);
    }
}

void CellComposer::placeStepsBelow(const Steps &steps, const QRectF &area)
{
    const double height = std::max(steps.icon, steps.captionHeight);
    const double pitch = (area.height() - height) / 2;
    for (int i = 0; i < 3; ++i) {
        const QRectF row(area.left(), area.top() + i * pitch, area.width(), height);
        const double badge = steps.icon * 0.155;
        drawStep(m_sheet, stepsInOrder[i], {row.left() + badge * 0.6, row.center().y() - steps.icon / 2},
                 steps.icon);
        placeBadge(i + 1, {row.left() + badge, row.center().y() - steps.icon / 2 + badge * 1.3}, badge);
        double captionHeight = 0;
        for (const TextBlock &caption : steps.captions[size_t(i)])
            captionHeight += caption.height();
        placeCaptions(steps.captions[size_t(i)],
                      row.adjusted(steps.icon + 2 * gap(), (height - captionHeight) / 2, 0, 0),
                      TextSide::Left);
    }
}

void CellComposer::placeStepTower(const Steps &steps, const QRectF &area)
{
    const double height = steps.icon + gap() / 3 + steps.captionHeight;
    const double pitch = (area.height() - height) / 2;
    for (int i = 0; i < 3; ++i) {
        const QRectF part(area.left(), area.top() + i * pitch, area.width(), height);
        const double left = part.center().x() - steps.icon / 2;
        drawStep(m_sheet, stepsInOrder[i], {left, part.top()}, steps.icon);
        placeBadge(i + 1, {left, part.top() + steps.icon * 0.2}, steps.icon * 0.17);
        placeCaptions(steps.captions[size_t(i)], part.adjusted(0, steps.icon + gap() / 3, 0, 0),
                      TextSide::Centre);
    }
}

void CellComposer::placeSymbol(QPointF topLeft, double side)
{
    m_sheet.symbols.push_back(
        {m_modules, QRectF(topLeft, QSizeF(side, side)), m_content.codeText, m_cell, m_plan.leastSymbol});
}

} // namespace checkpoint
