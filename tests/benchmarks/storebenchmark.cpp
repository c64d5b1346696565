// What the record costs: commits a second next to bare SQLite, and the answers of a large record.
//   storebenchmark [COMMITS] [ENTRIES] [VISITORS]
// 1,000 commits and a record of 1,000,000 entries of 200,000 visitors unless said otherwise.

#include "core/base/ids.h"
#include "core/domain/textfolding.h"
#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/entrystore.h"
#include "core/store/ledgerrows.h"
#include "core/store/retention.h"
#include "core/store/storefolder.h"
#include "core/store/vault.h"
#include "tests/benchmarks/largerecord.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <sys/resource.h>
#include <vector>

using namespace checkpoint;
using namespace checkpoint::benchmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 start = LargeRecord().begin;

struct Times
{
    std::vector<double> milliseconds;

    double at(double share) const
    {
        std::vector<double> sorted = milliseconds;
        std::ranges::sort(sorted);
        return sorted[std::size_t(share * double(sorted.size() - 1))];
    }
    double aSecond() const
    {
        double sum = 0;
        for (const double one : milliseconds)
            sum += one;
        return 1000.0 * double(milliseconds.size()) / sum;
    }
};

Times measure(int count, const std::function<void(int)> &work)
{
    Times times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        times.milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

Times bareCommits(const QString &folder, int commits)
{
    Connection connection;
    require(connection.open(folder + u"/bare.db"_s, Connection::Access::ReadWrite), "bare SQLite");
    connection.run(u"PRAGMA journal_mode = WAL"_s);
    connection.run(u"PRAGMA synchronous = FULL"_s);
    connection.run(u"CREATE TABLE entry (id BLOB PRIMARY KEY, at_ms INTEGER, kind TEXT, data BLOB)"_s);
    const QByteArray data(200, 'd');
    const Times times = measure(commits, [&](int i) {
        connection.run(u"INSERT INTO entry VALUES (?, ?, ?, ?)"_s, newEntryId(start + i), start + i, u"in"_s,
                       data);
    });
    require(connection.answer(), "bare SQLite");
    return times;
}

void printRow(const char *what, const Times &times, double bare)
{
    std::printf("  %-44s %9.0f %9.3f %9.3f", what, times.aSecond(), times.at(0.5), times.at(0.99));
    if (bare > 0)
        std::printf(" %8.2f", times.aSecond() / bare);
    std::printf("\n");
}

void commits(const QString &folder, int count)
{
    std::printf("\n%d commits, WAL, synchronous=FULL\n  %-44s %9s %9s %9s %8s\n", count, "", "a second",
                "median ms", "p99 ms", "of bare");
    const Times bare = bareCommits(folder, count);
    printRow("bare SQLite, one row a transaction", bare, bare.aSecond());

    EntryStore store;
    require(await(store.open(folder + u"/desk"_s, StoreMode::ReadWrite)), "open");
    require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
    qint64 now = start;
    const auto record = [&](int number, EntryKind kind) {
        require(await(store.record(draft(number, kind, now += second))), "record");
    };
    printRow("record(), every visitor new", measure(count, [&](int i) { record(i, EntryKind::In); }),
             bare.aSecond());
    printRow("record(), every visitor known", measure(count, [&](int i) { record(i, EntryKind::Out); }),
             bare.aSecond());
    printRow("match() and record(), known",
             measure(count,
                     [&](int i) {
                         require(await(store.match(identityKeys(visitor(i)))), "match");
                         record(i, EntryKind::In);
                     }),
             bare.aSecond());
}

/// What this process has used of a core so far.
double processorMs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
           double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

/// Takes away the triggers that say which days were touched.
void dropDayTriggers(const QString &folder)
{
    Connection connection;
    require(connection.open(EntryStore::databasePath(folder), Connection::Access::ReadWrite), "triggers");
    QStringList names;
    {
        Statement rows = connection.query(
            u"SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%INTO day_change%'"_s);
        while (rows.next())
            names.append(rows.text(0));
    }
    for (const QString &name : std::as_const(names))
        connection.run(u"DROP TRIGGER "_s + name);
    require(connection.answer(), "triggers");
    std::printf("\n%lld triggers that say which days were touched, every visitor known\n",
                qlonglong(names.size()));
}

/// What these triggers cost: two records that are written to in turns, so that whatever else the machine does
/// weighs on both.
void dayTriggers(const QString &folder, int count)
{
    const QString paths[] = {folder + u"/with"_s, folder + u"/without"_s};
    const char *const names[] = {"record(), with them", "record(), without"};
    EntryStore stores[2];
    Times times[2];
    Times processor[2];
    for (int i = 0; i < 2; ++i) {
        require(await(stores[i].open(paths[i], StoreMode::ReadWrite)), "open");
        require(await(stores[i].unlock(masterKey, KeyPlace::File)), "unlock");
    }
    dropDayTriggers(paths[1]);
    for (int turn = 0; turn < 3; ++turn) {
        for (int i = 0; i < count; ++i) {
            for (const int k : {i % 2, 1 - i % 2}) { // whichever comes first finds colder caches
                const EntryKind kind = turn == 1 ? EntryKind::Out : EntryKind::In;
                const EntryDraft entry = draft(i, kind, start + (turn * count + i) * second);
                const double before = processorMs();
                QElapsedTimer timer;
                timer.start();
                require(await(stores[k].record(entry)), "record");
                if (turn == 0) // that visitor is new
                    continue;
                times[k].milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
                processor[k].milliseconds.push_back(processorMs() - before);
            }
        }
    }
    for (int i = 0; i < 2; ++i)
        printRow(names[i], times[i], 0);
    std::printf("  of a core, median: %.3f ms with them, %.3f ms without: %.2f ×\n", processor[0].at(0.5),
                processor[1].at(0.5), processor[0].at(0.5) / processor[1].at(0.5));
}

/// What SQLite alone needs for the like of it: the same rows, nothing sealed, nothing folded.
struct Bare
{
    double page = 0; ///< median milliseconds
    double count = 0;
    double likeName = 0;
};

Bare bareReads(const QString &folder, const LargeRecord &record)
{
    Connection connection;
    require(connection.open(EntryStore::databasePath(folder), Connection::Access::ReadOnly), "bare SQLite");
    const auto median = [&connection](const QString &sql) {
        const Times times = measure(11, [&](int) {
            Statement rows = connection.query(sql);
            while (rows.next())
                (void)rows.blob(1);
        });
        return times.at(0.5);
    };
    Bare bare;
    bare.page =
        median(u"SELECT at_ms, id, kind, device, visitor FROM entry ORDER BY at_ms DESC, id DESC LIMIT 50"_s);
    bare.count = median(u"SELECT 0, count(*) FROM entry"_s);
    Connection names;
    require(names.open(folder + u"/names.db"_s, Connection::Access::ReadWrite), "bare SQLite");
    names.run(u"CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)"_s);
    Transaction transaction(names, Transaction::Kind::Write);
    for (int i = 0; i < record.visitors; ++i)
        names.run(u"INSERT INTO person (name) VALUES (?)"_s, foldedText(visitor(i).name));
    require(transaction.commit(), "bare SQLite");
    const Times like = measure(5, [&](int) {
        Statement rows = names.query(u"SELECT count(*) FROM person WHERE name LIKE '%huynh%dinh%'"_s);
        (void)rows.next();
    });
    bare.likeName = like.at(0.5);
    return bare;
}

void printTimes(const char *what, const Times &times, double bare = 0)
{
    std::printf("  %-52s %9.3f %9.3f %9.3f", what, times.at(0.5), times.at(0.99), times.at(1));
    if (bare > 0)
        std::printf(" %8.2f", times.at(0.5) / bare);
    std::printf("\n");
    std::fflush(stdout);
}

/// What is older than the ledger goes into it, a transaction a piece, and then everything is checked.
void ledgerOf(const QString &folder)
{
    const auto vault = Vault::fromMasterKey(masterKey).value();
    {
        WritingFolder writing;
        require(writing.open(folder, programMigrations()), "open");
        bool more = true;
        Times pieces;
        while (more) {
            const Times piece = measure(1, [&](int) {
                Transaction transaction(writing.connection(), Transaction::Kind::Write);
                more = LedgerRows(writing.connection(), *vault).adopt();
                require(transaction.commit(), "adopt");
            });
            pieces.milliseconds.push_back(piece.at(1));
        }
        printTimes("the ledger takes in a piece of older rows", pieces);
        std::printf("  %-52s %9.1f s\n", "  all of them",
                    double(pieces.milliseconds.size()) / pieces.aSecond());
    }
    EntryStore store;
    require(await(store.open(folder, StoreMode::ReadOnly)), "open");
    require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
    QElapsedTimer timer;
    qint64 before = 0;
    const auto said = [&](Ledger::Step step, int perMille) {
        std::printf("  %52d %9lld ms, at %d per mille\n", int(step), qlonglong(timer.elapsed() - before),
                    perMille);
        before = timer.elapsed();
    };
    int last = -1;
    timer.start();
    const auto proof = await(Ledger(&store).prove({},
                                                  [&](Ledger::Step step, int perMille) {
                                                      if (int(step) != last)
                                                          said(step, perMille);
                                                      last = int(step);
                                                  },
                                                  {}));
    require(proof, "prove");
    std::printf("  %-52s %9.1f s, %s\n", "prove()", double(timer.elapsed()) / 1000,
                proof->holds() ? "holds" : qPrintable(proof->faults.first().what));
}

qint64 residentMegabytes()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096 / 1'000'000;
}

void listsOf(EntryStore &store, const LargeRecord &record, const Bare &bare)
{
    EntryLists lists(&store);
    const qint64 before = residentMegabytes();
    printTimes("warmUp()", measure(1, [&](int) { require(await(lists.warmUp()), "warmUp"); }));
    std::printf("  %-52s %9lld MB\n", "held in memory for it", qlonglong(residentMegabytes() - before));

    const auto outlines = [&](const EntryFilter &filter) {
        return [&lists, filter](int) { require(await(lists.outline(filter, 200)), "outline"); };
    };
    const auto pages = [&](const EntryFilter &filter, const std::optional<PageKey> &after) {
        return [&lists, filter, after](int) { require(await(lists.page(filter, after, 50)), "page"); };
    };
    EntryFilter all;
    all.refused = EntryFilter::With;
    printTimes("outline(), the first time", measure(1, outlines(all)), bare.count);
    printTimes("outline(), again", measure(20, outlines(all)), bare.count);
    const Outline outline = await(lists.outline(all, 200)).value();
    printTimes("page(), first 50", measure(50, pages(all, {})), bare.page);
    printTimes("page(), in the middle",
               measure(50, pages(all, outline.everyStride[outline.everyStride.size() / 2])), bare.page);
    printTimes("page(), last", measure(50, pages(all, outline.everyStride.back())), bare.page);

    int round = 0;
    const auto search = [&](const char *what, const QString &words) {
        EntryFilter filter;
        printTimes(what, measure(7, [&](int) {
                       filter.search = words + QString(++round % 5, u' '); // never the filter of before
                       require(await(lists.page(filter, {}, 50)), "search");
                   }));
        printTimes("  the next page of it", measure(20, pages(filter, outline.everyStride[5])));
        printTimes("  its outline()", measure(20, outlines(filter)));
    };
    search("search by name, everything: first page", u"huynh dinh"_s);
    search("search by number: first page", visitor(5).idNumber);
    search("search by the last digits: first page", u"9999"_s);
    search("search for nobody", u"khong ai"_s);

    EntryFilter lastDay;
    lastDay.fromUtcMs = record.end() - day;
    lastDay.direction = Direction::Out;
    printTimes("outline() of the exits of the last day", measure(5, outlines(lastDay)));
    EntryFilter open;
    open.openOnly = true;
    printTimes("page() of those still inside", measure(20, pages(open, {})));

    for (const QString &typed : {u"n"_s, u"nguyen thi m"_s, u"huynh dinh"_s, u"123"_s, u"09000"_s})
        printTimes(qPrintable(u"findVisitors(\"%1\")"_s.arg(typed)),
                   measure(20, [&](int) { require(await(lists.findVisitors(typed, 10)), "find"); }),
                   bare.likeName);
    const QList<ListRow> middle =
        await(lists.page({}, outline.everyStride[outline.everyStride.size() / 2], 50)).value();
    printTimes("visitDetails()", measure(50, [&](int i) {
                   require(await(lists.visitDetails(middle[i % middle.size()].entry->entry.id)), "details");
               }));
    printTimes("inside()", measure(20, [&](int) { require(await(lists.inside()), "inside"); }));

    // A desk at work beside a view: every scan changes the record.
    EntryFilter searching;
    searching.search = u"huynh dinh"_s;
    printTimes("page() after a scan", measure(50, [&](int i) {
                   require(await(store.record(draft(i * 37, EntryKind::In, record.end() + i * second))),
                           "record");
                   require(await(lists.page(all, {}, 50)), "page");
               }));
    printTimes("search after a scan", measure(50, [&](int i) {
                   require(
                       await(store.record(draft(i * 37, EntryKind::Out, record.end() + (i + 60) * second))),
                       "record");
                   require(await(lists.page(searching, {}, 50)), "page");
               }));
    const auto checked = store.check();
    printTimes("page() while check() runs", measure(50, pages(all, outline.everyStride[9])));
    std::printf("  %-52s %9s\n", "  was it still running?", checked.isFinished() ? "no" : "yes");
    require(await(checked), "check");
    lists.forgetNames();
    printTimes("search after forgetNames()", measure(1, pages(searching, {})));
}

void largeRecord(const QString &folder, const LargeRecord &record)
{
    const Times filling = measure(1, [&](int) { fill(folder, record); });
    std::printf("\nA record of %d entries of %d visitors, %d a day (database %lld MB, made in %.0f s)\n"
                "  %-52s %9s %9s %9s %8s\n",
                record.entries, record.visitors, record.entriesADay,
                qlonglong(QFileInfo(EntryStore::databasePath(folder)).size() / 1'000'000),
                filling.at(1) / 1000, "", "median ms", "p99 ms", "max ms", "of bare");
    printTimes("open and unlock", measure(5, [&](int) {
                   EntryStore store;
                   require(await(store.open(folder, StoreMode::ReadWrite)), "open");
                   require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
               }));
    ledgerOf(folder);
    const Bare bare = bareReads(folder, record);
    EntryStore store;
    require(await(store.open(folder, StoreMode::ReadWrite)), "open");
    require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
    printTimes("match(), known", measure(300, [&](int i) {
                   require(await(store.match(personQuery(visitor(i * 17), {start, 420, false}))), "match");
               }));
    printTimes("counters() of the last day", measure(50, [&](int) {
                   require(await(store.counters(record.end() - day, record.end() + day)), "counters");
               }));
    EntryQuery lastDay;
    lastDay.fromUtcMs = record.end() - day;
    printTimes("all entries of the last day",
               measure(20, [&](int) { require(await(store.entries(lastDay)), "entries"); }));
    listsOf(store, record, bare);
    EntryQuery everywhere;
    everywhere.search = visitor(5).idNumber;
    printTimes("entries() by number, everything",
               measure(5, [&](int) { require(await(store.entries(everywhere)), "search"); }));
    printTimes("check()", measure(1, [&](int) { require(await(store.check()), "check"); }));
}

/// Everybody is due at once, and the desk goes on scanning.
void erasingOf(const QString &folder, const LargeRecord &record)
{
    EntryStore store;
    require(await(store.open(folder, StoreMode::ReadWrite)), "open");
    require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
    qint64 now = record.end() + 60 * day;
    int number = 50'000'000;
    const auto scan = [&](int) {
        require(await(store.record(draft(++number, EntryKind::In, now += second))), "record");
    };
    printTimes("record()", measure(100, scan));
    QElapsedTimer timer;
    timer.start();
    const auto erasing = Retention(&store).eraseDue({now, 0, false});
    Times meanwhile;
    while (!erasing.isFinished()) {
        meanwhile.milliseconds.push_back(measure(1, scan).at(1));
        QThread::msleep(20);
    }
    const Result<ErasureCounts> counts = erasing.result();
    require(counts, "eraseDue");
    printTimes("the same while data over their term are destroyed", meanwhile);
    std::printf("  %-52s %9.1f s, %lld visitors\n", "eraseDue()", double(timer.elapsed()) / 1000,
                qlonglong(counts->visitors));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.size() > 1 ? arguments[1].toInt() : 1000;
    const int entries = arguments.size() > 2 ? arguments[2].toInt() : 1'000'000;
    const int visitors = arguments.size() > 3 ? arguments[3].toInt() : 200'000;
    if (count < 10 || entries < 10'000 || visitors < 1000)
        return 2;
    const LargeRecord record{entries, visitors};
    const QTemporaryDir folder;
    commits(folder.path(), count);
    dayTriggers(folder.path(), count);
    largeRecord(folder.filePath(u"large"_s), record);
    erasingOf(folder.filePath(u"large"_s), record);
    return 0;
}
