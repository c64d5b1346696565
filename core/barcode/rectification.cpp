#include "core/barcode/rectification.h"

#include "core/barcode/linearsystem_p.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace checkpoint {

namespace {

constexpr int smallestSymbol = 21;
constexpr int largestSymbol = 177;
constexpr double patternModules = 7;
constexpr double leastTiming = 0.7;
/// A picture full of patterns has thousands of triples; it must not hold up the ones after it.
constexpr int mostTriples = 300;

QPointF mapped(const QTransform &transform, double x, double y)
{
    return transform.map(QPointF(x, y));
}

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

double cross(QPointF a, QPointF b)
{
    return a.x() * b.y() - a.y() * b.x();
}

/// Modules from the centre of one pattern to that of the other. Along a line a homography scales by
/// det / (c x + d)², so the distance in modules is that in pixels by the geometric mean of both scales.
double modulesBetween(const FinderPattern &a, const FinderPattern &b)
{
    const QPointF between = b.centre - a.centre;
    return length(between) * patternModules / std::sqrt(a.extent(between) * b.extent(between));
}

/// Three patterns as they lie in an upright symbol.
struct Triple
{
    const FinderPattern *topLeft;
    const FinderPattern *topRight;
    const FinderPattern *bottomLeft;
    double modules; ///< estimate of the symbol's side
};

/// The pattern's corners, from that nearest to the symbol's top left on, clockwise.
std::optional<std::array<QPointF, 4>> orderedCorners(const FinderPattern &pattern, QPointF right,
                                                     QPointF down)
{
    const double area = cross(right, down);
    std::array<std::optional<QPointF>, 4> ordered;
    QPointF middle;
    for (const QPointF &corner : pattern.corners)
        middle += corner / 4;
    for (const QPointF &corner : pattern.corners) {
        const QPointF offset = corner - middle;
        const bool isRight = cross(offset, down) / area > 0;
        const bool isLow = cross(right, offset) / area > 0;
        auto &place = ordered[isLow ? (isRight ? 2 : 3) : (isRight ? 1 : 0)];
        if (place)
            return std::nullopt;
        place = corner;
    }
    return std::array<QPointF, 4>{*ordered[0], *ordered[1], *ordered[2], *ordered[3]};
}

/// `points` is for its own use.
std::optional<QTransform> planeOf(const Triple &triple, int modules, std::vector<PlanePoint> &points)
{
    const QPointF right = triple.topRight->centre - triple.topLeft->centre;
    const QPointF down = triple.bottomLeft->centre - triple.topLeft->centre;
    const double far = modules - patternModules;
    const std::array<std::pair<const FinderPattern *, QPointF>, 3> placed{
        {{triple.topLeft, {0, 0}}, {triple.topRight, {far, 0}}, {triple.bottomLeft, {0, far}}}};
    points.clear();
    for (const auto &[pattern, origin] : placed) {
        const auto corners = orderedCorners(*pattern, right, down);
        if (!corners)
            return std::nullopt;
        for (size_t i = 0; i < 4; ++i) {
            const QPointF corner(i == 1 || i == 2 ? patternModules : 0, i >= 2 ? patternModules : 0);
            points.push_back({origin + corner, (*corners)[i], 1});
        }
    }
    return homography(points);
}

/// Modules along both timing patterns that have the colour they should have.
double timingOf(const QTransform &toPicture, int modules, const LuminanceView &binary)
{
    int right = 0;
    int seen = 0;
    for (int i = 8; i < modules - 8; ++i) {
        for (const bool across : {true, false}) {
            const QPointF at = across ? mapped(toPicture, i + 0.5, 6.5) : mapped(toPicture, 6.5, i + 0.5);
            const int x = int(std::floor(at.x()));
            const int y = int(std::floor(at.y()));
            ++seen;
            if (x >= 0 && y >= 0 && x < binary.width && y < binary.height)
                right += (binary.data[qsizetype(y) * binary.rowStride + x] == 0) == (i % 2 == 0);
        }
    }
    return seen ? double(right) / seen : 0;
}

std::optional<Triple> tripleOf(const FinderPattern &corner, const FinderPattern &a, const FinderPattern &b)
{
    const QPointF toA = a.centre - corner.centre;
    const QPointF toB = b.centre - corner.centre;
    const double sine = cross(toA, toB) / (length(toA) * length(toB));
    if (std::abs(sine) < 0.4)
        return std::nullopt;
    const double alongA = modulesBetween(corner, a);
    const double alongB = modulesBetween(corner, b);
    if (std::max(alongA, alongB) > 1.35 * std::min(alongA, alongB))
        return std::nullopt;
    const double modules = (alongA + alongB) / 2 + patternModules;
    if (modules < smallestSymbol - 4 || modules > largestSymbol + 12)
        return std::nullopt;
    // In pixels y points down: from the right-hand arm to the lower one it turns clockwise.
    return sine > 0 ? Triple{&corner, &a, &b, modules} : Triple{&corner, &b, &a, modules};
}

std::optional<SymbolPlane> bestPlane(const Triple &triple, const LuminanceView &binary,
                                     std::vector<PlanePoint> &points)
{
    std::optional<SymbolPlane> best;
    const int nearest = int(std::lround((triple.modules - 17) / 4)) * 4 + 17;
    const int spread =
        nearest > 60 ? 2 : 1; // an error of some per cent is several versions of a large symbol
    for (int step = -spread; step <= spread; ++step) {
        const int modules = nearest + 4 * step;
        if (modules < smallestSymbol || modules > largestSymbol)
            continue;
        const auto toPicture = planeOf(triple, modules, points);
        if (!toPicture)
            continue;
        const double timing = timingOf(*toPicture, modules, binary);
        if (timing >= leastTiming && (!best || timing > best->timing))
            best = SymbolPlane{*toPicture, modules, timing};
    }
    return best;
}

} // namespace

std::optional<QTransform> homography(const std::vector<PlanePoint> &points)
{
    QPointF origin; // near 0 and of order 1 the equations are well conditioned
    for (const PlanePoint &point : points)
        origin += point.pixel / double(points.size());
    double scale = 1e-9;
    double modules = 1e-9;
    for (const PlanePoint &point : points) {
        scale = std::max(scale, length(point.pixel - origin));
        modules = std::max({modules, point.module.x(), point.module.y()});
    }
    LinearSystem<8> system{};
    const auto add = [&system](const std::array<double, 9> &equation, double weight) {
        for (size_t row = 0; row < 8; ++row) {
            for (size_t column = 0; column < 9; ++column)
                system[row][column] += weight * equation[row] * equation[column];
        }
    };
    for (const PlanePoint &point : points) { // eight unknowns, the ninth is 1
        const double x = point.module.x() / modules;
        const double y = point.module.y() / modules;
        const QPointF pixel = (point.pixel - origin) / scale;
        add({x, y, 1, 0, 0, 0, -x * pixel.x(), -y * pixel.x(), pixel.x()}, point.weight);
        add({0, 0, 0, x, y, 1, -x * pixel.y(), -y * pixel.y(), pixel.y()}, point.weight);
    }
    const auto h = solved(system);
    if (!h)
        return std::nullopt;
    const auto &v = *h;
    const QTransform normalised(v[0], v[3], v[6], v[1], v[4], v[7], v[2], v[5], 1);
    return QTransform::fromScale(1 / modules, 1 / modules) * normalised *
           QTransform::fromScale(scale, scale) * QTransform::fromTranslate(origin.x(), origin.y());
}

void findSymbolPlanes(const std::vector<FinderPattern> &patterns, const LuminanceView &binary,
                      std::vector<SymbolPlane> &planes)
{
    planes.clear();
    thread_local std::vector<PlanePoint> points; // twelve, allocated once
    int triples = 0;
    for (const FinderPattern &corner : patterns) {
        for (size_t i = 0; i < patterns.size(); ++i) {
            for (size_t k = i + 1; k < patterns.size(); ++k) {
                if (&patterns[i] == &corner || &patterns[k] == &corner)
                    continue;
                const auto triple = tripleOf(corner, patterns[i], patterns[k]);
                if (triple && ++triples > mostTriples)
                    break;
                const auto plane = triple ? bestPlane(*triple, binary, points) : std::nullopt;
                if (plane)
                    planes.push_back(*plane);
            }
        }
    }
    std::ranges::sort(planes, std::ranges::greater(), &SymbolPlane::timing);
}

} // namespace checkpoint
