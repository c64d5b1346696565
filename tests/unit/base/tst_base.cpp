#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/worker.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

class TestBase : public QObject
{
    Q_OBJECT

private slots:
    void entryIdsSortInTheOrderTheyWereMade();
    void entryIdsSayTheirMoment();
    void entryIdsAreUniqueOverThreads();
    void everyErrorHasItsOwnId();
    void aMomentKeepsTheLocalOffset();
    void aClockThatSomebodyContradictsIsInDoubtAndGoesOnAsItWas();
    void aClockThatIsSetWhileRunningIsInDoubtUntilItIsSetBack();
    void aLaptopThatSleptOverNightIsBelieved();
    void aClockThatATimeServerPutRightIsBelieved();
    void aClockOfBeforeTheProgramWasMadeIsWrongUntilItIsSet();
    void jobsRunInOrderAndAllBeforeTheWorkerEnds();
    void whatFollowsAnAnswerHappensOnceWhenItComesInThatMoment();
    void whatFollowsAnAnswerDoesNotHappenWhenNobodyIsThereAnyMore();
    void anAnswerThatNeverCameIsNotFollowed();
};

void TestBase::entryIdsSortInTheOrderTheyWereMade()
{
    QString last;
    qint64 ms = 1'700'000'000'000;
    for (int i = 0; i < 20'000; ++i) {
        if (i % 100 == 99)
            ms -= 5'000; // the clock is set back
        const QString text = idText(newEntryId(ms++));
        QVERIFY2(last < text, qPrintable(last + u" then "_s + text));
        last = text;
    }
}

void TestBase::entryIdsSayTheirMoment()
{
    const qint64 ms = 2'000'000'000'123; // later than any id made by the tests above
    const QUuid id = newEntryId(ms);
    QCOMPARE(id.data3 >> 12, 7);
    QCOMPARE(id.variant(), QUuid::DCE);
    QCOMPARE((qint64(id.data1) << 16) | id.data2, ms);
}

void TestBase::entryIdsAreUniqueOverThreads()
{
    QSet<QUuid> ids;
    QList<QFuture<QList<QUuid>>> futures;
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < 4; ++i) {
        workers.push_back(std::make_unique<Worker>(u"ids"_s));
        futures.append(workers.back()->run([] {
            QList<QUuid> made;
            for (int k = 0; k < 5'000; ++k)
                made.append(newEntryId(2'000'000'000'500));
            return made;
        }));
    }
    for (auto &future : futures) {
        for (const QUuid &id : future.result())
            ids.insert(id);
    }
    QCOMPARE(ids.size(), 20'000);
}

void TestBase::everyErrorHasItsOwnId()
{
    QSet<QString> ids;
    for (int code = 0; code <= int(ErrorCode::Cancelled); ++code)
        ids.insert(errorCodeId(ErrorCode(code)));
    QCOMPARE(ids.size(), int(ErrorCode::Cancelled) + 1);
}

void TestBase::aMomentKeepsTheLocalOffset()
{
    const Moment moment{1'763'600'000'000, 420, false};
    QCOMPARE(moment.toDateTime().offsetFromUtc(), 7 * 3600);
    QCOMPARE(moment.toDateTime().toMSecsSinceEpoch(), moment.utcMs);
    const SystemClock clock;
    QVERIFY(qAbs(clock.now().utcMs - QDateTime::currentMSecsSinceEpoch()) < 1'000);
    QVERIFY(!clock.now().suspect);
}

void TestBase::aClockThatSomebodyContradictsIsInDoubtAndGoesOnAsItWas()
{
    SystemClock clock;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    clock.setContradicted(true);
    const Moment doubted = clock.now();
    QVERIFY(doubted.suspect);
    QVERIFY(doubted.utcMs >= before && doubted.utcMs <= QDateTime::currentMSecsSinceEpoch());
    clock.setContradicted(false);
    QVERIFY(!clock.now().suspect);
}

void TestBase::aClockThatIsSetWhileRunningIsInDoubtUntilItIsSetBack()
{
    constexpr qint64 start = ClockWatch::earliestMs + 1'000'000;
    constexpr qint64 hour = 3'600'000;
    ClockWatch watch(start, 0);
    QVERIFY(!watch.isSuspect(start + hour, hour, false));
    QVERIFY(!watch.isSuspect(start + hour + 60'000, hour, false)); // drift of a cheap clock
    QVERIFY(watch.isSuspect(start + 2 * hour, hour + 1, false));
    QVERIFY(watch.isSuspect(start + 3 * hour, 2 * hour + 1, false));
    QVERIFY(watch.isSuspect(start - 61'000, 0, false));
    QVERIFY(!watch.isSuspect(start + 3 * hour, 3 * hour, false));
}

void TestBase::aLaptopThatSleptOverNightIsBelieved()
{
    constexpr qint64 start = ClockWatch::earliestMs + 1'000'000;
    constexpr qint64 night = 14 * qint64(3'600'000);
    ClockWatch watch(start, 0);
    QVERIFY(!watch.isSuspect(start + 1000, 1000, false));
    QVERIFY(!watch.isSuspect(start + 1000 + night, 1000 + night, false)); // steady time counts the sleep
    QVERIFY(watch.isSuspect(start + 1000 + night, 1000, false));          // or somebody set the clock
}

void TestBase::aClockThatATimeServerPutRightIsBelieved()
{
    constexpr qint64 wrong = ClockWatch::earliestMs + 1'000'000;
    constexpr qint64 day = 86'400'000;
    ClockWatch watch(wrong, 0);
    QVERIFY(!watch.isSuspect(wrong + 30 * day, 1'000, true));
    QVERIFY(!watch.isSuspect(wrong + 30 * day + 1'000, 2'000, false)); // and from then on
    QVERIFY(watch.isSuspect(wrong + 3'000, 3'000, false));             // set back to what was wrong
}

void TestBase::aClockOfBeforeTheProgramWasMadeIsWrongUntilItIsSet()
{
    ClockWatch watch(0, 0); // a flat battery: 1970
    QVERIFY(watch.isSuspect(1'000, 1'000, false));
    QVERIFY(!watch.isSuspect(ClockWatch::earliestMs + 2'000, 2'000, false));
    QVERIFY(!watch.isSuspect(ClockWatch::earliestMs + 3'000, 3'000, false));
}

void TestBase::jobsRunInOrderAndAllBeforeTheWorkerEnds()
{
    QList<int> done;
    {
        Worker worker(u"order"_s);
        for (int i = 0; i < 100; ++i)
            worker.run([&done, i] { done.append(i); });
    }
    QCOMPARE(done.size(), 100);
    QVERIFY(std::ranges::is_sorted(done));
}

void TestBase::whatFollowsAnAnswerHappensOnceWhenItComesInThatMoment()
{
    constexpr int questions = 20'000;
    Worker worker(u"answers"_s);
    QList<int> firsts(questions, 0);
    QList<int> seconds(questions, 0);
    int done = 0;
    for (int i = 0; i < questions; ++i) {
        // The other thread answers while the continuation is being laid.
        worker.run([i] { return i; })
            .then(this,
                  [&, i](int answer) {
                      ++firsts[answer];
                      return worker.run([i] { return i; });
                  })
            .then(this, [&](int answer) {
                ++seconds[answer];
                ++done;
            });
    }
    QVERIFY(QTest::qWaitFor([&] { return done == questions; }, 60'000));
    QCoreApplication::processEvents();
    QCOMPARE(firsts, QList<int>(questions, 1));
    QCOMPARE(seconds, QList<int>(questions, 1));
}

void TestBase::whatFollowsAnAnswerDoesNotHappenWhenNobodyIsThereAnyMore()
{
    QPromise<int> question;
    question.start();
    auto asker = std::make_unique<QObject>();
    bool followed = false;
    const Future<void> after =
        Future<int>(question.future()).then(asker.get(), [&](int) { followed = true; });
    asker.reset();
    question.addResult(1);
    question.finish();
    QCoreApplication::processEvents();
    QVERIFY(!followed);
    QVERIFY(after.isCanceled()); // who waits for it is not left waiting
}

void TestBase::anAnswerThatNeverCameIsNotFollowed()
{
    bool followed = false;
    Future<void> after;
    {
        QPromise<int> question;
        question.start();
        after = Future<int>(question.future()).then(this, [&](int) { followed = true; });
    }
    QTRY_VERIFY(after.isCanceled());
    QVERIFY(!followed);
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
