#include "core/barcode/glimpse.h"

#include "core/barcode/resampling.h"
#include "core/barcode/symbolguess.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace checkpoint {

namespace {

/// Smaller pictures hold no symbol that could be told from a blot.
constexpr int leastSide = 48;
/// A pattern with less between light and dark says nothing.
constexpr double leastContrast = 8;
/// From this width on the frame itself is not looked at: its half holds every module a reader could read.
constexpr int widestWhole = 2000;
/// Noise beyond this makes patterns of its own; in a smaller picture it averages out.
constexpr double mostNoise = 5;
/// A symbol of version 7, as on a citizen's card. One from 4 to 13 is at most half as large or again.
constexpr double usualModules = 45;
/// What the reader manages.
constexpr double readableModule = 1.8; // pixels
constexpr double readableAspect = 0.5;
/// The smear of an edge beyond which a symbol is blurred: pixels, and modules.
constexpr double leastBlur = 2.2;
constexpr double leastBlurredModules = 0.9;

double length(QPointF a)
{
    return std::hypot(a.x(), a.y());
}

/// The mean of what was added, and how much that was.
struct Mean
{
    double sum = 0;
    int count = 0;

    void add(double value)
    {
        sum += value;
        ++count;
    }
    double value(double otherwise = 0) const { return count > 0 ? sum / count : otherwise; }
};

/// A symbol's modules in the frame.
class Modules
{
public:
    Modules(const LuminanceView &frame, const SymbolPlane &plane) : m_frame(frame), m_plane(plane) {}

    int side() const { return m_plane.modules; }
    QPointF at(double column, double row) const { return m_plane.toPicture.map(QPointF(column, row)); }

    /// The brightness at the centre of a module; nothing outside the frame.
    std::optional<double> value(double column, double row) const
    {
        const QPointF centre = at(column + 0.5, row + 0.5);
        const int x = int(std::floor(centre.x()));
        const int y = int(std::floor(centre.y()));
        if (x < 0 || y < 0 || x >= m_frame.width || y >= m_frame.height)
            return std::nullopt;
        return m_frame.data[qsizetype(y) * m_frame.rowStride + x];
    }

    /// The mean brightness of a square ring of modules around a centre.
    std::optional<double> ring(double column, double row, double radius) const
    {
        Mean mean;
        const int steps = std::max(1, int(2 * radius));
        for (int i = 0; i < steps; ++i) {
            const double along = -radius + 2 * radius * i / steps;
            for (const QPointF &offset : {QPointF(along, -radius), QPointF(radius, along),
                                          QPointF(-along, radius), QPointF(-radius, -along)}) {
                if (const auto one = value(column + offset.x(), row + offset.y()))
                    mean.add(*one);
            }
        }
        return mean.count > 0 ? std::optional(mean.value()) : std::nullopt;
    }

private:
    const LuminanceView &m_frame;
    const SymbolPlane &m_plane;
};

/// What the finder patterns say of the light; those out of view are left out, and the middle of the others is
/// taken: one may be blinded.
void measurePatterns(const Modules &modules, Glimpse &glimpse)
{
    struct PatternLight
    {
        double light;
        double dark;
        double modulation;
    };
    std::array<PatternLight, 3> seen{};
    size_t count = 0;
    const double far = modules.side() - 4;
    const std::array<QPointF, 3> centres{{{3, 3}, {far, 3}, {3, far}}};
    for (const QPointF &centre : centres) {
        const auto core = modules.value(centre.x(), centre.y());
        const auto lightRing = modules.ring(centre.x(), centre.y(), 2);
        const auto darkRing = modules.ring(centre.x(), centre.y(), 3);
        const auto separator = modules.ring(centre.x(), centre.y(), 4);
        if (!core || !lightRing || !darkRing || !separator)
            continue;
        const double light = std::max(*lightRing, *separator);
        const double dark = std::min(*core, *darkRing);
        const double contrast = light - dark;
        if (contrast < leastContrast)
            continue;
        size_t place = count++; // in the order of their modulation
        const double modulation = std::clamp((*lightRing - *darkRing) / contrast, 0.0, 1.0);
        for (; place > 0 && seen[place - 1].modulation > modulation; --place)
            seen[place] = seen[place - 1];
        seen[place] = {light, dark, modulation};
    }
    if (count == 0)
        return;
    const PatternLight &middle = seen[count / 2];
    glimpse.light = middle.light;
    glimpse.dark = middle.dark;
    glimpse.modulation = middle.modulation;
}

/// The share of the modules that lie in squares of 4 × 4 as bright as the sensor can tell. Data hold no such
/// square, or hardly ever.
double glareOf(const Modules &modules)
{
    constexpr int square = 4;
    constexpr double blinding = 245;
    const int side = modules.side();
    int seen = 0;
    int blinded = 0;
    for (int row = 0; row + square <= side; row += square) {
        for (int column = 0; column + square <= side; column += square) {
            bool allBright = true;
            int inside = 0;
            for (int i = 0; i < square * square && allBright; ++i) {
                const auto one = modules.value(column + i % square, row + i / square);
                inside += one.has_value();
                allBright = !one || *one >= blinding;
            }
            if (inside > 0) {
                ++seen;
                blinded += allBright;
            }
        }
    }
    return seen > 0 ? double(blinded) / seen : 0;
}

void measureShape(const Modules &modules, const LuminanceView &frame, Glimpse &glimpse)
{
    const double side = modules.side();
    double shortest = 1e9;
    double longest = 0;
    for (const QPointF &corner :
         {QPointF(0, 0), QPointF(side - 1, 0), QPointF(side - 1, side - 1), QPointF(0, side - 1)}) {
        const QPointF origin = modules.at(corner.x(), corner.y());
        for (const QPointF &step : {QPointF(1, 0), QPointF(0, 1)}) {
            const double module = length(modules.at(corner.x() + step.x(), corner.y() + step.y()) - origin);
            shortest = std::min(shortest, module);
            longest = std::max(longest, module);
        }
        glimpse.outline << modules.at(corner.x() > 0 ? side : 0, corner.y() > 0 ? side : 0);
    }
    glimpse.module = shortest;
    // A rhombus has equal sides, but not as a symbol seen from straight ahead.
    const double one = length(glimpse.outline[2] - glimpse.outline[0]);
    const double other = length(glimpse.outline[3] - glimpse.outline[1]);
    glimpse.foreshortening = std::min(shortest / longest, std::min(one, other) / std::max(one, other));

    constexpr int samples = 12;
    int inside = 0;
    for (int i = 0; i < samples * samples; ++i) {
        const QPointF at =
            modules.at(side * (i % samples + 0.5) / samples, side * (i / samples + 0.5) / samples);
        inside += at.x() >= 0 && at.y() >= 0 && at.x() < frame.width && at.y() < frame.height;
    }
    glimpse.visible = double(inside) / (samples * samples);
    const QRectF bounds = glimpse.outline.boundingRect();
    glimpse.size = std::max(bounds.width(), bounds.height()) / frame.height;
}

/// How far an edge within the outline is smeared, pixels: the contrast by the steepest steps between
/// neighbours.
double blurOf(const LuminanceView &frame, const QPolygonF &outline, double noise)
{
    std::array<int, 256> values{};
    std::array<int, 256> steps{};
    int count = 0;
    constexpr int lines = 48;
    const QRect bounds = outline.boundingRect().toAlignedRect() & QRect(0, 0, frame.width - 1, frame.height);
    for (int i = 0; i < lines && !bounds.isEmpty(); ++i) {
        const int y = bounds.top() + bounds.height() * (2 * i + 1) / (2 * lines);
        const uchar *line = frame.data + qsizetype(y) * frame.rowStride;
        for (int x = bounds.left(); x <= bounds.right(); ++x) {
            ++values[line[x]];
            ++steps[size_t(std::abs(line[x + 1] - line[x]))];
            ++count;
        }
    }
    const auto quantile = [count](const std::array<int, 256> &histogram, double share) {
        int below = 0;
        size_t value = 0;
        while (value < 255 && (below += histogram[value]) < share * count)
            ++value;
        return double(value);
    };
    const double contrast = quantile(values, 0.97) - quantile(values, 0.03);
    const double steepest = std::hypot(quantile(steps, 0.98), 1) - 2 * noise;
    return contrast / std::max(1.0, steepest);
}

/// What can be told of a symbol from its texture alone, taken for one of the usual size. Nothing when it
/// should have been read for all that is seen: then it is something else.
std::optional<Glimpse> glimpseOf(const DenseRegion &region, double scale, const LuminanceView &frame,
                                 const FrameLight &light)
{
    Glimpse glimpse;
    glimpse.outline = QTransform::fromScale(scale, scale).map(region.outline);
    glimpse.module = region.side * scale * region.aspect / usualModules;
    glimpse.foreshortening = region.aspect;
    glimpse.light = region.isLightOnDark ? 255 - region.ground : region.ground;
    glimpse.dark = region.isLightOnDark ? 255 - region.modules : region.modules;
    glimpse.size = glimpse.outline.boundingRect().height() / frame.height;
    const double blur = blurOf(frame, glimpse.outline, light.noise);
    const double module = region.side * scale / usualModules;
    const bool blurred = blur > leastBlur && blur > leastBlurredModules * module;
    if (blurred)
        glimpse.modulation = 0;
    const bool small = module < readableModule;
    const bool turned = region.aspect < readableAspect;
    return blurred || small || turned ? std::optional(glimpse) : std::nullopt;
}

SymbolPlane enlarged(SymbolPlane plane, double scale)
{
    plane.toPicture = plane.toPicture * QTransform::fromScale(scale, scale);
    return plane;
}

} // namespace

FrameLight lightOf(const LuminanceView &frame)
{
    constexpr int step = 8;
    constexpr int run = 8;
    std::array<int, 256> histogram{};
    std::array<int, 256> roughness{}; // of runs of pixels, by their mean second difference, in quarters
    int pixels = 0;
    int runs = 0;
    for (int y = step / 2; y < frame.height; y += step) {
        const uchar *line = frame.data + qsizetype(y) * frame.rowStride;
        for (int x = 0; x + run + 2 <= frame.width; x += 4 * run) {
            int sum = 0;
            for (int i = x; i < x + run; ++i)
                sum += std::abs(line[i] - 2 * line[i + 1] + line[i + 2]);
            ++roughness[size_t(std::min(sum * 4 / run, 255))];
            ++runs;
            ++histogram[line[x]];
            ++pixels;
        }
    }
    FrameLight light{0, 0};
    int above = 0;
    int value = 255;
    while (value > 0 && (above += histogram[size_t(value)]) * 50 < pixels)
        --value;
    light.bright = value;
    int below = 0;
    size_t flat = 0;
    while (flat < 255 && (below += roughness[flat]) * 4 < runs)
        ++flat;
    // The second difference of independent noise deviates by the square root of 6; its mean size is 0.8 of
    // that.
    light.noise = double(flat) / 4 / (0.8 * std::sqrt(6.0));
    return light;
}

std::optional<Glimpse> GlimpseFinder::find(const LuminanceView &frame, const FrameLight &light)
{
    if (frame.isEmpty() || std::min(frame.width, frame.height) < leastSide)
        return std::nullopt;
    LuminanceView larger = frame;
    for (LuminancePlane &smaller : m_smaller) {
        if (std::min(larger.width, larger.height) >= leastSide)
            halve(larger, smaller);
        else
            smaller.resize(0, 0);
        larger = smaller.view();
    }
    m_patternsAreDue = !m_patternsAreDue;
    const bool wholeToo = m_patternsAreDue && frame.width <= widestWhole && light.noise < mostNoise;
    const bool smallTextureToo = !m_patternsAreDue && light.noise < mostNoise;
    if (auto glimpse = findPatterns(frame, light, wholeToo))
        return glimpse;
    return findTexture(frame, light, smallTextureToo);
}

std::optional<Glimpse> GlimpseFinder::findPatterns(const LuminanceView &frame, const FrameLight &light,
                                                   bool wholeToo)
{
    std::optional<SymbolPlane> plane;
    double scale = 1;
    for (size_t level = 0; level < 2 && !plane; ++level) {
        scale *= 2;
        if (light.noise < scale * mostNoise && m_smaller[level].width() > 0)
            plane = planeIn(m_smaller[level].view());
    }
    if (!plane && wholeToo) {
        scale = 1;
        plane = planeIn(frame);
    }
    if (!plane)
        return std::nullopt;
    if (scale == 1)
        m_patternsAreDue = false; // what has found it is used for the next frame as well
    const SymbolPlane inFrame = enlarged(*plane, scale);
    LuminanceView darkOnLight = frame;
    if (m_isLightOnDark) {
        invert(frame, m_negative);
        darkOnLight = m_negative.view();
    }
    const Modules modules(darkOnLight, inFrame);
    Glimpse glimpse;
    measureShape(modules, darkOnLight, glimpse);
    measurePatterns(modules, glimpse);
    glimpse.glare = glareOf(modules);
    return glimpse;
}

/// From the largest to the smallest: what is held up fills much of the frame.
std::optional<Glimpse> GlimpseFinder::findTexture(const LuminanceView &frame, const FrameLight &light,
                                                  bool smallToo)
{
    double scale = 1 << m_smaller.size();
    const size_t finest = smallToo ? 0 : 1;
    for (size_t level = m_smaller.size(); level-- > finest; scale /= 2) {
        const auto region = m_regions.find(m_smaller[level].view(), light.noise / scale);
        auto glimpse = region ? glimpseOf(*region, scale, frame, light) : std::nullopt;
        if (!glimpse)
            continue;
        if (level == 0)
            m_patternsAreDue = true; // what has found it is used for the next frame as well
        return glimpse;
    }
    return std::nullopt;
}

std::optional<SymbolPlane> GlimpseFinder::planeIn(const LuminanceView &picture)
{
    using enum BlockMidpoint::Polarity;
    m_midpoint.measure(picture);
    for (const auto polarity : {DarkOnLight, LightOnDark}) {
        m_isLightOnDark = polarity == LightOnDark;
        m_midpoint.binarise(picture, polarity, m_binary);
        if (auto plane = planeInBinary())
            return plane;
    }
    return std::nullopt;
}

std::optional<SymbolPlane> GlimpseFinder::planeInBinary()
{
    const auto &patterns = m_finders.find(m_binary.view());
    findSymbolPlanes(patterns, m_binary.view(), m_planes);
    if (m_planes.empty())
        return guessedPlane(patterns, m_binary.view());
    const QPointF middle(m_binary.width() / 2.0, m_binary.height() / 2.0);
    const auto distance = [&middle](const SymbolPlane &plane) {
        const double centre = plane.modules / 2.0;
        return length(plane.toPicture.map(QPointF(centre, centre)) - middle);
    };
    return *std::ranges::min_element(m_planes, {}, distance);
}

} // namespace checkpoint
