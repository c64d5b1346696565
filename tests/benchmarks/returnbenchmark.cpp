// Desks come back after an hour without the platform: what it is offered, second by second, and how long it
// takes until everything has arrived. The desks follow the program's own RetryPolicy; time is simulated.

#include "core/sync/retrypolicy.h"

#include <QRandomGenerator>
#include <queue>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace checkpoint;
using namespace std::chrono;

namespace {

constexpr double outage = 3'600; // seconds, up to the moment 0
constexpr size_t binsOfASecond = 10;
constexpr int mostOfABatch = 500;

/// Who comes back to what.
struct Case
{
    int desks = 0;
    int waitingEach = 0;
    double taken = 0;    ///< entries a second that the platform takes
    double ordinary = 0; ///< that come anyway, from desks that were never away
    int retryAfter = 0;  ///< seconds that it asks for when it turns somebody away
};

struct Try
{
    double at = 0;
    int desk = 0;
    int failures = 0;
    int entries = 0; ///< in the batch
    double lastPause = 0;
    int returned = -1; ///< batches since the line is back

    bool operator>(const Try &other) const { return at > other.at; }
};

struct Figures
{
    double peakOfASecond = 0; ///< in what the platform takes; of any second, not only of whole ones
    double peakOfTenSeconds = 0;
    double drain = 0; ///< in the best possible time
    double drainOfNearlyAll = 0;
    double turnedAway = 0; ///< requests a desk
    double requests = 0;   ///< batches a desk
    std::vector<double> offered;
};

class Simulation
{
public:
    Simulation(const Case &of, quint32 seed) : m_case(of), m_random(seed), m_room(of.taken - of.ordinary) {}

    Figures run()
    {
        // Each entry that was recorded first after the line broke is in a batch that is tried until it ends.
        for (int desk = 0; desk < m_case.desks; ++desk) {
            Try each{-outage + 60 * chance(), desk, 0, 1, 0};
            while (each.at < 0)
                fail(each, seconds(0));
            m_tries.push(each);
        }
        std::vector<int> left(size_t(m_case.desks), m_case.waitingEach);
        std::vector<double> done;
        while (!m_tries.empty()) {
            Try each = m_tries.top();
            m_tries.pop();
            count(each);
            if (!isTaken(each)) {
                ++m_turnedAway;
                fail(each, seconds(m_case.retryAfter));
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

    /// As TargetCourier does.
    void goOn(Try each, int left)
    {
        const milliseconds last(qint64(1000 * each.lastPause));
        milliseconds pause = RetryPolicy::betweenReturning;
        if (each.returned < 0 || RetryPolicy::isAnotherOutage(each.failures)) {
            each.returned = 0;
            pause = m_policy.holdBack(each.failures, last, chance());
        } else {
            ++each.returned;
        }
        each.at += duration<double>(pause).count();
        each.failures = RetryPolicy::failuresAfterReturn(each.failures);
        each.entries = std::min({left, mostOfABatch, RetryPolicy::entriesAfterReturn(each.returned)});
        m_tries.push(each);
    }

    /// The platform has room for what it takes in a second, and no more.
    bool isTaken(const Try &each)
    {
        const double free = m_case.taken - m_case.ordinary;
        m_room = std::min(free, m_room + (each.at - m_lastAt) * free);
        m_lastAt = each.at;
        if (m_room < each.entries)
            return false;
        m_room -= each.entries;
        return true;
    }

    void count(const Try &each)
    {
        const auto bin = size_t(each.at * binsOfASecond);
        if (m_offered.size() <= bin)
            m_offered.resize(bin + 1);
        m_offered[bin] += each.entries;
        ++m_requests;
    }

    double peak(size_t bins) const
    {
        double sum = 0;
        double most = 0;
        for (size_t i = 0; i < m_offered.size(); ++i) {
            sum += m_offered[i] - (i >= bins ? m_offered[i - bins] : 0);
            most = std::max(most, sum);
        }
        return (most / (double(bins) / binsOfASecond) + m_case.ordinary) / m_case.taken;
    }

    Figures figures(std::vector<double> &done) const
    {
        Figures figures;
        figures.offered = m_offered;
        figures.peakOfASecond = peak(binsOfASecond);
        figures.peakOfTenSeconds = peak(10 * binsOfASecond);
        const double best = double(m_case.desks) * m_case.waitingEach / (m_case.taken - m_case.ordinary);
        std::sort(done.begin(), done.end());
        figures.drain = done.back() / best;
        figures.drainOfNearlyAll = done[done.size() * 99 / 100] / best;
        figures.turnedAway = double(m_turnedAway) / m_case.desks;
        figures.requests = double(m_requests) / m_case.desks;
        return figures;
    }

    const RetryPolicy m_policy;
    const Case m_case;
    QRandomGenerator m_random;
    std::priority_queue<Try, std::vector<Try>, std::greater<>> m_tries;
    std::vector<double> m_offered;
    double m_room;
    double m_lastAt = 0;
    int m_turnedAway = 0;
    int m_requests = 0;
};

void plot(const std::vector<double> &offered, const Case &of)
{
    constexpr size_t step = 50 * binsOfASecond;
    std::puts("\noffered, in what the platform takes; each line is 50 s, | marks 1\n");
    for (size_t from = 0; from < offered.size(); from += step) {
        double sum = 0;
        const size_t to = std::min(from + step, offered.size());
        for (size_t i = from; i < to; ++i)
            sum += offered[i];
        const double rate = sum * binsOfASecond / double(to - from) / of.taken;
        std::string line(size_t(rate * 40), '#');
        line.resize(std::max<size_t>(line.size(), 41), ' ');
        if (line[40] == ' ')
            line[40] = '|';
        std::printf("%5zu s %5.2f %s\n", from / binsOfASecond, rate, line.c_str());
    }
}

void print(const char *who, int retryAfter, const Figures &figures)
{
    std::printf("%9s  %11d  %8.2f  %9.2f  %5.2f  %10.2f  %11.2f  %7.2f\n", who, retryAfter,
                figures.peakOfASecond, figures.peakOfTenSeconds, figures.drain, figures.drainOfNearlyAll,
                figures.turnedAway, figures.requests);
}

} // namespace

int main()
{
    Case desks{10'000, 100, 1'000};
    std::printf(
        "%d desks after an outage of %.0f s, %d entries each; a platform that takes %.0f a second\n\n",
        desks.desks, outage, desks.waitingEach, desks.taken);
    std::puts(
        "     seed  Retry-After  peak 1 s  peak 10 s  drain  drain 99 %  turned away  batches (a desk)");
    constexpr quint32 seeds = 100;
    constexpr quint32 shown = 5;
    Figures worst;
    std::vector<double> toPlot;
    for (const int retryAfter : {0, 30}) {
        desks.retryAfter = retryAfter;
        for (quint32 seed = 1; seed <= seeds; ++seed) {
            const Figures figures = Simulation(desks, seed).run();
            if (seed <= shown)
                print(std::to_string(seed).c_str(), retryAfter, figures);
            if (toPlot.empty())
                toPlot = figures.offered;
            worst.peakOfASecond = std::max(worst.peakOfASecond, figures.peakOfASecond);
            worst.peakOfTenSeconds = std::max(worst.peakOfTenSeconds, figures.peakOfTenSeconds);
            worst.drain = std::max(worst.drain, figures.drain);
        }
    }
    std::printf("worst of %u:                %4.2f       %4.2f   %4.2f\n", 2 * seeds, worst.peakOfASecond,
                worst.peakOfTenSeconds, worst.drain);
    plot(toPlot, desks);

    const Case country{1'000'000, 10, 17'000, 8'400};
    std::printf(
        "\na country: %d desks, %d entries each; a platform that takes %.0f a second, and %.0f come anyway\n",
        country.desks, country.waitingEach, country.taken, country.ordinary);
    print("1", 0, Simulation(country, 1).run());

    const bool holds = worst.peakOfASecond <= 2.0 && worst.drain <= 1.5;
    std::printf("\npeak of any second within 2x and drain within 1.5x: %s\n",
                holds ? "holds" : "DOES NOT HOLD");
    return holds ? 0 : 1;
}
