#include "tests/flow/processwatch.h"
#include "tests/flow/shift.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

#include <cstdio>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// A whole day's visitors in some minutes, with what the program needs for it. Prints a table.
class TestLongShift : public QObject
{
    Q_OBJECT

public:
    explicit TestLongShift(Shift *shift) : m_shift(shift) {}

private slots:
    void initTestCase() { QVERIFY2(m_shift->begin(), qPrintable(m_shift->problem())); }
    void cleanup()
    {
        QVERIFY(m_shift->closeDesk());
        m_shift->clearDisk();
    }

    void twoIdleCamerasLeaveTheProcessorAlone();
    void threeThousandScans();

private:
    bool passes(int scan);
    bool hears(const QString &part);
    bool survivesAFullDisk(int firstPerson);

    Shift *const m_shift;
    int m_extraScans = 0;
};

bool TestLongShift::hears(const QString &part)
{
    if (m_shift->waitForNext(part))
        return true;
    qWarning().noquote() << "Not heard:" << part
                         << "\nbut:" << m_shift->said().mid(m_shift->said().size() - 5).join(u'\n') << '\n'
                         << m_shift->desk().log().right(2'000);
    return false;
}

void TestLongShift::twoIdleCamerasLeaveTheProcessorAlone()
{
    QVERIFY2(m_shift->openDesk(2), m_shift->desk().log().constData());
    QTest::qWait(5'000);
    const ProcessUse before = useOf(m_shift->desk().processId());
    QElapsedTimer clock;
    clock.start();
    QTest::qWait(20'000);
    const ProcessUse after = useOf(m_shift->desk().processId());
    const double share = 100.0 * double(after.processorMs - before.processorMs) / double(clock.elapsed());
    std::printf("two idle cameras, 1280 x 720, 30 frames/s each: %.0f %% of a core\n", share);
    QVERIFY2(share < 45, qPrintable(u"%1 %"_s.arg(share)));
}

/// The first come in; then one comes in and one leaves, by every device in turn.
bool TestLongShift::passes(int scan)
{
    constexpr int inside = 200;
    const bool isIn = scan < inside || scan % 2 == 0;
    const int number = scan < inside ? scan : (scan - inside) / 2 + (isIn ? inside : 0);
    const InventedPerson person(number);
    const QString expected = (isIn ? u"IN, "_s : u"OUT, "_s) + person.shortName;
    const int turn = number % 10;
    if (turn == 0 || turn == 5) { // the two cameras
        m_shift->hold(isIn ? 0 : 1, person.card);
        const bool heard = hears(expected);
        m_shift->clearView(isIn ? 0 : 1);
        return heard;
    }
    if (turn == 1 && isIn)
        return m_shift->desk().type({QString::fromLatin1(person.card)}, 1) && hears(expected);
    (isIn ? m_shift->entrance() : m_shift->exit()).scan(person.card);
    return hears(expected);
}

/// Scans until the disk has nothing left, of which SQLite's own files keep some.
bool TestLongShift::survivesAFullDisk(int firstPerson)
{
    constexpr int mostScans = 1'000;
    if (!m_shift->disk().fill())
        return false;
    bool failed = false;
    for (int number = firstPerson; number < firstPerson + mostScans && !failed; ++number) {
        const InventedPerson visitor(number);
        m_shift->entrance().scan(visitor.card);
        if (!hears(u", "_s + visitor.shortName))
            return false;
        failed = m_shift->said().last().startsWith("NOT RECORDED"_L1);
        m_extraScans += failed ? 0 : 1;
    }
    m_shift->disk().makeRoom();
    return failed;
}

void TestLongShift::threeThousandScans()
{
    constexpr int scans = 3'000;
    constexpr int part = 300;
    QVERIFY2(m_shift->openDesk(2), m_shift->desk().log().constData());
    WindowPulse pulse(m_shift->desk().windowId(), m_shift->desk().processId());
    const qint64 process = m_shift->desk().processId();
    QTest::qWait(3'000);
    pulse.takeLongestWait();
    QElapsedTimer clock;
    clock.start();
    double longest = 0;
    qint64 firstMemory = 0;
    ProcessUse use;
    std::printf("%8s %10s %12s %12s %10s\n", "scans", "seconds", "longest gap", "memory", "processor");
    for (int scan = 0; scan < scans; ++scan) {
        QVERIFY(passes(scan));
        if (scan == scans / 2)
            QVERIFY(survivesAFullDisk(scans));
        if (scan == scans / 3) {
            m_shift->entrance().unplug();
            QTest::qWait(500);
            m_shift->entrance().plug();
            QTest::qWait(2'500);
        }
        if ((scan + 1) % part == 0) {
            use = useOf(process);
            const double gap = pulse.takeLongestWait();
            longest = std::max(longest, gap);
            firstMemory = firstMemory == 0 ? use.memoryKb : firstMemory;
            std::printf("%8d %10.1f %9.1f ms %9lld MB %8.1f s\n", scan + 1, double(clock.elapsed()) / 1000,
                        gap, qlonglong(use.memoryKb / 1024), double(use.processorMs) / 1000);
            std::fflush(stdout);
        }
    }
    std::printf("longest gap %.1f ms of %lld answers; memory %lld → %lld MB; processor %.0f %% of a core\n",
                longest, qlonglong(pulse.answers()), qlonglong(firstMemory / 1024),
                qlonglong(use.memoryKb / 1024), 100.0 * double(use.processorMs) / double(clock.elapsed()));
    QCOMPARE(m_shift->recorded(), m_shift->saidToBeRecorded());
    QCOMPARE(m_shift->recorded().size(), scans + m_extraScans);
    QVERIFY2(longest < 50, qPrintable(u"%1 ms"_s.arg(longest)));
    QVERIFY2(use.memoryKb < firstMemory + 20 * 1024, qPrintable(u"%1 kB"_s.arg(use.memoryKb - firstMemory)));
}

int main(int argc, char *argv[])
{
    Shift shift; // before the application: it sets the environment, and mounts
    const QGuiApplication application(argc, argv);
    TestLongShift test(&shift);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_longshift.moc"
