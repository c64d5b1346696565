#include "core/scan/keytimes.h"

#include <QTest>

using namespace checkpoint;

namespace {

/// The times of a window system that run on with the clock's, from another beginning.
class Keys
{
public:
    explicit Keys(qint64 stampAtStart) : m_stamp(stampAtStart) {}

    Keys &wait(qint64 ms)
    {
        m_now += ms;
        m_stamp += ms;
        return *this;
    }
    /// The times of the window system go on from elsewhere.
    Keys &goOnFrom(qint64 stamp)
    {
        m_stamp = stamp;
        return *this;
    }
    /// A key that was pressed so long ago and comes to the window now.
    KeyTimes::Reading key(qint64 agoMs = 0) { return m_times.read(quint64(m_stamp - agoMs), m_now); }
    KeyTimes::Reading keyWithoutTime() { return m_times.read(0, m_now); }
    qint64 now() const { return m_now; }

private:
    KeyTimes m_times;
    qint64 m_now = 5'000'000;
    qint64 m_stamp;
};

constexpr qint64 someStamp = 700'000;
constexpr qint64 hour = 3'600'000;

} // namespace

/// When keys were pressed, by the clock, whatever the window was doing.
class KeyTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyThatComesLateWasPressedBefore();
    void aKeyWithoutATimeIsOfNow();
    void whatSeemedInTimeWasLateWhenALaterKeyComesSooner();
    void timesThatBeginAnewAreTakenOver_data();
    void timesThatBeginAnewAreTakenOver();
    void afterASleepTheSecondKeyIsInTime();
    void aWindowThatWasBusyForLongFindsItsKeysWhereTheyWere();
};

void KeyTimesTest::aKeyThatComesLateWasPressedBefore()
{
    Keys keys(someStamp);
    QCOMPARE(keys.key().atMs, keys.now());
    keys.wait(1'000);
    QCOMPARE(keys.key(400).atMs, keys.now() - 400);
    QCOMPARE(keys.key(390).atMs, keys.now() - 390); // as far from each other as they were pressed
    QCOMPARE(keys.key(390).shiftMs, 0);
    keys.wait(hour);
    QCOMPARE(keys.key(50'000).atMs, keys.now() - 50'000);
}

void KeyTimesTest::aKeyWithoutATimeIsOfNow()
{
    Keys keys(someStamp);
    QCOMPARE(keys.keyWithoutTime().atMs, keys.now());
    keys.key();
    keys.wait(1'000);
    QCOMPARE(keys.keyWithoutTime().atMs, keys.now());
    QCOMPARE(keys.keyWithoutTime().shiftMs, 0);
    QCOMPARE(keys.key(300).atMs, keys.now() - 300); // and nothing else is known of the others
}

void KeyTimesTest::whatSeemedInTimeWasLateWhenALaterKeyComesSooner()
{
    Keys keys(someStamp);
    QCOMPARE(keys.key(250).atMs, keys.now()); // nothing to compare it with
    keys.wait(10);
    const KeyTimes::Reading sooner = keys.key();
    QCOMPARE(sooner.atMs, keys.now());
    QCOMPARE(sooner.shiftMs, -250);
    QCOMPARE(keys.wait(10).key().shiftMs, 0);
}

void KeyTimesTest::timesThatBeginAnewAreTakenOver_data()
{
    QTest::addColumn<qint64>("before");
    QTest::addColumn<qint64>("after");
    QTest::newRow("32 bits are full") << qint64(0xffff'ff00) << qint64(500);
    QTest::newRow("smaller") << 10 * hour << hour;
    QTest::newRow("smaller by little more than a key can be late") << hour << hour - 61'000;
    QTest::newRow("larger") << hour << 10 * hour;
    QTest::newRow("larger by far") << hour << (qint64(1) << 40);
    QTest::newRow("larger by little more than a key can be late") << hour << hour + 61'000;
}

/// The keys before stay where they were: nothing is known of how the two times lie to each other.
void KeyTimesTest::timesThatBeginAnewAreTakenOver()
{
    QFETCH(const qint64, before);
    QFETCH(const qint64, after);
    Keys keys(before);
    keys.key();
    keys.wait(20).goOnFrom(after);
    for (int i = 0; i < 3; ++i) {
        const KeyTimes::Reading reading = keys.key();
        QCOMPARE(reading.atMs, keys.now());
        QCOMPARE(reading.shiftMs, 0);
        keys.wait(20);
    }
    QCOMPARE(keys.key(100).atMs, keys.now() - 100);
}

/// While the computer slept one of the clocks went on: each key seems to come late by as much.
void KeyTimesTest::afterASleepTheSecondKeyIsInTime()
{
    Keys keys(2 * hour);
    keys.key();
    keys.wait(20).goOnFrom(2 * hour + 20 - 10'000);
    QCOMPARE(keys.key().atMs, keys.now() - 10'000); // as if the window had been busy
    keys.wait(500);
    QCOMPARE(keys.key().atMs, keys.now());
    QCOMPARE(keys.key().shiftMs, 0);
    keys.wait(500);
    QCOMPARE(keys.key(100).atMs, keys.now() - 100);
}

void KeyTimesTest::aWindowThatWasBusyForLongFindsItsKeysWhereTheyWere()
{
    Keys keys(someStamp);
    keys.key();
    keys.wait(30'000);
    for (const qint64 ago : {9'000, 8'990, 8'980, 3'000})
        QCOMPARE(keys.key(ago).atMs, keys.now() - ago);
    QCOMPARE(keys.key().atMs, keys.now());
}

QTEST_GUILESS_MAIN(KeyTimesTest)
#include "keytimestest.moc"
