#include "core/barcode/finderpatterns.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <optional>

namespace checkpoint {

namespace {

constexpr int rowStep = 2;
constexpr int estimateStep = 16;
constexpr double grain = 1.7; // pixels a module; noise makes smaller ones
constexpr int rays = 72;
constexpr double longestRay = 8; // modules; the outer corner of an upright pattern lies at 4.95

bool isDark(const LuminanceView &binary, int x, int y)
{
    return binary.data[qsizetype(y) * binary.rowStride + x] == 0;
}

/// Whether nine pixels in a row are the same; only 0 and 255 occur.
bool isEven(const uchar *pixels)
{
    quint64 first;
    quint64 next;
    std::memcpy(&first, pixels, sizeof first);
    std::memcpy(&next, pixels + 1, sizeof next);
    return first == next;
}

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

/// Whether five runs have the proportions of a line through the middle; the module's length if so.
std::optional<double> moduleOf(const std::array<double, 5> &runs)
{
    const double module = (runs[0] + runs[1] + runs[2] + runs[3] + runs[4]) / 7;
    const double slack = 0.5 * module + 0.7; // blur and thresholds shift edges by parts of a pixel
    for (const size_t i : {0, 1, 3, 4}) {
        if (std::abs(runs[i] - module) > slack)
            return std::nullopt;
    }
    if (std::abs(runs[2] - 3 * module) > 1.5 * slack || runs[2] < runs[1] || runs[2] < runs[3])
        return std::nullopt;
    return module;
}

/// Along the column through (x, y): the middle of the pattern and its module.
std::optional<std::array<double, 2>> columnThrough(const LuminanceView &binary, int x, int y, double module)
{
    const int reach = int(12 * module) + 4;
    std::array<double, 5> runs{};
    int up = y;
    int down = y;
    for (int run = 2; run >= 0; --run) { // from the middle upwards: dark, light, dark
        const int from = up;
        while (up >= 0 && y - up < reach && isDark(binary, x, up) == (run != 1))
            --up;
        runs[size_t(run)] += from - up;
    }
    const int middleTop = y - int(runs[2]) + 1;
    down = y + 1;
    int middleBottom = y;
    for (int run = 2; run <= 4; ++run) {
        const int from = down;
        while (down < binary.height && down - y < reach && isDark(binary, x, down) == (run != 3))
            ++down;
        runs[size_t(run)] += down - from;
        if (run == 2)
            middleBottom = down - 1;
    }
    const auto found = moduleOf(runs);
    if (!found)
        return std::nullopt;
    return std::array<double, 2>{(middleTop + middleBottom + 1) / 2.0, *found};
}

/// Where a ray from the centre leaves the outer dark ring.
std::optional<QPointF> outerEdge(const LuminanceView &binary, QPointF centre, QPointF direction,
                                 double module)
{
    constexpr double step = 0.25;
    int changes = 0;
    bool dark = true;
    for (double r = 0; r < longestRay * module + 2; r += step) {
        const QPointF at = centre + r * direction;
        const int x = int(std::floor(at.x()));
        const int y = int(std::floor(at.y()));
        if (x < 0 || y < 0 || x >= binary.width || y >= binary.height)
            return std::nullopt;
        if (isDark(binary, x, y) == dark)
            continue;
        dark = !dark;
        if (++changes == 3)
            return centre + (r - step / 2) * direction;
    }
    return std::nullopt;
}

struct Line
{
    QPointF through;
    QPointF direction;
};

/// Total least squares.
Line fittedLine(const std::vector<QPointF> &points, size_t from, size_t count)
{
    QPointF mean;
    for (size_t i = 0; i < count; ++i)
        mean += points[(from + i) % points.size()] / double(count);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (size_t i = 0; i < count; ++i) {
        const QPointF offset = points[(from + i) % points.size()] - mean;
        xx += offset.x() * offset.x();
        xy += offset.x() * offset.y();
        yy += offset.y() * offset.y();
    }
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
    return {mean, {std::cos(angle), std::sin(angle)}};
}

std::optional<QPointF> crossing(const Line &a, const Line &b)
{
    const double sine = cross(a.direction, b.direction);
    if (std::abs(sine) < 0.2)
        return std::nullopt;
    return a.through + a.direction * (cross(b.through - a.through, b.direction) / sine);
}

/// The four points that are most like corners: the furthest from the centre, the one opposite, and the
/// furthest to either side of their diagonal; as indices in ascending order.
std::array<size_t, 4> roughCorners(const std::vector<QPointF> &edge, QPointF centre)
{
    const auto furthest = [&](auto distance) {
        size_t best = 0;
        for (size_t i = 1; i < edge.size(); ++i) {
            if (distance(edge[i]) > distance(edge[best]))
                best = i;
        }
        return best;
    };
    const size_t first = furthest([&](QPointF p) { return length(p - centre); });
    const size_t second = furthest([&](QPointF p) { return length(p - edge[first]); });
    const QPointF diagonal = edge[second] - edge[first];
    std::array<size_t, 4> corners{first, second,
                                  furthest([&](QPointF p) { return cross(diagonal, p - edge[first]); }),
                                  furthest([&](QPointF p) { return -cross(diagonal, p - edge[first]); })};
    std::ranges::sort(corners);
    return corners;
}

/// `edge` is for its own use.
std::optional<FinderPattern> outlined(const LuminanceView &binary, QPointF centre, double module,
                                      std::vector<QPointF> &edge)
{
    edge.clear();
    for (int ray = 0; ray < rays; ++ray) {
        const double angle = 2 * std::numbers::pi * ray / rays;
        if (const auto point = outerEdge(binary, centre, {std::cos(angle), std::sin(angle)}, module))
            edge.push_back(*point);
    }
    if (edge.size() < rays * 9 / 10)
        return std::nullopt;
    const std::array<size_t, 4> rough = roughCorners(edge, centre);
    std::array<Line, 4> sides;
    for (size_t i = 0; i < 4; ++i) {
        const size_t from = rough[i];
        const size_t span = (rough[(i + 1) % 4] + edge.size() - from) % edge.size();
        const size_t margin = span / 6; // corners are rounded by blur
        if (span < 8)
            return std::nullopt;
        sides[i] = fittedLine(edge, from + margin, span - 2 * margin + 1);
    }
    FinderPattern pattern{centre, {}, 0};
    for (size_t i = 0; i < 4; ++i) {
        const auto corner = crossing(sides[(i + 3) % 4], sides[i]);
        if (!corner || length(*corner - edge[rough[i]]) > 1.5 * module + 1)
            return std::nullopt;
        pattern.corners[i] = *corner;
    }
    for (size_t i = 0; i < 4; ++i)
        pattern.side += length(pattern.corners[(i + 1) % 4] - pattern.corners[i]) / 4;
    return pattern;
}

} // namespace

double FinderPattern::extent(QPointF direction) const
{
    // Where the line through the centre crosses the edges.
    double least = 0;
    double most = 0;
    const double norm = length(direction);
    for (size_t i = 0; i < 4; ++i) {
        const QPointF from = corners[i] - centre;
        const QPointF along = corners[(i + 1) % 4] - corners[i];
        const double sine = cross(direction, along);
        if (std::abs(sine) < 1e-9)
            continue;
        const double share = cross(direction, from) / -sine;
        if (share < 0 || share > 1)
            continue;
        const double at = dot(from + share * along, direction) / norm;
        least = std::min(least, at);
        most = std::max(most, at);
    }
    return most - least;
}

template <typename Found> void FinderPatterns::scanRow(const LuminanceView &binary, int y, const Found &found)
{
    const uchar *row = binary.data + qsizetype(y) * binary.rowStride;
    m_changes.clear();
    for (int x = 1; x < binary.width; ++x) {
        while (x + 8 <= binary.width && isEven(row + x - 1))
            x += 8; // most of a row is
        if (x < binary.width && (row[x] == 0) != (row[x - 1] == 0))
            m_changes.push_back(x);
    }
    const bool firstIsDark = binary.width > 0 && row[0] == 0;
    // The run after change i is dark when i is even, unless the row begins dark.
    for (size_t i = firstIsDark ? 1 : 0; i + 5 < m_changes.size(); i += 2) {
        std::array<double, 5> runs;
        for (size_t k = 0; k < 5; ++k)
            runs[k] = m_changes[i + k + 1] - m_changes[i + k];
        if (const auto module = moduleOf(runs))
            found((m_changes[i + 2] + m_changes[i + 3]) / 2.0, *module);
    }
}

const std::vector<FinderPattern> &FinderPatterns::find(const LuminanceView &binary)
{
    m_candidates.clear();
    m_patterns.clear();
    for (int y = 0; y < binary.height && m_candidates.size() < 4 * mostPatterns; y += rowStep)
        scanRow(binary, y, [&](double x, double module) { consider(binary, x, y, module); });
    for (const Candidate &candidate : m_candidates) {
        if (m_patterns.size() == mostPatterns)
            break;
        if (auto pattern = outlined(binary, candidate.centre, candidate.module, m_edge))
            m_patterns.push_back(*pattern);
    }
    return m_patterns;
}

double FinderPatterns::estimate(const LuminanceView &binary)
{
    double patterns = 0;
    for (int y = estimateStep / 2; y < binary.height; y += estimateStep) {
        scanRow(binary, y, [&](double x, double module) {
            const auto column = module < grain ? std::nullopt : columnThrough(binary, int(x), y, module);
            // As many rows as cross the pattern's core, 3 modules, find it.
            if (column && std::max((*column)[1], module) < 1.4 * std::min((*column)[1], module))
                patterns += estimateStep / (3 * module);
        });
    }
    return patterns;
}

void FinderPatterns::consider(const LuminanceView &binary, double x, int y, double module)
{
    const auto isNear = [](const Candidate &known, QPointF centre, double unit) {
        return length(known.centre - centre) < 2 * unit + 1;
    };
    if (std::ranges::any_of(m_candidates, [&](const auto &known) {
            return isNear(known, {x, y + 0.5}, module);
        }))
        return;
    const auto column = columnThrough(binary, int(x), y, module);
    if (!column)
        return;
    const QPointF centre(x, (*column)[0]);
    const double larger = std::max(module, (*column)[1]);
    if (larger > 2.5 * std::min(module, (*column)[1]))
        return;
    if (std::ranges::none_of(m_candidates, [&](const auto &known) { return isNear(known, centre, larger); }))
        m_candidates.push_back({centre, larger});
}

} // namespace checkpoint
