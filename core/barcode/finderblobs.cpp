#include "core/barcode/finderblobs.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace checkpoint {

namespace {

constexpr float leastScore = 0.42F;
constexpr size_t mostLookedAt = 400;
constexpr size_t mostSettled = 120;
constexpr float leastDeviation = 3; // grey levels; less is noise
constexpr size_t squares = 4;       // 3, 5, 7, and 9 modules wide
/// Light of the rings of a blurred finder pattern and its surroundings, from the middle outwards.
constexpr std::array<double, squares> rings{0.15, 0.5, 0.4, 0.8};

constexpr int templateSide = 9; // modules
/// Light of the rings, module by module, from the middle outwards.
constexpr std::array<float, 5> turnedRings{-1, -0.7F, 0.3F, -0.2F, 0.8F};

/// Nested squares, upright or standing on a corner, as weights of the sums over them.
struct Template
{
    std::array<int, squares> half; ///< upright: of the sides without the middle pixel; else of the diagonals
    std::array<float, squares> factors; ///< of the sums over the squares
    float count = 0;                    ///< pixels of the largest
};

Template templateFor(double module, float sign, bool isTurned)
{
    Template result;
    std::array<double, squares> areas;
    double before = 0;
    double mean = 0;
    for (size_t i = 0; i < squares; ++i) {
        const double wanted = (2 * double(i) + 3) * module;
        int &half = result.half[i];
        half = int(std::lround(isTurned ? wanted / std::numbers::sqrt2 : (wanted - 1) / 2));
        if (i > 0)
            half = std::max(half, result.half[i - 1] + 1);
        const double area = isTurned ? AreaSums::turnedArea(half) : AreaSums::uprightArea(half);
        areas[i] = area - before;
        before = area;
        mean += areas[i] * rings[i];
    }
    mean /= before;
    double energy = 0;
    for (size_t i = 0; i < squares; ++i)
        energy += areas[i] * (rings[i] - mean) * (rings[i] - mean);
    const double scale = double(sign) / std::sqrt(energy);
    for (size_t i = 0; i < squares; ++i) {
        const double next = i + 1 < squares ? rings[i + 1] - mean : 0;
        result.factors[i] = float(scale * (rings[i] - mean - next));
    }
    result.count = float(before);
    return result;
}

void scoreRow(const std::array<AreaSums::Row, squares> &sums, const AreaSums::Row &powers,
              const Template &wanted, float *__restrict scores, int count)
{
    const AreaSums::Row first = sums[0];
    const AreaSums::Row second = sums[1];
    const AreaSums::Row third = sums[2];
    const AreaSums::Row fourth = sums[3];
    const auto [a, b, c, d] = wanted.factors;
    const float pixels = wanted.count;
    const float floor = leastDeviation * leastDeviation * pixels;
    for (int i = 0; i < count; ++i) {
        const float whole = fourth.sum(i);
        const float product = a * first.sum(i) + b * second.sum(i) + c * third.sum(i) + d * whole;
        const float variance = powers.sum(i) - whole * whole / pixels;
        scores[i] = product / std::sqrt(std::max(variance, floor));
    }
}

/// How well nested squares fit there in the best of some directions and sizes, and which size.
void judge(const LuminanceView &picture, float sign, FinderBlob &blob)
{
    constexpr int turns = 4; // in a quarter, after which they repeat
    // The core of a pattern, 3 modules wide, looks from afar like a pattern of 7.
    constexpr std::array<double, 7> scales{0.84, 1, 1.19, 1.68, 2, 2.38, 2.83};
    const double module = blob.module;
    blob.score = -1;
    for (const double scale : scales) {
        for (int turn = 0; turn < turns; ++turn) {
            const double angle = std::numbers::pi / 2 * turn / turns;
            const QPointF right = scale * module * QPointF(std::cos(angle), std::sin(angle));
            const double found =
                double(sign) * squaresCorrelation(picture, blob.centre, right, {-right.y(), right.x()});
            if (found > blob.score) {
                blob.score = found;
                blob.module = scale * module;
            }
        }
    }
}

/// Moves it to where, and makes it as large as, nested squares fit best nearby.
void settle(const LuminanceView &picture, float sign, FinderBlob &blob)
{
    constexpr int turns = 8;
    constexpr std::array<double, 3> scales{0.91, 1, 1.1};
    const auto fit = [&](QPointF centre, double module, double angle) {
        const QPointF right = module * QPointF(std::cos(angle), std::sin(angle));
        return double(sign) * squaresCorrelation(picture, centre, right, {-right.y(), right.x()});
    };
    double angle = 0;
    blob.score = -1;
    for (int turn = 0; turn < turns; ++turn) {
        const double one = std::numbers::pi / 2 * turn / turns;
        if (const double found = fit(blob.centre, blob.module, one); found > blob.score) {
            blob.score = found;
            angle = one;
        }
    }
    const FinderBlob from = blob;
    const double step = std::max(1.0, 0.4 * from.module);
    for (int place = 0; place < 9; ++place) {
        const QPointF centre = from.centre + step * QPointF(place % 3 - 1, place / 3 - 1);
        for (const double scale : scales) {
            const double found = fit(centre, scale * from.module, angle);
            if (found > blob.score)
                blob = {centre, scale * from.module, found};
        }
    }
}

} // namespace

double squaresCorrelation(const LuminanceView &picture, QPointF centre, QPointF right, QPointF down, int step)
{
    constexpr int reach = templateSide / 2;
    constexpr double one = 1 << 16; // fixed point
    const std::array<int, 2> across{int(right.x() * one), int(right.y() * one)};
    const std::array<int, 2> along{int(down.x() * one), int(down.y() * one)};
    const std::array<int, 2> middle{int(centre.x() * one), int(centre.y() * one)};
    float sum = 0;
    float squares = 0;
    float product = 0;
    float wantedSum = 0;
    float wantedSquares = 0;
    float count = 0;
    for (int row = -reach; row <= reach; row += step) {
        for (int column = -reach; column <= reach; column += step) {
            const int x =
                std::clamp((middle[0] + column * across[0] + row * along[0]) >> 16, 0, picture.width - 1);
            const int y =
                std::clamp((middle[1] + column * across[1] + row * along[1]) >> 16, 0, picture.height - 1);
            const auto value = float(picture.data[qsizetype(y) * picture.rowStride + x]);
            const float wanted = turnedRings[size_t(std::max(std::abs(row), std::abs(column)))];
            sum += value;
            squares += value * value;
            product += value * wanted;
            wantedSum += wanted;
            wantedSquares += wanted * wanted;
            count += 1;
        }
    }
    const float variance = squares - sum * sum / count;
    const float wantedVariance = wantedSquares - wantedSum * wantedSum / count;
    return variance < count
               ? 0
               : double((product - sum * wantedSum / count) / std::sqrt(variance * wantedVariance));
}

const std::vector<FinderBlob> &FinderBlobs::find(const LuminanceView &picture, double smallest,
                                                 BlockMidpoint::Polarity polarity)
{
    m_found.clear();
    if (picture.isEmpty())
        return m_found;
    m_sums.measure(picture);
    const float sign = polarity == BlockMidpoint::Polarity::DarkOnLight ? 1 : -1;
    for (int i = 0; i < sizes; ++i) {
        for (const bool isTurned : {false, true})
            scanSize(smallest * std::pow(2.0, double(i) / sizesAnOctave), isTurned, sign);
    }
    keepBest(mostLookedAt);
    for (FinderBlob &blob : m_found)
        judge(picture, sign, blob);
    keepBest(mostSettled);
    for (FinderBlob &blob : m_found)
        settle(picture, sign, blob);
    keepBest(mostBlobs);
    return m_found;
}

void FinderBlobs::scanSize(double module, bool isTurned, float sign)
{
    const Template wanted = templateFor(module, sign, isTurned);
    const int reach = wanted.half.back();
    const int count = m_sums.width() - 2 * reach;
    if (count <= 0 || m_sums.height() <= 2 * reach)
        return;
    const int cell = std::max(4, int(std::lround(4 * module)));
    const int cells = count / cell + 1;
    m_scores.resize(std::max(m_scores.size(), size_t(count)));
    m_cells.resize(std::max(m_cells.size(), size_t(cells)));
    std::ranges::fill(m_cells, FinderBlob());
    const auto flush = [&] {
        for (int i = 0; i < cells; ++i) {
            FinderBlob &best = m_cells[size_t(i)];
            if (best.score > 0)
                m_found.push_back(best);
            best = {};
        }
    };
    const double middle = isTurned ? 1 : 0.5;
    const int step = module >= 2 ? 2 : 1;
    for (int y = reach, rows = 0; y + reach < m_sums.height(); y += step, rows += step) {
        if (rows >= cell) {
            flush();
            rows = 0;
        }
        std::array<AreaSums::Row, squares> sums{};
        for (size_t i = 0; i < squares; ++i)
            sums[i] = m_sums.row(isTurned, AreaSums::Of::Values, reach, y, wanted.half[i]);
        scoreRow(sums, m_sums.row(isTurned, AreaSums::Of::Squares, reach, y, reach), wanted, m_scores.data(),
                 count);
        for (int i = 0; i < count; ++i) {
            const float score = m_scores[size_t(i)];
            if (score < leastScore)
                continue;
            if (FinderBlob &best = m_cells[size_t(i / cell)]; double(score) > best.score)
                best = {QPointF(i + reach + 0.5, y + middle), module, double(score)};
        }
    }
    flush();
}

/// Of those that are near one another the best stays.
void FinderBlobs::keepBest(size_t most)
{
    std::ranges::sort(m_found, std::ranges::greater(), &FinderBlob::score);
    size_t kept = 0;
    for (const FinderBlob &blob : m_found) {
        const bool known =
            std::any_of(m_found.begin(), m_found.begin() + qsizetype(kept), [&](const FinderBlob &other) {
                const QPointF offset = other.centre - blob.centre;
                const double limit = 3 * std::min(other.module, blob.module);
                return QPointF::dotProduct(offset, offset) < limit * limit;
            });
        if (known)
            continue;
        m_found[kept++] = blob;
        if (kept == most)
            break;
    }
    m_found.resize(kept);
}

} // namespace checkpoint
