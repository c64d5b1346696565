// Ten thousand desks come back after an hour without the platform: what it is offered, second by second, and
// how long it takes until everything has arrived. The desks follow the program's own RetryPolicy; time is
// simulated.

#include "core/sync/retrypolicy.h"

#include <QRandomGenerator>
#include <queue>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace checkpoint;
using namespace std::chrono;

namespace {

constexpr int desks = 10'000;
constexpr int waitingEach = 100;
constexpr double platformRate = 1'000; // entries a second
constexpr double outage = 3'600;       // seconds, up to the moment 0

struct Try
{
    double at = 0;
    int desk = 0;
    int failures = 0;
    int entries = 0; ///< in the batch
    double lastPause = 0;
    bool returning = false; ///< nothing got through yet

    bool operator>(const Try &other) const { return at > other.at; }
};

struct Figures
{
    double peakOfOneSecond = 0; ///< in what the platform takes
    double peakOfTenSeconds = 0;
    double drain = 0; ///< in the best possible time
    double drainOfNearlyAll = 0;
    double turnedAway = 0; ///< requests a desk
    std::vector<double> offered;
};

class Simulation
{
public:
    Simulation(quint32 seed, seconds retryAfter) : m_random(seed), m_retryAfter(retryAfter) {}

    Figures run()
    {
        // Each entry that was recorded first after the line broke is in a batch that is tried until it ends.
        for (int desk = 0; desk < desks; ++desk) {
            Try each{-outage + 60 * chance(), desk, 0, 1, 0, true};
            while (each.at < 0)
                fail(each, seconds(0));
            m_tries.push(each);
        }
        std::vector<int> left(desks, waitingEach);
        std::vector<double> done;
        while (!m_tries.empty()) {
            Try each = m_tries.top();
            m_tries.pop();
            count(each);
            if (!taken(each)) {
                ++m_turnedAway;
                fail(each, m_retryAfter);
                m_tries.push(each);
                continue;
            }
            left[size_t(each.desk)] -= each.entries;
            if (left[size_t(each.desk)] == 0)
                done.push_back(each.at);
            else
                goOn(each, left[size_t(each.desk)]);
        }
        return figures(done);
    }

private:
    double chance() { return m_random.generateDouble(); }

    void fail(Try &each, milliseconds askedFor)
    {
        ++each.failures;
        each.lastPause = duration<double>(m_policy.pause(each.failures, chance(), askedFor)).count();
        each.at += each.lastPause;
    }

    void goOn(Try each, int left)
    {
        const milliseconds last(qint64(1000 * each.lastPause));
        if (each.returning)
            each.at += duration<double>(m_policy.holdBack(each.failures, last, chance())).count();
        each.returning = false;
        each.failures = RetryPolicy::failuresAfterReturn(each.failures);
        each.entries = left;
        m_tries.push(each);
    }

    bool taken(const Try &each)
    {
        m_room = std::min(platformRate, m_room + (each.at - m_lastAt) * platformRate);
        m_lastAt = each.at;
        if (m_room < each.entries)
            return false;
        m_room -= each.entries;
        return true;
    }

    void count(const Try &each)
    {
        const auto second = size_t(each.at);
        if (m_offered.size() <= second)
            m_offered.resize(second + 1);
        m_offered[second] += each.entries;
    }

    Figures figures(std::vector<double> &done) const
    {
        Figures figures;
        figures.offered = m_offered;
        for (size_t i = 0; i + 10 <= m_offered.size(); ++i) {
            double sum = 0;
            for (size_t k = i; k < i + 10; ++k)
                sum += m_offered[k];
            figures.peakOfTenSeconds = std::max(figures.peakOfTenSeconds, sum / 10 / platformRate);
        }
        figures.peakOfOneSecond = *std::max_element(m_offered.begin(), m_offered.end()) / platformRate;
        const double best = desks * waitingEach / platformRate;
        std::sort(done.begin(), done.end());
        figures.drain = done.back() / best;
        figures.drainOfNearlyAll = done[done.size() * 99 / 100] / best;
        figures.turnedAway = double(m_turnedAway) / desks;
        return figures;
    }

    const RetryPolicy m_policy;
    QRandomGenerator m_random;
    const seconds m_retryAfter;
    std::priority_queue<Try, std::vector<Try>, std::greater<>> m_tries;
    std::vector<double> m_offered;
    double m_room = platformRate;
    double m_lastAt = 0;
    int m_turnedAway = 0;
};

void plot(const std::vector<double> &offered)
{
    constexpr size_t step = 50;
    std::puts("\noffered, in what the platform takes; each line is 50 s, | marks 1\n");
    for (size_t from = 0; from < offered.size(); from += step) {
        double sum = 0;
        const size_t to = std::min(from + step, offered.size());
        for (size_t i = from; i < to; ++i)
            sum += offered[i];
        const double rate = sum / double(to - from) / platformRate;
        std::string line(size_t(rate * 40), '#');
        line.resize(std::max<size_t>(line.size(), 41), ' ');
        if (line[40] == ' ')
            line[40] = '|';
        std::printf("%5zu s %5.2f %s\n", from, rate, line.c_str());
    }
}

} // namespace

int main()
{
    std::printf(
        "%d desks after an outage of %.0f s, %d entries each; a platform that takes %.0f a second\n\n", desks,
        outage, waitingEach, platformRate);
    std::puts("seed  Retry-After  peak 1 s  peak 10 s  drain  drain 99 %  turned away a desk");
    bool holds = true;
    std::vector<double> shown;
    for (const int retryAfter : {0, 30}) {
        for (quint32 seed = 1; seed <= 5; ++seed) {
            const Figures figures = Simulation(seed, seconds(retryAfter)).run();
            std::printf("%4u  %11d  %8.2f  %9.2f  %5.2f  %10.2f  %18.2f\n", seed, retryAfter,
                        figures.peakOfOneSecond, figures.peakOfTenSeconds, figures.drain,
                        figures.drainOfNearlyAll, figures.turnedAway);
            holds = holds && figures.peakOfTenSeconds <= 2.0 && figures.drain <= 1.5;
            if (shown.empty())
                shown = figures.offered;
        }
    }
    plot(shown);
    std::printf("\npeak (10 s) within 2x and drain within 1.5x: %s\n", holds ? "holds" : "DOES NOT HOLD");
    return holds ? 0 : 1;
}
