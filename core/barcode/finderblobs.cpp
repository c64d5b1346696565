#include "core/barcode/finderblobs.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace checkpoint {

namespace {

constexpr double leastScore = 0.42;
constexpr size_t mostLookedAt = 400;
constexpr size_t mostSettled = 120;
constexpr float leastDeviation = 3; // grey levels; less is noise
constexpr size_t squares = 4;       // 3, 5, 7, and 9 modules wide
/// Light of the rings of a blurred finder pattern and its surroundings, from the middle outwards.
constexpr std::array<double, squares> rings{0.15, 0.5, 0.4, 0.8};

constexpr int templateSide = 9; // modules
/// Light of the rings, module by module, from the middle outwards.
constexpr std::array<float, 5> turnedRings{-1, -0.7F, 0.3F, -0.2F, 0.8F};

struct Template
{
    std::array<int, squares> half;      ///< of the squares' sides, without the middle pixel
    std::array<float, squares> factors; ///< of the sums over the squares
    float count = 0;                    ///< pixels of the largest
};

Template templateFor(double module, float sign)
{
    Template result;
    std::array<double, squares> areas;
    double before = 0;
    double mean = 0;
    for (size_t i = 0; i < squares; ++i) {
        result.half[i] = int(std::lround(((2 * double(i) + 3) * module - 1) / 2));
        if (i > 0)
            result.half[i] = std::max(result.half[i], result.half[i - 1] + 1);
        const double side = 2 * result.half[i] + 1;
        areas[i] = side * side - before;
        before = side * side;
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

/// The two lines of a table between which the squares of one size lie whose middles are in a row, from the
/// left edge of the first square.
struct Lines
{
    const quint32 *__restrict above;
    const quint32 *__restrict below;
    int side;

    float sum(int i) const { return float(qint32(below[i + side] - below[i] - above[i + side] + above[i])); }
};

void scoreRow(const std::array<Lines, squares> &sums, const Lines &powers, const Template &wanted,
              float *__restrict scores, int count)
{
    const Lines first = sums[0];
    const Lines second = sums[1];
    const Lines third = sums[2];
    const Lines fourth = sums[3];
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
    constexpr std::array<double, 6> scales{0.84, 1, 1.19, 2, 2.38, 2.83};
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
    sum(picture);
    const float sign = polarity == BlockMidpoint::Polarity::DarkOnLight ? 1 : -1;
    for (int i = 0; i < sizes; ++i)
        scanSize(smallest * std::pow(2.0, double(i) / sizesAnOctave), picture.width, picture.height, sign);
    keepBest(mostLookedAt);
    for (FinderBlob &blob : m_found)
        judge(picture, sign, blob);
    keepBest(mostSettled);
    for (FinderBlob &blob : m_found)
        settle(picture, sign, blob);
    keepBest(mostBlobs);
    return m_found;
}

void FinderBlobs::sum(const LuminanceView &picture)
{
    const size_t columns = size_t(picture.width) + 1;
    const size_t needed = columns * (size_t(picture.height) + 1);
    if (m_sums.size() < needed) {
        m_sums.resize(needed);
        m_squares.resize(needed);
    }
    std::fill_n(m_sums.begin(), columns, 0);
    std::fill_n(m_squares.begin(), columns, 0);
    for (int y = 0; y < picture.height; ++y) {
        const uchar *line = picture.data + qsizetype(y) * picture.rowStride;
        const quint32 *above = m_sums.data() + size_t(y) * columns;
        const quint32 *squaresAbove = m_squares.data() + size_t(y) * columns;
        quint32 *out = m_sums.data() + size_t(y + 1) * columns;
        quint32 *squaresOut = m_squares.data() + size_t(y + 1) * columns;
        quint32 run = 0;
        quint32 runOfSquares = 0;
        out[0] = 0;
        squaresOut[0] = 0;
        for (int x = 0; x < picture.width; ++x) {
            run += line[x];
            runOfSquares += quint32(line[x]) * line[x];
            out[x + 1] = above[x + 1] + run;
            squaresOut[x + 1] = squaresAbove[x + 1] + runOfSquares;
        }
    }
}

void FinderBlobs::scanSize(double module, int width, int height, float sign)
{
    const Template wanted = templateFor(module, sign);
    const int reach = wanted.half.back();
    const int count = width - 2 * reach;
    if (count <= 0 || height <= 2 * reach)
        return;
    const size_t columns = size_t(width) + 1;
    const int cell = std::max(4, int(std::lround(4 * module)));
    const int cells = count / cell + 1;
    m_scores.resize(std::max(m_scores.size(), size_t(count)));
    m_cells.resize(std::max(m_cells.size(), size_t(cells)));
    std::ranges::fill(m_cells, FinderBlob());
    const auto flush = [&] {
        for (int i = 0; i < cells; ++i) {
            FinderBlob &best = m_cells[size_t(i)];
            if (best.score >= leastScore)
                m_found.push_back(best);
            best = {};
        }
    };
    const auto linesOf = [&](const std::vector<quint32> &table, int y, int half) {
        return Lines{table.data() + size_t(y - half) * columns + size_t(reach - half),
                     table.data() + size_t(y + half + 1) * columns + size_t(reach - half), 2 * half + 1};
    };
    const int step = module >= 2 ? 2 : 1;
    for (int y = reach, rows = 0; y + reach < height; y += step, rows += step) {
        if (rows >= cell) {
            flush();
            rows = 0;
        }
        std::array<Lines, squares> sums{};
        for (size_t i = 0; i < squares; ++i)
            sums[i] = linesOf(m_sums, y, wanted.half[i]);
        scoreRow(sums, linesOf(m_squares, y, reach), wanted, m_scores.data(), count);
        for (int i = 0; i < count; ++i) {
            const auto score = double(m_scores[size_t(i)]);
            FinderBlob &best = m_cells[size_t(i / cell)];
            if (score >= leastScore && score > best.score)
                best = {QPointF(i + reach + 0.5, y + 0.5), module, score};
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
                return std::hypot(offset.x(), offset.y()) < 3 * std::min(other.module, blob.module);
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
