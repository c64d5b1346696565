#include "core/barcode/qrframereader.h"

#include <algorithm>

namespace checkpoint {

namespace {

constexpr double memory = 0.9; // of a moving mean, from one frame to the next
constexpr int framesRemembered = 12;
/// So many frames in a row may be read by their region alone; the next one is looked at as a whole, lest a
/// second person's code beside the first goes unseen.
constexpr int longestRegionOnly = 3;
/// The decoding library takes seconds for a frame with hundreds of finder patterns. After a pass that took so
/// long, the next frames get only the pass whose effort is bounded, lest reading falls behind what is shown.
constexpr PassPlanner::Duration longestPass(150);
constexpr int framesSpared = 30;
/// What each pass has looked for in vain so often is not there.
constexpr int leastRuns = 3;
/// At rest one of so many frames gets other passes than the first all the same.
constexpr int restedFrames = 30;
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
    const Clock::time_point start = Clock::now();
    m_planner.beginFrame(m_lastFrame ? arrivedAt - *m_lastFrame : PassPlanner::longestInterval);
    if (m_lastFrame && arrivedAt > *m_lastFrame)
        noteRate(arrivedAt - *m_lastFrame);
    m_lastFrame = arrivedAt;
    noteScene(frame, arrivedAt);
    DecodedCodes codes = readFrame(frame);
    if (!codes.empty())
        stayAwake(arrivedAt);

    ++m_statistics.frames;
    m_statistics.framesRead += !codes.empty();
    m_statistics.frameSize = QSize(frame.width, frame.height);
    const PassPlanner::Duration spent = Clock::now() - start;
    m_statistics.spent = m_statistics.frames > 1 ? memory * m_statistics.spent + (1 - memory) * spent : spent;
    return codes;
}

void QrFrameReader::noteScene(const LuminanceView &frame, Clock::time_point arrivedAt)
{
    if (m_scene.hasChanged(frame))
        stayAwake(arrivedAt);
    if (m_isAtRest) {
        ++m_framesAtRest;
        return;
    }
    if (arrivedAt - m_awakeSince < longestAwake)
        return;
    m_isAtRest = true;
    for (size_t i = 1; i < m_runsThen.size(); ++i)
        m_isAtRest = m_isAtRest && m_planner.statistics()[i].runs - m_runsThen[i] >= leastRuns;
    m_framesAtRest = 0;
}

void QrFrameReader::stayAwake(Clock::time_point since)
{
    m_isAtRest = false;
    m_awakeSince = since;
    for (size_t i = 0; i < m_runsThen.size(); ++i)
        m_runsThen[i] = m_planner.statistics()[i].runs;
}

/// Besides the first.
bool QrFrameReader::morePasses() const
{
    return m_framesSpared == 0 && (!m_isAtRest || m_framesAtRest % restedFrames == restedFrames - 1);
}

void QrFrameReader::noteRate(PassPlanner::Duration interval)
{
    constexpr PassPlanner::Duration second(std::chrono::seconds(1));
    const double before = m_statistics.framesASecond;
    m_statistics.framesASecond =
        before > 0 ? 1 / (memory / before + (1 - memory) * (interval / second)) : second / interval;
}

ReaderStatistics QrFrameReader::statistics() const
{
    ReaderStatistics statistics = m_statistics;
    statistics.passes = m_planner.statistics();
    statistics.budget = m_planner.budget();
    statistics.sparing = m_framesSpared > 0;
    statistics.resting = m_isAtRest;
    statistics.framesTogether = m_across.frames();
    if (m_lastSeen) {
        statistics.lastSeen = m_lastSeen->region;
        statistics.lastReadBy = m_lastSeen->pass;
    }
    return statistics;
}

DecodedCodes QrFrameReader::readFrame(const LuminanceView &frame)
{
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
    while (codes.empty() && morePasses() && m_planner.next(pass))
        codes = run(m_whole, pass);
    m_framesSpared = std::max(0, m_framesSpared - 1);
    if (!codes.empty() || ++m_framesWithoutAcross > framesRemembered)
        m_across.clear();
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
    const Clock::time_point start = Clock::now();
    auto pass = ReadPass::Midpoint;
    m_near.begin(frame.cropped(m_lastSeen->region));
    DecodedCodes codes = m_near.run(pass);
    if (codes.empty() && m_lastSeen->pass != pass) {
        pass = m_lastSeen->pass;
        codes = m_near.run(pass);
    }
    noteRun(m_statistics.region, Clock::now() - start, !codes.empty());
    for (DecodedCode &code : codes)
        code.outline = code.outline.translated(offset);
    if (!codes.empty())
        remember(codes, frame, pass);
    return codes;
}

DecodedCodes QrFrameReader::run(ReadPasses &passes, ReadPass pass)
{
    const Clock::time_point start = Clock::now();
    const int before = m_across.frames();
    DecodedCodes codes = passes.run(pass, &m_across);
    const PassPlanner::Duration took = Clock::now() - start;
    m_planner.note(pass, took, !codes.empty());
    if (m_across.frames() != before) {
        m_framesWithoutAcross = 0;
        if (before > 0)
            noteRun(m_statistics.acrossFrames, took, !codes.empty());
        if (codes.empty())
            m_planner.hasten(pass);
    }
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
