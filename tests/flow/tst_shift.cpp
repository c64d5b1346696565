#include "tests/flow/shift.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// A desk's day in small: what is said to be recorded is recorded, whatever happens around it.
class TestShift : public QObject
{
    Q_OBJECT

public:
    explicit TestShift(Shift *shift) : m_shift(shift) {}

private slots:
    void initTestCase() { QVERIFY2(m_shift->begin(), qPrintable(m_shift->problem())); }
    void cleanup()
    {
        QVERIFY(m_shift->closeDesk());
        m_shift->clearDisk();
    }

    void whatIsSaidToBeRecordedIsRecorded();
    void aBurstFromThreeDevicesIsDecidedInOrder();

private:
    bool hears(const QString &part);
    bool entersByScan(int number);
    bool entersByTypedScan(int number);

    Shift *const m_shift;
};

/// Waits until it is said.
bool TestShift::hears(const QString &part)
{
    if (m_shift->waitForSaid(part))
        return true;
    qWarning().noquote() << "Not heard:" << part << "\nbut:" << m_shift->said().join(u'\n') << '\n'
                         << m_shift->desk().log();
    return false;
}

bool TestShift::entersByScan(int number)
{
    const InventedPerson person(number);
    m_shift->entrance().scan(person.card);
    return hears(u"IN, "_s + person.shortName);
}

bool TestShift::entersByTypedScan(int number)
{
    const InventedPerson person(number);
    return m_shift->desk().type({QString::fromLatin1(person.card)}, 2) && hears(u"IN, "_s + person.shortName);
}

void TestShift::whatIsSaidToBeRecordedIsRecorded()
{
    QVERIFY2(m_shift->openDesk(1), m_shift->desk().log().constData());

    // Everything at once is live.
    m_shift->hold(0, InventedPerson(1).card);
    QVERIFY(hears(u"IN, "_s + InventedPerson(1).shortName));
    QVERIFY(entersByScan(2));
    QVERIFY(entersByTypedScan(3));

    // By hand, with the typing tool, while a scanner types into the same field.
    QVERIFY(m_shift->desk().press(u"ctrl+n"_s));
    QVERIFY(entersByTypedScan(4));
    QVERIFY(m_shift->desk().type({u"Nguyeenx Thuwr Hai"_s}, 110));
    QVERIFY(hears(u"IN, N. T. Hai"_s));
    QCOMPARE(m_shift->desk().entries(true).last()[u"visitor"_s][u"name"_s].toString(), u"Nguyễn Thử Hai"_s);

    // Somebody leaves, and one entry is taken back.
    m_shift->exit().scan(InventedPerson(2).card);
    QVERIFY(hears(u"OUT, "_s + InventedPerson(2).shortName));
    QVERIFY(m_shift->desk().press(u"ctrl+z Return"_s, 200));
    QVERIFY(hears(u"VOIDED, "_s + InventedPerson(2).shortName));

    // Unplugged and plugged back.
    m_shift->entrance().unplug();
    QVERIFY(entersByTypedScan(5));
    m_shift->entrance().plug();
    QTest::qWait(2'500); // a port that is gone is looked for every second
    QVERIFY(entersByScan(6));

    // The disk is full: nothing is said to be recorded that is not.
    QVERIFY(m_shift->disk().fill());
    m_shift->entrance().scan(InventedPerson(7).card);
    QVERIFY(hears(u"NOT RECORDED, "_s + InventedPerson(7).shortName));
    m_shift->hold(0, InventedPerson(8).card);
    QVERIFY(hears(u"NOT RECORDED, "_s + InventedPerson(8).shortName));
    m_shift->clearView(0);
    m_shift->disk().makeRoom();
    QTest::qWait(1'500);
    QVERIFY(entersByScan(7));
    m_shift->hold(0, InventedPerson(8).card);
    QVERIFY(hears(u"IN, "_s + InventedPerson(8).shortName));

    QCOMPARE(m_shift->recorded(), m_shift->saidToBeRecorded());
    QCOMPARE(m_shift->recorded().size(), 11);
    QVERIFY(m_shift->desk().stop());
    QCOMPARE(m_shift->recorded(), m_shift->saidToBeRecorded());
}

/// Twenty scans in two seconds: seven come in, seven leave by the other lane, six type.
void TestShift::aBurstFromThreeDevicesIsDecidedInOrder()
{
    constexpr int perLane = 7;
    constexpr int typed = 6;
    QVERIFY2(m_shift->openDesk(1), m_shift->desk().log().constData());
    for (int i = 0; i < perLane; ++i)
        QVERIFY(entersByScan(i));
    const qsizetype before = m_shift->said().size();

    QElapsedTimer clock;
    clock.start();
    int sent = 0;
    QTimer lanes;
    connect(&lanes, &QTimer::timeout, this, [&] {
        if (sent % 2 == 0)
            m_shift->entrance().scan(InventedPerson(100 + sent / 2).card);
        else
            m_shift->exit().scan(InventedPerson(sent / 2).card);
        if (++sent == 2 * perLane)
            lanes.stop();
    });
    lanes.start(110);
    QStringList cards;
    for (int i = 0; i < typed; ++i)
        cards.append(QString::fromLatin1(InventedPerson(200 + i).card));
    QVERIFY(m_shift->desk().type(cards, 2));
    QTRY_COMPARE(sent, 2 * perLane);
    const qint64 lasted = clock.elapsed();
    QVERIFY2(lasted < 2'500, qPrintable(QString::number(lasted))); // a burst, whatever the machine
    QVERIFY(m_shift->waitForSaid(before + 2 * perLane + typed));
    QTest::qWait(500);
    QCOMPARE(m_shift->said().size(), before + 2 * perLane + typed);

    QHash<QString, QStringList> byDevice;
    QString last;
    const QList<QJsonObject> entries = m_shift->desk().entries().mid(perLane);
    for (const QJsonObject &entry : entries) { // in the order in which they were decided
        byDevice[entry[u"device"_s].toString()].append(entry[u"visitor"_s][u"name"_s].toString());
        QVERIFY(last <= entry[u"at"_s].toString());
        last = entry[u"at"_s].toString();
    }
    QCOMPARE(entries.size(), 2 * perLane + typed);
    QCOMPARE(byDevice.size(), 3);
    QList<QStringList> lists = byDevice.values();
    QList<QStringList> expected;
    for (const auto &[first, count] : {std::pair{100, perLane}, {0, perLane}, {200, typed}}) {
        QStringList names;
        for (int i = 0; i < count; ++i)
            names.append(InventedPerson(first + i).shortName);
        expected.append(names);
    }
    std::ranges::sort(lists);
    std::ranges::sort(expected);
    QCOMPARE(lists, expected);
}

int main(int argc, char *argv[])
{
    Shift shift; // before the application: it sets the environment, and mounts
    const QGuiApplication application(argc, argv);
    TestShift test(&shift);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shift.moc"
