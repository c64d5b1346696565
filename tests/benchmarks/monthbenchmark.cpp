// A desk that was offline for a month catches up: how long it takes, what it needs, and whether whoever
// stands at the door notices. People are recorded all the while as in a busy hall, with and without sending,
// in one run.
//   monthbenchmark [ENTRIES]
// 100,000 entries unless said otherwise. The platform is the stand-in, over TLS, a process of its own.

#include "core/base/ids.h"
#include "core/store/entrystore.h"
#include "core/sync/syncengine.h"
#include "tests/flow/standin.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <functional>
#include <malloc.h>
#include <sqlite3.h>
#include <unistd.h>
#include <vector>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenScans = 50ms; // twenty a second: six gates at rush hour
constexpr auto beat = 2ms;
constexpr int entriesOfAPhase = 400; // before and after

double memoryMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

/// What SQLite has allocated: nearly all of it is its page caches, each with a limit of its own.
double sqliteMiB()
{
    return double(sqlite3_memory_used()) / 1024 / 1024;
}

/// What everything else has allocated, without what the allocator keeps for later.
double heapMiB()
{
    const auto info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / 1024 / 1024 - sqliteMiB();
}

/// How often each length came, in a room that does not grow with the time that passes.
class Lengths
{
public:
    void add(double milliseconds)
    {
        ++m_counts[std::min(std::size_t(milliseconds / step), m_counts.size() - 1)];
        ++m_all;
        m_longest = std::max(m_longest, milliseconds);
    }
    double at(double share) const
    {
        std::size_t below = 0;
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            below += m_counts[i];
            if (double(below) >= share * double(m_all))
                return double(i + 1) * step;
        }
        return m_longest;
    }
    double longest() const { return m_longest; }
    std::size_t count() const { return m_all; }

private:
    static constexpr double step = 0.02; // ms
    std::array<std::size_t, 10'000> m_counts{};
    std::size_t m_all = 0;
    double m_longest = 0;
};

void waitUntil(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template <typename T> T settled(QFuture<T> future)
{
    QTimer wakes;
    wakes.start(beat);
    waitUntil([&future] { return future.isFinished(); });
    return future.result();
}

EntryDraft draftOf(int number, const Moment &moment)
{
    EntryDraft draft;
    draft.visitor.idNumber = QString::number(79'300'000'000 + number / 2 % 40'000).rightJustified(12, u'0');
    draft.visitor.name = u"Nguyễn Thử Nghiệm"_s;
    draft.visitor.address = u"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s;
    draft.entry.id = newEntryId(moment.utcMs);
    draft.entry.kind = number % 2 ? EntryKind::Out : EntryKind::In; // nobody stays for the month
    draft.entry.at = moment;
    draft.entry.location = u"Gate A"_s;
    draft.entry.source = u"citizen-card"_s;
    draft.entry.device = u"Camera 1"_s;
    return draft;
}

/// Records somebody twenty times a second, from the thread of the window, and feels its pulse.
class Door : public QObject
{
public:
    Door(EntryStore *store, const Clock *clock, int *number)
        : m_store(store), m_clock(clock), m_number(number)
    {
        connect(&m_scans, &QTimer::timeout, this, &Door::scan);
        connect(&m_beats, &QTimer::timeout, this, [this] {
            gaps.add(double(m_sinceBeat.nsecsElapsed()) / 1e6);
            m_sinceBeat.restart();
        });
        m_beats.setTimerType(Qt::PreciseTimer);
        m_sinceBeat.start();
        m_scans.start(betweenScans);
        m_beats.start(beat);
    }

    Lengths latencies; ///< ms from asking to the answer, back on this thread
    Lengths gaps;      ///< ms between two beats

private:
    void scan()
    {
        QElapsedTimer since;
        since.start();
        m_store->record(draftOf((*m_number)++, m_clock->now()))
            .then(this, [this, since](const Result<Recorded> &done) {
                if (!done)
                    qFatal("not recorded: %s", qPrintable(done.error().detail));
                latencies.add(double(since.nsecsElapsed()) / 1e6);
            });
    }

    EntryStore *const m_store;
    const Clock *const m_clock;
    int *const m_number;
    QTimer m_scans;
    QTimer m_beats;
    QElapsedTimer m_sinceBeat;
};

void print(const char *when, const Door &door)
{
    std::printf("%-16s %6zu  %9.2f %9.2f %9.2f   %9.1f %9.1f   %8.1f\n", when, door.latencies.count(),
                door.latencies.at(0.5), door.latencies.at(0.99), door.latencies.longest(), door.gaps.at(0.99),
                door.gaps.longest(), memoryMiB());
    std::fflush(stdout);
}

void recordMonth(EntryStore &store, const Clock &clock, int entries)
{
    std::deque<QFuture<Result<Recorded>>> underWay;
    const auto takeOne = [&underWay] {
        underWay.front().waitForFinished();
        if (!underWay.front().result())
            qFatal("not recorded: %s", qPrintable(underWay.front().result().error().detail));
        underWay.pop_front();
    };
    for (int i = 0; i < entries; ++i) {
        underWay.push_back(store.record(draftOf(i, clock.now())));
        if (underWay.size() > 64)
            takeOne();
    }
    while (!underWay.empty())
        takeOne();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int entries = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const QTemporaryDir folder;
    test::StandIn platform(folder.filePath(u"platform"_s), {u"--some"_s});
    if (!platform.isReady())
        qFatal("the stand-in does not run");

    const SystemClock clock;
    EntryStore store;
    if (!settled(store.open(folder.filePath(u"desk"_s), StoreMode::ReadWrite)) ||
        !settled(store.unlock(QByteArray(32, 'k'), KeyPlace::File)))
        qFatal("the folder does not open");
    SyncEngine engine(&store, &clock);
    Enrolment enrolment{u"platform"_s, platform.address(), u"ENROL-1"_s, u"Desk 1"_s, {}, {}};
    QFile authority(platform.authority());
    if (authority.open(QIODevice::ReadOnly))
        enrolment.authority = authority.readAll();
    if (const auto enrolled = settled(engine.enrol(enrolment)); !enrolled)
        qFatal("%s", qPrintable(enrolled.error().detail));
    VenueRegister office(&store);
    Venue venue;
    venue.code = u"local1"_s;
    venue.name = u"Bệnh viện Mẫu"_s;
    if (const auto kept =
            settled(office.saveVenue(venue, {QByteArray(32, 'p'), QByteArray(32, 's'), true}, clock.now()));
        !kept)
        qFatal("%s", qPrintable(kept.error().detail));

    QElapsedTimer since;
    since.start();
    recordMonth(store, clock, entries);
    std::printf("%d entries recorded offline in %.1f s\n\n", entries, double(since.elapsed()) / 1000);
    std::puts("                          record(), ms                       event loop, ms");
    std::puts("                 scans     median      99 %    longest        99 %   longest   memory, MiB");

    int number = entries;
    {
        const Door door(&store, &clock, &number);
        waitUntil([&door] { return door.latencies.count() >= entriesOfAPhase; });
        print("before", door);
    }
    std::vector<double> memory;
    std::vector<double> sqlite;
    std::vector<double> heap;
    for (auto *values : {&memory, &sqlite, &heap})
        values->reserve(std::size_t(entries));
    {
        const Door door(&store, &clock, &number);
        bool settledAll = false;
        QObject::connect(&engine, &SyncEngine::progressed, &door, [&](const TargetRecord &target) {
            memory.push_back(memoryMiB());
            sqlite.push_back(sqliteMiB());
            heap.push_back(heapMiB());
            settledAll = settledAll || target.counts.acknowledged >= entries;
            if (!target.condition.why.isEmpty())
                qFatal("%s", qPrintable(target.condition.why));
        });
        since.restart();
        engine.sync(*settled(engine.outbox()->targets()), true);
        waitUntil([&settledAll] { return settledAll; });
        const double took = double(since.elapsed()) / 1000;
        print("while it sends", door);
        std::printf("\n%d entries caught up in %.1f s, %.0f a second\n", entries, took, entries / took);
        for (const auto &[what, values] :
             {std::pair{"memory", &memory}, std::pair{"SQLite's", &sqlite}, std::pair{"other heap", &heap}}) {
            std::printf("%-12s while it sent, MiB:", what);
            for (const double share : {0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0})
                std::printf(" %.1f", (*values)[size_t(share * double(values->size() - 1))]);
            std::puts("");
        }
        std::puts("");
    }
    {
        const Door door(&store, &clock, &number);
        waitUntil([&door] { return door.latencies.count() >= entriesOfAPhase; });
        print("after", door);
    }
    QTimer wakes;
    wakes.start(100ms);
    waitUntil([&] { return platform.state()[u"entries"_s].toInt() >= number; });
    const QJsonObject state = platform.state();
    std::printf("\nat the platform: %d of %d entries, told %d times; violations: %lld\n",
                state[u"entries"_s].toInt(), number, state[u"told"_s].toInt(),
                qint64(state[u"violations"_s].toArray().size()));
    return state[u"entries"_s].toInt() == number && state[u"violations"_s].toArray().isEmpty() ? 0 : 1;
}
