#include "core/barcode/passplanner.h"

#include <algorithm>

namespace checkpoint {

namespace {

constexpr double memory = 0.9; // of a moving mean, from one event to the next

/// How often a pass comes before anything is known of the camera: what it reads for what it costs.
double weightOf(ReadPass pass)
{
    switch (pass) {
    case ReadPass::Rectified:
    case ReadPass::BlurredSmaller:
        return 4;
    case ReadPass::Blurred:
        return 3;
    case ReadPass::LocalAverage:
    case ReadPass::Inverted:
        return 2;
    default:
        return 1;
    }
}

} // namespace

void noteRun(ReaderStatistics::Pass &pass, ReaderStatistics::Duration took, bool read)
{
    pass.cost = pass.runs ? memory * pass.cost + (1 - memory) * took : took;
    ++pass.runs;
    pass.reads += read;
}

void PassPlanner::beginFrame(Duration sinceLastFrame)
{
    const Duration interval = std::clamp(sinceLastFrame, shortestInterval, longestInterval);
    m_interval = memory * m_interval + (1 - memory) * interval;
    m_left = std::clamp(m_left, -mostDebt, Duration(0)) + budget();
    m_framesWithout = m_given ? 0 : m_framesWithout + 1;
    m_given = 0;
    for (size_t i = 1; i < m_credit.size(); ++i) // not the primary pass, which every frame gets
        m_credit[i] += weightOf(ReadPass(i)) + preference * m_statistics[i].success;
}

bool PassPlanner::next(ReadPass &pass)
{
    if (m_given >= passesAFrame)
        return false;
    const auto most = std::max_element(m_credit.begin() + 1, m_credit.end());
    const auto candidate = ReadPass(most - m_credit.begin());
    if (*most <= 0 || (!fits(candidate) && (m_given > 0 || m_framesWithout < longestWithout)))
        return false;
    *most = 0;
    ++m_given;
    pass = candidate;
    return true;
}

void PassPlanner::hasten(ReadPass pass)
{
    m_credit[size_t(pass)] += preference;
}

bool PassPlanner::fits(ReadPass pass) const
{
    return m_left.count() > 0 && statistics(pass).cost <= m_left + m_interval;
}

void PassPlanner::note(ReadPass pass, Duration took, bool read)
{
    m_left -= took;
    Statistics &own = m_statistics[size_t(pass)];
    noteRun(own, took, read);
    if (!read)
        return;
    for (Statistics &one : m_statistics)
        one.success *= memory;
    own.success += 1 - memory;
}

} // namespace checkpoint
