#include "core/posters/sheetedges.h"

#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace checkpoint {

namespace {

constexpr int samplesAlong = 48;   ///< on a line parallel to the symbol's edge
constexpr double step = 0.004;     ///< between lines; sides of the symbol, like all distances here
constexpr double quietFrom = 0.02; ///< paper for certain: within four modules of the largest symbol
constexpr double quietTo = 0.055;
constexpr double farthest = 4;           ///< a symbol printed at a fifth of its size
constexpr double backgroundDepth = 0.05; ///< print is over sooner than this
constexpr double backgroundShare = 0.8;  ///< of the samples of a line
constexpr double paperTolerance = 0.16;  ///< of the paper's brightness

enum class Side { Left, Top, Right, Bottom };

/// Brightness at places of the symbol's plane: the symbol is the square from (0, 0) to (1, 1).
class Plane
{
public:
    Plane(const LuminanceView &frame, const QTransform &toFrame) : m_frame(frame), m_toFrame(toFrame) {}

    /// Nothing outside the frame and behind the camera.
    std::optional<double> at(double x, double y) const
    {
        const double depth = m_toFrame.m13() * x + m_toFrame.m23() * y + m_toFrame.m33();
        if (depth <= 1e-9)
            return std::nullopt;
        const double column = (m_toFrame.m11() * x + m_toFrame.m21() * y + m_toFrame.m31()) / depth - 0.5;
        const double row = (m_toFrame.m12() * x + m_toFrame.m22() * y + m_toFrame.m32()) / depth - 0.5;
        if (column < 0 || row < 0 || column >= m_frame.width - 1 || row >= m_frame.height - 1)
            return std::nullopt;
        const int left = int(column);
        const int top = int(row);
        const double across = column - left;
        const double down = row - top;
        return (pixel(left, top) * (1 - across) + pixel(left + 1, top) * across) * (1 - down) +
               (pixel(left, top + 1) * (1 - across) + pixel(left + 1, top + 1) * across) * down;
    }

private:
    double pixel(int x, int y) const
    {
        return m_frame.data[qsizetype(y) * m_frame.rowStride + qsizetype(x) * m_frame.pixelStride];
    }

    const LuminanceView &m_frame;
    const QTransform m_toFrame;
};

/// A place `away` from one side of the symbol, `along` of the way along it.
QPointF place(Side side, double along, double away)
{
    switch (side) {
    case Side::Left:
        return {-away, along};
    case Side::Top:
        return {along, -away};
    case Side::Right:
        return {1 + away, along};
    case Side::Bottom:
        return {along, 1 + away};
    }
    Q_UNREACHABLE();
}

/// The paper's brightness along one side of the symbol, followed outwards as the light changes.
class PaperAlong
{
public:
    PaperAlong(const Plane &plane, Side side) : m_plane(plane), m_side(side)
    {
        for (int i = 0; i < samplesAlong; ++i) {
            double brightest = 0;
            for (double away = quietFrom; away <= quietTo; away += step)
                brightest = std::max(brightest, sample(i, away).value_or(0));
            m_paper[size_t(i)] = brightest;
        }
    }

    /// The share of the line that is no paper; nothing when the line leaves the frame.
    std::optional<double> shareWithoutPaper(double away)
    {
        int without = 0;
        for (int i = 0; i < samplesAlong; ++i) {
            const std::optional<double> value = sample(i, away);
            if (!value)
                return std::nullopt;
            double &paper = m_paper[size_t(i)];
            if (std::abs(*value - paper) <= paperTolerance * paper)
                paper += 0.1 * (*value - paper);
            else
                ++without;
        }
        return double(without) / samplesAlong;
    }

private:
    std::optional<double> sample(int i, double away) const
    {
        const QPointF where = place(m_side, 0.04 + 0.92 * i / (samplesAlong - 1), away);
        return m_plane.at(where.x(), where.y());
    }

    const Plane &m_plane;
    const Side m_side;
    std::array<double, samplesAlong> m_paper{};
};

std::optional<double> edgeAt(const Plane &plane, Side side)
{
    PaperAlong paper(plane, side);
    double begins = 0;
    bool inBackground = false;
    for (double away = quietFrom; away < farthest; away += step) {
        const std::optional<double> share = paper.shareWithoutPaper(away);
        if (!share)
            return std::nullopt;
        if (*share < backgroundShare) {
            inBackground = false;
            continue;
        }
        if (!inBackground)
            begins = away;
        inBackground = true;
        if (away - begins >= backgroundDepth)
            return begins - step / 2;
    }
    return std::nullopt;
}

std::optional<double> share(const std::optional<double> &before, const std::optional<double> &after)
{
    if (!before || !after)
        return std::nullopt;
    return 1 / (1 + *before + *after);
}

} // namespace

std::optional<double> SheetEdges::shareOfWidth() const
{
    return share(left, right);
}

std::optional<double> SheetEdges::shareOfHeight() const
{
    return share(top, bottom);
}

SheetEdges findSheetEdges(const LuminanceView &frame, const QPolygonF &outline)
{
    const QPolygonF square{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    QTransform toFrame;
    if (frame.isEmpty() || outline.size() != 4 || !QTransform::quadToQuad(square, outline, toFrame))
        return {};
    const Plane plane(frame, toFrame);
    return {edgeAt(plane, Side::Left), edgeAt(plane, Side::Top), edgeAt(plane, Side::Right),
            edgeAt(plane, Side::Bottom)};
}

} // namespace checkpoint
