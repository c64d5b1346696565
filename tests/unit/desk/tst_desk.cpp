#include "core/desk/checkpointdesk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

// Synthetic persons.
const QByteArray cardOfNghiem =
    "001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định|01052021";
const QByteArray qrOfNghiem =
    "001090999991|NGUYEN THU NGHIEM|1990-01-15|0|162999999999999991|<1<HS4019999999991<0900000001";
const QByteArray cardOfMau = "079300999992||Trần Thị Mẫu|29022000|Nữ|12/3 Đường Không Có|12082021";
const QByteArray qrOfMau =
    "079300999992|TRAN THI MAU|2000-02-29|1|162999999999999992|162999999999999991<2<00<0900000001";
const QByteArray starredQrOfMau = "******999992|TRAN THI MAU|2000-**-**|0|162999999999999992|<2<<";
const QByteArray poster = "https://example.invalid/v/VENUE-0001";

class SetClock final : public Clock
{
public:
    Moment now() const override { return {1'763'600'000'000 + m_ms, 420, false}; }
    qint64 steadyMs() const override { return m_ms; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    qint64 m_ms = 1'000'000;
};

template <typename T> T awaited(QFuture<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return T(Error{ErrorCode::Cancelled, u"no answer"_s});
    return future.takeResult();
}

} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void announcedMeansCommitted();
    void aCodeHeldUpIsOneEntry();
    void automaticDirectionFollowsTheOpenVisit();
    void aCardHeldUpTwiceIsNoExit();
    void leavingByTheOtherLaneRightAwayCounts();
    void onePersonWithTwoCodesIsOneEntry();
    void starredCodeIsTheSamePerson();
    void twoPersonsInOneFrameAreBothRefused();
    void twoCodesOfOnePersonInOneFrameCount();
    void aPosterBehindAPersonDoesNotDisturb();
    void aPosterAloneIsRefusedAndKept();
    void alreadyInsideIsSettledWithOneKey_data();
    void alreadyInsideIsSettledWithOneKey();
    void aNewerScanReplacesTheQuestion();
    void whereNobodyAnswersNothingIsAsked();
    void aRefusedCodeStillTellsThePersonTheNextTime();
    void undoTakesTheLastEntryBack();
    void afterAnUndoTheSamePersonMayComeAgain();
    void turningRoundCorrectsTheDirection();
    void aFailedWriteIsNeverShownAsRecorded();
    void aBurstFromThreeDevicesIsDecidedInOrder();
    void theDeskSaysWhenNothingIsWaiting();

private:
    void show(const QString &device, const QList<QByteArray> &payloads);
    QList<ScanOutcome> outcomes() const;
    ScanOutcome last();
    Counters counters();
    void settle();
    void makeDesk(bool operatorPresent);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<SetClock> m_clock;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<QSignalSpy> m_announced;
};

void TestDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<EntryStore>();
    QVERIFY(awaited(m_store->open(m_folder->path(), StoreMode::ReadWrite)).ok());
    QVERIFY(awaited(m_store->unlock(QByteArray(32, 'k'), KeyPlace::File)).ok());
    m_clock = std::make_unique<SetClock>();
    makeDesk(true);
}

void TestDesk::makeDesk(bool operatorPresent)
{
    m_announced.reset();
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), m_clock.get(), operatorPresent);
    m_desk->setLocation(u"Cổng A"_s);
    m_desk->setDevice({u"auto"_s, u"Auto"_s, DirectionRule::Auto, RepeatPolicy::InView});
    m_desk->setDevice({u"in"_s, u"In"_s, DirectionRule::In, RepeatPolicy::InView});
    m_desk->setDevice({u"out"_s, u"Out"_s, DirectionRule::Out, RepeatPolicy::InView});
    m_announced = std::make_unique<QSignalSpy>(m_desk.get(), &CheckpointDesk::announced);
}

void TestDesk::cleanup()
{
    m_announced.reset();
    m_desk.reset();
    m_store.reset();
}

void TestDesk::show(const QString &device, const QList<QByteArray> &payloads)
{
    RawScan scan;
    scan.deviceId = device;
    scan.source = device;
    scan.capturedAt = m_clock->now();
    scan.steadyMs = m_clock->steadyMs();
    for (const QByteArray &payload : payloads)
        scan.sightings.append({payload, {}});
    m_desk->take(scan);
}

void TestDesk::settle()
{
    QVERIFY(QTest::qWaitFor([this] { return m_desk->waiting() == 0; }, 20'000));
}

QList<ScanOutcome> TestDesk::outcomes() const
{
    QList<ScanOutcome> all;
    for (const QList<QVariant> &arguments : *m_announced)
        all.append(arguments.first().value<ScanOutcome>());
    return all;
}

ScanOutcome TestDesk::last()
{
    settle();
    return outcomes().isEmpty() ? ScanOutcome{} : outcomes().last();
}

Counters TestDesk::counters()
{
    settle();
    return awaited(m_store->counters(0, std::numeric_limits<qint64>::max())).value();
}

void TestDesk::announcedMeansCommitted()
{
    bool checked = false;
    connect(m_desk.get(), &CheckpointDesk::announced, this, [this, &checked](const ScanOutcome &outcome) {
        // A second store, as another program would see it at this very moment.
        EntryStore other;
        QVERIFY(awaited(other.open(m_folder->path(), StoreMode::ReadOnly)).ok());
        QVERIFY(awaited(other.unlock(QByteArray(32, 'k'), KeyPlace::File)).ok());
        const auto rows = awaited(other.entries({}));
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().entry.id, outcome.entryId.value());
        QCOMPARE(rows->first().entry.location, u"Cổng A"_s);
        QCOMPARE(rows->first().visitor.name, u"Nguyễn Thử Nghiệm"_s);
        checked = true;
    });
    show(u"auto"_s, {cardOfNghiem});
    QTRY_VERIFY(checked);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
}

void TestDesk::aCodeHeldUpIsOneEntry()
{
    for (int frame = 0; frame < 90; ++frame) {
        show(u"auto"_s, {cardOfNghiem});
        m_clock->advance(33);
    }
    settle();
    QCOMPARE(m_announced->size(), 1);
    QCOMPARE(counters().in, 1);
}

void TestDesk::automaticDirectionFollowsTheOpenVisit()
{
    for (const Direction expected : {Direction::In, Direction::Out, Direction::In}) {
        show(u"auto"_s, {cardOfNghiem});
        QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
        QCOMPARE(last().direction, expected);
        QCOMPARE(counters().inside, expected == Direction::In ? 1 : 0);
        m_clock->advance(61'000);
    }
}

void TestDesk::aCardHeldUpTwiceIsNoExit()
{
    show(u"auto"_s, {cardOfNghiem});
    settle();
    m_clock->advance(10'000);
    show(u"auto"_s, {cardOfNghiem});
    const ScanOutcome outcome = last();
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Asks);
    QCOMPARE(outcome.reason, Reason::AlreadyInside);
    QCOMPARE(outcome.answers.first(), Answer::Dismiss);
    QCOMPARE(counters().out, 0);
    QCOMPARE(counters().inside, 1);
}

void TestDesk::leavingByTheOtherLaneRightAwayCounts()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_clock->advance(2'000);
    show(u"out"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::Out);
}

void TestDesk::onePersonWithTwoCodesIsOneEntry()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_clock->advance(1'500);
    show(u"in"_s, {qrOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Repeated);
    QCOMPARE(counters().in, 1);
}

void TestDesk::starredCodeIsTheSamePerson()
{
    show(u"auto"_s, {qrOfMau});
    settle();
    m_clock->advance(120'000);
    show(u"auto"_s, {starredQrOfMau});
    const ScanOutcome outcome = last();
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(outcome.direction, Direction::Out);
    QCOMPARE(outcome.visitor.idNumber, u"079300999992"_s);
}

void TestDesk::twoPersonsInOneFrameAreBothRefused()
{
    show(u"in"_s, {cardOfNghiem, cardOfMau});
    QCOMPARE(last().kind, ScanOutcome::Kind::Refused);
    QCOMPARE(last().reason, Reason::TwoPersons);
    QCOMPARE(last().visitor, VisitorData());
    m_clock->advance(33);
    show(u"in"_s, {cardOfMau}); // the other one flickers
    settle();
    QCOMPARE(counters().in, 0);
    QCOMPARE(counters().refused, 1);
    m_clock->advance(3'000);
    show(u"in"_s, {cardOfMau});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
}

void TestDesk::twoCodesOfOnePersonInOneFrameCount()
{
    show(u"in"_s, {cardOfNghiem, qrOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(counters().in, 1);
}

void TestDesk::aPosterBehindAPersonDoesNotDisturb()
{
    show(u"in"_s, {poster, cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
}

void TestDesk::aPosterAloneIsRefusedAndKept()
{
    show(u"in"_s, {poster});
    QCOMPARE(last().kind, ScanOutcome::Kind::Refused);
    QCOMPARE(last().reason, Reason::VenueCode);
    QCOMPARE(counters().refused, 1);
}

void TestDesk::alreadyInsideIsSettledWithOneKey_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ScanOutcome::Kind>("kind");
    QTest::addColumn<qint64>("inside");
    QTest::newRow("comes in again") << Answer::RecordIn << ScanOutcome::Kind::Recorded << qint64(1);
    QTest::newRow("leaves") << Answer::RecordOut << ScanOutcome::Kind::Recorded << qint64(0);
    QTest::newRow("nothing") << Answer::Dismiss << ScanOutcome::Kind::Refused << qint64(1);
}

void TestDesk::alreadyInsideIsSettledWithOneKey()
{
    QFETCH(const Answer, answer);
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_clock->advance(3'600'000);
    show(u"in"_s, {cardOfNghiem});
    const ScanOutcome question = last();
    QCOMPARE(question.kind, ScanOutcome::Kind::Asks);
    QVERIFY(question.answers.contains(answer));
    m_desk->answer(question.number + 100, answer); // not this question
    settle();
    QVERIFY(m_desk->openQuestion());
    m_desk->answer(question.number, answer);
    QTEST(last().kind, "kind");
    QVERIFY(!m_desk->openQuestion());
    QTEST(counters().inside, "inside");
}

void TestDesk::aNewerScanReplacesTheQuestion()
{
    show(u"out"_s, {cardOfNghiem});
    const ScanOutcome question = last();
    QCOMPARE(question.kind, ScanOutcome::Kind::Asks);
    QCOMPARE(question.reason, Reason::LeavesWithoutEntry);
    show(u"in"_s, {cardOfMau});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    m_desk->answer(question.number, Answer::RecordOut);
    settle();
    QCOMPARE(counters().out, 0);
    QTRY_COMPARE(counters().refused, 1); // the question that nobody answered is kept
}

void TestDesk::whereNobodyAnswersNothingIsAsked()
{
    makeDesk(false);
    show(u"out"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(last().warnings.contains(CodeWarning::LeavesWithoutEntry));
    show(u"in"_s, {cardOfMau});
    settle();
    m_clock->advance(100'000);
    show(u"in"_s, {cardOfMau});
    QCOMPARE(last().kind, ScanOutcome::Kind::Refused);
    QCOMPARE(last().reason, Reason::AlreadyInside);
}

void TestDesk::aRefusedCodeStillTellsThePersonTheNextTime()
{
    makeDesk(false);
    show(u"in"_s, {cardOfMau});
    settle();
    m_clock->advance(100'000);
    show(u"in"_s, {qrOfMau}); // names the QID; refused, since she is inside
    QCOMPARE(last().reason, Reason::AlreadyInside);
    m_clock->advance(100'000);
    show(u"in"_s, {starredQrOfMau}); // known by the QID alone
    QCOMPARE(last().kind, ScanOutcome::Kind::Refused);
    QCOMPARE(last().reason, Reason::AlreadyInside);
    QCOMPARE(counters().inside, 1);
}

void TestDesk::undoTakesTheLastEntryBack()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_clock->advance(5'000);
    show(u"in"_s, {cardOfMau});
    settle();
    m_desk->voidEntry(m_desk->lastRecorded()->entryId.value(), u"nhầm người"_s);
    QCOMPARE(last().kind, ScanOutcome::Kind::Voided);
    QCOMPARE(last().visitor.name, u"Trần Thị Mẫu"_s);
    QCOMPARE(counters().inside, 1);
    const auto rows = awaited(m_store->entries({}));
    QCOMPARE(rows->size(), 3); // nothing is ever taken out
    QCOMPARE(rows->last().entry.kind, EntryKind::Void);
    QCOMPARE(rows->last().entry.reason, u"nhầm người"_s);
    QCOMPARE(rows->last().entry.corrects, rows->at(1).entry.id);
    QVERIFY(!m_desk->lastRecorded()); // there is nothing left to undo
    m_desk->voidEntry(rows->at(1).entry.id, u"again"_s);
    QCOMPARE(last().kind, ScanOutcome::Kind::Failed);
}

void TestDesk::afterAnUndoTheSamePersonMayComeAgain()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_desk->voidEntry(m_desk->lastRecorded()->entryId.value(), u"nhầm"_s);
    settle();
    for (int frame = 0; frame < 60; ++frame) { // still held up: what was taken back is not recorded again
        m_clock->advance(33);
        show(u"in"_s, {cardOfNghiem});
    }
    QCOMPARE(counters().inside, 0);
    m_clock->advance(1'500);
    show(u"in"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(counters().inside, 1);
}

void TestDesk::turningRoundCorrectsTheDirection()
{
    show(u"auto"_s, {cardOfNghiem});
    settle();
    m_desk->turnRound();
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::Out);
    QVERIFY(last().corrected);
    QCOMPARE(counters().inside, 0);
    m_desk->turnRound(); // and back
    QCOMPARE(last().direction, Direction::In);
    QCOMPARE(counters().inside, 1);
    m_desk->voidEntry(m_desk->lastRecorded()->entryId.value(), u"nhầm"_s); // takes back what stands now
    QCOMPARE(last().kind, ScanOutcome::Kind::Voided);
    QCOMPARE(counters().inside, 0);
}

void TestDesk::aFailedWriteIsNeverShownAsRecorded()
{
    cleanup();
    m_store = std::make_unique<EntryStore>(); // not opened, not unlocked: every call fails
    makeDesk(true);
    show(u"in"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Failed);
    QVERIFY(last().error.has_value());
    for (int frame = 0; frame < 30; ++frame) { // still held up
        m_clock->advance(33);
        show(u"in"_s, {cardOfNghiem});
    }
    settle();
    QCOMPARE(m_announced->size(), 1);
    m_clock->advance(1'500);
    show(u"in"_s, {cardOfNghiem}); // held up again: tried again
    settle();
    QCOMPARE(m_announced->size(), 2);
    QVERIFY(!m_desk->lastRecorded());
}

void TestDesk::aBurstFromThreeDevicesIsDecidedInOrder()
{
    QStringList expected;
    for (int i = 0; i < 20; ++i) {
        const QString number = u"0010909%1"_s.arg(10'000 + i);
        expected.append(number);
        show(QStringList{u"auto"_s, u"in"_s, u"usb"_s}[i % 3],
             {(number + u"||Nguyễn Thử|15011990|Nam|Hà Nội|01052021"_s).toUtf8()});
    }
    settle();
    QStringList recorded;
    for (const ScanOutcome &outcome : outcomes()) {
        QCOMPARE(outcome.kind, ScanOutcome::Kind::Recorded);
        recorded.append(outcome.visitor.idNumber);
    }
    QCOMPARE(recorded, expected);
    const auto rows = awaited(m_store->entries({}));
    QCOMPARE(rows->size(), 20);
}

void TestDesk::theDeskSaysWhenNothingIsWaiting()
{
    QSignalSpy idle(m_desk.get(), &CheckpointDesk::becameIdle);
    connect(m_desk.get(), &CheckpointDesk::becameIdle, this, [this] { QCOMPARE(m_desk->waiting(), 0); });
    show(u"in"_s, {cardOfNghiem});
    m_clock->advance(2'000);
    show(u"in"_s, {cardOfNghiem}); // ends at once, right after the other
    QVERIFY(idle.isEmpty());
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(m_announced->size(), 2);
}

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
