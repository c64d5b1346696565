#include "core/barcode/symbolguess.h"

#include <algorithm>
#include <cmath>

namespace checkpoint {

namespace {

constexpr double patternModules = 7;
constexpr int smallestSymbol = 21;
constexpr int largestSymbol = 97; // version 20; larger ones are not held before a camera
constexpr size_t mostPatterns = 10;
/// Fewer cells, across and down together, prove nothing.
constexpr int leastCells = 180;
/// Beside a blinded part, which takes a good share of the place, there are fewer.
constexpr int leastCellsInGlare = 70;
constexpr double leastBlank = 0.25;
/// Neighbours of which one is dark and one light. Masking brings data close to a half.
constexpr double leastChanges = 0.36;
constexpr double mostChanges = 0.64;
/// Cells that are of one colour from one side to the other: that their pitch is that of the patterns.
constexpr double leastWhole = 0.8;
/// Only a pattern so large, by the picture's height, may be all that is seen of a symbol.
constexpr double leastLonePattern = 0.12;

double dot(QPointF a, QPointF b)
{
    return QPointF::dotProduct(a, b);
}

double cross(QPointF a, QPointF b)
{
    return a.x() * b.y() - a.y() * b.x();
}

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

/// The steps from one module to the next, along the pattern's two sides; pixels.
struct Axes
{
    QPointF right;
    QPointF down;
};

Axes axesOf(const FinderPattern &pattern)
{
    const auto &c = pattern.corners;
    return {((c[1] - c[0]) + (c[2] - c[3])) / (2 * patternModules),
            ((c[2] - c[1]) + (c[3] - c[0])) / (2 * patternModules)};
}

/// Both patterns' axes, the second's turned by quarters to be like the first's.
Axes meanAxes(const FinderPattern &a, const FinderPattern &b)
{
    const Axes first = axesOf(a);
    const Axes second = axesOf(b);
    const auto nearest = [&second](QPointF to) {
        QPointF best = second.right;
        for (const QPointF &axis : {-second.right, second.down, -second.down}) {
            if (dot(axis, to) > dot(best, to))
                best = axis;
        }
        return best;
    };
    return {(first.right + nearest(first.right)) / 2, (first.down + nearest(first.down)) / 2};
}

SymbolPlane planeFrom(QPointF firstCentre, QPointF right, QPointF down, int modules)
{
    const QPointF corner = firstCentre - (right + down) * (patternModules / 2);
    return {QTransform(right.x(), right.y(), down.x(), down.y(), corner.x(), corner.y()), modules, 0};
}

/// -1 outside the picture, 0 dark, 1 light.
int colourAt(const LuminanceView &binary, QPointF at)
{
    const int x = int(std::floor(at.x()));
    const int y = int(std::floor(at.y()));
    if (x < 0 || y < 0 || x >= binary.width || y >= binary.height)
        return -1;
    return binary.data[qsizetype(y) * binary.rowStride + x] == 0 ? 0 : 1;
}

/// Whether the part of the plane that holds data looks like it. A white patch of glare does not count.
bool holdsData(const SymbolPlane &plane, const LuminanceView &binary)
{
    constexpr double inner = 0.28; // of a module from its centre
    constexpr int corner = 8;      // modules that a finder pattern takes with what parts it from data
    constexpr int brightRun = 6;   // data hold no longer one, or hardly ever
    int inside = 0;
    int cells = 0;
    int whole = 0;
    int pairs = 0;
    int changes = 0;
    const QTransform &t = plane.toPicture;
    for (const bool across : {true, false}) {
        for (int line = 0; line < plane.modules; ++line) {
            const bool beside = line < corner || line >= plane.modules - corner;
            int last = -1;
            int run = 0;
            for (int i = beside ? corner : 0; i < plane.modules - (beside ? corner : 0); ++i) {
                const QPointF cell = across ? QPointF(i + 0.5, line + 0.5) : QPointF(line + 0.5, i + 0.5);
                const int colour = colourAt(binary, t.map(cell));
                run = colour == 1 ? run + 1 : 0;
                inside += colour >= 0;
                if (colour >= 0 && run <= brightRun) {
                    const QPointF step = across ? QPointF(inner, 0) : QPointF(0, inner);
                    ++cells;
                    whole += colourAt(binary, t.map(cell - step)) == colour &&
                             colourAt(binary, t.map(cell + step)) == colour;
                    if (last >= 0) {
                        ++pairs;
                        changes += last != colour;
                    }
                }
                last = run <= brightRun ? colour : -1;
            }
        }
    }
    const bool blinded = inside - cells >= leastBlank * inside;
    return cells >= (blinded ? leastCellsInGlare : leastCells) && whole >= leastWhole * cells &&
           changes >= leastChanges * pairs && changes <= mostChanges * pairs;
}

std::optional<int> symbolSide(double modulesBetween)
{
    const int side = int(std::lround((modulesBetween + patternModules - 17) / 4)) * 4 + 17;
    const double tolerance = 1.5 + 0.06 * modulesBetween;
    if (side < smallestSymbol || side > largestSymbol ||
        std::abs(side - patternModules - modulesBetween) > tolerance)
        return std::nullopt;
    return side;
}

std::optional<SymbolPlane> planeOfPair(const FinderPattern &a, const FinderPattern &b,
                                       const LuminanceView &binary)
{
    if (std::max(a.side, b.side) > 1.5 * std::min(a.side, b.side))
        return std::nullopt;
    Axes axes = meanAxes(a, b);
    const double area = cross(axes.right, axes.down);
    if (std::abs(area) < 0.3 * length(axes.right) * length(axes.down))
        return std::nullopt;
    const QPointF between = b.centre - a.centre;
    double p = cross(between, axes.down) / area; // in modules along each axis
    double q = cross(axes.right, between) / area;
    if (std::abs(p) < std::abs(q)) {
        std::swap(p, q);
        std::swap(axes.right, axes.down);
    }
    if (p < 0)
        axes.right = -axes.right;
    if (q < 0)
        axes.down = -axes.down;
    p = std::abs(p);
    q = std::abs(q);
    const auto side = symbolSide(p);
    if (!side)
        return std::nullopt;
    const double steps = *side - patternModules;
    if (q > 0.8 * p) { // opposite corners
        const double stretch = p / steps;
        const SymbolPlane plane = planeFrom(a.centre, axes.right * stretch, axes.down * (q / steps), *side);
        return holdsData(plane, binary) ? std::optional(plane) : std::nullopt;
    }
    if (q > 0.12 * p)
        return std::nullopt;
    const QPointF right = between / steps;
    for (const QPointF &down : {axes.down, -axes.down}) {
        const SymbolPlane plane = planeFrom(a.centre, right, down, *side);
        if (holdsData(plane, binary))
            return plane;
    }
    return std::nullopt;
}

/// A pattern so large that the rest of its symbol is out of view.
std::optional<SymbolPlane> planeOfOne(const FinderPattern &pattern, const LuminanceView &binary)
{
    if (pattern.side < leastLonePattern * binary.height)
        return std::nullopt;
    const Axes axes = axesOf(pattern);
    const int side =
        std::clamp(int(std::max(binary.width, binary.height) * patternModules / pattern.side), 25, 61);
    for (const double right : {1, -1}) {
        for (const double down : {1, -1}) {
            const SymbolPlane plane = planeFrom(pattern.centre, axes.right * right, axes.down * down, side);
            if (holdsData(plane, binary))
                return plane;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<SymbolPlane> guessedPlane(const std::vector<FinderPattern> &patterns,
                                        const LuminanceView &binary)
{
    const size_t count = std::min(patterns.size(), mostPatterns);
    for (size_t i = 0; i < count; ++i) {
        for (size_t k = i + 1; k < count; ++k) {
            if (const auto plane = planeOfPair(patterns[i], patterns[k], binary))
                return plane;
        }
    }
    for (size_t i = 0; i < count; ++i) {
        if (const auto plane = planeOfOne(patterns[i], binary))
            return plane;
    }
    return std::nullopt;
}

} // namespace checkpoint
