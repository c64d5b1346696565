#include "core/sync/retrypolicy.h"

#include <QTest>

using namespace checkpoint;
using namespace std::chrono_literals;

/// When a desk tries again.
class TestRetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void theFirstPauseIsAtMostTwoSecondsAndTheLongestAQuarterOfAnHour();
    void everyMomentUpToTheBoundIsEquallyLikely();
    void whatThePlatformAskedForComesOnTop();
    void aThirdComesBackAtOnceAndNobodyLate();
    void whoPausedLongComesSoon();
    void aReturnBeginsSlowlyAndIsSoonInFullSwing();
    void whoIsTurnedAwayOnTheWayBackComesInMinutes();
    void retryAfterInBothKinds_data();
    void retryAfterInBothKinds();

private:
    const RetryPolicy m_policy;
};

void TestRetryPolicy::theFirstPauseIsAtMostTwoSecondsAndTheLongestAQuarterOfAnHour()
{
    constexpr double nearlyOne = 0.999999;
    QVERIFY(m_policy.pause(1, nearlyOne) <= 2s && m_policy.pause(1, nearlyOne) >= 1900ms);
    QVERIFY(m_policy.pause(2, nearlyOne) <= 4s && m_policy.pause(2, nearlyOne) >= 3900ms);
    for (const int failures : {10, 11, 100, 1'000'000})
        QVERIFY(m_policy.pause(failures, nearlyOne) <= 15min && m_policy.pause(failures, nearlyOne) > 14min);
}

void TestRetryPolicy::everyMomentUpToTheBoundIsEquallyLikely()
{
    QCOMPARE(m_policy.pause(20, 0.0), 0ms);
    QCOMPARE(m_policy.pause(20, 0.5), std::chrono::milliseconds(7min + 30s));
}

void TestRetryPolicy::whatThePlatformAskedForComesOnTop()
{
    QCOMPARE(m_policy.pause(1, 0.0, 30s), 30'000ms);
    QCOMPARE(m_policy.pause(1, 0.5, 30s), 31'000ms);
}

void TestRetryPolicy::aThirdComesBackAtOnceAndNobodyLate()
{
    int atOnce = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto held = m_policy.holdBack(20, 0ms, i / 1000.0);
        QVERIFY(held >= 0ms && held <= 24min);
        atOnce += held == 0ms;
    }
    QVERIFY(atOnce > 300 && atOnce < 350);
    QVERIFY(m_policy.holdBack(1, 0ms, 0.999) <= 4s); // after a blink of the line nobody waits long
}

void TestRetryPolicy::whoPausedLongComesSoon()
{
    QVERIFY(m_policy.holdBack(20, 15min, 0.999) <= 9min);
    QVERIFY(m_policy.holdBack(20, 2h, 0.999) <= 9min); // asked for by the platform
}

void TestRetryPolicy::aReturnBeginsSlowlyAndIsSoonInFullSwing()
{
    int sent = 0;
    int batches = 0;
    for (; RetryPolicy::entriesAfterReturn(batches) < 500; ++batches) {
        QVERIFY(RetryPolicy::entriesAfterReturn(batches + 1) > RetryPolicy::entriesAfterReturn(batches));
        sent += RetryPolicy::entriesAfterReturn(batches);
    }
    QVERIFY(RetryPolicy::entriesAfterReturn(0) <= 25);
    QVERIFY(batches * RetryPolicy::betweenReturning <= 10s); // a month's entries do not crawl
    QVERIFY(RetryPolicy::entriesAfterReturn(1'000'000) >= 500);
}

void TestRetryPolicy::whoIsTurnedAwayOnTheWayBackComesInMinutes()
{
    const int kept = RetryPolicy::failuresAfterReturn(100);
    QVERIFY(m_policy.pause(kept + 1, 0.999) < 5min && m_policy.pause(kept + 1, 0.999) > 2min);
    QVERIFY(!RetryPolicy::isAnotherOutage(kept + 1));
    QVERIFY(RetryPolicy::isAnotherOutage(100));
    QCOMPARE(RetryPolicy::failuresAfterReturn(1), 1); // after a blink it is as it was
}

void TestRetryPolicy::retryAfterInBothKinds_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<int>("seconds"); // -1: nothing
    const QByteArray noon = "Fri, 20 Nov 2026 12:00:00 GMT";
    QTest::newRow("seconds") << QByteArray("120") << noon << 120;
    QTest::newRow("none") << QByteArray() << noon << -1;
    QTest::newRow("no number") << QByteArray("soon") << noon << -1;
    QTest::newRow("below nothing") << QByteArray("-5") << noon << -1;
    QTest::newRow("a date") << QByteArray("Fri, 20 Nov 2026 12:01:30 GMT") << noon << 90;
    QTest::newRow("a date that is over") << QByteArray("Fri, 20 Nov 2026 11:00:00 GMT") << noon << 0;
    QTest::newRow("a date, without another")
        << QByteArray("Fri, 20 Nov 2026 12:01:00 GMT") << QByteArray() << 60;
    QTest::newRow("never") << QByteArray("99999999999999999999") << noon << 86'400;
    QTest::newRow("in a thousand years") << QByteArray("Fri, 20 Nov 3026 12:00:00 GMT") << noon << 86'400;
}

void TestRetryPolicy::retryAfterInBothKinds()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, date);
    QFETCH(int, seconds);
    constexpr qint64 noonHere = 1'795'176'000'000; // 2026-11-20T12:00:00Z
    // With a date of the platform's own this desk's clock does not matter.
    const auto asked = retryAfter(header, date, date.isEmpty() ? noonHere : 0);
    QCOMPARE(asked.has_value(), seconds >= 0);
    if (asked)
        QCOMPARE(*asked, std::chrono::milliseconds(std::chrono::seconds(seconds)));
}

QTEST_APPLESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
