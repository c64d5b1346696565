#include "core/posters/stepdrawings.h"

#include <QTransform>

namespace checkpoint {

namespace {

/// The drawings are thought of on a grid of 48 by 48.
constexpr double gridSide = 48;
constexpr double lineOfDrawing = 2.4;

/// A place on the sheet where one drawing is made.
class Drawing
{
public:
    Drawing(Sheet &sheet, QPointF topLeft, double side)
        : m_sheet(sheet)
        , m_scale(side / gridSide)
        , m_toSheet(m_scale, 0, 0, m_scale, topLeft.x(), topLeft.y())
    {
    }

    void line(const QPainterPath &path, Ink ink, double width = lineOfDrawing)
    {
        m_sheet.shapes.push_back({m_toSheet.map(path), std::nullopt, ink, width * m_scale, false});
    }
    void area(const QPainterPath &path, Ink ink)
    {
        m_sheet.shapes.push_back({m_toSheet.map(path), ink, std::nullopt, 0, false});
    }

private:
    Sheet &m_sheet;
    double m_scale;
    QTransform m_toSheet;
};

QPainterPath roundedRect(double left, double top, double width, double height, double radius)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(left, top, width, height), radius, radius);
    return path;
}

QPainterPath polyline(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    bool first = true;
    for (const QPointF point : points) {
        first ? path.moveTo(point) : path.lineTo(point);
        first = false;
    }
    return path;
}

QPainterPath circle(double x, double y, double radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(x, y), radius, radius);
    return path;
}

void drawPhone(Drawing &drawing)
{
    drawing.line(roundedRect(11, 2, 26, 44, 4.5), Ink::Black);
    drawing.line(polyline({{21, 41.5}, {27, 41.5}}), Ink::Black, 2);
}

/// The start screen, one of its apps touched by a finger.
void drawOpenApp(Drawing &drawing)
{
    drawing.area(roundedRect(15.5, 8, 7, 7, 1.8), Ink::Black);
    drawing.area(roundedRect(25.5, 8, 7, 7, 1.8), Ink::Black);
    drawing.area(roundedRect(15.5, 18, 7, 7, 1.8), Ink::Black);
    drawing.area(roundedRect(25.5, 18, 7, 7, 1.8), Ink::Accent);
    // A hand from below: the finger, the knuckles, the wrist.
    QPainterPath hand;
    hand.moveTo(27.6, 24.6);
    hand.cubicTo(27.6, 21, 33, 21, 33, 24.6);
    hand.lineTo(33, 31);
    hand.lineTo(40, 32.6);
    hand.cubicTo(42.6, 33.2, 43.8, 35, 43.4, 37.4);
    hand.lineTo(41.8, 46.4);
    hand.lineTo(29.4, 46.4);
    hand.lineTo(23.2, 37.4);
    hand.cubicTo(21.6, 34.8, 24.8, 32.4, 27, 34.6);
    hand.lineTo(27.6, 35.2);
    hand.closeSubpath();
    drawing.area(hand, Ink::White);
    drawing.line(hand, Ink::Black);
}

/// The view of the camera: four corners around a code, and the line that reads it.
void drawScanCode(Drawing &drawing)
{
    drawing.line(polyline({{16, 17}, {16, 13}, {20, 13}}), Ink::Black, 2.2);
    drawing.line(polyline({{28, 13}, {32, 13}, {32, 17}}), Ink::Black, 2.2);
    drawing.line(polyline({{16, 28}, {16, 32}, {20, 32}}), Ink::Black, 2.2);
    drawing.line(polyline({{28, 32}, {32, 32}, {32, 28}}), Ink::Black, 2.2);
    constexpr QPointF modules[] = {{19.5, 16.5}, {25.5, 16.5}, {22.5, 18.5}, {27, 25.5},
                                   {19.5, 25.5}, {23, 27},     {27, 18.5}};
    for (const QPointF module : modules)
        drawing.area(roundedRect(module.x(), module.y(), 2.6, 2.6, 0.3), Ink::Black);
    drawing.line(polyline({{5.5, 22.8}, {42.5, 22.8}}), Ink::Accent, 2.6);
}

/// A tick, and the two answers below it.
void drawConfirm(Drawing &drawing)
{
    drawing.area(circle(24, 16, 8), Ink::Accent);
    drawing.line(polyline({{20, 16.4}, {22.8, 19.2}, {28.2, 13}}), Ink::White, 2.4);
    // In: an arrow to the right; out: one to the left.
    drawing.line(polyline({{17.5, 29}, {30, 29}}), Ink::Black, 2.2);
    drawing.line(polyline({{27, 26.2}, {30.2, 29}, {27, 31.8}}), Ink::Black, 2.2);
    drawing.line(polyline({{18, 35.5}, {30.5, 35.5}}), Ink::Black, 2.2);
    drawing.line(polyline({{21, 32.7}, {17.8, 35.5}, {21, 38.3}}), Ink::Black, 2.2);
}

} // namespace

void drawStep(Sheet &sheet, PosterStep step, QPointF topLeft, double side)
{
    Drawing drawing(sheet, topLeft, side);
    drawPhone(drawing);
    switch (step) {
    case PosterStep::OpenApp:
        drawOpenApp(drawing);
        return;
    case PosterStep::ScanCode:
        drawScanCode(drawing);
        return;
    case PosterStep::Confirm:
        drawConfirm(drawing);
        return;
    }
}

void drawPin(Sheet &sheet, QPointF topLeft, double height)
{
    Drawing drawing(sheet, topLeft, height);
    QPainterPath pin;
    pin.moveTo(24, 46);
    pin.cubicTo(14, 33, 8, 26, 8, 18);
    pin.cubicTo(8, 9, 15, 2, 24, 2);
    pin.cubicTo(33, 2, 40, 9, 40, 18);
    pin.cubicTo(40, 26, 34, 33, 24, 46);
    pin.closeSubpath();
    drawing.area(pin, Ink::Accent);
    drawing.area(circle(24, 18, 6.5), Ink::White);
}

void drawDoor(Sheet &sheet, DoorWay way, QPointF topLeft, double side)
{
    Drawing drawing(sheet, topLeft, side);
    const double width = 4.6;
    if (way == DoorWay::In) {
        drawing.line(polyline({{26, 5}, {43, 5}, {43, 43}, {26, 43}}), Ink::Accent, width);
        drawing.line(polyline({{4, 24}, {29, 24}}), Ink::Accent, width);
        drawing.line(polyline({{20, 14}, {30, 24}, {20, 34}}), Ink::Accent, width);
    } else {
        drawing.line(polyline({{22, 5}, {5, 5}, {5, 43}, {22, 43}}), Ink::Accent, width);
        drawing.line(polyline({{18, 24}, {43, 24}}), Ink::Accent, width);
        drawing.line(polyline({{34, 14}, {44, 24}, {34, 34}}), Ink::Accent, width);
    }
}

void drawCut(Sheet &sheet, QPointF from, QPointF to)
{
    sheet.shapes.push_back({polyline({from, to}), std::nullopt, Ink::Faint, 0.2, true});
}

} // namespace checkpoint
