#include "core/store/outbox.h"
#include "tests/support/faultyvfs.h"
#include "tests/unit/store/storefixture.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace storetest;
using faultyvfs::Fault;

/// What waits for a target, and what becomes of it.
class TestOutbox : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyEntryIsInEveryOutbox();
    void anEntryThatIsNotRecordedWaitsForNobody();
    void aNewTargetGetsWhatWasRecordedBefore();
    void aBatchIsTheSameAsOftenAsItIsAskedFor();
    void noEntryIsInTwoBatches();
    void onlyWhatTheAnswerNamesIsSettled();
    void anAnswerToAClosedBatchChangesNothing();
    void theHalvesComeBeforeWhatFollows();
    void aRefusedEntryIsKeptWithItsMessage();
    void rejectedEntriesAreSentAgainOnDemand();
    void aCorrectedVisitorsEntriesAreSentAgain();
    void rejectedEntriesAndBatchesAreReadPageByPage();
    void aDisconnectedTargetKeepsItsOutboxAndGoesOnWhereItWas();
    void acknowledgedEntriesStaySo();
    void whatIsSentLiesNowhereInTheClear();
    void anotherTokenKeepsTheVenuesCode();
    void ownPhonesAreOnePersonEachTime();
    void nobodyIsToldOfOwnPhonesThatAreNotNew();
    void eachStepIsWholeOrNothing_data();
    void eachStepIsWholeOrNothing();
};

namespace {

SyncTarget platform(const QString &name = u"platform"_s)
{
    return {name, u"platform"_s, u"https://localhost:1"_s, u"D1"_s, u"VN1"_s, u"very-secret-token"_s, {}, {}};
}

struct Desk
{
    explicit Desk(const QString &folder) : store(folder) {}

    OpenStore store;
    Outbox outbox{&store.store};
    int persons = 0;

    /// As many entries of as many persons.
    QList<QUuid> record(int count)
    {
        QList<QUuid> ids;
        for (int i = 0; i < count; ++i) {
            VisitorData visitor = cardP02();
            visitor.idNumber = QString::number(79'300'000'000 + persons).rightJustified(12, u'0');
            const auto recorded = await(store->record(in(visitor, persons++)));
            ids.append(recorded ? recorded->entry.id : QUuid());
        }
        return ids;
    }
    void enrol(const QString &name = u"platform"_s)
    {
        [[maybe_unused]] const auto kept = await(outbox.keepTarget(platform(name)));
        while (*await(outbox.fillBacklog(name))) {
        }
    }
    StoredBatch batch(int most, const QByteArray &body = "body")
    {
        const auto waiting = await(outbox.waiting(u"platform"_s, most));
        StoredBatch batch{newRandomId(), {}, {}, body};
        for (const OutboxEntry &each : *waiting) {
            batch.entries.append(each.number);
            batch.ids.append(each.entry.id);
        }
        return batch;
    }
    StoredBatch keep(int most, const QByteArray &body = "body")
    {
        const StoredBatch made = batch(most, body);
        [[maybe_unused]] const auto kept = await(outbox.storeBatch(u"platform"_s, made, 1));
        return made;
    }
    OutboxCounts counts(int target = 0) { return (*await(outbox.targets()))[target].counts; }
    std::optional<StoredBatch> open() { return *await(outbox.openBatch(u"platform"_s)); }
    Result<void> settle(const StoredBatch &made, const QList<EntryResult> &results)
    {
        return await(outbox.settle(u"platform"_s, made.id, u"R1"_s, results, 2));
    }
};

QList<EntryResult> all(const StoredBatch &batch, EntryFate fate)
{
    QList<EntryResult> results;
    for (const QUuid &id : batch.ids)
        results.append({id, fate, {}, {}});
    return results;
}

} // namespace

void TestOutbox::initTestCase()
{
    QVERIFY(faultyvfs::install());
}

void TestOutbox::everyEntryIsInEveryOutbox()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol(u"platform"_s);
    desk.enrol(u"province"_s);
    const QList<QUuid> ids = desk.record(2);
    VERIFY_OK(await(desk.store->voidEntry(ids[0], u"wrong"_s, at(9))));
    VERIFY_OK(await(desk.store->correctDirection(ids[1], Direction::Out, at(10)))); // a void and a passage
    for (const int target : {0, 1})
        QCOMPARE(desk.counts(target), (OutboxCounts{5, 0, 5, 0}));
    QCOMPARE(await(desk.outbox.waiting(u"province"_s, 10))->size(), 5);
}

void TestOutbox::anEntryThatIsNotRecordedWaitsForNobody()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    const QList<QUuid> ids = desk.record(1);
    EntryDraft same = in(cardP01(), 5);
    same.entry.id = ids[0];
    QVERIFY(!await(desk.store->record(same)));
    QCOMPARE(desk.counts(), (OutboxCounts{1, 0, 1, 0}));
}

void TestOutbox::aNewTargetGetsWhatWasRecordedBefore()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    QList<QUuid> ids = desk.record(3);
    VERIFY_OK(await(desk.outbox.keepTarget(platform())));
    ids += desk.record(2); // before the older ones are there
    QVERIFY((*await(desk.outbox.targets()))[0].backlogOpen);
    desk.enrol();
    QVERIFY(!(*await(desk.outbox.targets()))[0].backlogOpen);
    QCOMPARE(desk.counts(), (OutboxCounts{5, 0, 5, 0}));
    QCOMPARE(desk.batch(10).ids, ids); // in the order of recording
    desk.enrol();
    QCOMPARE(desk.counts(), (OutboxCounts{5, 0, 5, 0}));
}

void TestOutbox::aBatchIsTheSameAsOftenAsItIsAskedFor()
{
    const QTemporaryDir folder(quickFolder());
    StoredBatch made;
    {
        Desk desk(folder.path());
        desk.enrol();
        desk.record(3);
        made = desk.keep(2, QByteArray("\x00\xff bytes", 8));
    }
    Desk desk(folder.path());
    const auto open = desk.open();
    QVERIFY(open);
    QCOMPARE(open->id, made.id);
    QCOMPARE(open->body, made.body);
    QCOMPARE(open->ids, made.ids);
}

void TestOutbox::noEntryIsInTwoBatches()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(3);
    StoredBatch made = desk.keep(2);
    QCOMPARE(desk.batch(10).entries.size(), 1);
    made.id = newRandomId();
    COMPARE_CODE(await(desk.outbox.storeBatch(u"platform"_s, made, 1)), "wrong-use");
}

void TestOutbox::onlyWhatTheAnswerNamesIsSettled()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(4);
    const StoredBatch made = desk.keep(4);
    VERIFY_OK(desk.settle(made, {{made.ids[0], EntryFate::Accepted, {}, {}},
                                 {made.ids[0], EntryFate::Rejected, u"late"_s, {}},
                                 {newRandomId(), EntryFate::Accepted, {}, {}},
                                 {made.ids[1], EntryFate::Duplicate, {}, {}},
                                 {made.ids[2], EntryFate::Rejected, u"unwanted"_s, u"Không nhận"_s}}));
    QCOMPARE(desk.counts(), (OutboxCounts{4, 2, 1, 1}));
    QVERIFY(!desk.open());
    QCOMPARE(desk.batch(10).ids, QList<QUuid>{made.ids[3]}); // travels in a new batch
    const BatchRecord record = (*await(desk.outbox.history(u"platform"_s, 5)))[0];
    QCOMPARE(record.receipt, u"R1"_s);
    QCOMPARE(record.accepted, 1);
    QCOMPARE(record.duplicate, 1);
    QCOMPARE(record.rejected, 1);
}

void TestOutbox::anAnswerToAClosedBatchChangesNothing()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(2);
    const StoredBatch made = desk.keep(2);
    VERIFY_OK(desk.settle(made, {}));
    COMPARE_CODE(desk.settle(made, all(made, EntryFate::Rejected)), "wrong-use");
    QCOMPARE(desk.counts(), (OutboxCounts{2, 0, 2, 0}));
}

void TestOutbox::theHalvesComeBeforeWhatFollows()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(5);
    const StoredBatch made = desk.keep(4);
    const auto part = [&made](qsizetype from, qsizetype count) {
        return StoredBatch{newRandomId(), made.entries.mid(from, count), made.ids.mid(from, count), "half"};
    };
    COMPARE_CODE(await(desk.outbox.halve(u"platform"_s, made.id, part(0, 2), part(3, 1), 2)), "wrong-use");
    const StoredBatch first = part(0, 2);
    const StoredBatch second = part(2, 2);
    VERIFY_OK(await(desk.outbox.halve(u"platform"_s, made.id, first, second, 2)));
    QCOMPARE(desk.open()->id, first.id);
    StoredBatch quarter{newRandomId(), first.entries.mid(0, 1), first.ids.mid(0, 1), "q"};
    StoredBatch other{newRandomId(), first.entries.mid(1), first.ids.mid(1), "q"};
    VERIFY_OK(await(desk.outbox.halve(u"platform"_s, first.id, quarter, other, 2)));
    QList<QUuid> order;
    while (const auto open = desk.open()) {
        order += open->ids;
        VERIFY_OK(desk.settle(*open, all(*open, EntryFate::Accepted)));
    }
    QCOMPARE(order, made.ids);
    QCOMPARE(desk.counts(), (OutboxCounts{5, 4, 1, 0}));
}

void TestOutbox::aRefusedEntryIsKeptWithItsMessage()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(2);
    COMPARE_CODE(await(desk.outbox.refuse(u"platform"_s, desk.keep(2).id, {}, {}, 2)), "wrong-use");
    const StoredBatch open = *desk.open();
    VERIFY_OK(desk.settle(open, {{open.ids[0], EntryFate::Accepted, {}, {}}}));
    const StoredBatch single = desk.keep(1);
    VERIFY_OK(await(desk.outbox.refuse(u"platform"_s, single.id, u"poison"_s, u"Không hiểu"_s, 2)));
    const auto rejected = await(desk.outbox.rejected(u"platform"_s));
    QCOMPARE(rejected->size(), 1);
    QCOMPARE((*rejected)[0].entry.id, single.ids[0]);
    QCOMPARE((*rejected)[0].code, u"poison"_s);
    QCOMPARE((*rejected)[0].message, u"Không hiểu"_s);
    QCOMPARE((*rejected)[0].visitor.name, cardP02().name);
}

void TestOutbox::rejectedEntriesAreSentAgainOnDemand()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(3);
    const StoredBatch made = desk.keep(3);
    VERIFY_OK(desk.settle(made, all(made, EntryFate::Rejected)));
    QCOMPARE(await(desk.outbox.sendAgain(u"platform"_s, {made.ids[1]})).value(), 1);
    QCOMPARE(desk.counts(), (OutboxCounts{3, 0, 1, 2}));
    QCOMPARE(desk.batch(9).ids, QList<QUuid>{made.ids[1]});
    QCOMPARE(await(desk.outbox.sendAgain(u"platform"_s, {})).value(), 2);
    QCOMPARE(desk.counts(), (OutboxCounts{3, 0, 3, 0}));
}

void TestOutbox::aCorrectedVisitorsEntriesAreSentAgain()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    const auto came = await(desk.store->record(in(cardP02(), 1)));
    const auto left = await(desk.store->record(out(cardP02(), 9)));
    VERIFY_OK(came);
    VERIFY_OK(left);
    const QUuid other = desk.record(1).first();
    const StoredBatch made = desk.keep(9);
    VERIFY_OK(desk.settle(made, all(made, EntryFate::Rejected)));

    VisitorCorrection correction;
    correction.name = u"Trần Thị Mẫu Đúng"_s;
    correction.birthDate = PartialDate::fromYear(2001);
    correction.phone = u"+84900000002"_s;
    QCOMPARE(await(desk.outbox.correct(u"platform"_s, came->entry.id, correction)).value(), 2);
    QCOMPARE(desk.counts(), (OutboxCounts{3, 0, 2, 1}));
    COMPARE_CODE(await(desk.outbox.correct(u"platform"_s, came->entry.id, correction)), "not-found");
    QCOMPARE(await(desk.outbox.rejected(u"platform"_s))->first().entry.id, other);

    // The same entries, with their own times and what is known now.
    const auto waiting = await(desk.outbox.waiting(u"platform"_s, 9));
    QCOMPARE(waiting->size(), 2);
    QCOMPARE(waiting->first().entry.id, came->entry.id);
    QCOMPARE(waiting->first().entry.at, came->entry.at);
    for (const OutboxEntry &each : *waiting) {
        QCOMPARE(each.visitor->name, u"Trần Thị Mẫu Đúng"_s);
        QCOMPARE(each.visitor->birthDate, PartialDate::fromYear(2001));
        QCOMPARE(each.visitor->phone, u"+84900000002"_s);
        QCOMPARE(each.visitor->idNumber, cardP02().idNumber);
    }
    QCOMPARE(match(desk.store, cardP02()).known.name, u"Trần Thị Mẫu Đúng"_s);
}

void TestOutbox::rejectedEntriesAndBatchesAreReadPageByPage()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    const QList<QUuid> ids = desk.record(5);
    QList<QUuid> batches;
    for (int i = 0; i < 5; ++i) {
        const StoredBatch made = desk.keep(1);
        VERIFY_OK(desk.settle(made, all(made, EntryFate::Rejected)));
        batches.prepend(made.id);
    }
    QList<QUuid> rejected;
    QList<QUuid> history;
    for (int page = 0; page < 3; ++page) {
        const auto after = rejected.isEmpty() ? std::nullopt : std::optional(rejected.last());
        const auto before = history.isEmpty() ? std::nullopt : std::optional(history.last());
        const auto entries = await(desk.outbox.rejected(u"platform"_s, 2, after));
        for (const RejectedEntry &each : *entries)
            rejected.append(each.entry.id);
        const auto sent = await(desk.outbox.history(u"platform"_s, 2, before));
        for (const BatchRecord &each : *sent)
            history.append(each.id);
    }
    QCOMPARE(rejected, ids);
    QCOMPARE(history, batches);
}

void TestOutbox::aDisconnectedTargetKeepsItsOutboxAndGoesOnWhereItWas()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(2);
    const StoredBatch made = desk.keep(1);
    VERIFY_OK(desk.settle(made, all(made, EntryFate::Accepted)));
    VERIFY_OK(await(desk.outbox.setPaused(u"platform"_s, true)));
    VERIFY_OK(await(desk.outbox.disconnectTarget(u"platform"_s)));
    QVERIFY(await(desk.outbox.targets())->isEmpty());
    COMPARE_CODE(await(desk.outbox.waiting(u"platform"_s, 9)), "not-found");
    COMPARE_CODE(await(desk.outbox.disconnectTarget(u"platform"_s)), "not-found");
    desk.record(3);

    desk.enrol();
    const TargetRecord again = await(desk.outbox.targets())->first();
    QCOMPARE(again.counts, (OutboxCounts{5, 1, 4, 0}));
    QCOMPARE(again.target.token, platform().token);
    QVERIFY(!again.paused);
    QCOMPARE(await(desk.outbox.history(u"platform"_s, 9))->size(), 1);
    // Whoever is disconnected before all older entries were put in goes on with them.
    desk.record(1);
    QCOMPARE(desk.counts(), (OutboxCounts{6, 1, 5, 0}));
}

void TestOutbox::acknowledgedEntriesStaySo()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(1);
    const StoredBatch made = desk.keep(1);
    VERIFY_OK(desk.settle(made, all(made, EntryFate::Accepted)));
    QCOMPARE(await(desk.outbox.sendAgain(u"platform"_s, made.ids)).value(), 0);
    QCOMPARE(desk.counts(), (OutboxCounts{1, 1, 0, 0}));
}

void TestOutbox::whatIsSentLiesNowhereInTheClear()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    desk.record(2);
    desk.keep(1, "the body of a batch");
    const StoredBatch open = *desk.open();
    QCOMPARE(open.body, QByteArray("the body of a batch"));
    QCOMPARE((*await(desk.outbox.targets()))[0].target.token, u"very-secret-token"_s);
    QVERIFY(!rawBytes(folder.path()).contains("the body of a batch"));
    QVERIFY(!rawBytes(folder.path()).contains("very-secret-token"));
    VERIFY_OK(desk.settle(open, {{open.ids[0], EntryFate::Rejected, u"c"_s, u"message about somebody"_s}}));
    QVERIFY(!rawBytes(folder.path()).contains("message about somebody"));
}

void TestOutbox::anotherTokenKeepsTheVenuesCode()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    TargetCondition lost;
    lost.state = TargetState::NeedsEnrolment;
    lost.failures = 3;
    VERIFY_OK(await(desk.outbox.noteCondition(u"platform"_s, lost)));
    SyncTarget again = platform();
    again.venueCode.clear();
    again.token = u"another"_s;
    VERIFY_OK(await(desk.outbox.keepTarget(again)));
    TargetRecord record = (*await(desk.outbox.targets()))[0];
    QCOMPARE(record.target.venueCode, u"VN1"_s);
    QCOMPARE(record.target.token, u"another"_s);
    QCOMPARE(record.condition, TargetCondition());
    again.address = u"https://localhost:2"_s;
    VERIFY_OK(await(desk.outbox.keepTarget(again)));
    QVERIFY((*await(desk.outbox.targets()))[0].target.venueCode.isEmpty()); // elsewhere it says nothing
}

void TestOutbox::ownPhonesAreOnePersonEachTime()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    const SelfCheckIn came{u"c1"_s, Direction::In, at(1), u"Cổng A"_s, u"T. T. Mẫu"_s, u"P1"_s};
    const SelfCheckIn left{u"c2"_s, Direction::Out, at(2), u"Cổng A"_s, u"T. T. Mẫu"_s, u"P1"_s};
    QCOMPARE(await(desk.outbox.takeSelfCheckIns(u"platform"_s, {came}, u"1"_s)).value(), 1);
    QCOMPARE(wholeCounters(desk.store).inside, 1); // counted in presence
    QCOMPARE(await(desk.outbox.takeSelfCheckIns(u"platform"_s, {came, left}, u"2"_s)).value(), 1);
    QCOMPARE(wholeCounters(desk.store).inside, 0);
    const QList<EntryRow> rows = allEntries(desk.store);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].entry.source, u"own-phone"_s);
    QCOMPARE(rows[0].entry.visitorId, rows[1].entry.visitorId);
    QCOMPARE((*await(desk.outbox.targets()))[0].cursor, u"2"_s);
    QCOMPARE(desk.counts(), OutboxCounts()); // the platform knows
}

/// Whoever sends begins anew with every change: asking must not be one.
void TestOutbox::nobodyIsToldOfOwnPhonesThatAreNotNew()
{
    const QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol();
    const SelfCheckIn came{u"c1"_s, Direction::In, at(1), u"Cổng A"_s, u"T. T. Mẫu"_s, u"P1"_s};
    QCoreApplication::processEvents();
    QSignalSpy changed(&desk.store.store, &EntryStore::changed);
    VERIFY_OK(await(desk.outbox.takeSelfCheckIns(u"platform"_s, {}, u"1"_s)));
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 0);
    VERIFY_OK(await(desk.outbox.takeSelfCheckIns(u"platform"_s, {came}, u"2"_s)));
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
    VERIFY_OK(await(desk.outbox.takeSelfCheckIns(u"platform"_s, {came}, u"2"_s)));
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
}

void TestOutbox::eachStepIsWholeOrNothing_data()
{
    QTest::addColumn<int>("work");
    const QStringList works{u"record"_s, u"store a batch"_s, u"settle"_s,
                            u"halve"_s,  u"send again"_s,    u"correct"_s};
    for (int i = 0; i < works.size(); ++i)
        QTest::newRow(qPrintable(works[i])) << i;
}

/// The n-th access to the disk fails, until all pass.
void TestOutbox::eachStepIsWholeOrNothing()
{
    QFETCH(const int, work);
    const QTemporaryDir base(quickFolder());
    StoredBatch made;
    {
        Desk desk(base.path());
        desk.enrol();
        desk.record(6);
        const StoredBatch first = desk.keep(2);
        VERIFY_OK(desk.settle(first, all(first, EntryFate::Rejected)));
        if (work == 2 || work == 3)
            made = desk.keep(4);
    }
    const QList<std::function<QString(Desk &)>> works{
        [](Desk &desk) { return codeOf(await(desk.store->record(in(cardP01(), 50)))); },
        [](Desk &desk) { return codeOf(await(desk.outbox.storeBatch(u"platform"_s, desk.batch(3), 3))); },
        [&](Desk &desk) {
            return codeOf(desk.settle(made, {{made.ids[0], EntryFate::Accepted, {}, {}},
                                             {made.ids[1], EntryFate::Rejected, {}, {}}}));
        },
        [&](Desk &desk) {
            const StoredBatch a{newRandomId(), made.entries.mid(0, 2), made.ids.mid(0, 2), "a"};
            const StoredBatch b{newRandomId(), made.entries.mid(2), made.ids.mid(2), "b"};
            return codeOf(await(desk.outbox.halve(u"platform"_s, made.id, a, b, 3)));
        },
        [](Desk &desk) { return codeOf(await(desk.outbox.sendAgain(u"platform"_s, {}))); },
        [](Desk &desk) {
            VisitorCorrection correction;
            correction.name = u"Mai"_s;
            const auto rejected = await(desk.outbox.rejected(u"platform"_s, 1));
            if (!rejected || rejected->isEmpty())
                return codeOf(rejected);
            return codeOf(await(desk.outbox.correct(u"platform"_s, rejected->first().entry.id, correction)));
        },
    };
    const auto image = [](Desk &desk) {
        const OutboxCounts counts = desk.counts();
        QStringList shown{QString::number(counts.recorded), QString::number(counts.acknowledged),
                          QString::number(counts.waiting), QString::number(counts.rejected),
                          QString::number(allEntries(desk.store).size())};
        const auto history = await(desk.outbox.history(u"platform"_s, 9));
        for (const BatchRecord &each : *history)
            shown.append(QString::number(int(each.state)) + u'/' + QString::number(each.entries));
        return shown.join(u' ');
    };
    int failures = 0;
    for (int n = 1;; ++n) {
        QVERIFY2(n < 500, "never gets through");
        const QTemporaryDir folder(quickFolder());
        QVERIFY(QFile::copy(EntryStore::databasePath(base.path()), EntryStore::databasePath(folder.path())));
        Desk desk(folder.path());
        VERIFY_OK(desk.store.unlocked);
        const QString before = image(desk);
        faultyvfs::failAccess(n, Fault::Broken, false);
        QString answer = work == 1 ? QString() : works[work](desk);
        if (work == 1) {
            // What is read first is not what is looked at here.
            faultyvfs::heal();
            const StoredBatch batch = desk.batch(3);
            faultyvfs::failAccess(n, Fault::Broken, false);
            answer = codeOf(await(desk.outbox.storeBatch(u"platform"_s, batch, 3)));
        }
        const bool struck = faultyvfs::heal();
        QVERIFY2(answer == u"ok"_s || struck, qPrintable(answer));
        failures += answer != u"ok"_s;
        QCOMPARE(image(desk) == before, answer != u"ok"_s);
        VERIFY_OK(await(desk.store->check()));
        if (!struck)
            break;
    }
    QVERIFY(failures >= 1);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
