#include "core/barcode/coarseplanes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace checkpoint {

namespace {

constexpr int smallestSymbol = 21;
constexpr int largestSymbol = 81; // larger ones have modules too small to be read blurred
constexpr double finderSide = 7;
constexpr double shortestModule = 1.2; // pixels
constexpr double leastCorrelation = 0.6;
constexpr double leastGlance = 0.45; // at every other module

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

double cross(QPointF a, QPointF b)
{
    return a.x() * b.y() - a.y() * b.x();
}

bool areOfOneSize(const FinderBlob &a, const FinderBlob &b)
{
    return std::max(a.module, b.module) < 1.5 * std::min(a.module, b.module);
}

/// Whether three places may be the corners of a symbol; `second` is to the right of the corner then.
bool isRightAngle(QPointF toA, QPointF toB)
{
    const double a = length(toA);
    const double b = length(toB);
    return std::max(a, b) < 1.4 * std::min(a, b) && std::abs(QPointF::dotProduct(toA, toB)) < 0.35 * a * b;
}

bool mayBe(double module, double blobModule)
{
    const double share = module / blobModule;
    return share > 0.7 && share < 1.4;
}

} // namespace

void findCoarsePlanes(const std::vector<FinderBlob> &blobs, const LuminanceView &picture,
                      BlockMidpoint::Polarity polarity, std::vector<SymbolPlane> &planes)
{
    planes.clear();
    const int sign = polarity == BlockMidpoint::Polarity::DarkOnLight ? 1 : -1;
    const auto consider = [&](const FinderBlob &corner, const FinderBlob &right, const FinderBlob &down) {
        const QPointF across = right.centre - corner.centre;
        const QPointF along = down.centre - corner.centre;
        const double arm = (length(across) + length(along)) / 2;
        std::array<SymbolPlane, 2> best; // the size is uncertain by one step
        for (int modules = smallestSymbol; modules <= largestSymbol; modules += 4) {
            const double module = arm / (modules - finderSide);
            if (module < shortestModule || !mayBe(module, corner.module))
                continue;
            const QPointF x = across / (modules - finderSide);
            const QPointF y = along / (modules - finderSide);
            if (sign * squaresCorrelation(picture, corner.centre, x, y, 2) < leastGlance)
                continue;
            double found = sign * squaresCorrelation(picture, corner.centre, x, y);
            if (found < leastCorrelation)
                continue;
            found += sign * squaresCorrelation(picture, right.centre, x, y);
            found += sign * squaresCorrelation(picture, down.centre, x, y);
            if (found / 3 <= std::max(best[1].timing, leastCorrelation))
                continue;
            const QPointF origin = corner.centre - finderSide / 2 * (x + y);
            best[1] = {QTransform(x.x(), x.y(), y.x(), y.y(), origin.x(), origin.y()), modules, found / 3};
            if (best[1].timing > best[0].timing)
                std::swap(best[0], best[1]);
        }
        for (const SymbolPlane &plane : best) {
            if (plane.modules > 0 && plane.timing > best[0].timing - 0.1)
                planes.push_back(plane);
        }
    };
    for (const FinderBlob &corner : blobs) {
        for (size_t i = 0; i < blobs.size(); ++i) {
            if (!areOfOneSize(corner, blobs[i]))
                continue;
            const QPointF toA = blobs[i].centre - corner.centre;
            for (size_t k = i + 1; k < blobs.size(); ++k) {
                if (&blobs[i] == &corner || &blobs[k] == &corner || !areOfOneSize(corner, blobs[k]))
                    continue;
                const QPointF toB = blobs[k].centre - corner.centre;
                if (!isRightAngle(toA, toB))
                    continue;
                const bool clockwise = cross(toA, toB) > 0;
                consider(corner, clockwise ? blobs[i] : blobs[k], clockwise ? blobs[k] : blobs[i]);
            }
        }
    }
    const size_t kept = std::min(planes.size(), mostCoarsePlanes);
    std::partial_sort(planes.begin(), planes.begin() + qsizetype(kept), planes.end(),
                      [](const SymbolPlane &a, const SymbolPlane &b) { return a.timing > b.timing; });
    planes.resize(kept);
}

} // namespace checkpoint
