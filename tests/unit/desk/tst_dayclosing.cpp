#include "core/desk/datakeeping.h"
#include "core/desk/dayclosing.h"
#include "core/desk/personoffice.h"
#include "core/store/connection.h"
#include "core/store/operatorregister.h"
#include "core/store/rescuelist.h"
#include "tests/unit/desk/deskfixture.h"

#include <QDateTime>

using namespace desktest;

namespace {

constexpr qint64 day = 24 * hour;
const QTime tenInTheEvening{22, 0};

/// That local time on the first day of the clock (2025-11-20), or so many days later.
qint64 at(int hours, int minutes = 0, int days = 0)
{
    return SetClock::start + (hours - 8) * hour + minutes * minute + days * day;
}

} // namespace

class TestDayClosing : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theCutIsTheLastTimeTheClockShowedIt_data();
    void theCutIsTheLastTimeTheClockShowedIt();
    void theFirstCutIsAfterTheMomentNeverAtIt();
    void atTheClosingTimeWhoIsInsideIsLetOut();
    void thePartyAndStaffAreLetOutAsWell();
    void whoCameAfterTheClosingTimeStays();
    void whatWasMissedIsDoneAtTheNextStart();
    void missedDaysAreClosedEachAtItsOwnTime();
    void withoutAClosingTimeNobodyIsLetOut();
    void aTimeThatIsTriedOutLetsNobodyOut();
    void aClockInDoubtLetsNobodyOut();
    void aClockThatJumpsBackLetsNobodyOutTwice();
    void closingTwiceRecordsNothingMore();
    void theOperatorClosesNow();
    void theWholeClosingIsUndoneAtOnce();
    void whoHasPassedSinceIsLeftByTheUndo();
    void anUndoThatIsRefusedTakesNothingBack();
    void anOperatorDoesNotSendEverybodyOut();
    void theMorningListNamesYesterdaysVisits();
    void aFailureIsSaidAndTriedAgain();
    void whatIsOverItsTermGoesAtTheStartAndEveryNight();
    void aClockInDoubtDestroysNothing();
    void whyNothingIsDestroyedIsSaidOnce();
    void whoAsksTakesNobodyElseAlong();

private:
    DayClosing &closing() { return *m_closing; }
    DeskFixture &fixture() { return *m_fixture; }
    void startAt(qint64 utcMs);
    bool closeAt(qint64 utcMs);
    QList<EntryRow> exits();
    qint64 summedDays() const;

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<DayClosing> m_closing;
};

void TestDayClosing::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_closing =
        std::make_unique<DayClosing>(m_fixture->store.get(), &m_fixture->clock, m_fixture->desk->turns());
    m_closing->setPlace(u"Cổng A"_s);
    m_closing->setTime(tenInTheEvening);
}

void TestDayClosing::cleanup()
{
    m_closing.reset();
    m_fixture.reset();
}

void TestDayClosing::startAt(qint64 utcMs)
{
    fixture().clock.setWall(utcMs);
    closing().start();
    QVERIFY(QTest::qWaitFor([this] { return !closing().isBusy(); }));
}

bool TestDayClosing::closeAt(qint64 utcMs)
{
    fixture().clock.setWall(utcMs);
    closing().check();
    return QTest::qWaitFor([this] { return !closing().isBusy(); });
}

QList<EntryRow> TestDayClosing::exits()
{
    QList<EntryRow> rows = fixture().entries();
    rows.removeIf([](const EntryRow &row) { return row.entry.kind != EntryKind::Out; });
    return rows;
}

qint64 TestDayClosing::summedDays() const
{
    Connection connection;
    if (!connection.open(EntryStore::databasePath(m_fixture->folder.path()), Connection::Access::ReadOnly))
        return -1;
    Statement days = connection.query(u"SELECT count(*) FROM day_sum"_s);
    return days.next() ? days.integer(0) : -1;
}

void TestDayClosing::theCutIsTheLastTimeTheClockShowedIt_data()
{
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("cut");
    QTest::newRow("before") << at(21, 59) << at(22, 0, -1);
    QTest::newRow("at it") << at(22) << at(22);
    QTest::newRow("after") << at(23, 59) << at(22);
    QTest::newRow("after midnight") << at(0, 1, 1) << at(22);
}

void TestDayClosing::theCutIsTheLastTimeTheClockShowedIt()
{
    QFETCH(const qint64, now);
    QTEST(lastCut({now, 420, false}, tenInTheEvening), "cut");
}

void TestDayClosing::theFirstCutIsAfterTheMomentNeverAtIt()
{
    QCOMPARE(firstCutAfter(at(8), 420, tenInTheEvening), at(22));
    QCOMPARE(firstCutAfter(at(22), 420, tenInTheEvening), at(22, 0, 1));
    QCOMPARE(firstCutAfter(at(23), 420, tenInTheEvening), at(22, 0, 1));
}

void TestDayClosing::atTheClosingTimeWhoIsInsideIsLetOut()
{
    fixture().scan(u"in"_s, cardOfMau);
    startAt(at(8, 5));
    QSignalSpy closed(&closing(), &DayClosing::closed);
    QVERIFY(closeAt(at(21, 59)));
    QCOMPARE(fixture().counters().inside, 1);
    QVERIFY(closeAt(at(22, 0) + 20 * second));
    QCOMPARE(fixture().counters().inside, 0);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().toInt(), 1);
    const EntryRow exit = exits().first();
    QVERIFY(exit.entry.estimated);
    QCOMPARE(exit.entry.at.utcMs, at(22));
    QCOMPARE(exit.entry.at.offsetMinutes, 420);
    QCOMPARE(exit.entry.location, u"Cổng A"_s);
}

void TestDayClosing::thePartyAndStaffAreLetOutAsWell()
{
    HandEntry entry;
    entry.typed.name = u"Đỗ Văn Sai"_s;
    entry.staff = true;
    entry.party = {1, 2};
    fixture().write(entry);
    startAt(at(22, 1));
    QCOMPARE(fixture().counters().inside, 0);
    QCOMPARE(fixture().counters().partyInside, 0);
}

void TestDayClosing::whoCameAfterTheClosingTimeStays()
{
    fixture().clock.setWall(at(22, 0));
    fixture().scan(u"in"_s, cardOfMau); // at the very moment: the night shift
    startAt(at(23));
    QCOMPARE(fixture().counters().inside, 1);
    QVERIFY(closeAt(at(21, 0, 1)));
    QCOMPARE(fixture().counters().inside, 1);
    QVERIFY(closeAt(at(22, 1, 1)));
    QCOMPARE(fixture().counters().inside, 0);
}

void TestDayClosing::whatWasMissedIsDoneAtTheNextStart()
{
    fixture().scan(u"in"_s, cardOfMau);
    startAt(at(7, 0, 1));
    QCOMPARE(exits().size(), 1);
    QCOMPARE(exits().first().entry.at.utcMs, at(22));
}

void TestDayClosing::missedDaysAreClosedEachAtItsOwnTime()
{
    fixture().scan(u"in"_s, cardOf(1));
    fixture().clock.setWall(at(9, 0, 1));
    fixture().scan(u"in"_s, cardOf(2));
    fixture().clock.setWall(at(23, 0, 1));
    fixture().scan(u"in"_s, cardOf(3));
    startAt(at(12, 0, 5));
    const auto rows = exits();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].entry.at.utcMs, at(22));
    QCOMPARE(rows[1].entry.at.utcMs, at(22, 0, 1));
    QCOMPARE(rows[2].entry.at.utcMs, at(22, 0, 2));
}

void TestDayClosing::withoutAClosingTimeNobodyIsLetOut()
{
    closing().setTime({});
    fixture().scan(u"in"_s, cardOfMau);
    startAt(at(7, 0, 3));
    QCOMPARE(fixture().counters().inside, 1);
}

void TestDayClosing::aTimeThatIsTriedOutLetsNobodyOut()
{
    fixture().scan(u"in"_s, cardOfMau);
    startAt(at(16, 30));
    closing().setTime(QTime(16, 0)); // on the way to 17:00
    QVERIFY(closeAt(at(16, 31)));
    QCOMPARE(fixture().counters().inside, 1);
    closing().setTime(QTime(17, 0));
    QVERIFY(closeAt(at(17, 1)));
    QCOMPARE(fixture().counters().inside, 0);
    QCOMPARE(exits().first().entry.at.utcMs, at(17));
}

void TestDayClosing::aClockInDoubtLetsNobodyOut()
{
    fixture().scan(u"in"_s, cardOfMau);
    startAt(at(9));
    fixture().clock.setSuspect(true);
    QVERIFY(closeAt(at(9, 0, 365)));
    QCOMPARE(fixture().counters().inside, 1);
    fixture().clock.setSuspect(false); // it was put right
    QVERIFY(closeAt(at(9, 5)));
    QCOMPARE(fixture().counters().inside, 1);
    QVERIFY(closeAt(at(22, 1)));
    QCOMPARE(exits().first().entry.at.utcMs, at(22));
}

void TestDayClosing::aClockThatJumpsBackLetsNobodyOutTwice()
{
    fixture().scan(u"in"_s, cardOf(1));
    startAt(at(22, 1));
    QCOMPARE(exits().size(), 1);
    fixture().clock.setWall(at(21));
    fixture().scan(u"in"_s, cardOf(2));
    QVERIFY(closeAt(at(21, 30)));
    QCOMPARE(exits().size(), 1);
    QVERIFY(closeAt(at(22, 1)));
    QCOMPARE(exits().size(), 2);
    QVERIFY(closeAt(at(22, 2)));
    QCOMPARE(exits().size(), 2);
}

void TestDayClosing::closingTwiceRecordsNothingMore()
{
    fixture().scan(u"in"_s, cardOfMau);
    startAt(at(22, 1));
    DayClosing second(fixture().store.get(), &fixture().clock, fixture().desk->turns()); // the next start
    second.setTime(tenInTheEvening);
    second.start();
    QTRY_VERIFY(!second.isBusy());
    QCOMPARE(exits().size(), 1);
}

void TestDayClosing::theOperatorClosesNow()
{
    const QUuid first = fixture().scan(u"in"_s, cardOf(1)).entryId.value();
    const QUuid second = fixture().scan(u"in"_s, cardOf(2)).entryId.value();
    fixture().clock.setWall(at(17, 30));
    fixture().scan(u"out"_s, cardOf(2)); // leaves while the list is still on the screen
    QSignalSpy closed(&closing(), &DayClosing::closed);
    closing().closeNow({first, second});
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().toInt(), 1);
    QCOMPARE(exits().size(), 2);
    QCOMPARE(fixture().counters().inside, 0);
}

void TestDayClosing::theWholeClosingIsUndoneAtOnce()
{
    fixture().scan(u"in"_s, cardOf(1));
    const QUuid left = fixture().scan(u"out"_s, cardOf(1)).entryId.value(); // by themselves
    QList<QUuid> inside;
    for (const int person : {2, 3, 4})
        inside << fixture().scan(u"in"_s, cardOf(person)).entryId.value();
    fixture().clock.advance(hour);
    QSignalSpy closed(&closing(), &DayClosing::closed);
    QSignalSpy undone(&closing(), &DayClosing::closingUndone);
    closing().closeNow(inside.mid(0, 2)); // the third was not listed
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(closed[0][1].toBool());
    QCOMPARE(fixture().counters().inside, 1);
    closing().undoClosing(u"nhầm"_s);
    QTRY_COMPARE(undone.size(), 1);
    QCOMPARE(undone[0], (QVariantList{2, 0}));
    QCOMPARE(fixture().counters().inside, 3);
    for (const EntryRow &row : exits())
        QCOMPARE(row.voidedBy.has_value(), row.entry.id != left);
    closing().undoClosing({}); // once more: nothing is left of it
    QTRY_COMPARE(undone.size(), 2);
    QCOMPARE(undone[1], (QVariantList{0, 0}));
    QCOMPARE(fixture().counters().inside, 3);
}

void TestDayClosing::whoHasPassedSinceIsLeftByTheUndo()
{
    QList<QUuid> inside;
    for (const int person : {1, 2, 3})
        inside << fixture().scan(u"in"_s, cardOf(person)).entryId.value();
    fixture().clock.advance(hour);
    QSignalSpy closed(&closing(), &DayClosing::closed);
    QSignalSpy undone(&closing(), &DayClosing::closingUndone);
    closing().closeNow(inside);
    QTRY_COMPARE(closed.size(), 1);
    fixture().clock.advance(hour);
    fixture().scan(u"in"_s, cardOf(1)); // comes back
    const QUuid wrong = fixture().scan(u"in"_s, cardOf(2)).entryId.value();
    fixture().desk->voidEntry(wrong, {}); // which was none
    QTRY_COMPARE(fixture().counters().inside, 1);
    closing().undoClosing({});
    QTRY_COMPARE(undone.size(), 1);
    QCOMPARE(undone[0], (QVariantList{2, 1}));
    QCOMPARE(fixture().counters().inside, 3);
    QCOMPARE(fixture().counters().out, 1); // of the one who came back
}

void TestDayClosing::anUndoThatIsRefusedTakesNothingBack()
{
    QList<QUuid> inside;
    for (const int person : {1, 2})
        inside << fixture().scan(u"in"_s, cardOf(person)).entryId.value();
    OperatorRegister operators(fixture().store.get());
    const auto chief = awaited(operators.add(u"Trưởng"_s, Role::Administrator, QByteArray("hash")));
    QVERIFY(awaited(operators.signIn(chief->id)).ok());
    const auto lan = awaited(operators.add(u"Lan"_s, Role::Operator, "hash"));
    QSignalSpy closed(&closing(), &DayClosing::closed);
    closing().closeNow(inside);
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(awaited(operators.signIn(lan->id)).ok());
    QSignalSpy undone(&closing(), &DayClosing::closingUndone);
    QSignalSpy failed(&closing(), &DayClosing::failed);
    closing().undoClosing({});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::NotAllowed);
    QCOMPARE(fixture().counters().inside, 0);
    QVERIFY(awaited(operators.signIn(chief->id)).ok()); // who may still can
    closing().undoClosing({});
    QTRY_COMPARE(undone.size(), 1);
    QCOMPARE(fixture().counters().inside, 2);
}

/// It is everybody at once.
void TestDayClosing::anOperatorDoesNotSendEverybodyOut()
{
    const QUuid inside = fixture().scan(u"in"_s, cardOf(1)).entryId.value();
    OperatorRegister operators(fixture().store.get());
    const auto chief = awaited(operators.add(u"Trưởng"_s, Role::Administrator, QByteArray("hash")));
    QVERIFY(awaited(operators.signIn(chief->id)).ok());
    const auto lan = awaited(operators.add(u"Lan"_s, Role::Operator, "hash"));
    QVERIFY(awaited(operators.signIn(lan->id)).ok());
    QSignalSpy closed(&closing(), &DayClosing::closed);
    QSignalSpy failed(&closing(), &DayClosing::failed);
    closing().closeNow({inside});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::NotAllowed);
    QCOMPARE(closed.size(), 0);
    QCOMPARE(exits().size(), 0);
    QVERIFY(awaited(operators.signIn(chief->id)).ok());
    closing().closeNow({inside});
    QTRY_COMPARE(closed.size(), 1);
}

void TestDayClosing::theMorningListNamesYesterdaysVisits()
{
    fixture().scan(u"in"_s, cardOf(1));
    startAt(at(22, 1)); // person 1 is let out
    fixture().clock.setWall(at(22, 30));
    fixture().scan(u"in"_s, cardOf(2)); // and person 2 is there all night
    fixture().clock.setWall(at(7, 0, 1));
    fixture().scan(u"in"_s, cardOf(3)); // this morning
    const auto list = awaited(closing().morningList({2025, 11, 21}));
    QVERIFY(list.ok());
    QCOMPARE(list->estimatedExits.size(), 1);
    QCOMPARE(list->estimatedExits.first().visitor.idNumber, QString::fromUtf8(cardOf(1).left(12)));
    QCOMPARE(list->stillInside.size(), 1);
    QCOMPARE(list->stillInside.first().in.visitor.idNumber, QString::fromUtf8(cardOf(2).left(12)));
}

void TestDayClosing::aFailureIsSaidAndTriedAgain()
{
    EntryStore locked; // not opened: every call fails
    SetClock clock;
    Turns turns;
    DayClosing closing(&locked, &clock, &turns);
    closing.setTime(tenInTheEvening);
    QSignalSpy failed(&closing, &DayClosing::failed);
    closing.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!closing.isBusy());
    closing.check();
    QTRY_COMPARE(failed.size(), 2);
}

void TestDayClosing::whatIsOverItsTermGoesAtTheStartAndEveryNight()
{
    fixture().scan(u"in"_s, cardOfNghiem);
    fixture().clock.advance(10 * day);
    fixture().scan(u"in"_s, cardOfMau);
    DataKeeping keeping(fixture().store.get(), &fixture().clock);
    QSignalSpy erased(&keeping, &DataKeeping::erased);
    fixture().clock.setWall(at(12, 0, 31));
    keeping.check(); // not before the records are open
    keeping.start();
    QVERIFY(comes([&] { return erased.size() == 1; }));
    QCOMPARE(erased.last().first().value<ErasureCounts>().visitors, 1);
    // From the first entry's day to yesterday, before a report asks.
    QVERIFY(comes([this] { return summedDays() == 31; }));

    fixture().clock.setWall(at(2, 29, 41));
    keeping.check(); // a night later, and nothing is due then
    fixture().clock.setWall(at(2, 31, 41));
    QVERIFY(comes([&] {
        keeping.check();
        return erased.size() == 2;
    }));
}

void TestDayClosing::aClockInDoubtDestroysNothing()
{
    fixture().scan(u"in"_s, cardOfNghiem);
    DataKeeping keeping(fixture().store.get(), &fixture().clock);
    QSignalSpy erased(&keeping, &DataKeeping::erased);
    fixture().clock.setWall(at(12, 0, 400));
    fixture().clock.setSuspect(true);
    keeping.start();
    QCOMPARE(awaited(keeping.retention()->state())->runs.size(), 0);
    fixture().clock.setSuspect(false);
    keeping.check();
    QVERIFY(comes([&] { return erased.size() == 1; }));
}

/// The desk was closed for long, or its date is wrong: nobody vouches for it.
void TestDayClosing::whyNothingIsDestroyedIsSaidOnce()
{
    fixture().scan(u"in"_s, cardOfNghiem);
    fixture().store->setDateVouched([] { return false; });
    DataKeeping keeping(fixture().store.get(), &fixture().clock);
    QSignalSpy failed(&keeping, &DataKeeping::failed);
    QSignalSpy erased(&keeping, &DataKeeping::erased);
    fixture().clock.setWall(at(12, 0, 30));
    keeping.start();
    QVERIFY(comes([&] { return failed.size() == 1; }));
    QCOMPARE(failed.last().first().value<Error>().code, ErrorCode::ClockInDoubt);
    QVERIFY(comes([this] { return summedDays() == 30; })); // which destroys nothing
    fixture().clock.setWall(at(12, 0, 400));
    keeping.check();
    QVERIFY(awaited(keeping.retention()->clean()).ok()); // after it
    QCOMPARE(failed.size(), 1);
    fixture().store->setDateVouched([] { return true; });
    QVERIFY(comes([&] {
        keeping.check();
        return erased.size() == 1;
    }));
    QCOMPARE(failed.size(), 1);
}

/// One person is destroyed because they asked; of another it is not yet known that they were here since.
void TestDayClosing::whoAsksTakesNobodyElseAlong()
{
    const QUuid asks = *fixture().scan(u"in"_s, cardOfNghiem).visitorId;
    fixture().scan(u"in"_s, cardOfMau);
    Rescue waiting;
    waiting.lastEntry = 5;
    QVERIFY(keepRescues(fixture().folder.path(), {waiting}).ok());
    fixture().clock.setWall(at(12, 0, 400));
    fixture().clock.setSuspect(true);
    PersonOffice office(fixture().store.get(), &fixture().clock);
    const auto erased = awaited(office.erase(asks));
    QVERIFY(erased.ok());
    QCOMPARE(erased->visitors, 1);
    const auto runs = awaited(Retention(fixture().store.get()).state())->runs;
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs.first().cause, ErasureCause::Request);
    VisitorData mau;
    mau.idNumber = QString::fromUtf8(cardOfMau.left(12));
    QVERIFY(awaited(fixture().store->match(identityKeys(mau)))->visitorId.has_value());
}

QTEST_GUILESS_MAIN(TestDayClosing)
#include "tst_dayclosing.moc"
