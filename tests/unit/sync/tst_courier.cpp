#include "core/sync/syncengine.h"
#include "tests/support/faultyvfs.h"
#include "tests/unit/store/storefixture.h"
#include "tests/unit/sync/smallplatform.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace storetest;
using namespace synctest;

/// What a desk makes of whatever happens between it and a platform, or between it and its own disk: every
/// entry arrives, each once.
class TestCourier : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void whicheverAccessToTheDiskFailsEveryEntryArrivesOnce_data();
    void whicheverAccessToTheDiskFailsEveryEntryArrivesOnce();
    void whicheverRequestFailsEveryEntryArrivesOnce_data();
    void whicheverRequestFailsEveryEntryArrivesOnce();
    void oneRequestIsUnderWayAtATime();
    void endingDoesNotWaitForAnAnswer_data();
    void endingDoesNotWaitForAnAnswer();
    void anAnswerThatDribblesIsGivenUp();
    void theTokenFollowsNoRedirectToAnotherServer();
    void aRedirectThatGoesInCirclesIsGivenUp();
    void whatWentWrongNamesNoSecret();
    void aClockThatIsOffMarksEntriesAndNoTimeIsRewritten();
    void aClockIsInDoubtWhileAnyPlatformSaysSo();
    void ownPhonesWithoutEndKeepNoEntryWaiting();
    void anEnrolmentWithoutAnswerDoesNotKeepTheProgram();
    void aReturningDeskBeginsSlowly();
    void whoSaysNowWaitsForNoReturn();

private:
    void copyTemplate(const QString &folder) const;

    QTemporaryDir m_template{quickFolder()};
    QSet<QUuid> m_good; ///< entries of the template that the platform takes
    SmallPlatform m_platform;
};

namespace {

constexpr int goodEntries = 3;
constexpr auto token = "a-very-secret-token";

VisitorData person(int number)
{
    VisitorData data = cardP02();
    data.idNumber = QString::number(79'300'000'000 + number).rightJustified(12, u'0');
    return data;
}

/// A desk over a folder, with everything that sends.
struct Desk
{
    explicit Desk(const QString &folder, const LineRules &patience = {})
        : store(folder), engine(&store.store, &clock, patience)
    {
    }

    QList<TargetRecord> targets()
    {
        const auto all = await(engine.outbox()->targets());
        return all ? *all : QList<TargetRecord>();
    }
    TargetRecord target() { return targets().value(0); }
    /// One pass now; false when it did not end.
    bool pass()
    {
        QSignalSpy ended(&engine, &SyncEngine::passEnded);
        engine.sync(targets(), false);
        const bool came = !ended.isEmpty() || ended.wait(60'000);
        if (came)
            last = ended[0][0].value<SyncPass>();
        return came;
    }
    QUuid record(int number, const Moment &moment, const QString &location = u"Gate A"_s)
    {
        EntryDraft made = draft(person(number), EntryKind::In, moment);
        made.entry.location = location;
        const auto recorded = await(store->record(made));
        return recorded ? recorded->entry.id : QUuid();
    }
    void enrol(const QString &address, const QString &venueCode = u"VN-1"_s)
    {
        [[maybe_unused]] const auto kept = await(engine.outbox()->keepTarget(
            {u"platform"_s, u"platform"_s, address, u"D1"_s, venueCode, QString::fromLatin1(token), {}, {}}));
    }

    OpenStore store;
    SystemClock clock;
    SyncEngine engine;
    SyncPass last;
};

/// Not so impatient that a machine that is busy with other tests looks like a line that hangs.
LineRules impatient()
{
    LineRules rules;
    rules.connecting = rules.silence = rules.whole = std::chrono::milliseconds(1'000);
    return rules;
}

QString sumOf(const OutboxCounts &counts)
{
    return u"%1 = %2 + %3 + %4"_s.arg(counts.recorded)
        .arg(counts.acknowledged)
        .arg(counts.waiting)
        .arg(counts.rejected);
}

} // namespace

void TestCourier::initTestCase()
{
    QVERIFY(faultyvfs::install());
    Desk desk(m_template.path());
    VERIFY_OK(desk.store.unlocked);
    for (int i = 0; i < goodEntries; ++i)
        m_good.insert(desk.record(i, at(i)));
    desk.record(goodEntries, at(goodEntries), u"poison"_s);
    QCOMPARE(m_good.size(), goodEntries);
    Venue venue;
    venue.code = u"local1"_s;
    venue.name = u"Bệnh viện Mẫu"_s;
    venue.category = VenueCategory::Hospital;
    VenueRegister office(&desk.store.store);
    auto saved = office.saveVenue(venue, {QByteArray(32, 'p'), QByteArray(32, 's'), true}, at(0));
    QTRY_VERIFY_WITH_TIMEOUT(saved.isFinished(), 60'000); // by way of the event loop
    VERIFY_OK(saved.result());
}

void TestCourier::init()
{
    m_platform.clear();
}

void TestCourier::copyTemplate(const QString &folder) const
{
    QVERIFY(QFile::copy(EntryStore::databasePath(m_template.path()), EntryStore::databasePath(folder)));
}

void TestCourier::whicheverAccessToTheDiskFailsEveryEntryArrivesOnce_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("broken once") << int(faultyvfs::Fault::Broken) << false;
    QTest::newRow("full from then on") << int(faultyvfs::Fault::Full) << true;
}

/// Backlog, batches, halving, a refused entry and settling: the n-th access fails, until all pass.
void TestCourier::whicheverAccessToTheDiskFailsEveryEntryArrivesOnce()
{
    QFETCH(int, fault);
    QFETCH(bool, lasting);
    int failures = 0;
    int n = 1;
    for (bool struck = true; struck; ++n) {
        QVERIFY2(n < 3000, "never gets through");
        const QString where = u"access %1"_s.arg(n);
        m_platform.clear();
        QTemporaryDir folder(quickFolder());
        copyTemplate(folder.path());
        Desk desk(folder.path());
        desk.enrol(m_platform.address());
        const QList<TargetRecord> targets = desk.targets();
        QCOMPARE(targets.size(), 1);
        QSignalSpy ended(&desk.engine, &SyncEngine::passEnded);
        faultyvfs::failAccess(n, faultyvfs::Fault(fault), lasting);
        desk.engine.sync(targets, false);
        QVERIFY2(!ended.isEmpty() || ended.wait(60'000), qPrintable(where));
        struck = faultyvfs::heal();
        failures += ended[0][0].value<SyncPass>().error.has_value();
        const OutboxCounts counts = desk.target().counts;
        QCOMPARE(counts.recorded, counts.acknowledged + counts.waiting + counts.rejected);
        QVERIFY2(counts.acknowledged <= m_platform.entries().size(),
                 qPrintable(where)); // nothing that is not there

        QVERIFY2(desk.pass(), qPrintable(where)); // as soon as the disk is well again
        QVERIFY2(!desk.last.error, qPrintable(where));
        QCOMPARE(sumOf(desk.target().counts), u"4 = 3 + 0 + 1"_s);
        QCOMPARE(m_platform.entries(), m_good);
        QCOMPARE(m_platform.violations, QStringList());
    }
    QVERIFY2(failures >= 5, qPrintable(u"only %1 of %2 accesses made it fail"_s.arg(failures).arg(n)));
    qInfo("%d accesses, %d of them ended a pass", n - 2, failures);
}

void TestCourier::whicheverRequestFailsEveryEntryArrivesOnce_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("lasting");
    const auto add = [](const char *name, Fault fault) {
        QTest::addRow("%s once", name) << int(fault) << false;
        QTest::addRow("%s from then on", name) << int(fault) << true;
    };
    add("the line breaks", Fault::ResetBefore);
    add("the answer is lost", Fault::ResetAfter);
    add("a sign-in page", Fault::SignInPage);
    add("unavailable", Fault::Unavailable);
    QTest::newRow("half an answer once") << int(Fault::HangWithin) << false;
}

/// Venue, batches, halves and own phones: the n-th request fails, until all pass.
void TestCourier::whicheverRequestFailsEveryEntryArrivesOnce()
{
    QFETCH(int, fault);
    QFETCH(bool, lasting);
    int failures = 0;
    int n = 1;
    for (bool struck = true; struck; ++n) {
        QVERIFY2(n < 100, "never gets through");
        const QString where = u"request %1"_s.arg(n);
        m_platform.clear();
        QTemporaryDir folder(quickFolder());
        copyTemplate(folder.path());
        Desk desk(folder.path(), impatient());
        desk.enrol(m_platform.address(), {});
        m_platform.failRequest(n, Fault(fault), lasting);
        QVERIFY2(desk.pass(), qPrintable(where));
        struck = m_platform.heal();
        const TargetRecord target = desk.target();
        failures += target.counts.waiting > 0;
        QVERIFY2(target.counts.waiting == 0 || !target.condition.why.isEmpty(), qPrintable(where));
        QVERIFY(target.counts.acknowledged <= m_platform.entries().size());

        QVERIFY2(desk.pass(), qPrintable(where));
        QCOMPARE(sumOf(desk.target().counts), u"4 = 3 + 0 + 1"_s);
        QCOMPARE(m_platform.entries(), m_good);
        QCOMPARE(m_platform.violations, QStringList());
    }
    qInfo("%d requests, %d of them ended a pass", n - 2, failures);
    QVERIFY(n > 5);
}

void TestCourier::oneRequestIsUnderWayAtATime()
{
    QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol(m_platform.address());
    m_platform.delay = std::chrono::milliseconds(20);
    desk.record(0, at(0));
    desk.engine.sync(desk.targets(), true);
    for (int i = 1; i <= 20; ++i) {
        desk.record(i, at(i));
        desk.engine.sendNow(u"platform"_s);
        QTest::qWait(5);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.entries().size(), 21, 60'000);
    QCOMPARE(m_platform.mostAtOnce, 1);
}

void TestCourier::endingDoesNotWaitForAnAnswer_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("before the answer") << int(Fault::Hang);
    QTest::newRow("within it") << int(Fault::HangWithin);
}

/// The line itself would wait for half a minute.
void TestCourier::endingDoesNotWaitForAnAnswer()
{
    QFETCH(int, fault);
    QTemporaryDir folder(quickFolder());
    copyTemplate(folder.path());
    QElapsedTimer since;
    {
        Desk desk(folder.path());
        desk.enrol(m_platform.address());
        m_platform.failRequest(1, Fault(fault), true);
        desk.engine.sync(desk.targets(), true);
        QTRY_VERIFY_WITH_TIMEOUT(m_platform.requests > 0, 60'000);
        since.start();
    }
    qInfo("ended after %lld ms", since.elapsed());
    QVERIFY(since.elapsed() < 10'000);
    m_platform.heal();
    Desk again(folder.path());
    QVERIFY(again.target().condition.why.isEmpty()); // hanging up here says nothing about the platform
    QVERIFY(again.pass());
    QCOMPARE(m_platform.entries(), m_good);
}

void TestCourier::anAnswerThatDribblesIsGivenUp()
{
    QTemporaryDir folder(quickFolder());
    copyTemplate(folder.path());
    LineRules rules; // a byte now and then is no silence
    rules.whole = std::chrono::milliseconds(400);
    Desk desk(folder.path(), rules);
    desk.enrol(m_platform.address());
    m_platform.failRequest(1, Fault::Dribble);
    QVERIFY(desk.pass());
    QVERIFY(desk.target().condition.why.contains(u"not whole"_s));
    QCOMPARE(desk.target().counts.waiting, goodEntries + 1);
}

void TestCourier::theTokenFollowsNoRedirectToAnotherServer()
{
    QTemporaryDir folder(quickFolder());
    copyTemplate(folder.path());
    SmallPlatform other;
    for (const QString &elsewhere :
         {other.address() + u"/v1/venues/VN-1/entries"_s, u"//"_s + other.address().mid(7) + u"/"_s,
          other.address().replace(u"127.0.0.1"_s, u"localhost"_s), u"file:///etc/hostname"_s,
          QString(m_platform.address()).replace(u"//"_s, u"//user:word@"_s), u""_s, u"::"_s}) {
        Desk desk(folder.path());
        desk.enrol(m_platform.address());
        m_platform.clear();
        m_platform.redirectTo = elsewhere;
        m_platform.failRequest(1, Fault::Redirect, true);
        QVERIFY(desk.pass());
        QVERIFY2(desk.target().condition.why.contains(u"307"_s), qPrintable(elsewhere));
        QVERIFY2(m_platform.requests <= 4, qPrintable(elsewhere));
        QCOMPARE(desk.target().counts.waiting, goodEntries + 1);
    }
    QCOMPARE(other.connections, 0);
}

void TestCourier::aRedirectThatGoesInCirclesIsGivenUp()
{
    QTemporaryDir folder(quickFolder());
    copyTemplate(folder.path());
    Desk desk(folder.path());
    desk.enrol(m_platform.address());
    m_platform.redirectTo = u"/v1/venues/VN-1/entries"_s;
    m_platform.failRequest(1, Fault::Redirect, true);
    QVERIFY(desk.pass());
    QCOMPARE(m_platform.requests, 4);
    m_platform.heal();
    QVERIFY(desk.pass());
    QCOMPARE(m_platform.entries(), m_good);
}

void TestCourier::whatWentWrongNamesNoSecret()
{
    QTemporaryDir folder(quickFolder());
    copyTemplate(folder.path());
    static QStringList logged;
    logged.clear();
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { logged.append(text); });
    QStringList said;
    {
        Desk desk(folder.path(), impatient());
        desk.enrol(m_platform.address());
        for (const Fault fault : {Fault::ResetBefore, Fault::SignInPage, Fault::Unavailable, Fault::Hang,
                                  Fault::HangWithin, Fault::Dribble, Fault::Redirect, Fault::Forbidden}) {
            m_platform.redirectTo = u"https://platform.invalid/"_s;
            m_platform.failRequest(1, fault, true);
            [[maybe_unused]] const bool ended = desk.pass();
            said.append(desk.target().condition.why);
        }
        QVERIFY2(said.last().contains(u"not-yours"_s), qPrintable(said.last()));
    }
    qInstallMessageHandler(before);
    QVERIFY(logged.size() >= 5);
    for (const QString &text : logged + said) {
        for (const QString &secret : {QString::fromLatin1(token), u"0793000000"_s, cardP02().name})
            QVERIFY2(!text.contains(secret), qPrintable(text));
    }
}

void TestCourier::aClockThatIsOffMarksEntriesAndNoTimeIsRewritten()
{
    QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol(m_platform.address());
    connect(&desk.engine, &SyncEngine::clockCompared, &desk.engine,
            [&desk](std::optional<qint64> off) { desk.clock.setContradicted(off.has_value()); });
    const auto passWith = [&](qint64 aheadMs) {
        m_platform.clockAheadMs = aheadMs;
        QVERIFY(desk.pass());
        QTest::qWait(0);
    };
    QList<QUuid> ids;
    QList<Moment> times;
    const auto record = [&] {
        times.append(desk.clock.now());
        ids.append(desk.record(int(ids.size()), times.last()));
    };
    record();
    passWith(119'000); // within two minutes
    QVERIFY(!desk.target().condition.clockOffMs);
    record();
    passWith(-130'000);
    QVERIFY(desk.target().condition.clockOffMs);
    QVERIFY(*desk.target().condition.clockOffMs > 120'000); // this clock is ahead
    record();
    passWith(86'400'000);
    record();
    passWith(0);
    QVERIFY(!desk.target().condition.clockOffMs);
    record();
    passWith(0);
    const QList<bool> expected{false, false, true, true, false};
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QJsonObject sent = m_platform.entry(ids[i]);
        QCOMPARE(sent[u"clock_suspect"_s].toBool(), expected[i]);
        QCOMPARE(QDateTime::fromString(sent[u"at"_s].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch(),
                 times[i].utcMs);
    }
    const QList<EntryRow> rows = allEntries(desk.store);
    QCOMPARE(rows.size(), ids.size());
    for (const EntryRow &row : rows) {
        const qsizetype i = ids.indexOf(row.entry.id);
        QCOMPARE(row.entry.at.suspect, expected[i]);
        QCOMPARE(row.entry.at.utcMs, times[i].utcMs);
    }
}

void TestCourier::aClockIsInDoubtWhileAnyPlatformSaysSo()
{
    QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    SmallPlatform province;
    desk.enrol(m_platform.address());
    VERIFY_OK(await(desk.engine.outbox()->keepTarget({u"province"_s,
                                                      u"platform"_s,
                                                      province.address(),
                                                      u"D1"_s,
                                                      u"VN-1"_s,
                                                      QString::fromLatin1(token),
                                                      {},
                                                      {}})));
    bool doubted = false;
    connect(&desk.engine, &SyncEngine::clockCompared, &desk.engine,
            [&doubted](std::optional<qint64> off) { doubted = off.has_value(); });
    const auto passOf = [&desk](int target) {
        QSignalSpy ended(&desk.engine, &SyncEngine::passEnded);
        desk.engine.sync({desk.targets().value(target)}, false);
        return !ended.isEmpty() || ended.wait(60'000);
    };
    m_platform.clockAheadMs = 86'400'000;
    QVERIFY(passOf(0));
    QVERIFY(doubted);
    QVERIFY(passOf(1));
    QVERIFY(doubted); // the other one agrees with this clock
    m_platform.clockAheadMs = 0;
    QVERIFY(passOf(0));
    QVERIFY(!doubted);
}

void TestCourier::ownPhonesWithoutEndKeepNoEntryWaiting()
{
    QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol(m_platform.address());
    m_platform.endlessCheckIns = true;
    QVERIFY(desk.pass());
    QVERIFY(m_platform.requests <= 60);
    const QUuid entry = desk.record(0, at(0));
    QVERIFY(desk.pass());
    QVERIFY(m_platform.entries().contains(entry));
}

void TestCourier::anEnrolmentWithoutAnswerDoesNotKeepTheProgram()
{
    QTemporaryDir folder(quickFolder());
    QElapsedTimer since;
    {
        Desk desk(folder.path());
        m_platform.failRequest(1, Fault::Hang, true);
        [[maybe_unused]] const auto asked =
            desk.engine.enrol({u"platform"_s, m_platform.address(), u"ENROL-1"_s, u"Desk 1"_s, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_platform.requests > 0, 60'000);
        since.start();
    }
    qInfo("ended after %lld ms", since.elapsed());
    QVERIFY(since.elapsed() < 10'000);
}

void TestCourier::aReturningDeskBeginsSlowly()
{
    QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol(m_platform.address());
    desk.record(0, at(0));
    m_platform.failRequest(1, Fault::Unavailable);
    QVERIFY(desk.pass()); // the line is down; one entry is in the batch that is kept
    for (int i = 1; i <= 100; ++i)
        desk.record(i, at(i));
    desk.engine.sync(desk.targets(), true);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.entries().size(), 101, 60'000);
    QCOMPARE(m_platform.batchSizes, (QList<int>{1, 25, 50, 25}));
    QTRY_COMPARE_WITH_TIMEOUT(desk.target().condition.failures, 0, 60'000);
    QVERIFY(!desk.target().condition.nextTryMs);
}

void TestCourier::whoSaysNowWaitsForNoReturn()
{
    QTemporaryDir folder(quickFolder());
    Desk desk(folder.path());
    desk.enrol(m_platform.address());
    desk.record(0, at(0));
    m_platform.failRequest(1, Fault::Unavailable);
    QVERIFY(desk.pass());
    for (int i = 1; i <= 100; ++i)
        desk.record(i, at(i));
    QVERIFY(desk.pass());
    QCOMPARE(m_platform.batchSizes, (QList<int>{1, 100}));
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
