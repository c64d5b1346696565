// What the record costs: commits a second next to bare SQLite, and the answers of a large record.
//   storebenchmark [COMMITS] [ENTRIES]      (1,000 commits and a record of 200,000 entries unless said
//   otherwise)

#include "core/base/ids.h"
#include "core/store/connection.h"
#include "core/store/entrystore.h"
#include "core/store/storefolder.h"
#include "core/store/vault.h"
#include "core/store/visitorcbor.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 start = 1'704'067'200'000;
constexpr qint64 second = 1000;
constexpr qint64 day = 24 * 3600 * second;
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

VisitorData visitor(int number)
{
    static const QStringList names{u"Nguyễn Thử Nghiệm"_s, u"Trần Thị Mẫu"_s, u"Lê Thị Giả Lập"_s,
                                   u"Huỳnh Ước Định"_s};
    VisitorData data;
    data.idNumber = u"0010"_s + QString::number(number).rightJustified(8, u'0');
    data.name = names[number % names.size()];
    data.birthDate = PartialDate::fromDate(1950 + number % 60, 1 + number % 12, 1 + number % 28);
    data.sex = number % 2 ? Sex::Female : Sex::Male;
    data.address = u"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s;
    return data;
}

EntryDraft draft(int number, EntryKind kind, qint64 utcMs)
{
    EntryDraft draft;
    draft.visitor = visitor(number);
    draft.entry.id = newEntryId(utcMs);
    draft.entry.kind = kind;
    draft.entry.at = {utcMs, 420, false};
    draft.entry.location = u"Cổng chính"_s;
    draft.entry.source = u"citizen-card"_s;
    draft.entry.device = u"Camera 1"_s;
    return draft;
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

/// Writes a large record straight into the tables: `entries` passages of a third as many visitors, 3,000 a
/// day.
void fill(const QString &folder, int entries)
{
    {
        EntryStore store;
        require(await(store.open(folder, StoreMode::ReadWrite)), "open");
        require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
        require(await(store.record(draft(99'999'999, EntryKind::In, start - day))), "record");
    }
    const auto vault = Vault::fromMasterKey(masterKey).value();
    WritingFolder writing;
    require(writing.open(folder, programMigrations()), "fill");
    Connection &connection = writing.connection();
    Transaction transaction(connection, Transaction::Kind::Write);
    const int visitors = entries / 3;
    for (int i = 0; i < visitors; ++i) {
        const QUuid id = newRandomId();
        connection.run(
            u"INSERT INTO visitor (id, uuid, canonical, sealed, created_ms) VALUES (?, ?, ?, ?, ?)"_s, i + 2,
            id, i + 2, vault->seal(Vault::RowKind::Visitor, id, toCbor(visitor(i))), start);
        connection.run(u"INSERT INTO visitor_key (digest, kind, visitor) VALUES (?, 'citizen-number', ?)"_s,
                       vault->digest(keySpace(KeyKind::CitizenNumber).toUtf8(), visitor(i).idNumber.toUtf8()),
                       i + 2);
    }
    std::vector<QUuid> inside; // the entry of each visitor's open visit
    inside.resize(std::size_t(visitors));
    for (int i = 0; i < entries; ++i) {
        const qint64 at = start + qint64(i) * (day / entriesADay);
        const int person = int((qint64(i) * 7919) % visitors);
        const QUuid id = newEntryId(at);
        QUuid &entered = inside[std::size_t(person)];
        connection.run(
            u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, device, "
            "visitor, warnings) VALUES (?, ?, ?, 420, 0, 0, 1, 'citizen-card', 'Camera 1', ?, '')"_s,
            id, entered.isNull() ? u"in"_s : u"out"_s, at, person + 2);
        if (entered.isNull()) {
            connection.run(u"INSERT INTO visit (visitor, in_entry, in_ms, superseded) VALUES (?, ?, ?, 0)"_s,
                           person + 2, id, at);
        } else {
            connection.run(u"UPDATE visit SET out_entry = ?, out_ms = ? WHERE in_entry = ?"_s, id, at,
                           entered);
        }
        entered = entered.isNull() ? id : QUuid();
    }
    require(transaction.commit(), "fill");
}

void largeRecord(const QString &folder, int entries)
{
    fill(folder, entries);
    const qint64 end = start + qint64(entries) * (day / entriesADay);
    std::printf("\nA record of %d entries, %d a day (database %lld MB)\n  %-44s %9s %9s %9s\n", entries,
                entriesADay, qlonglong(QFileInfo(EntryStore::databasePath(folder)).size() / 1'000'000), "",
                "a second", "median ms", "p99 ms");
    printRow("open and unlock",
             measure(5,
                     [&](int) {
                         EntryStore store;
                         require(await(store.open(folder, StoreMode::ReadWrite)), "open");
                         require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
                     }),
             0);
    EntryStore store;
    require(await(store.open(folder, StoreMode::ReadWrite)), "open");
    require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
    printRow(
        "match(), known",
        measure(300, [&](int i) { require(await(store.match(identityKeys(visitor(i * 17)))), "match"); }), 0);
    printRow("record(), known",
             measure(300,
                     [&](int i) {
                         require(await(store.record(draft(i * 31, EntryKind::In, end + i * second))),
                                 "record");
                     }),
             0);
    printRow("counters() of the last day",
             measure(50, [&](int) { require(await(store.counters(end - day, end + day)), "counters"); }), 0);
    EntryQuery page;
    page.newestFirst = true;
    page.limit = 50;
    printRow("newest 50 entries", measure(50, [&](int) { require(await(store.entries(page)), "entries"); }),
             0);
    EntryQuery lastDay;
    lastDay.fromUtcMs = end - day;
    printRow("all entries of the last day",
             measure(20, [&](int) { require(await(store.entries(lastDay)), "entries"); }), 0);
    lastDay.search = u"huynh dinh"_s;
    printRow("search by name, last day",
             measure(20, [&](int) { require(await(store.entries(lastDay)), "search"); }), 0);
    EntryQuery everywhere;
    everywhere.search = visitor(5).idNumber;
    printRow("search by number, everything",
             measure(1, [&](int) { require(await(store.entries(everywhere)), "search"); }), 0);
    printRow("check()", measure(1, [&](int) { require(await(store.check()), "check"); }), 0);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.size() > 1 ? arguments[1].toInt() : 1000;
    const int entries = arguments.size() > 2 ? arguments[2].toInt() : 200'000;
    if (count < 10 || entries < 1000)
        return 2;
    const QTemporaryDir folder;
    commits(folder.path(), count);
    largeRecord(folder.filePath(u"large"_s), entries);
    return 0;
}
