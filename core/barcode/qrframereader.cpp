#include "core/barcode/qrframereader.h"

#include <algorithm>

namespace checkpoint {

namespace {

constexpr int framesRemembered = 12;
/// So many frames in a row may be read by their region alone; the next one is looked at as a whole, lest a
/// second person's code beside the first goes unseen.
constexpr int longestRegionOnly = 3;
/// The decoding library takes seconds for a frame with hundreds of finder patterns. After a pass that took so
/// long, the next frames get only the pass whose effort is bounded, lest reading falls behind what is shown.
constexpr PassPlanner::Duration longestPass(150);
constexpr int framesSpared = 30;
constexpr QSize smallestRegion(320, 180);

/// The codes with half their size around them: room for a hand that moves.
QRect regionAround(const DecodedCodes &codes, QSize frame)
{
    QRectF bounds;
    for (const DecodedCode &code : codes)
        bounds |= code.outline.boundingRect();
    const double width = std::max(2 * bounds.width(), double(smallestRegion.width()));
    const double height = std::max(2 * bounds.height(), double(smallestRegion.height()));
    const QPointF centre = bounds.center();
    return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        .toAlignedRect()
        .intersected(QRect(QPoint(), frame));
}

} // namespace

DecodedCodes QrFrameReader::decode(const LuminanceView &frame, Clock::time_point arrivedAt)
{
    if (frame.isEmpty())
        return {};
    m_planner.beginFrame(m_lastFrame ? arrivedAt - *m_lastFrame : PassPlanner::longestInterval);
    m_lastFrame = arrivedAt;

    DecodedCodes codes = readRegion(frame);
    if (!codes.empty() && m_regionOnly < longestRegionOnly) {
        ++m_regionOnly;
        return codes;
    }
    m_regionOnly = 0;
    const bool inRegion = !codes.empty();
    m_whole.begin(frame);
    auto pass = m_framesSpared > 0 ? ReadPass::Rectified : ReadPass::Midpoint;
    addNewCodes(codes, run(m_whole, pass));
    while (codes.empty() && m_framesSpared == 0 && m_planner.next(pass))
        codes = run(m_whole, pass);
    m_framesSpared = std::max(0, m_framesSpared - 1);
    if (!codes.empty())
        remember(codes, frame, inRegion ? m_lastSeen->pass : pass);
    else if (m_lastSeen && ++m_lastSeen->misses > framesRemembered)
        m_lastSeen.reset();
    return codes;
}

DecodedCodes QrFrameReader::readRegion(const LuminanceView &frame)
{
    const QSize frameSize(frame.width, frame.height);
    if (m_lastSeen && m_lastSeen->frameSize != frameSize)
        m_lastSeen.reset();
    if (!m_lastSeen || m_lastSeen->region.isEmpty())
        return {};
    const QPoint offset = m_lastSeen->region.topLeft();
    auto pass = ReadPass::Midpoint;
    m_near.begin(frame.cropped(m_lastSeen->region));
    DecodedCodes codes = m_near.run(pass);
    if (codes.empty() && m_lastSeen->pass != pass) {
        pass = m_lastSeen->pass;
        codes = m_near.run(pass);
    }
    for (DecodedCode &code : codes)
        code.outline = code.outline.translated(offset);
    if (!codes.empty())
        remember(codes, frame, pass);
    return codes;
}

DecodedCodes QrFrameReader::run(ReadPasses &passes, ReadPass pass)
{
    const Clock::time_point start = Clock::now();
    DecodedCodes codes = passes.run(pass);
    const PassPlanner::Duration took = Clock::now() - start;
    m_planner.note(pass, took, !codes.empty());
    if (took > longestPass)
        m_framesSpared = framesSpared;
    return codes;
}

void QrFrameReader::remember(const DecodedCodes &codes, const LuminanceView &frame, ReadPass pass)
{
    const QSize size(frame.width, frame.height);
    m_lastSeen = {regionAround(codes, size), size, pass, 0};
}

} // namespace checkpoint
