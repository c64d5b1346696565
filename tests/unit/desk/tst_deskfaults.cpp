#include "core/desk/dayclosing.h"
#include "core/desk/roomwatch.h"
#include "core/store/visitorlists.h"
#include "tests/support/faultyvfs.h"
#include "tests/unit/desk/deskfixture.h"

#include <QFileInfo>
#include <QSignalSpy>

#include <atomic>
#include <functional>

using namespace desktest;
using faultyvfs::Fault;

using Kind = ScanOutcome::Kind;

/// A disk that breaks or is full at the n-th access, for every n until the work gets through: what is shown
/// as recorded is there, what is shown as not recorded is not, and nothing is half.
class TestDeskFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(faultyvfs::install()); }

    void aScan_data() { faults(); }
    void aScan();
    void aHandEntryWithAParty_data() { faults(); }
    void aHandEntryWithAParty();
    void anAnswer_data() { faults(); }
    void anAnswer();
    void aQuestionThatIsLetBe_data() { faults(); }
    void aQuestionThatIsLetBe();
    void takingBack_data() { faults(); }
    void takingBack();
    void turningRound_data() { faults(); }
    void turningRound();
    void completing_data() { faults(); }
    void completing();
    void sendingOut_data() { faults(); }
    void sendingOut();
    void closingTheDay_data() { faults(); }
    void closingTheDay();
    void littleRoomIsSaidOnceAndAgainWhenThereIsLess();

private:
    /// What the record says, for comparing.
    struct State
    {
        qsizetype entries = 0;
        qint64 inside = 0;
        qint64 party = 0;
        qint64 refused = 0;
        QString purpose; ///< of the first entry

        bool operator==(const State &) const = default;
    };
    /// Does the work; true when it was said to have succeeded.
    using Work = std::function<bool(DeskFixture &)>;

    static void faults();
    static State stateOf(DeskFixture &fixture);
    void failEach(const std::function<void(DeskFixture &)> &prepare, const Work &work);
};

void TestDeskFaults::faults()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("broken once") << int(Fault::Broken) << false;
    QTest::newRow("full from then on") << int(Fault::Full) << true;
}

TestDeskFaults::State TestDeskFaults::stateOf(DeskFixture &fixture)
{
    const auto rows = fixture.entries();
    const Counters counters = fixture.counters();
    return {rows.size(), counters.inside, counters.partyInside, counters.refused,
            rows.isEmpty() ? QString() : rows.first().details.purpose};
}

void TestDeskFaults::failEach(const std::function<void(DeskFixture &)> &prepare, const Work &work)
{
    QFETCH(const int, fault);
    QFETCH(const bool, lasting);
    const QString memory = QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath();
    int failures = 0;
    std::optional<State> whole; // after the work, when nothing fails
    for (int n = 0; n < 2'000; ++n) {
        DeskFixture fixture(memory + u"/checkpoint-desk-XXXXXX"_s);
        prepare(fixture);
        const State before = stateOf(fixture);
        if (n == 0) { // nothing fails
            QVERIFY(work(fixture));
            whole = stateOf(fixture);
            QVERIFY(*whole != before);
            continue;
        }
        faultyvfs::failAccess(n, Fault(fault), lasting);
        const bool done = work(fixture);
        const bool struck = faultyvfs::heal();
        failures += !done;
        QVERIFY2(stateOf(fixture) == (done ? *whole : before), qPrintable(u"access %1"_s.arg(n)));
        QVERIFY(awaited(fixture.store->check()).ok());
        if (!struck) {
            QVERIFY(done);
            QVERIFY2(failures >= 1, "nothing ever failed");
            qInfo("%d accesses, %d of them fatal", n - 1, failures);
            return;
        }
    }
    QFAIL("never gets through");
}

void TestDeskFaults::aScan()
{
    failEach([](DeskFixture &) {},
             [](DeskFixture &fixture) {
                 const ScanOutcome outcome = fixture.scan(u"in"_s, cardOfMau);
                 return outcome.kind == Kind::Recorded;
             });
}

void TestDeskFaults::aHandEntryWithAParty()
{
    failEach([](DeskFixture &) {},
             [](DeskFixture &fixture) {
                 HandEntry entry;
                 entry.typed.name = u"Trần Thị Mẫu"_s;
                 entry.details = {u"khám bệnh"_s, u"Phòng 3"_s};
                 entry.party = {1, 2};
                 return fixture.write(entry).kind == Kind::Recorded;
             });
}

void TestDeskFaults::anAnswer()
{
    failEach([](DeskFixture &fixture) { fixture.scan(u"out"_s, cardOfMau); },
             [](DeskFixture &fixture) {
                 fixture.desk->answer(fixture.desk->openQuestion()->number, Answer::RecordOut);
                 return fixture.last().kind == Kind::Recorded;
             });
}

void TestDeskFaults::aQuestionThatIsLetBe()
{
    failEach(
        [](DeskFixture &fixture) {
            AttentionNote note;
            note.who.idNumber = u"079300999992"_s;
            QVERIFY(awaited(VisitorLists(fixture.store.get()).addAttention(note)).ok());
            fixture.scan(u"in"_s, cardOfMau);
        },
        [](DeskFixture &fixture) {
            fixture.desk->answer(fixture.desk->openQuestion()->number, Answer::Dismiss);
            return fixture.last().kind == Kind::Dismissed;
        });
}

void TestDeskFaults::takingBack()
{
    failEach([](DeskFixture &fixture) { fixture.scan(u"in"_s, cardOfMau); },
             [](DeskFixture &fixture) {
                 fixture.desk->voidEntry(fixture.desk->lastRecorded()->entryId.value(), u"nhầm"_s);
                 return fixture.last().kind == Kind::Voided;
             });
}

void TestDeskFaults::turningRound()
{
    failEach([](DeskFixture &fixture) { fixture.scan(u"in"_s, cardOfMau); },
             [](DeskFixture &fixture) {
                 fixture.desk->turnRoundEntry(fixture.desk->lastRecorded()->entryId.value(), Direction::Out);
                 return fixture.last().kind == Kind::Recorded && fixture.last().corrects;
             });
}

void TestDeskFaults::completing()
{
    failEach([](DeskFixture &fixture) { fixture.scan(u"in"_s, cardOfMau); },
             [](DeskFixture &fixture) {
                 EntryCompletion completion;
                 completion.details = EntryDetails{u"khám bệnh"_s, {}};
                 completion.phone = u"0900000001"_s;
                 completion.party = Party{1, 1};
                 QSignalSpy completed(fixture.desk.get(), &CheckpointDesk::completed);
                 fixture.desk->completeLast(fixture.desk->lastRecorded()->number, completion);
                 const bool failed = fixture.last().kind == Kind::Failed;
                 return completed.size() == 1 && !failed;
             });
}

void TestDeskFaults::sendingOut()
{
    failEach(
        [](DeskFixture &fixture) {
            HandEntry entry;
            entry.typed.name = u"Trần Thị Mẫu"_s;
            entry.party = {1, 2};
            fixture.write(entry);
        },
        [](DeskFixture &fixture) {
            fixture.desk->sendOut(fixture.desk->lastRecorded()->entryId.value());
            return fixture.last().kind == Kind::Recorded && fixture.last().direction == Direction::Out;
        });
}

void TestDeskFaults::closingTheDay()
{
    failEach(
        [](DeskFixture &fixture) {
            for (int i = 0; i < 3; ++i)
                fixture.scan(u"in"_s, cardOf(i));
            fixture.clock.setWall(SetClock::start + 23 * hour);
        },
        [](DeskFixture &fixture) {
            DayClosing closing(fixture.store.get(), &fixture.clock, fixture.desk->turns());
            closing.setTime(QTime(22, 0));
            QSignalSpy closed(&closing, &DayClosing::closed);
            closing.start();
            return comes([&closing] { return !closing.isBusy(); }) && closed.size() == 1;
        });
}

void TestDeskFaults::littleRoomIsSaidOnceAndAgainWhenThereIsLess()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    std::atomic<qint64> room = 500 * mebibyte;
    std::atomic<int> looks = 0;
    RoomWatch watch(u"/data"_s, [&](const QString &folder) -> std::optional<qint64> {
        ++looks;
        return folder == u"/data"_s && room >= 0 ? std::optional(room.load()) : std::nullopt;
    });
    QSignalSpy low(&watch, &RoomWatch::roomRanLow);
    const auto look = [&](qint64 bytes) {
        room = bytes;
        const int before = looks;
        // The answer of a look comes back before the next one begins.
        while (looks < before + 2) {
            watch.start();
            QTest::qWait(1);
        }
        return low.size();
    };
    QCOMPARE(look(500 * mebibyte), 0);
    QCOMPARE(look(500 * mebibyte - 1), 1);
    QCOMPARE(look(400 * mebibyte), 1);
    QCOMPARE(look(249 * mebibyte), 2);
    QCOMPARE(low.last()[0].toLongLong(), 249 * mebibyte);
    QCOMPARE(look(-1), 2); // a share that has gone away says nothing
    QCOMPARE(look(600 * mebibyte), 2);
    QCOMPARE(look(499 * mebibyte), 3);
}

QTEST_GUILESS_MAIN(TestDeskFaults)
#include "tst_deskfaults.moc"
