#include "core/scan/scannerselftest.h"
#include "core/store/personregister.h"
#include "core/store/visitorlists.h"
#include "tests/unit/desk/deskfixture.h"

#include <memory>

using namespace desktest;

class TestDesk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void announcedMeansCommitted();
    void aCodeHeldUpIsOneEntry();
    void aCodeHeldUpForLookingSomebodyUpIsNoEntry();
    void automaticDirectionFollowsTheOpenVisit();
    void aCardHeldUpTwiceIsNoExit();
    void aCardHeldUpTwiceOnTheWayOutIsNoEntry();
    void whoComesBackRightAwayComesInWhenTheOperatorSaysSo();
    void aLaneForEnteringAsksNobodyWhoHasJustLeft();
    void anExitTakenBackIsNoneThatSomebodyHasJustLeftBy();
    void leavingByTheOtherLaneRightAwayCounts();
    void onePersonWithTwoCodesIsOneEntry();
    void starredCodeIsTheSamePerson();
    void twoPersonsInOneFrameAreBothRefused();
    void twoCodesOfOnePersonInOneFrameCount();
    void aPosterBehindAPersonDoesNotDisturb();
    void aPosterAloneIsRefusedAndKept();
    void alreadyInsideIsSettledWithOneKey_data();
    void alreadyInsideIsSettledWithOneKey();
    void anExitThatIsNotRecordedRefusesNobody();
    void onlyWhatIsOfferedAnswersAQuestion();
    void aQuestionPutAsideByANewerScanIsAnsweredLater();
    void whoShowsTheCodeAgainIsAskedAboutAgain();
    void whoHasPassedSinceLeavesNoQuestion();
    void aCodeHeldUpTwiceIsNoRefusal();
    void aQuestionIsKeptWhateverTakesItsPlace();
    void aScrapLeavesTheQuestionToBeAnswered();
    void theOldestOfTooManyQuestionsIsKeptAsRefused();
    void aQuestionThatIsOpenAtTheEndIsKept();
    void takingBackAnotherEntryLeavesTheQuestionOpen();
    void takingBackThePersonsEntryEndsTheQuestion();
    void anEntryOfTheListIsTakenBackWithItsVisitor();
    void whereNobodyAnswersNothingIsAsked();
    void aRefusedCodeStillTellsThePersonTheNextTime();
    void undoTakesTheLastEntryBack();
    void whatWasTakenBackIsRestored();
    void whatDoesNotFitAnyMoreIsNotRestored();
    void afterAnUndoTheSamePersonMayComeAgain();
    void turningRoundCorrectsTheDirection();
    void twoEntriesTheSameWayInARowAreToldWhenOneIsTurnedRound();
    void aNamePutRightStaysThoughTheCardSaysOtherwise();
    void whoStaysInsideHasNotLeftThoughTheirPartyHas();
    void anEntryOfTheRecordIsTurnedRoundThoughOthersCameSince();
    void aCorrectionPutsTheQuestionAsideThatItHides();
    void aCorrectionAnswersWhatWasAskedAboutThatPerson();
    void aFailedWriteIsNeverShownAsRecorded();
    void aBurstFromThreeDevicesIsDecidedInOrder();
    void theCodeOfAScannersSelfTestIsNobodys();
    void aRecoverySheetIsNobodysCodeAndLeavesNothing();
    void whatIsScannedToTryADeviceIsNotRecorded();
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

void TestDesk::aCodeHeldUpForLookingSomebodyUpIsNoEntry()
{
    QSignalSpy lookedUp(m_desk.get(), &CheckpointDesk::lookedUp);
    m_desk->setLookingUp(true);
    show(u"in"_s, {poster}); // nobody's
    QVERIFY(lookedUp.isEmpty());
    settle();
    const qsizetype before = outcomes().size();
    show(u"in"_s, {cardOfMau});
    QCOMPARE(lookedUp.size(), 1);
    QCOMPARE(lookedUp.first().first().toByteArray(), cardOfMau);
    m_clock->advance(100); // still in view
    show(u"in"_s, {cardOfMau});
    settle();
    QCOMPARE(outcomes().size(), before);
    show(u"in"_s, {cardOfNghiem}); // once only
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
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

/// People who are unsure hold the card up a second time.
void TestDesk::aCardHeldUpTwiceOnTheWayOutIsNoEntry()
{
    show(u"auto"_s, {cardOfNghiem});
    settle();
    m_clock->advance(hour);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().direction, Direction::Out);
    m_clock->advance(6 * second);
    show(u"auto"_s, {qrOfNghiem}); // whichever of their codes
    const ScanOutcome question = last();
    QCOMPARE(question.kind, ScanOutcome::Kind::Asks);
    QCOMPARE(question.reason, Reason::JustLeft);
    QCOMPARE(question.answers, (QList{Answer::Dismiss, Answer::RecordIn}));
    m_desk->answer(question.number, Answer::Dismiss);
    QCOMPARE(last().kind, ScanOutcome::Kind::Dismissed);
    QCOMPARE(counters().in, 1);
    QCOMPARE(counters().inside, 0);
    QCOMPARE(counters().refused, 0); // nobody was kept out

    m_clock->advance(minute - 6 * second);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::In);
}

void TestDesk::whoComesBackRightAwayComesInWhenTheOperatorSaysSo()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_clock->advance(hour);
    show(u"out"_s, {cardOfNghiem}); // also where another lane let them out
    settle();
    m_clock->advance(20 * second);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().reason, Reason::JustLeft);
    m_desk->answer(last().number, Answer::RecordIn);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::In);
    QCOMPARE(counters().inside, 1);
}

void TestDesk::aLaneForEnteringAsksNobodyWhoHasJustLeft()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_clock->advance(hour);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().direction, Direction::Out);
    const QUuid visitor = last().visitorId.value();
    m_clock->advance(6 * second);
    show(u"in"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::In);

    HandEntry byHand;
    byHand.visitorId = visitor;
    byHand.direction = DirectionRule::Out;
    QVERIFY(!m_desk->recordByHand(byHand));
    QCOMPARE(last().direction, Direction::Out);
    m_clock->advance(6 * second);
    byHand.direction = DirectionRule::In;
    QVERIFY(!m_desk->recordByHand(byHand));
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::In);
}

void TestDesk::anExitTakenBackIsNoneThatSomebodyHasJustLeftBy()
{
    show(u"out"_s, {cardOfNghiem});
    m_desk->answer(last().number, Answer::RecordOut);
    QCOMPARE(last().direction, Direction::Out);
    m_desk->voidEntry(last().entryId.value(), u"nhầm"_s);
    settle();
    m_clock->advance(6 * second);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::In);
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
    QTest::newRow("nothing") << Answer::Dismiss << ScanOutcome::Kind::Dismissed << qint64(1);
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

void TestDesk::anExitThatIsNotRecordedRefusesNobody()
{
    show(u"out"_s, {cardOfNghiem});
    m_desk->answer(last().number, Answer::Dismiss);
    const ScanOutcome outcome = last();
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Dismissed);
    QCOMPARE(outcome.reason, Reason::LeavesWithoutEntry);
    QCOMPARE(outcome.visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(counters().refused, 0);
    QCOMPARE(counters().out, 0);
}

void TestDesk::onlyWhatIsOfferedAnswersAQuestion()
{
    show(u"auto"_s, {cardOfNghiem});
    settle();
    m_clock->advance(10'000);
    show(u"auto"_s, {cardOfNghiem}); // held up twice: in again is not offered
    const ScanOutcome question = last();
    QVERIFY(!question.answers.contains(Answer::RecordIn));
    m_desk->answer(question.number, Answer::RecordIn);
    settle();
    QVERIFY(m_desk->openQuestion());
    QCOMPARE(counters().in, 1);
}

void TestDesk::aQuestionThatIsOpenAtTheEndIsKept()
{
    AttentionNote note;
    note.who.idNumber = u"001090999991"_s;
    QVERIFY(awaited(VisitorLists(m_store.get()).addAttention(note)).ok());
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_announced.reset();
    m_desk.reset();
    QTRY_COMPARE(awaited(m_store->counters(0, std::numeric_limits<qint64>::max()))->refused, 1);
}

void TestDesk::takingBackAnotherEntryLeavesTheQuestionOpen()
{
    show(u"in"_s, {cardOfMau});
    const QUuid other = last().entryId.value();
    show(u"out"_s, {cardOfNghiem});
    const ScanOutcome question = last();
    m_desk->voidEntry(other, u"nhầm"_s);
    QCOMPARE(last().kind, ScanOutcome::Kind::Voided);
    QVERIFY(m_desk->openQuestion());
    m_desk->answer(question.number, Answer::RecordOut);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(counters().refused, 0);
}

void TestDesk::takingBackThePersonsEntryEndsTheQuestion()
{
    show(u"in"_s, {cardOfNghiem});
    const QUuid entry = last().entryId.value();
    m_clock->advance(3'600'000);
    show(u"in"_s, {cardOfNghiem}); // already inside, on the strength of that entry
    const ScanOutcome question = last();
    QCOMPARE(question.kind, ScanOutcome::Kind::Asks);
    m_desk->voidEntry(entry, u"nhầm"_s);
    settle();
    QVERIFY(!m_desk->openQuestion());
    QCOMPARE(outcomes().at(outcomes().size() - 2).kind, ScanOutcome::Kind::Voided);
    QCOMPARE(last().kind, ScanOutcome::Kind::Dismissed);
    QCOMPARE(last().visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QVERIFY(!last().reason);
}

void TestDesk::anEntryOfTheListIsTakenBackWithItsVisitor()
{
    show(u"in"_s, {cardOfMau});
    const QUuid entry = last().entryId.value();
    makeDesk(true); // a new day: this desk has seen nothing
    m_desk->voidEntry(entry, u"nhầm"_s);
    const ScanOutcome outcome = last();
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Voided);
    QCOMPARE(outcome.entryId, entry);
    QCOMPARE(outcome.visitor.name, u"Trần Thị Mẫu"_s);
    QCOMPARE(outcome.direction, Direction::In);
    QCOMPARE(outcome.location, u"Cổng A"_s);
}

void TestDesk::aQuestionPutAsideByANewerScanIsAnsweredLater()
{
    QSignalSpy told(m_desk.get(), &CheckpointDesk::leftOpenChanged);
    show(u"out"_s, {cardOfNghiem});
    const ScanOutcome question = last();
    QCOMPARE(question.kind, ScanOutcome::Kind::Asks);
    QCOMPARE(question.reason, Reason::LeavesWithoutEntry);
    QVERIFY(m_desk->leftOpen().isEmpty());
    m_clock->advance(minute);
    show(u"in"_s, {cardOfMau});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(!m_desk->openQuestion());
    QCOMPARE(told.size(), 1);
    QCOMPARE(m_desk->leftOpen().size(), 1);
    QCOMPARE(m_desk->leftOpen().first().visitor.name, u"Nguyễn Thử Nghiệm"_s);
    m_desk->answer(question.number, Answer::RecordOut); // a key that was meant for it, too late
    settle();
    QCOMPARE(counters().out, 0);
    QCOMPARE(counters().refused, 0);

    m_desk->recallQuestion(m_desk->leftOpen().first().number);
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    QCOMPARE(last().visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QVERIFY(m_desk->leftOpen().isEmpty());
    m_desk->answer(last().number, Answer::RecordOut);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().at.utcMs, SetClock::start); // when the code was seen, not when it was answered
    QCOMPARE(counters().out, 1);
    QCOMPARE(counters().refused, 0);
}

void TestDesk::whoShowsTheCodeAgainIsAskedAboutAgain()
{
    show(u"out"_s, {cardOfNghiem});
    m_clock->advance(3 * second);
    show(u"in"_s, {cardOfMau});
    m_clock->advance(3 * second);
    show(u"out"_s, {cardOfNghiem}); // within the window of repeats
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    QCOMPARE(last().visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QVERIFY(m_desk->leftOpen().isEmpty());
    m_clock->advance(hour);
    show(u"in"_s, {cardOfMau}); // asks as well: inside already
    m_clock->advance(hour);
    show(u"out"_s, {cardOfNghiem}); // long after: one question about a person is enough
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    QCOMPARE(m_desk->leftOpen().size(), 1);
    QCOMPARE(m_desk->leftOpen().first().visitor.name, u"Trần Thị Mẫu"_s);
}

void TestDesk::whoHasPassedSinceLeavesNoQuestion()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    m_clock->advance(hour);
    show(u"in"_s, {cardOfNghiem}); // already inside
    QCOMPARE(last().reason, Reason::AlreadyInside);
    show(u"in"_s, {cardOfMau});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(m_desk->leftOpen().size(), 1);
    m_clock->advance(hour);
    show(u"out"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(m_desk->leftOpen().isEmpty());
}

void TestDesk::aCodeHeldUpTwiceIsNoRefusal()
{
    show(u"auto"_s, {cardOfNghiem});
    settle();
    m_clock->advance(10 * second);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    show(u"in"_s, {cardOfMau}); // nobody answers
    settle();
    QCOMPARE(m_desk->leftOpen().size(), 1);
    m_clock->advance(20 * second);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    m_desk->answer(last().number, Answer::Dismiss);
    QCOMPARE(last().kind, ScanOutcome::Kind::Dismissed);
    QCOMPARE(counters().refused, 0);
    QCOMPARE(counters().in, 2);
}

/// Who came for a moment may have wanted to leave: whatever takes the question's place, it is not lost.
void TestDesk::aQuestionIsKeptWhateverTakesItsPlace()
{
    show(u"auto"_s, {cardOfNghiem});
    settle();
    m_clock->advance(10 * second);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    HandEntry byHand;
    byHand.typed.name = u"Trần Thị Mẫu"_s;
    QVERIFY(!m_desk->recordByHand(byHand));
    QTRY_COMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(m_desk->leftOpen().size(), 1);
    m_desk->recallQuestion(m_desk->leftOpen().first().number);
    QTRY_COMPARE(last().kind, ScanOutcome::Kind::Asks);
}

/// A scanner sends the rest of a code as a scan of its own.
void TestDesk::aScrapLeavesTheQuestionToBeAnswered()
{
    show(u"out"_s, {cardOfNghiem});
    const ScanOutcome question = last();
    QCOMPARE(question.kind, ScanOutcome::Kind::Asks);
    m_clock->advance(second);
    show(u"out"_s, {"http://example.com/x"});
    QCOMPARE(last().kind, ScanOutcome::Kind::Refused);
    show(u"in"_s, {cardOfNghiem, cardOfMau});
    QCOMPARE(last().reason, Reason::TwoPersons);
    QVERIFY(m_desk->leftOpen().isEmpty());
    QCOMPARE(m_desk->openQuestion()->number, question.number);
    m_desk->answer(question.number, Answer::RecordOut);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(counters().refused, 2);
}

void TestDesk::theOldestOfTooManyQuestionsIsKeptAsRefused()
{
    AttentionNote note;
    note.who.idNumber = u"001090910000"_s; // the first one's
    QVERIFY(awaited(VisitorLists(m_store.get()).addAttention(note)).ok());
    show(u"in"_s, {cardOf(0)});
    for (int person = 1; person < int(OpenQuestions::mostAside) + 2; ++person)
        show(u"out"_s, {cardOf(person)});
    settle(); // one stands, one too many was put aside
    QCOMPARE(m_desk->leftOpen().size(), qsizetype(OpenQuestions::mostAside));
    QTRY_COMPARE(counters().refused, 1);
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

void TestDesk::whatWasTakenBackIsRestored()
{
    show(u"in"_s, {cardOfNghiem});
    const ScanOutcome recorded = last();
    m_clock->advance(minute);
    m_desk->voidEntry(recorded.entryId.value(), u"nhầm"_s);
    QCOMPARE(last().kind, ScanOutcome::Kind::Voided);
    m_clock->advance(minute);
    m_desk->restoreEntry(recorded.entryId.value());
    const ScanOutcome again = last();
    QCOMPARE(again.kind, ScanOutcome::Kind::Recorded);
    QVERIFY(again.restores);
    QCOMPARE(again.corrects, recorded.entryId);
    QCOMPARE(again.direction, Direction::In);
    QCOMPARE(again.at, recorded.at);
    QCOMPARE(again.visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(counters().inside, 1);
    QCOMPARE(m_desk->lastRecorded()->entryId, again.entryId); // and can be taken back once more
}

void TestDesk::whatDoesNotFitAnyMoreIsNotRestored()
{
    show(u"in"_s, {cardOfNghiem});
    const QUuid entry = last().entryId.value();
    m_desk->voidEntry(entry, u"nhầm"_s);
    m_clock->advance(minute);
    show(u"in"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    m_desk->restoreEntry(entry);
    QCOMPARE(last().kind, ScanOutcome::Kind::Failed);
    QVERIFY(last().restores);
    QCOMPARE(last().error->code, ErrorCode::WrongUse);
    QCOMPARE(last().visitor.name, u"Nguyễn Thử Nghiệm"_s); // it is said whose stays taken back
    QCOMPARE(last().direction, Direction::In);
    QCOMPARE(counters().inside, 1);
    QCOMPARE(counters().in, 1);
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
    m_desk->turnRoundEntry(last().entryId.value(), Direction::Out);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().direction, Direction::Out);
    QVERIFY(last().corrects);
    QCOMPARE(counters().inside, 0);
    m_desk->turnRoundEntry(last().entryId.value(), Direction::In); // and back
    QCOMPARE(last().direction, Direction::In);
    QCOMPARE(counters().inside, 1);
    m_desk->voidEntry(m_desk->lastRecorded()->entryId.value(), u"nhầm"_s); // takes back what stands now
    QCOMPARE(last().kind, ScanOutcome::Kind::Voided);
    QCOMPARE(counters().inside, 0);
}

void TestDesk::twoEntriesTheSameWayInARowAreToldWhenOneIsTurnedRound()
{
    show(u"auto"_s, {cardOfNghiem});
    const QUuid came = last().entryId.value();
    QVERIFY(!last().sameWay);
    m_clock->advance(hour);
    show(u"auto"_s, {cardOfMau});
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().direction, Direction::Out);
    m_desk->turnRoundEntry(last().entryId.value(), Direction::In);
    QCOMPARE(last().direction, Direction::In);
    QVERIFY(last().sameWay);
    QCOMPARE(last().sameWay->id, came);
    QCOMPARE(last().sameWay->at.utcMs, SetClock::start);
    m_desk->turnRoundEntry(last().entryId.value(), Direction::Out);
    QVERIFY(!last().sameWay);
    const QUuid left = last().entryId.value();
    m_desk->turnRoundEntry(came, Direction::Out); // now it is the later one that goes the same way
    QCOMPARE(last().sameWay->id, left);
}

void TestDesk::aNamePutRightStaysThoughTheCardSaysOtherwise()
{
    show(u"auto"_s, {cardOfNghiem});
    const QUuid person = last().visitorId.value();
    VisitorCorrection correction;
    correction.name = u"Nguyễn Thị Đúng"_s;
    QVERIFY(awaited(PersonRegister(m_store.get()).correct(person, correction)).ok());
    m_clock->advance(hour);
    show(u"auto"_s, {cardOfNghiem});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QCOMPARE(last().visitor.name, u"Nguyễn Thị Đúng"_s);
    m_clock->advance(hour);
    show(u"auto"_s, {qrOfNghiem}); // another code of the same person
    QCOMPARE(last().visitorId, person);
    QCOMPARE(last().visitor.name, u"Nguyễn Thị Đúng"_s);
    QCOMPARE(awaited(m_store->entries({}))->last().visitor.name, u"Nguyễn Thị Đúng"_s);
    correction.name = u"Nguyễn Thử Nghiệm"_s; // and is put right once more
    QVERIFY(awaited(PersonRegister(m_store.get()).correct(person, correction)).ok());
    QCOMPARE(awaited(m_store->entries({}))->last().visitor.name, u"Nguyễn Thử Nghiệm"_s);
}

void TestDesk::whoStaysInsideHasNotLeftThoughTheirPartyHas()
{
    HandEntry mother;
    mother.typed.name = u"Trần Thị Mẫu"_s;
    mother.party = {1, 1};
    QVERIFY(!m_desk->recordByHand(mother));
    m_clock->advance(hour);
    const QUuid came = last().entryId.value();
    m_desk->letPartyOut(came, {0, 1});
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(last().apart);
    QCOMPARE(counters().in, 1);
    QCOMPARE(counters().out, 0);
    QCOMPARE(counters().inside, 1);
    QCOMPARE(counters().partyInside, 1);
    m_clock->advance(hour);
    m_desk->sendOut(came);
    settle();
    QCOMPARE(counters().out, 1);
    QCOMPARE(counters().inside, 0);
}

void TestDesk::anEntryOfTheRecordIsTurnedRoundThoughOthersCameSince()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    const QUuid first = last().entryId.value();
    show(u"in"_s, {cardOfMau});
    settle();
    QCOMPARE(counters().inside, 2);
    m_desk->turnRoundEntry(first, Direction::Out);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(last().corrects);
    QCOMPARE(last().direction, Direction::Out);
    QCOMPARE(last().visitor.idNumber, u"001090999991"_s);
    QCOMPARE(counters().inside, 1); // the other one is inside still

    m_desk->turnRoundEntry(first, Direction::Out); // it was replaced: nothing is left to be turned
    QCOMPARE(last().kind, ScanOutcome::Kind::Failed);
    QCOMPARE(last().error->code, ErrorCode::NotFound);
    QCOMPARE(counters().inside, 1);
}

void TestDesk::aCorrectionPutsTheQuestionAsideThatItHides()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    const QUuid first = last().entryId.value();
    m_clock->advance(5'000);
    show(u"out"_s, {cardOfMau}); // she never came in
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    m_desk->turnRoundEntry(first, Direction::Out);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(!m_desk->openQuestion()); // no key answers what is not shown
    QCOMPARE(m_desk->leftOpen().size(), 1);
    QCOMPARE(m_desk->leftOpen().first().visitor.name, u"Trần Thị Mẫu"_s);
    QCOMPARE(counters().out, 1);
}

void TestDesk::aCorrectionAnswersWhatWasAskedAboutThatPerson()
{
    show(u"in"_s, {cardOfNghiem});
    settle();
    const QUuid first = last().entryId.value();
    m_clock->advance(100'000);
    show(u"in"_s, {cardOfNghiem}); // inside already
    QCOMPARE(last().kind, ScanOutcome::Kind::Asks);
    m_desk->turnRoundEntry(first, Direction::Out);
    QCOMPARE(last().kind, ScanOutcome::Kind::Recorded);
    QVERIFY(!m_desk->openQuestion());
    QVERIFY(m_desk->leftOpen().isEmpty());
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
    m_desk->setDevice({u"usb"_s, u"USB"_s, DirectionRule::In, RepeatPolicy::InView});
    QStringList expected;
    for (int i = 0; i < 20; ++i) { // 20 in 2 seconds, each in several frames of its camera
        const QByteArray card = cardOf(i);
        expected.append(QString::fromUtf8(card.left(12)));
        const QString device = QStringList{u"auto"_s, u"in"_s, u"usb"_s}[i % 3];
        for (int frame = 0; frame < 3; ++frame) {
            show(device, {card});
            m_clock->advance(33);
        }
    }
    settle();
    QStringList recorded;
    quint64 number = 0;
    for (const ScanOutcome &outcome : outcomes()) {
        QCOMPARE(outcome.kind, ScanOutcome::Kind::Recorded);
        QCOMPARE(outcome.direction, Direction::In);
        QVERIFY(outcome.number > number);
        number = outcome.number;
        recorded.append(outcome.visitor.idNumber);
    }
    QCOMPARE(recorded, expected);
    QStringList kept;
    const auto rows = awaited(m_store->entries({}));
    for (const EntryRow &row : *rows)
        kept.append(row.visitor.idNumber);
    QCOMPARE(kept, expected);
    QCOMPARE(counters().inside, 20);
    QCOMPARE(counters().refused, 0);
}

void TestDesk::theCodeOfAScannersSelfTestIsNobodys()
{
    QSignalSpy tested(m_desk.get(), &CheckpointDesk::selfTestScanned);
    const QByteArray sheet = selfTestText().toUtf8();
    show(u"in"_s, {sheet});
    show(u"in"_s, {sheet.toUpper()}); // with Caps Lock
    settle();
    QCOMPARE(tested.size(), 2);
    QVERIFY(m_announced->isEmpty());
    QCOMPARE(counters().refused, 0);
    for (const QByteArray &code : {cardOfNghiem, qrOfMau, starredQrOfMau, poster, cardOf(1)})
        QVERIFY(!isSelfTest(code));
}

void TestDesk::aRecoverySheetIsNobodysCodeAndLeavesNothing()
{
    QSignalSpy sighted(m_desk.get(), &CheckpointDesk::sighted);
    show(u"in"_s, {"CHECKPOINT-DESK-RECOVERY:1:" + QByteArray(64, 'A') + ":01234567"});
    settle();
    QCOMPARE(sighted.size(), 1);
    QVERIFY(m_announced->isEmpty());
    QCOMPARE(counters().refused, 0);
}

void TestDesk::whatIsScannedToTryADeviceIsNotRecorded()
{
    const QSignalSpy sighted(m_desk.get(), &CheckpointDesk::sighted);
    m_desk->setTrying(true);
    show(u"auto"_s, {cardOfNghiem});
    m_clock->advance(10'000);
    show(u"auto"_s, {"https://example.vn"_ba});
    settle();
    QCOMPARE(sighted.count(), 2);
    QCOMPARE(m_announced->count(), 0);
    QCOMPARE(counters().inside, 0);
    QCOMPARE(counters().refused, 0);
    m_desk->setTrying(false);
    m_clock->advance(10'000);
    show(u"auto"_s, {cardOfNghiem});
    settle();
    QCOMPARE(counters().inside, 1);
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
