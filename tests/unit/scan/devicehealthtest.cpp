#include "core/scan/devicehealth.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;

namespace {

constexpr int vietnam = 7 * 60;

Moment at(int hour, int minute, int second = 0, int day = 20)
{
    const QDateTime local({2026, 11, day}, {hour, minute, second}, Qt::OffsetFromUTC, vietnam * 60);
    return {local.toMSecsSinceEpoch(), vietnam, false};
}

RawScan scanOf(const QByteArray &payload, const Moment &moment, QSize frame = {})
{
    RawScan scan;
    scan.capturedAt = moment;
    scan.steadyMs = moment.utcMs;
    scan.frameSize = frame;
    scan.sightings.append({payload, {}});
    return scan;
}

Moment later(Moment moment, qint64 ms)
{
    moment.utcMs += ms;
    return moment;
}

} // namespace

class DeviceHealthTest : public QObject
{
    Q_OBJECT

private slots:
    void readsOfTheDayAreCounted()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        QCOMPARE(meter.health(at(7, 0)), DeviceHealth());
        meter.countScan(scanOf("a", at(8, 0)));
        meter.countScan(scanOf("b", at(8, 1)));
        const DeviceHealth health = meter.health(at(9, 0));
        QCOMPARE(health.readsToday, 2);
        QCOMPARE(health.lastReadAt, at(8, 1));
        QVERIFY(!health.sendsTwice);
    }
    void aPictureWithoutACodeIsNoRead()
    {
        DeviceHealthMeter meter(RepeatPolicy::Picture);
        RawScan scan = scanOf({}, at(8, 0));
        scan.sightings.clear();
        meter.countScan(scan);
        QCOMPARE(meter.health(at(8, 0)), DeviceHealth());
    }
    void aCodeInViewIsOneRead()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        for (int i = 0; i < 50; ++i)
            meter.countScan(scanOf("a", later(at(8, 0), i * 66), {640, 480}));
        QCOMPARE(meter.health(at(8, 1)).readsToday, 1);
        QVERIFY(!meter.health(at(8, 1)).sendsTwice);
        meter.countScan(scanOf("a", at(8, 1), {640, 480}));
        QCOMPARE(meter.health(at(8, 1)).readsToday, 2);
    }
    void aDayBeginsAtLocalMidnight()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        meter.countScan(scanOf("a", at(23, 59)));
        meter.changeState(DeviceState::Running, at(23, 59));
        meter.changeState(DeviceState::Missing, at(23, 59));
        QCOMPARE(meter.health(at(23, 59, 59)).readsToday, 1);
        QCOMPARE(meter.health(at(23, 59, 59)).troubles, 1);
        const DeviceHealth next = meter.health(at(0, 0, 0, 21));
        QCOMPARE(next.readsToday, 0);
        QCOMPARE(next.troubles, 0);
        QVERIFY(!next.lastTrouble);
        QCOMPARE(next.lastReadAt, at(23, 59)); // still the last one
    }
    void theDayGoesOnAfterARestart()
    {
        DeviceHealthMeter before(RepeatPolicy::InView);
        before.countScan(scanOf("a", at(8, 0)));
        before.countScan(scanOf("b", at(8, 1)));
        before.changeState(DeviceState::Missing, at(8, 2));
        DeviceHealthMeter after(RepeatPolicy::InView);
        after.resume(before.toString(), at(9, 0));
        QCOMPARE(after.health(at(9, 0)), before.health(at(9, 0)));
        after.countScan(scanOf("c", at(9, 1)));
        after.changeState(DeviceState::Failed, at(9, 2));
        QCOMPARE(after.health(at(9, 3)).readsToday, 3);
        QCOMPARE(after.health(at(9, 3)).troubles, 2);
        QCOMPARE(after.health(at(9, 3)).lastTrouble, DeviceState::Failed);
    }
    void ofAnEarlierDayOnlyTheLastReadIsKept()
    {
        DeviceHealthMeter before(RepeatPolicy::InView);
        before.countScan(scanOf("a", at(23, 58)));
        before.changeState(DeviceState::Missing, at(23, 59));
        DeviceHealthMeter after(RepeatPolicy::InView);
        after.resume(before.toString(), at(0, 0, 0, 21));
        DeviceHealth expected;
        expected.lastReadAt = at(23, 58);
        QCOMPARE(after.health(at(0, 1, 0, 21)), expected);
    }
    void aDamagedLineIsNone_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("empty") << QString();
        QTest::newRow("cut") << u"2026-11-20 12 1"_s;
        QTest::newRow("no number") << u"2026-11-20 many 1 missing 1763600000000 420"_s;
        QTest::newRow("below nothing") << u"2026-11-20 12 -1 missing 1763600000000 420"_s;
    }
    void aDamagedLineIsNone()
    {
        QFETCH(QString, line);
        DeviceHealthMeter meter(RepeatPolicy::InView);
        meter.resume(line, at(8, 0));
        QCOMPARE(meter.health(at(8, 0)), DeviceHealth());
    }
    void troublesAreCountedOnce()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        for (const DeviceState state : {DeviceState::Starting, DeviceState::Running, DeviceState::Silent,
                                        DeviceState::Silent, DeviceState::Running, DeviceState::Missing})
            meter.changeState(state, at(8, 0));
        meter.countFailure(at(8, 0)); // of the trouble that was counted
        QCOMPARE(meter.health(at(8, 0)).troubles, 2);
        QCOMPARE(meter.health(at(8, 0)).lastTrouble, DeviceState::Missing);
        meter.changeState(DeviceState::Running, at(8, 1));
        meter.countFailure(at(8, 2));
        QCOMPARE(meter.health(at(8, 2)).troubles, 3);
        QCOMPARE(meter.health(at(8, 2)).lastTrouble, DeviceState::Failed);
    }
    void aScannerThatSendsTwiceIsFoundOut()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        meter.countScan(scanOf("a", at(8, 0)));
        meter.countScan(scanOf("a", later(at(8, 0), 300)));
        QVERIFY(!meter.health(at(8, 0)).sendsTwice); // once may happen
        QCOMPARE(meter.health(at(8, 0)).readsToday, 1);
        meter.countScan(scanOf("b", at(8, 1)));
        meter.countScan(scanOf("b", later(at(8, 1), 40)));
        QVERIFY(meter.health(at(8, 1)).sendsTwice);
        QCOMPARE(meter.health(at(8, 1)).readsToday, 2);
        // Set right: ten reads later it is forgotten.
        for (int i = 0; i < 10; ++i)
            meter.countScan(scanOf(QByteArray::number(i), at(8, 2, i)));
        QVERIFY(!meter.health(at(8, 3)).sendsTwice);
    }
    void twiceWithinTenReadsOnly()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        const auto twice = [&meter](const QByteArray &payload, const Moment &moment) {
            meter.countScan(scanOf(payload, moment));
            meter.countScan(scanOf(payload, later(moment, 50)));
        };
        twice("a", at(8, 0));
        for (int i = 0; i < 9; ++i)
            meter.countScan(scanOf(QByteArray::number(i), at(8, 1, i)));
        twice("b", at(8, 2));
        QVERIFY(!meter.health(at(8, 3)).sendsTwice);
    }
    void aPersonWhoTriggersAgainDoesNotSendTwice()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        for (int i = 0; i < 10; ++i)
            meter.countScan(scanOf("a", later(at(8, 0), i * 301)));
        QVERIFY(!meter.health(at(8, 1)).sendsTwice);
        QCOMPARE(meter.health(at(8, 1)).readsToday, 10);
    }
    void memoryStaysFlat()
    {
        DeviceHealthMeter meter(RepeatPolicy::InView);
        for (int i = 0; i < 100'000; ++i)
            meter.countScan(scanOf(QByteArray::number(i), later(at(8, 0), i * 100)));
        QCOMPARE(meter.health(later(at(8, 0), 9'999'900)).readsToday, 100'000);
    }
};

QTEST_GUILESS_MAIN(DeviceHealthTest)
#include "devicehealthtest.moc"
