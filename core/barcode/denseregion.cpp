#include "core/barcode/denseregion.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace checkpoint {

namespace {

/// Changes of brightness that are no noise of a bright picture.
constexpr int leastRange = 16;
/// How many deviations of the noise the range of 3 × 3 pixels reaches.
constexpr double noiseRange = 4;
/// A picture of clutter without end is no place to look for one region.
constexpr size_t mostRuns = 20'000;
constexpr double leastFill = 0.72;
constexpr int leastShorterSide = 8;
/// Changes from dark to light or back along a whole row or column. A symbol of 21 modules has about 10, a
/// blurred one fewer; a face, a clock or a logo less than these.
constexpr double leastChanges = 5.5;
constexpr double mostChanges = 45;
constexpr double mostChangesRatio = 1.55;
/// Masking makes a symbol half dark.
constexpr double leastDark = 0.36;
constexpr double mostDark = 0.64;
/// Each ninth of it by the whole: deviation, and distance of the mean in deviations.
constexpr double leastPartDeviation = 0.5;
constexpr double mostPartDistance = 0.75;
/// Its surroundings: brighter than its mean by so many of its deviations, or darker, for this share of them.
constexpr double leastGroundDistance = 0.5;
constexpr double leastEvenGround = 0.85;

void minMaxRow(const uchar *__restrict a, const uchar *__restrict b, const uchar *__restrict c,
               uchar *__restrict low, uchar *__restrict high, int count)
{
    for (int i = 0; i < count; ++i) {
        low[i] = std::min(std::min(a[i], b[i]), c[i]);
        high[i] = std::max(std::max(a[i], b[i]), c[i]);
    }
}

void rangeRow(const uchar *__restrict low, const uchar *__restrict high, uchar *__restrict out, int count)
{
    for (int i = 1; i + 1 < count; ++i) {
        const uchar least = std::min(std::min(low[i - 1], low[i]), low[i + 1]);
        const uchar most = std::max(std::max(high[i - 1], high[i]), high[i + 1]);
        out[i] = uchar(most - least);
    }
}

/// What is inside a quadrilateral in a picture.
struct Sums
{
    int count = 0;
    double sum = 0;
    double squares = 0;

    void add(double value)
    {
        ++count;
        sum += value;
        squares += value * value;
    }
    double mean() const { return count > 0 ? sum / count : 0; }
    double deviation() const
    {
        return count > 0 ? std::sqrt(std::max(0.0, squares / count - mean() * mean())) : 0;
    }
};

uchar pixel(const LuminanceView &picture, QPointF at)
{
    const int x = std::clamp(int(std::floor(at.x())), 0, picture.width - 1);
    const int y = std::clamp(int(std::floor(at.y())), 0, picture.height - 1);
    return picture.data[qsizetype(y) * picture.rowStride + x];
}

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

/// A point by its place between the corners: 0 to 1 across and down.
QPointF placeIn(const QPolygonF &corners, double across, double down)
{
    const QPointF upper = corners[0] + across * (corners[1] - corners[0]);
    const QPointF lower = corners[3] + across * (corners[2] - corners[3]);
    return upper + down * (lower - upper);
}

/// Whether the inside looks like data: half dark, the same in all parts, as many changes across as down.
bool isEvenTexture(const LuminanceView &picture, const QPolygonF &corners, int columns, int rows, Sums &all)
{
    constexpr double margin = 0.04;
    constexpr int parts = 3;
    std::array<Sums, size_t(parts * parts)> part;
    const auto at = [&](int column, int row) {
        return pixel(picture, placeIn(corners, margin + (1 - 2 * margin) * (column + 0.5) / columns,
                                      margin + (1 - 2 * margin) * (row + 0.5) / rows));
    };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const double value = at(column, row);
            all.add(value);
            part[size_t(row * parts / rows * parts + column * parts / columns)].add(value);
        }
    }
    const double mean = all.mean();
    const double deviation = all.deviation();
    for (const Sums &one : part) {
        if (one.deviation() < leastPartDeviation * deviation ||
            std::abs(one.mean() - mean) > mostPartDistance * deviation)
            return false;
    }
    int dark = 0;
    int across = 0;
    int down = 0;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const bool isDark = at(column, row) < mean;
            dark += isDark;
            across += column > 0 && isDark != (at(column - 1, row) < mean);
            down += row > 0 && isDark != (at(column, row - 1) < mean);
        }
    }
    const double darkShare = double(dark) / all.count;
    const double changesAcross = double(across) / rows;
    const double changesDown = double(down) / columns;
    const auto [fewer, more] = std::minmax(changesAcross, changesDown);
    return darkShare >= leastDark && darkShare <= mostDark && fewer >= leastChanges && more <= mostChanges &&
           more <= mostChangesRatio * fewer;
}

} // namespace

std::optional<DenseRegion> DenseRegions::find(const LuminanceView &picture, double noise)
{
    if (picture.width < 2 * leastSide || picture.height < 2 * leastSide)
        return std::nullopt;
    measureRange(picture);
    connect(std::min(200, leastRange + int(noiseRange * noise)));
    std::optional<DenseRegion> best;
    double nearest = 0;
    const QPointF middle(picture.width / 2.0, picture.height / 2.0);
    for (size_t i = 0; i < m_components.size(); ++i) {
        if (m_components[i].parent != int(i) || !isPlausible(m_components[i]))
            continue;
        auto region = examine(int(i), picture);
        if (!region)
            continue;
        const double distance = length(region->outline.boundingRect().center() - middle);
        if (!best || distance < nearest) {
            best = std::move(region);
            nearest = distance;
        }
    }
    return best;
}

void DenseRegions::measureRange(const LuminanceView &picture)
{
    m_range.resize(picture.width, picture.height);
    const auto width = size_t(picture.width);
    if (m_low.size() < width) {
        m_low.resize(width);
        m_high.resize(width);
    }
    std::fill_n(m_range.row(0), width, uchar(0));
    std::fill_n(m_range.row(picture.height - 1), width, uchar(0));
    for (int y = 1; y + 1 < picture.height; ++y) {
        const uchar *line = picture.data + qsizetype(y) * picture.rowStride;
        minMaxRow(line - picture.rowStride, line, line + picture.rowStride, m_low.data(), m_high.data(),
                  picture.width);
        uchar *out = m_range.row(y);
        out[0] = 0;
        out[picture.width - 1] = 0;
        rangeRow(m_low.data(), m_high.data(), out, picture.width);
    }
}

void DenseRegions::connect(int threshold)
{
    m_runs.clear();
    m_components.clear();
    size_t above = 0; // the first run of the row above
    size_t aboveEnd = 0;
    for (int y = 0; y < m_range.height() && m_runs.size() < mostRuns; ++y) {
        const size_t begin = m_runs.size();
        const uchar *line = m_range.row(y);
        size_t upper = above;
        for (int x = 0; x < m_range.width(); ++x) {
            if (line[x] < threshold)
                continue;
            Run run{y, x, x, -1};
            while (run.last + 1 < m_range.width() && line[run.last + 1] >= threshold)
                ++run.last;
            x = run.last;
            while (upper < aboveEnd && m_runs[upper].last < run.first - 1)
                ++upper;
            for (size_t k = upper; k < aboveEnd && m_runs[k].first <= run.last + 1; ++k)
                join(m_runs[k], run);
            if (run.component < 0) {
                run.component = int(m_components.size());
                m_components.push_back({run.component, 0, run.first, run.last, y, y});
            }
            Component &whole = m_components[size_t(rootOf(run.component))];
            whole.area += run.last - run.first + 1;
            whole.left = std::min(whole.left, run.first);
            whole.right = std::max(whole.right, run.last);
            whole.bottom = y;
            m_runs.push_back(run);
        }
        above = begin;
        aboveEnd = m_runs.size();
    }
}

int DenseRegions::rootOf(int component)
{
    while (m_components[size_t(component)].parent != component) {
        int &parent = m_components[size_t(component)].parent;
        parent = m_components[size_t(parent)].parent;
        component = parent;
    }
    return component;
}

void DenseRegions::join(const Run &upper, Run &lower)
{
    const int root = rootOf(upper.component);
    if (lower.component < 0) {
        lower.component = root;
        return;
    }
    const int other = rootOf(lower.component);
    if (other == root)
        return;
    Component &kept = m_components[size_t(root)];
    Component &gone = m_components[size_t(other)];
    gone.parent = root;
    kept.area += gone.area;
    kept.left = std::min(kept.left, gone.left);
    kept.right = std::max(kept.right, gone.right);
    kept.top = std::min(kept.top, gone.top);
    kept.bottom = std::max(kept.bottom, gone.bottom);
    lower.component = root;
}

/// By its bounds alone: of the right size, filled, and away from the picture's edge.
bool DenseRegions::isPlausible(const Component &component) const
{
    const int width = component.right - component.left + 1;
    const int height = component.bottom - component.top + 1;
    constexpr int edge = 3;
    return std::max(width, height) >= leastSide && width * height <= 2 * mostSide * mostSide &&
           std::min(width, height) >= leastShorterSide && component.area >= leastFill / 2 * width * height &&
           component.left >= edge && component.top >= edge && component.right < m_range.width() - edge &&
           component.bottom < m_range.height() - edge;
}

/// The rectangle of the least area around it, less the pixel that the neighbourhood of 3 × 3 adds at each
/// side; empty when the region does not fill it.
QPolygonF DenseRegions::outlineOf(int component)
{
    constexpr int directions = 15;
    struct Bounds
    {
        double left = 1e9;
        double right = -1e9;
        double top = 1e9;
        double bottom = -1e9;
    };
    std::array<Bounds, directions> bounds;
    std::array<QPointF, directions> axes;
    for (int i = 0; i < directions; ++i) {
        const double angle = std::numbers::pi / 2 * i / directions;
        axes[size_t(i)] = {std::cos(angle), std::sin(angle)};
    }
    for (const Run &run : m_runs) {
        if (rootOf(run.component) != component)
            continue;
        for (const double x : {run.first + 0.0, run.last + 1.0}) {
            for (size_t i = 0; i < directions; ++i) {
                const double along = x * axes[i].x() + (run.row + 0.5) * axes[i].y();
                const double down = (run.row + 0.5) * axes[i].x() - x * axes[i].y();
                bounds[i].left = std::min(bounds[i].left, along);
                bounds[i].right = std::max(bounds[i].right, along);
                bounds[i].top = std::min(bounds[i].top, down);
                bounds[i].bottom = std::max(bounds[i].bottom, down);
            }
        }
    }
    const auto areaOf = [](const Bounds &one) { return (one.right - one.left) * (one.bottom - one.top); };
    const auto least = std::ranges::min_element(bounds, {}, areaOf);
    if (m_components[size_t(component)].area < leastFill * areaOf(*least))
        return {};
    const QPointF axis = axes[size_t(least - bounds.begin())];
    const auto point = [&axis](double along, double down) {
        return QPointF(along * axis.x() - down * axis.y(), along * axis.y() + down * axis.x());
    };
    const double left = least->left + 1;
    const double right = least->right - 1;
    const double top = least->top + 0.5; // rows were taken by their middles
    const double bottom = least->bottom - 0.5;
    return QPolygonF({point(left, top), point(right, top), point(right, bottom), point(left, bottom)});
}

std::optional<DenseRegion> DenseRegions::examine(int component, const LuminanceView &picture)
{
    DenseRegion region;
    region.outline = outlineOf(component);
    if (region.outline.isEmpty())
        return std::nullopt;
    const double across = length(region.outline[1] - region.outline[0]);
    const double down = length(region.outline[3] - region.outline[0]);
    region.side = std::max(across, down);
    region.aspect = std::min(across, down) / region.side;
    const double meanSide = std::sqrt(across * down);
    if (std::min(across, down) < leastShorterSide || meanSide < leastSide || meanSide > mostSide)
        return std::nullopt;
    Sums inside;
    if (!isEvenTexture(picture, region.outline, int(across), int(down), inside))
        return std::nullopt;

    // Around it, so far out that blur has ended and still within the quiet zone.
    constexpr double away = 2;
    constexpr int samples = 20;
    Sums ground;
    int bright = 0;
    int dark = 0;
    const double distance = leastGroundDistance * inside.deviation();
    for (int i = 0; i < samples; ++i) {
        const double along = (i + 0.5) / samples;
        const double outX = away / across;
        const double outY = away / down;
        for (const QPointF &place : {QPointF(along, -outY), QPointF(1 + outX, along),
                                     QPointF(along, 1 + outY), QPointF(-outX, along)}) {
            const double value = pixel(picture, placeIn(region.outline, place.x(), place.y()));
            ground.add(value);
            bright += value >= inside.mean() + distance;
            dark += value <= inside.mean() - distance;
        }
    }
    if (std::max(bright, dark) < leastEvenGround * ground.count)
        return std::nullopt;
    region.isLightOnDark = dark > bright;
    region.ground = ground.mean();
    region.modules = inside.mean() + (region.isLightOnDark ? 1 : -1) * inside.deviation();
    return region;
}

} // namespace checkpoint
