#include "core/store/connection.h"
#include "core/store/dayreader.h"
#include "core/store/daysums.h"
#include "core/store/entrylists.h"
#include "core/store/ledger.h"
#include "core/store/outbox.h"
#include "core/store/reportsource.h"
#include "core/store/traffic.h"
#include "tests/unit/store/storefixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace storetest;

/// What the pictures of a day count.
class TrafficTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(quickFolder());
        m_store = std::make_unique<OpenStore>(m_folder->path());
        VERIFY_OK(m_store->unlocked);
    }
    void cleanup() { m_store.reset(); }

    void emptyRecordIsEmpty();
    void passagesAreCountedInTheirHourAndByWhere();
    void whatWasTakenBackDoesNotCount();
    void usualIsTheMeanOfTheSameWeekdayBefore();
    void whoIsInsideIsCountedWithTheirPartyFromTheDayBefore();
    void whoIsInsideIsWhatTheListOfThoseInsideSays();
    void pastDaysKnowWhoStayedForLong();
    void keptSumsOfDaysAreWhatCountingGives();
    void onlyTouchedDaysAreCountedAgain();
    void daysThatAreOverAreSummedUpBeforeAnybodyAsks();
    void closingEndsTheSummingUp();
    void figuresThatSomebodyElsePutThereAreNotBelieved();
    void theCheckOfTheRecordCountsDaysAgain();

private:
    Traffic traffic(const QDate &day, const QTime &now = QTime(23, 59))
    {
        const auto counted =
            await(TrafficSource(&m_store->store).day(day, QDateTime(day, now).toMSecsSinceEpoch()));
        return counted ? *counted : Traffic();
    }
    /// Days of UTC from the first morning on.
    static QList<qint64> bounds(int days)
    {
        QList<qint64> bounds;
        for (int day = 0; day <= days; ++day)
            bounds.append(at(day * 24 * 60).utcMs);
        return bounds;
    }
    QList<DayFigures> days(int count)
    {
        const auto read = await(ReportSource(&m_store->store).days(bounds(count)));
        return read ? *read : QList<DayFigures>();
    }
    /// The same, counted from the passages on a connection of its own.
    QList<DayFigures> counted(int count)
    {
        Connection connection;
        if (!connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly))
            return {};
        Transaction state(connection, Transaction::Kind::Read);
        const auto read = DayReader(connection, bounds(count)).read();
        return read ? *read : QList<DayFigures>();
    }
    /// How many days would have to be counted now.
    qsizetype uncounted(int count)
    {
        Connection connection;
        if (!connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly))
            return -1;
        QList<DaySum> fresh;
        const auto vault = Vault::fromMasterKey(masterKey());
        const auto read = DaySums(connection, **vault).read(bounds(count), &fresh);
        return read ? fresh.size() : -1;
    }
    static Moment moment(const QDate &day, const QTime &time)
    {
        const QDateTime at(day, time);
        return {at.toMSecsSinceEpoch(), at.offsetFromUtc() / 60};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStore> m_store;
};

namespace {

const QDate friday(2024, 3, 15);

} // namespace

void TrafficTest::emptyRecordIsEmpty()
{
    const Traffic none = traffic(friday);
    QVERIFY(none.isEmpty());
    QCOMPARE(none.days.size(), Traffic::shownDays);
    QCOMPARE(none.days.last().day, friday);
}

void TrafficTest::passagesAreCountedInTheirHourAndByWhere()
{
    EntryDraft first = draft(cardP01(), EntryKind::In, moment(friday, QTime(8, 5)));
    first.entry.location = u"Cổng A"_s;
    VERIFY_OK(await((*m_store)->record(first)));
    EntryDraft second = draft(cardP02(), EntryKind::In, moment(friday, QTime(8, 59)));
    second.entry.location = u"Cổng B"_s;
    VERIFY_OK(await((*m_store)->record(second)));
    EntryDraft gone = draft(cardP01(), EntryKind::Out, moment(friday, QTime(9, 0)));
    gone.entry.location = u"Cổng B"_s;
    VERIFY_OK(await((*m_store)->record(gone)));

    const Traffic day = traffic(friday);
    QCOMPARE(day.in[8], 2);
    QCOMPARE(day.out[9], 1);
    QCOMPARE(day.out[8] + day.in[9], 0);
    QCOMPARE(day.days.last(), (DayTraffic{friday, 2, 1}));
    QCOMPARE(day.locations, (QList<NamedTraffic>{{u"Cổng B"_s, 1, 1}, {u"Cổng A"_s, 1, 0}}));
    QCOMPARE(day.sources.size(), 1);
    QCOMPARE(day.sources[0].in, 2);
    QCOMPARE(day.mostInside, 2);
    QCOMPARE(day.presence.last().people, 1);
    QCOMPARE(traffic(friday.addDays(1)).in[8], 0);
}

void TrafficTest::whatWasTakenBackDoesNotCount()
{
    const auto recorded =
        await((*m_store)->record(draft(cardP01(), EntryKind::In, moment(friday, QTime(8, 5)))));
    VERIFY_OK(recorded);
    VERIFY_OK(await((*m_store)->voidEntry(recorded->entry.id, u"nhầm"_s, moment(friday, QTime(8, 6)))));
    QVERIFY(traffic(friday).isEmpty());
}

void TrafficTest::usualIsTheMeanOfTheSameWeekdayBefore()
{
    // Two Fridays with one and three passages at ten; a Thursday does not count.
    const std::pair<int, int> before[] = {{7, 1}, {14, 3}, {1, 5}};
    for (const auto &[days, passages] : before) {
        for (int i = 0; i < passages; ++i)
            VERIFY_OK(await((*m_store)->record(draft(cardP01(), i % 2 ? EntryKind::Out : EntryKind::In,
                                                     moment(friday.addDays(-days), QTime(10, i * 10))))));
    }
    const Traffic day = traffic(friday);
    QCOMPARE(day.usualDays, 2);
    QCOMPARE(day.usual[10], 2.0);
    QCOMPARE(day.usual[11], 0.0);
    QCOMPARE(day.days[Traffic::shownDays - 2].in + day.days[Traffic::shownDays - 2].out, 5);
}

void TrafficTest::whoIsInsideIsCountedWithTheirPartyFromTheDayBefore()
{
    EntryDraft family = draft(cardP01(), EntryKind::In, moment(friday.addDays(-1), QTime(22, 0)));
    family.entry.party = {1, 2};
    VERIFY_OK(await((*m_store)->record(family)));
    VERIFY_OK(await((*m_store)->record(draft(cardP01(), EntryKind::Out, moment(friday, QTime(6, 10))))));
    VERIFY_OK(await((*m_store)->record(draft(cardP02(), EntryKind::In, moment(friday, QTime(12, 1))))));

    const Traffic day = traffic(friday, QTime(12, 5));
    QCOMPARE(day.presence.first().people, 4);
    QCOMPARE(day.presence[24].people, 4);
    QCOMPARE(day.presence[25].people, 0);
    QCOMPARE(day.presence.last().people, 1);
    QCOMPARE(day.mostInside, 4);
}

void TrafficTest::whoIsInsideIsWhatTheListOfThoseInsideSays()
{
    const QDate monthBefore = friday.addDays(-30);
    VisitorData other;
    other.idNumber = u"092088999996"_s;
    const auto pass = [this](const VisitorData &who, EntryKind kind, const Moment &when, Party party,
                             bool apart) {
        EntryDraft one = draft(who, kind, when);
        one.entry.party = party;
        one.entry.apart = apart;
        one.partyLeavesWhole = false;
        VERIFY_OK(await((*m_store)->record(one)));
    };
    pass(cardP05(), EntryKind::In, moment(monthBefore, QTime(9, 0)), {1, 0}, false); // never left
    pass(other, EntryKind::In, moment(monthBefore, QTime(9, 5)), {}, false);         // nor did this one …
    pass(cardP01(), EntryKind::In, moment(friday, QTime(8, 0)), {0, 2}, false);
    pass(cardP02(), EntryKind::In, moment(friday, QTime(8, 10)), {2, 0}, false);
    pass(cardP01(), EntryKind::Out, moment(friday, QTime(9, 0)), {0, 2}, true); // the children alone
    pass(other, EntryKind::Out, moment(friday, QTime(10, 0)), {}, false);       // … until today
    pass(cardP02(), EntryKind::Out, moment(friday, QTime(11, 0)), {}, false);   // without the companions
    pass(cardP02(), EntryKind::In, moment(friday, QTime(12, 0)), {1, 0}, false);

    const Traffic day = traffic(friday, QTime(12, 5));
    QCOMPARE(day.presence.first().people, 3);
    QCOMPARE(day.presence[32].people, 6);
    QCOMPARE(day.presence[33].people, 9);
    QCOMPARE(day.presence[36].people, 7);
    QCOMPARE(day.presence[40].people, 6);
    QCOMPARE(day.presence[44].people, 5);
    QCOMPARE(day.presence.last().people, 7);
    QCOMPARE(day.mostInside, 9);
    int listed = 0;
    const auto list = await(EntryLists(&m_store->store).inside());
    VERIFY_OK(list);
    for (const InsideRow &row : *list)
        listed += int(row.visitorInside) + row.partyInside.size();
    QCOMPARE(day.presence.last().people, listed);
}

/// They came more than a week before that day, and what came after it changes nothing of who was inside.
void TrafficTest::pastDaysKnowWhoStayedForLong()
{
    const auto pass = [this](const VisitorData &who, EntryKind kind, int day, Party party = {}) {
        EntryDraft one = draft(who, kind, moment(friday.addDays(day), QTime(9, 0)));
        one.entry.party = party;
        VERIFY_OK(await((*m_store)->record(one)));
    };
    pass(cardP01(), EntryKind::In, -12);
    pass(cardP02(), EntryKind::In, -11);
    pass(cardP02(), EntryKind::Out, -9); // is not inside
    pass(cardP05(), EntryKind::In, -10, {1, 0});
    QCOMPARE(traffic(friday).presence.last().people, 3);
    pass(cardP05(), EntryKind::Out, 2, {1, 0});
    pass(cardP01(), EntryKind::In, 3); // nobody saw how they left
    pass(cardP02(), EntryKind::In, 3);
    const auto later =
        await(TrafficSource(&m_store->store).day(friday, moment(friday.addDays(4), QTime(12, 0)).utcMs));
    VERIFY_OK(later);
    QCOMPARE(later->presence.first().people, 3);
    QCOMPARE(later->presence.last().people, 3);
    QCOMPARE(later->mostInside, 3);
}

void TrafficTest::keptSumsOfDaysAreWhatCountingGives()
{
    constexpr int dayCount = 5;
    QRandomGenerator random(20261121);
    Outbox outbox(&m_store->store);
    const QList<VisitorData> persons{cardP01(), cardP02(), cardP05(), qrP26(), qrP27()};
    QList<QUuid> recorded;
    const auto passage = [&] {
        const VisitorData &who = persons[random.bounded(persons.size())];
        const qint64 minutes = random.bounded(dayCount * 24 * 60); // late as often as not
        const EntryDraft one = random.bounded(2) ? in(who, minutes) : out(who, minutes);
        if (const auto done = await((*m_store)->record(one)))
            recorded.append(done->entry.id);
    };
    const auto send = [&] {
        const auto waiting = await(outbox.waiting(u"platform"_s, 5));
        if (!waiting || waiting->isEmpty())
            return;
        StoredBatch batch{newRandomId(), {}, {}, "body"};
        QList<EntryResult> results;
        for (const OutboxEntry &each : *waiting) {
            batch.entries.append(each.number);
            batch.ids.append(each.entry.id);
            results.append({each.entry.id, EntryFate::Accepted, {}, {}});
        }
        VERIFY_OK(await(outbox.storeBatch(u"platform"_s, batch, 1)));
        VERIFY_OK(await(outbox.settle(u"platform"_s, batch.id, u"R"_s, results, 2)));
    };
    QList<QUuid> takenBack;
    int restored = 0;
    for (int step = 0; step < 200; ++step) {
        const int what = random.bounded(10);
        if (step == 60) {
            VERIFY_OK(await(outbox.keepTarget({u"platform"_s,
                                               QString(nationalTargetKind),
                                               u"https://localhost:1"_s,
                                               u"D1"_s,
                                               u"VN1"_s,
                                               u"token"_s,
                                               {},
                                               {}})));
            while (*await(outbox.fillBacklog(u"platform"_s))) {
            }
        } else if (what < 5 || recorded.isEmpty()) {
            passage();
        } else if (what < 7) {
            const QUuid gone = recorded.takeAt(random.bounded(recorded.size()));
            [[maybe_unused]] const auto taken =
                await((*m_store)->voidEntry(gone, u"wrong"_s, at(dayCount * 24 * 60)));
            takenBack.append(gone);
            if (what == 6) {
                const QUuid again = takenBack.takeAt(random.bounded(takenBack.size()));
                restored += codeOf(await((*m_store)->restoreEntry(again, at(dayCount * 24 * 60)))) == u"ok"_s;
            }
        } else if (what < 8) {
            const Moment when = at(random.bounded(dayCount * 24 * 60));
            VERIFY_OK(await((*m_store)->recordRefusal(
                {newEntryId(when.utcMs), when, {}, u"unknown"_s, u"Camera 1"_s, Reason::UnknownCode}, "x")));
        } else {
            send();
        }
        const QList<DayFigures> kept = days(dayCount);
        QCOMPARE(kept.size(), dayCount);
        QVERIFY2(kept == counted(dayCount), qPrintable(u"after step %1"_s.arg(step)));
    }
    QVERIFY2(restored > 5, "the seed restores hardly anything");
}

void TrafficTest::onlyTouchedDaysAreCountedAgain()
{
    for (int day = 0; day < 4; ++day)
        VERIFY_OK(await((*m_store)->record(in(cardP02(), day * 24 * 60 + 60))));
    days(4);
    QTRY_COMPARE(uncounted(4), 0);                                         // they are kept a moment later
    VERIFY_OK(await((*m_store)->record(in(cardP01(), 2 * 24 * 60 + 90)))); // late
    QCOMPARE(uncounted(4), 1);
    QCOMPARE(days(4).value(2).in, 2);
}

void TrafficTest::daysThatAreOverAreSummedUpBeforeAnybodyAsks()
{
    constexpr int dayCount = 40; // more than are kept at once
    for (int day = 0; day < dayCount; day += 3)
        VERIFY_OK(await((*m_store)->record(in(cardP02(), day * 24 * 60 + 60))));
    ReportSource source(&m_store->store);
    const auto uncountedLocal = [&] { // local days, as reports ask for them
        Connection connection;
        if (!connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly))
            return qsizetype(-1);
        const auto vault = Vault::fromMasterKey(masterKey());
        QList<qint64> all;
        const QDate first = QDateTime::fromMSecsSinceEpoch(at(60).utcMs).date();
        for (int day = 0; day <= dayCount; ++day)
            all.append(first.addDays(day).startOfDay().toMSecsSinceEpoch());
        QList<DaySum> fresh;
        const auto read = DaySums(connection, **vault).read(all, &fresh);
        return read ? fresh.size() : qsizetype(-1);
    };
    QCOMPARE(uncountedLocal(), qsizetype(dayCount));
    const qint64 now = at((dayCount - 1) * 24 * 60 + 12 * 60).utcMs; // the last of them is not over
    const auto summed = await(source.sumUpDays(now));
    VERIFY_OK(summed);
    QCOMPARE(*summed, dayCount - 1);
    QTRY_COMPARE(uncountedLocal(), qsizetype(1)); // they are kept a moment later
    QCOMPARE(*await(source.sumUpDays(now)), 0);
    VERIFY_OK(await((*m_store)->record(in(cardP01(), 7 * 24 * 60 + 90)))); // late
    QCOMPARE(*await(source.sumUpDays(now)), 1);
}

void TrafficTest::closingEndsTheSummingUp()
{
    VERIFY_OK(await((*m_store)->record(in(cardP02(), 60))));
    const QFuture<Result<int>> summing =
        ReportSource(&m_store->store).sumUpDays(at(15 * 365 * 24 * 60).utcMs); // more than 5,000 days
    m_store.reset();
    QVERIFY(summing.isFinished());
    QVERIFY(summing.resultCount() == 0 || summing.result().error().code == ErrorCode::Cancelled);
}

void TrafficTest::figuresThatSomebodyElsePutThereAreNotBelieved()
{
    VERIFY_OK(await((*m_store)->record(in(cardP02(), 60))));
    VERIFY_OK(await((*m_store)->record(in(cardP01(), 24 * 60 + 60))));
    days(2);
    QTRY_COMPARE(uncounted(2), 0);
    m_store.reset();
    {
        Connection connection;
        VERIFY_OK(connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadWrite));
        connection.run(
            u"UPDATE day_sum SET figures = (SELECT figures FROM day_sum ORDER BY from_ms DESC LIMIT 1), "
            "digest = (SELECT digest FROM day_sum ORDER BY from_ms DESC LIMIT 1) WHERE from_ms = ?"_s,
            morning);
        connection.run(u"UPDATE day_sum SET to_ms = to_ms + 1 WHERE from_ms > ?"_s, morning);
        VERIFY_OK(connection.answer());
    }
    m_store = std::make_unique<OpenStore>(m_folder->path());
    VERIFY_OK(m_store->unlocked);
    QCOMPARE(uncounted(2), 2);
    QVERIFY(days(2) == counted(2));
}

void TrafficTest::theCheckOfTheRecordCountsDaysAgain()
{
    const auto faults = [this] {
        QStringList found;
        const auto proof = await(Ledger(&m_store->store).prove({}, {}, {}));
        for (const RecordFault &fault : proof ? proof->faults : QList<RecordFault>())
            found << fault.what;
        return proof ? found : QStringList{failureOf(proof)};
    };
    for (int day = 0; day < 3; ++day)
        VERIFY_OK(await((*m_store)->record(in(cardP02(), day * 24 * 60 + 60))));
    const QList<DayFigures> right = days(3);
    QTRY_COMPARE(uncounted(3), 0);
    QCOMPARE(faults(), QStringList());
    // As nobody could write it without the key of the folder.
    Connection connection;
    VERIFY_OK(connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadWrite));
    qint64 change = 0;
    {
        Statement row = connection.query(u"SELECT max(change) FROM day_change"_s);
        QVERIFY(row.next());
        change = row.integer(0);
    }
    const auto vault = Vault::fromMasterKey(masterKey()).value();
    DaySum wrong{at(24 * 60).utcMs, at(2 * 24 * 60).utcMs, change, right[1]};
    ++wrong.figures.in;
    VERIFY_OK(DaySums(connection, *vault).keep({wrong}));
    QCOMPARE(faults(), QStringList{u"the figures kept of 1 days are not what the record adds up to"_s});
    // What was touched since is counted again anyway.
    VERIFY_OK(await((*m_store)->record(in(cardP01(), 24 * 60 + 90))));
    QCOMPARE(faults(), QStringList());
}

QTEST_GUILESS_MAIN(TrafficTest)
#include "tst_traffic.moc"
