// What reports cost over a record of years, next to what SQLite's own shell needs for the like of it.
//   reportbenchmark [ENTRIES] [VISITORS] [FILES] [FOLDER] [WHICH]
// 1,000,000 entries of 200,000 visitors and a roll-up of 10,000 files unless said otherwise. The record is
// kept in FOLDER, and used again when it is there already. WHICH is the one thing to measure, such as
// "entries, masked"; all of it unless said. Needs sqlite3.

#include "core/base/ids.h"
#include "core/reports/catalogue/tracereport.h"
#include "core/reports/reportcatalog.h"
#include "core/reports/reportrun.h"
#include "core/reports/rollup/rollupreport.h"
#include "core/store/connection.h"
#include "core/store/reportsource.h"
#include "core/store/storefolder.h"
#include "core/store/vault.h"
#include "core/store/venuewriter.h"
#include "core/store/visitorcbor.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <functional>
#include <sys/resource.h>
#include <vector>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 start = 1'704'067'200'000;
constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
constexpr int entriesADay = 3000;

const QByteArray masterKey(32, 'k');

template <typename T> T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

template <typename T> void require(const Result<T> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(errorCodeId(result.error().code) + u' ' + result.error().detail));
}

VisitorData visitor(int number)
{
    VisitorData data;
    data.idNumber = u"0010"_s + QString::number(number).rightJustified(8, u'0');
    data.name = u"Nguyễn Thử %1"_s.arg(number);
    data.birthDate = PartialDate::fromDate(1950 + number % 60, 1 + number % 12, 1 + number % 28);
    data.sex = number % 2 ? Sex::Female : Sex::Male;
    data.address = u"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s;
    data.phone = u"+849"_s + QString::number(number).rightJustified(8, u'0');
    return data;
}

void fillPassages(Connection &connection, int entries, int visitors)
{
    struct Inside
    {
        qint64 leavesAt;
        qint64 enteredAt;
        QUuid entry;
        int person;
    };
    std::deque<Inside> inside;
    const auto insertEntry = [&connection](const QUuid &id, const QString &kind, qint64 at, int person) {
        connection.run(
            u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, device, "
            "visitor, warnings) VALUES (?, ?, ?, 420, 0, 0, ?, 'citizen-card', 'Camera 1', ?, '')"_s,
            id, kind, at, 1 + person % 3, person);
    };
    for (int i = 0, visits = 0; i < entries; ++i) {
        const qint64 at = start + qint64(i) * (day / entriesADay);
        const QUuid id = newEntryId(at);
        if (!inside.empty() && inside.front().leavesAt <= at) {
            const Inside leaving = inside.front();
            inside.pop_front();
            insertEntry(id, u"out"_s, at, leaving.person);
            connection.run(u"INSERT INTO visit (visitor, in_entry, in_ms, out_entry, out_ms, superseded) "
                           "VALUES (?, ?, ?, ?, ?, 0)"_s,
                           leaving.person, leaving.entry, leaving.enteredAt, id, at);
        } else {
            const int person = 1 + int((qint64(visits++) * 7919) % visitors);
            insertEntry(id, u"in"_s, at, person);
            inside.push_back({at + 2 * hour, at, id, person});
        }
    }
}

void fill(const QString &folder, int entries, int visitors)
{
    {
        EntryStore store;
        require(await(store.open(folder, StoreMode::ReadWrite)), "open");
        require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
    }
    const auto vault = Vault::fromMasterKey(masterKey).value();
    WritingFolder writing;
    require(writing.open(folder, programMigrations()), "fill");
    Connection &connection = writing.connection();
    Venue venue;
    venue.code = u"V0001"_s;
    venue.name = u"Bệnh viện Thử"_s;
    venue.category = VenueCategory::Hospital;
    venue.province = u"Hà Nội"_s;
    venue.commune = u"Phường Mẫu"_s;
    const VenueKeyPair key{QByteArray(32, 'p'), QByteArray(32, 's'), true};
    require(VenueWriter(connection, vault).saveVenue(venue, key, start), "venue");
    connection.run(u"PRAGMA synchronous = OFF"_s);
    connection.run(u"PRAGMA foreign_keys = OFF"_s);
    Transaction transaction(connection, Transaction::Kind::Write);
    connection.run(u"INSERT OR IGNORE INTO location (id, name) VALUES (1, 'A'), (2, 'B'), (3, 'C')"_s);
    for (int i = 1; i <= visitors; ++i) {
        const QUuid id = newRandomId();
        connection.run(
            u"INSERT INTO visitor (id, uuid, canonical, sealed, created_ms) VALUES (?, ?, ?, ?, ?)"_s, i, id,
            i, vault->seal(Vault::RowKind::Visitor, id, toCbor(visitor(i))), start);
    }
    fillPassages(connection, entries, visitors);
    require(transaction.commit(), "fill");
}

qint64 highestMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong() / 1024;
    }
    return 0;
}

/// Forgets the highest use of memory so far.
void resetHighest()
{
    QFile clear(u"/proc/self/clear_refs"_s);
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

/// Seconds of a core that this process, or those it waited for, have used so far.
double processorSeconds(int who)
{
    rusage used{};
    getrusage(who, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

struct Measured
{
    double seconds = 0;
    double processorSeconds = 0;
    qint64 rows = 0;
    double longestGapMs = 0; ///< of this thread's event loop
    double idleGapMs = 0;    ///< of a program that does nothing meanwhile
};

/// What the same lines take somebody else.
struct Peer
{
    double seconds = 0;
    double processorSeconds = 0;
};

/// The longest time in ms that the event loop gave no turn to a timer that asks for one each millisecond,
/// from `begin` until the loop ends.
double longestGap(QEventLoop &loop, const std::function<void()> &begin)
{
    double longest = 0;
    QElapsedTimer tick;
    QTimer ticking;
    QObject::connect(&ticking, &QTimer::timeout, &loop, [&] {
        longest = std::max(longest, double(tick.nsecsElapsed()) / 1e6);
        tick.restart();
    });
    tick.start();
    ticking.start(1);
    begin();
    loop.exec();
    return longest;
}

/// The same while nothing is done, on this machine and now.
double idleGap()
{
    QEventLoop loop;
    return longestGap(loop, [&loop] { QTimer::singleShot(5000, &loop, &QEventLoop::quit); });
}

/// A program of its own that does nothing but look for gaps until it is told to stop: what of them is the
/// machine's and not the report's.
class Onlooker
{
public:
    Onlooker()
    {
        m_process.start(QCoreApplication::applicationFilePath(), {onlooking});
        m_process.waitForReadyRead(); // it looks
    }

    double longestGapMs()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(-1);
        return m_process.readAll().split('\n').value(1).toDouble();
    }

    /// What that program does.
    static int look()
    {
        QEventLoop loop;
        QSocketNotifier told(0, QSocketNotifier::Read);
        QObject::connect(&told, &QSocketNotifier::activated, &loop, &QEventLoop::quit);
        const double longest = longestGap(loop, [] {
            std::printf("looking\n");
            std::fflush(stdout);
        });
        std::printf("%.1f\n", longest);
        return 0;
    }

    inline static const QString onlooking = u"--look"_s;

private:
    QProcess m_process;
};

Measured measure(std::unique_ptr<Report> report, const QString &path)
{
    Onlooker onlooker;
    ReportRun run(std::move(report), makeTableFile(path, true));
    Measured measured;
    QElapsedTimer whole;
    QEventLoop loop;
    // The timer that looks for gaps costs a tenth of a core itself, on this thread.
    const auto working = [] { return processorSeconds(RUSAGE_SELF) - processorSeconds(RUSAGE_THREAD); };
    const double before = working();
    whole.start();
    measured.longestGapMs = longestGap(loop, [&] {
        run.start().then(&loop, [&](const Result<qint64> &rows) {
            require(rows, "report");
            measured.rows = *rows;
            loop.quit();
        });
    });
    measured.seconds = double(whole.nsecsElapsed()) / 1e9;
    measured.processorSeconds = working() - before;
    measured.idleGapMs = onlooker.longestGapMs();
    return measured;
}

void print(const char *what, const Measured &measured, const QString &path, const Peer &bare = {})
{
    std::printf(
        "  %-38s %8.3f s (%7.3f of a core) %8lld rows %6.1f MiB  gap %5.1f ms (idle %5.1f)  memory %4lld MiB",
        what, measured.seconds, measured.processorSeconds, qlonglong(measured.rows),
        double(QFileInfo(path).size()) / 1048576, measured.longestGapMs, measured.idleGapMs,
        qlonglong(highestMegabytes()));
    if (bare.seconds > 0)
        std::printf("\n  %38s %8.3f s (%7.3f of a core): ours %.2f × (%.2f ×)", "sqlite3 -csv", bare.seconds,
                    bare.processorSeconds, measured.seconds / bare.seconds,
                    measured.processorSeconds / bare.processorSeconds);
    std::printf("\n");
    std::fflush(stdout);
}

/// What sqlite3 takes to write the same lines from a plain table.
Peer bareCsv(const QString &folder, const QString &csv)
{
    const QString database = folder + u"/plain.db"_s;
    QProcess import;
    import.start(u"sqlite3"_s, {database, u".import --csv %1 plain"_s.arg(csv)});
    import.waitForFinished(-1);
    QElapsedTimer timer;
    const double before = processorSeconds(RUSAGE_CHILDREN);
    timer.start();
    QProcess bare;
    bare.setStandardOutputFile(folder + u"/bare.csv"_s);
    bare.start(u"sqlite3"_s, {u"-csv"_s, u"-header"_s, database, u"SELECT * FROM plain"_s});
    bare.waitForFinished(-1);
    return {double(timer.nsecsElapsed()) / 1e9, processorSeconds(RUSAGE_CHILDREN) - before};
}

/// What recording takes while all days are counted in the background, and in turns with it while they are
/// not.
void recordWhileDaysAreSummedUp(EntryStore &store, const QString &folder, qint64 at)
{
    ReportSource source(&store);
    std::vector<double> quiet;
    std::vector<double> meanwhile;
    double seconds = 0;
    int days = 0;
    const auto record = [&](std::vector<double> &times, qint64 number) {
        EntryDraft draft;
        draft.visitor = visitor(1 + int(number % 1000));
        draft.entry.kind = number / 1000 % 2 ? EntryKind::Out : EntryKind::In;
        draft.entry.at = {at + number, 420, false};
        draft.entry.id = newEntryId(draft.entry.at.utcMs);
        draft.entry.location = u"A"_s;
        draft.entry.source = u"citizen-card"_s;
        QElapsedTimer timer;
        timer.start();
        require(await(store.record(draft)), "record");
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    };
    constexpr int rounds = 4;
    constexpr int quietMs = 4000;
    qint64 number = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const QDeadlineTimer over(quietMs); !over.hasExpired();)
            record(quiet, ++number);
        {
            Connection connection;
            require(connection.open(EntryStore::databasePath(folder), Connection::Access::ReadWrite), "sums");
            connection.run(u"DELETE FROM day_sum"_s);
            require(connection.answer(), "sums");
        }
        QElapsedTimer counting;
        counting.start();
        const QFuture<Result<int>> summing = source.sumUpDays(at + day);
        while (!summing.isFinished())
            record(meanwhile, ++number);
        seconds += double(counting.nsecsElapsed()) / 1e9;
        require(summing.result(), "sums");
        days = *summing.result();
    }
    std::printf("  record() in turns, %d rounds; %d days counted in %.2f s each time\n", rounds, days,
                seconds / rounds);
    std::ranges::sort(quiet);
    std::ranges::sort(meanwhile);
    const auto share = [](const std::vector<double> &times, double part) {
        return times[std::size_t(part * double(times.size() - 1))];
    };
    for (const auto &[what, times] :
         {std::pair("quiet", &quiet), std::pair("while days are counted", &meanwhile)})
        std::printf("    %-24s %6zu entries, median %6.2f ms, p99 %6.2f, longest %6.2f\n", what,
                    times->size(), share(*times, 0.5), share(*times, 0.99), times->back());
    std::printf("    meanwhile %.2f ×, p99 %.2f ×\n", share(meanwhile, 0.5) / share(quiet, 0.5),
                share(meanwhile, 0.99) / share(quiet, 0.99));
}

void rollup(const QString &folder, int files)
{
    const QString sources = folder + u"/sources"_s;
    QDir().mkpath(sources);
    for (int i = 0; i < files; ++i) {
        QFile file(sources + u"/v%1.csv"_s.arg(i));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(
            "form_version,day,province,district,commune,venue_code,venue_name,active,entries_in,entries_out,"
            "persons,refused_scans,reported_at\r\n");
        for (int at = 10; at < 20; ++at) {
            file.write(
                u"1,2026-11-%1,Hà Nội,Quận %2,Phường %3,V%4,Điểm,yes,10,8,9,1,2026-11-%1T20:00:00+07:00\r\n"_s
                    .arg(at)
                    .arg(i % 12)
                    .arg(i % 500)
                    .arg(i)
                    .toUtf8());
        }
    }
    resetHighest();
    const QString path = folder + u"/rollup.csv"_s;
    const Measured measured = measure(std::make_unique<RollupReport>(QStringList{sources}, QString()), path);
    print(qPrintable(u"rollup of %1 files, 10 days each"_s.arg(files)), measured, path);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == Onlooker::onlooking)
        return Onlooker::look();
    const int entries = arguments.size() > 1 ? arguments[1].toInt() : 1'000'000;
    const int visitors = arguments.size() > 2 ? arguments[2].toInt() : 200'000;
    const int files = arguments.size() > 3 ? arguments[3].toInt() : 10'000;
    if (entries < 10'000 || visitors < 1000 || files < 1)
        return 2;
    const QTemporaryDir folder;
    const QString data = arguments.size() > 4 ? arguments[4] : folder.filePath(u"desk"_s);
    if (!QFileInfo::exists(data))
        fill(data, entries, visitors);
    EntryStore store;
    require(await(store.open(data, StoreMode::ReadWrite)), "open");
    require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
    const qint64 end = start + qint64(entries) * (day / entriesADay);
    ReportRequest request;
    request.store = &store;
    request.now = {end, 420, false};
    const QString which = arguments.value(5);
    const auto report = [&](const char *what, const QString &id, qint64 from, bool revealed) {
        if (!which.isEmpty() && which != QLatin1StringView(what))
            return;
        resetHighest();
        request.fromUtcMs = from;
        request.toUtcMs = end;
        request.revealed = revealed;
        const QString path = folder.filePath(id + u".csv"_s);
        const Measured measured = measure(makeReport(id, request), path);
        const Peer bare = id == "entries"_L1 || id == "visits"_L1 ? bareCsv(folder.path(), path) : Peer();
        QFile::remove(folder.filePath(u"plain.db"_s));
        print(what, measured, path, bare);
    };
    const auto workbook = [&](const char *id) {
        const QString what = u"%1, masked, as a workbook"_s.arg(QLatin1StringView(id));
        if (!which.isEmpty() && which != what)
            return;
        resetHighest();
        request.fromUtcMs = start;
        request.revealed = false;
        const QString path = folder.filePath(QString::fromLatin1(id) + u".xlsx"_s);
        print(qPrintable(what), measure(makeReport(QString::fromLatin1(id), request), path), path);
    };
    std::printf(
        "A record of %d entries of %d visitors, %d a day; longest gap while nothing is done: %.1f ms\n",
        entries, visitors, entriesADay, idleGap());
    report("entries, masked", u"entries"_s, start, false);
    report("entries, revealed", u"entries"_s, start, true);
    report("visits, masked", u"visits"_s, start, false);
    report("district, the last day", u"district"_s, end - hour, false);
    report("district, 30 days", u"district"_s, end - 30 * day, false);
    report("district, all days, counted", u"district"_s, start, false);
    report("district, all days, again", u"district"_s, start, false);
    for (const char *way : {"entries", "visits", "district"})
        workbook(way);
    report("inside", u"inside"_s, start, false);
    if (which.isEmpty() || which == "sums"_L1)
        recordWhileDaysAreSummedUp(store, data, end);
    if (!which.isEmpty())
        return 0;
    for (const int days : {14, 365}) {
        TraceRequest trace;
        trace.store = &store;
        const auto rows = await(store.entries({end - 5 * day, end, {}, false, 1, {}}));
        require(rows, "entries");
        trace.visitorId = rows->first().entry.visitorId.value();
        trace.fromUtcMs = end - days * day;
        trace.toUtcMs = end;
        trace.rule = {15 * 60'000, 10 * 60'000, false};
        trace.reference = u"VB"_s;
        trace.reason = u"x"_s;
        trace.now = request.now;
        resetHighest();
        const QString path = folder.filePath(u"trace.csv"_s);
        const Measured measured = measure(std::make_unique<TraceReport>(trace), path);
        print(qPrintable(u"trace over %1 days"_s.arg(days)), measured, path);
    }
    rollup(folder.path(), files);
    return 0;
}
