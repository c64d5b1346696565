#include "core/barcode/symbolsurface.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace checkpoint {

namespace {

constexpr int finderSide = 7;
constexpr int alignmentSide = 5;
constexpr double leastCorrelation = 0.6;
constexpr int stepsAModule = 4;
constexpr double finderReach = 0.75; // modules
constexpr double alignmentReach = 2;
constexpr double controlWeight = 6; // of a pattern's middle, compared with a corner of an edge

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

/// Concentric squares: the middle and every second ring from the edge on are dark.
float templateValue(int side, int column, int row)
{
    const int ring = std::min({column, row, side - 1 - column, side - 1 - row});
    return ring == 1 ? 1.0F : -1.0F;
}

float sampleAt(const LuminanceView &picture, QPointF at)
{
    const double left = std::clamp(at.x() - 0.5, 0.0, picture.width - 1.001);
    const double top = std::clamp(at.y() - 0.5, 0.0, picture.height - 1.001);
    const int column = int(left);
    const int row = int(top);
    const uchar *upper = picture.data + qsizetype(row) * picture.rowStride + column;
    const uchar *lower = row + 1 < picture.height ? upper + picture.rowStride : upper;
    const int next = column + 1 < picture.width ? 1 : 0;
    const auto fx = float(left - column);
    const auto fy = float(top - row);
    return (1 - fy) * ((1 - fx) * upper[0] + fx * upper[next]) +
           fy * ((1 - fx) * lower[0] + fx * lower[next]);
}

/// The correlation coefficient of the template and the patch from (left, top) on.
double correlation(const std::vector<float> &patch, int patchSide, int left, int top, int side)
{
    double sum = 0;
    double squares = 0;
    double product = 0;
    double templateSum = 0;
    const int count = side * side;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const double value = double(patch[size_t(top + row * stepsAModule) * size_t(patchSide) +
                                              size_t(left + column * stepsAModule)]);
            const double wanted = double(templateValue(side, column, row));
            sum += value;
            squares += value * value;
            product += value * wanted;
            templateSum += wanted;
        }
    }
    const double variance = squares - sum * sum / count;
    const double templateVariance = count - templateSum * templateSum / count;
    return variance < 1 ? 0 : (product - sum * templateSum / count) / std::sqrt(variance * templateVariance);
}

/// Where a parabola through three values has its peak, -0.5 to 0.5 from the middle one.
double peakBetween(double before, double middle, double after)
{
    const double bend = before - 2 * middle + after;
    return bend < -1e-9 ? std::clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0;
}

} // namespace

void SymbolSurface::fit(const LuminanceView &picture, const SymbolPlane &plane, const FunctionPatterns &known,
                        BlockMidpoint::Polarity polarity)
{
    m_sign = polarity == BlockMidpoint::Polarity::DarkOnLight ? 1 : -1;
    m_plane = plane;
    m_points.clear();
    m_all.clear();
    const double far = plane.modules - finderSide;
    const std::array<QPointF, 3> finders{QPointF(0, 0), QPointF(far, 0), QPointF(0, far)};
    for (const QPointF &corner : finders) {
        for (const QPointF &offset :
             {QPointF(0, 0), QPointF(finderSide, 0), QPointF(finderSide, finderSide), QPointF(0, finderSide)})
            m_all.push_back({corner + offset, plane.toPicture.map(corner + offset), 1});
    }
    for (const QPointF &corner : finders)
        find(picture, corner + QPointF(finderSide, finderSide) / 2, finderSide, finderReach);
    fitPlane();
    int lately = 0; // the reach of the plane grows with what was found
    int ring = 0;
    for (const QPoint &centre : known.alignmentCentres()) {
        if (const int distance = std::max(centre.x(), centre.y()); distance != ring) {
            ring = distance;
            if (lately > 0)
                fitPlane();
            lately = 0;
        }
        lately += find(picture, QPointF(centre) + QPointF(0.5, 0.5), alignmentSide, alignmentReach);
    }
    fitPlane();
    // A pattern that lies where the others cannot have it was something else.
    const double limit = std::max(1.0, 0.02 * modules()) * moduleLength();
    std::erase_if(m_points, [limit](const ControlPoint &point) { return length(point.departure) > limit; });
    fitPlane();
}

bool SymbolSurface::find(const LuminanceView &picture, QPointF centre, int side, double reach)
{
    const int steps = int(std::lround(reach * stepsAModule));
    const int patchSide = (side - 1) * stepsAModule + 2 * steps + 1;
    m_patch.resize(size_t(patchSide) * size_t(patchSide));
    const QPointF corner = centre - QPointF(side - 1, side - 1) / 2 - QPointF(steps, steps) / stepsAModule;
    for (int row = 0; row < patchSide; ++row) {
        for (int column = 0; column < patchSide; ++column)
            m_patch[size_t(row) * size_t(patchSide) + size_t(column)] =
                sampleAt(picture, toPicture(corner + QPointF(column, row) / stepsAModule));
    }
    const auto at = [&](int column, int row) {
        return m_sign * correlation(m_patch, patchSide, column, row, side);
    };
    double best = 0;
    int bestColumn = steps;
    int bestRow = steps;
    const auto consider = [&](int column, int row) {
        const double found = at(column, row);
        if (found > best) {
            best = found;
            bestColumn = column;
            bestRow = row;
        }
    };
    for (int row = 0; row <= 2 * steps; row += 2) {
        for (int column = 0; column <= 2 * steps; column += 2)
            consider(column, row);
    }
    const int nearColumn = bestColumn;
    const int nearRow = bestRow;
    for (int row = std::max(nearRow - 1, 0); row <= std::min(nearRow + 1, 2 * steps); ++row) {
        for (int column = std::max(nearColumn - 1, 0); column <= std::min(nearColumn + 1, 2 * steps);
             ++column)
            consider(column, row);
    }
    const bool atEdge = bestColumn == 0 || bestRow == 0 || bestColumn == 2 * steps || bestRow == 2 * steps;
    if (best < leastCorrelation || atEdge)
        return false;
    const double x = bestColumn + peakBetween(at(bestColumn - 1, bestRow), best, at(bestColumn + 1, bestRow));
    const double y = bestRow + peakBetween(at(bestColumn, bestRow - 1), best, at(bestColumn, bestRow + 1));
    m_points.push_back({centre, toPicture(centre + QPointF(x - steps, y - steps) / stepsAModule), {}});
    return true;
}

void SymbolSurface::fitPlane()
{
    constexpr size_t corners = 12;
    m_all.resize(corners);
    for (const ControlPoint &point : m_points)
        m_all.push_back({point.module, point.pixel, controlWeight});
    if (const auto better = homography(m_all))
        m_plane.toPicture = *better;
    for (ControlPoint &point : m_points)
        point.departure = point.pixel - m_plane.toPicture.map(point.module);
}

QPointF SymbolSurface::toPicture(QPointF module) const
{
    QPointF departure;
    double weights = 1.0 / (20.0 * 20.0); // far from all of them it is the plane
    for (const ControlPoint &point : m_points) {
        const QPointF offset = point.module - module;
        const double weight = 1 / (QPointF::dotProduct(offset, offset) + 9);
        departure += weight * point.departure;
        weights += weight;
    }
    return m_plane.toPicture.map(module) + departure / weights;
}

double SymbolSurface::moduleLength() const
{
    const double middle = m_plane.modules / 2.0;
    const QPointF at = m_plane.toPicture.map(QPointF(middle, middle));
    const QPointF right = m_plane.toPicture.map(QPointF(middle + 1, middle)) - at;
    const QPointF down = m_plane.toPicture.map(QPointF(middle, middle + 1)) - at;
    return std::sqrt(std::abs(right.x() * down.y() - right.y() * down.x()));
}

} // namespace checkpoint
