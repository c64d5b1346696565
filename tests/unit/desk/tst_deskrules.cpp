#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/operatorregister.h"
#include "core/store/storefolder.h"
#include "core/store/visitorlists.h"
#include "tests/unit/desk/deskfixture.h"

#include <algorithm>

using namespace desktest;

using Kind = ScanOutcome::Kind;

class TestDeskRules : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fixture = std::make_unique<DeskFixture>(); }
    void cleanup() { m_fixture.reset(); }

    // by hand
    void somebodyIsWrittenDownAndLeavesAgain();
    void aReturningVisitorIsTheSamePerson();
    void aPhoneNumberJoinsNobody();
    void theKeyPressedTwiceIsOneEntry();
    void whoIsInsideAlreadyIsAskedAboutByHandAsWell();
    void whatCannotBeKeptIsSaidAndNothingHappens();
    void aHandEntryAndItsPersonsCardAreOnePerson();

    // parties
    void whoCameAlongIsCountedAndLeavesWithThem();
    void whoLeavesByHandMayLeaveTheOthersBehind();
    void whoCameAlongIsAddedAfterTheScan();
    void aChildLeavesApart();
    void theVisitorLeavesAndThePartyStays();
    void thePartyThatStayedIsSentOut();
    void moreThanCameDoNotLeave();
    void whoIsInsideIsSentOutFromTheList();
    void nobodyIsSentOutTwice();
    void whoWasChosenToLeaveIsLetOutByALockedDesk();

    // what is asked
    void missingFieldsAreAskedAfterTheGreenLight();
    void aCompletionIsKnownFromThenOn();
    void anEntryIsCompletedWhileOthersAreRecorded();
    void aTurnedEntryIsCompletedByItsOldNumber();
    void whatWasTakenBackIsNotCompleted();
    void staffAreNotAsked();

    // rules
    void theVenueIsToldWhenItIsFull();
    void atClosedHoursTheOperatorLetsVisitorsIn();
    void aQuestionThatIsDroppedTurnsNobodyAway();
    void everyQuestionOffersFirstToRecordNothing();
    void whoHasJustLeftIsKnownWhereOnlyExitsAreRecorded();
    void theMinimumStayIsTheVenues();
    void whoIsOnTheAttentionListIsAskedAbout();
    void whoIsSentAwayIsKnownAfterwards_data();
    void whoIsSentAwayIsKnownAfterwards();
    void whoIsOnTheAttentionListLeavesWithoutAQuestion();
    void aKnownPersonWithoutANumberIsAskedAbout();
    void theAttentionListCanBeSwitchedOff();
    void whereNobodyAnswersTheAttentionListRefuses();
    void whoIsExpectedArrivesWithTheHost();
    void whoIsExpectedArrivesOnce();
    void whoIsExpectedWithANumberIsKnownByTheirCardFromThenOn();
    void ofTwoOfOneNameTheOneWhoWasChosenArrives();
    void whatTheOperatorPutsRightDoesNotLoseTheAnnouncement();
    void aDeclarationIsAskedForWhenThePlatformSaysThereIsNone();

private:
    static HandEntry named(const QString &name)
    {
        HandEntry entry;
        entry.typed.name = name;
        return entry;
    }
    CheckpointDesk &desk() { return *m_fixture->desk; }
    DeskFixture &fixture() { return *m_fixture; }
    void setRules(const VenueRules &rules, int capacity = 0, const QString &hours = {})
    {
        desk().setRules(rules, capacity, OpeningHours::fromString(hours).value());
    }
    void noteNghiem();
    /// Announces Trần Thị Mẫu for the day, as it stands in the list.
    ExpectedVisitor expectMau(const QTime &time, const QString &number = {})
    {
        VisitorLists lists(fixture().store.get());
        ExpectedVisitor expected;
        expected.name = u"Trần Thị Mẫu"_s;
        expected.birthYear = 2000;
        expected.idNumber = number;
        expected.day = {2025, 11, 20};
        expected.at = time;
        expected.host = u"Bác sĩ Định %1"_s.arg(time.hour());
        if (!awaited(lists.addExpected({expected})).ok())
            return {};
        const auto all = awaited(lists.expected(expected.day)).value();
        return *std::ranges::find(all, expected.at, &ExpectedVisitor::at);
    }
    std::optional<QUuid> arrivedBy(const QUuid &id)
    {
        const auto all = awaited(VisitorLists(fixture().store.get()).expected({2025, 11, 20})).value();
        return std::ranges::find(all, id, &ExpectedVisitor::id)->arrivedEntry;
    }

    std::unique_ptr<DeskFixture> m_fixture;
};

void TestDeskRules::somebodyIsWrittenDownAndLeavesAgain()
{
    HandEntry entry = named(u" Đỗ Văn  Sai "_s);
    entry.typed.phone = u"0900 000 001"_s;
    entry.details = {u"giao hàng"_s, u"Phòng 3"_s};
    const ScanOutcome in = fixture().write(entry);
    QCOMPARE(in.kind, Kind::Recorded);
    QCOMPARE(in.direction, Direction::In);
    QCOMPARE(in.format, u"manual"_s);
    QCOMPARE(in.visitor.name, u"Đỗ Văn Sai"_s);
    QCOMPARE(in.visitor.phone, u"+84900000001"_s);
    QCOMPARE(in.details, (EntryDetails{u"giao hàng"_s, u"Phòng 3"_s}));
    const EntryRow row = fixture().entries().first();
    QCOMPARE(row.entry.source, u"manual"_s);
    QCOMPARE(row.entry.location, u"Cổng A"_s);
    QCOMPARE(row.details, in.details);

    fixture().clock.advance(hour);
    HandEntry known;
    known.visitorId = row.entry.visitorId;
    const ScanOutcome out = fixture().write(known);
    QCOMPARE(out.kind, Kind::Recorded);
    QCOMPARE(out.direction, Direction::Out);
    QCOMPARE(out.visitor.name, u"Đỗ Văn Sai"_s);
    QCOMPARE(fixture().counters().inside, 0);
}

void TestDeskRules::aReturningVisitorIsTheSamePerson()
{
    fixture().scan(u"auto"_s, cardOfMau);
    HandEntry known;
    known.visitorId = fixture().entries().first().entry.visitorId;
    known.typed.phone = u"0900000001"_s;
    fixture().clock.advance(hour);
    QCOMPARE(fixture().write(known).direction, Direction::Out);
    QCOMPARE(fixture().entries().last().visitor.idNumber, u"079300999992"_s);
    QCOMPARE(fixture().entries().last().visitor.phone, u"+84900000001"_s);
}

void TestDeskRules::aPhoneNumberJoinsNobody()
{
    HandEntry father = named(u"Nguyễn Thử"_s);
    father.typed.phone = u"0900000001"_s;
    HandEntry daughter = named(u"Nguyễn Mẫu"_s);
    daughter.typed.phone = father.typed.phone;
    fixture().write(father);
    const ScanOutcome second = fixture().write(daughter);
    QCOMPARE(second.kind, Kind::Recorded);
    QCOMPARE(second.direction, Direction::In);
    const auto rows = fixture().entries();
    QVERIFY(rows[0].entry.visitorId != rows[1].entry.visitorId);
    QCOMPARE(fixture().counters().inside, 2);
}

void TestDeskRules::theKeyPressedTwiceIsOneEntry()
{
    fixture().write(named(u"Nguyễn Thử"_s));
    fixture().clock.advance(300);
    QCOMPARE(fixture().write(named(u"Nguyễn Thử"_s)).kind, Kind::Repeated);
    QCOMPARE(fixture().counters().in, 1);
    fixture().clock.advance(minute); // another of that name
    QCOMPARE(fixture().write(named(u"Nguyễn Thử"_s)).kind, Kind::Recorded);
}

void TestDeskRules::whoIsInsideAlreadyIsAskedAboutByHandAsWell()
{
    fixture().scan(u"auto"_s, cardOfMau);
    fixture().clock.advance(hour);
    HandEntry again;
    again.visitorId = fixture().entries().first().entry.visitorId;
    again.direction = DirectionRule::In;
    const ScanOutcome question = fixture().write(again);
    QCOMPARE(question.kind, Kind::Asks);
    QCOMPARE(question.reason, Reason::AlreadyInside);
    desk().answer(question.number, Answer::RecordOut);
    QCOMPARE(fixture().last().direction, Direction::Out);
}

void TestDeskRules::whatCannotBeKeptIsSaidAndNothingHappens()
{
    HandEntry entry = named(u"Mẫu"_s);
    entry.typed.phone = u"12"_s;
    QCOMPARE(desk().recordByHand(entry), (HandFault{HandFault::Field::Phone, TextFault::Invalid}));
    fixture().settle();
    QVERIFY(fixture().announced->isEmpty());
}

void TestDeskRules::aHandEntryAndItsPersonsCardAreOnePerson()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.typed.idNumber = u"079300999992"_s;
    fixture().write(entry);
    fixture().clock.advance(hour);
    const ScanOutcome out = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(out.direction, Direction::Out);
    QCOMPARE(fixture().counters().inside, 0);
}

// ---- parties

void TestDeskRules::whoCameAlongIsCountedAndLeavesWithThem()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.typed.idNumber = u"079300999992"_s;
    entry.party = {1, 2};
    const ScanOutcome in = fixture().write(entry);
    QCOMPARE(in.party, (Party{1, 2}));
    QCOMPARE(in.insideNow, 4);
    QCOMPARE(fixture().counters().partyInside, 3);
    fixture().clock.advance(hour);
    const ScanOutcome out = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(out.direction, Direction::Out);
    QCOMPARE(out.party, (Party{1, 2}));
    QCOMPARE(out.insideNow, 0);
    QCOMPARE(fixture().counters().partyInside, 0);
}

void TestDeskRules::whoLeavesByHandMayLeaveTheOthersBehind()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.typed.idNumber = u"079300999992"_s;
    entry.party = {1, 2};
    fixture().write(entry);
    fixture().clock.advance(hour);
    entry.party = {};
    entry.partyStays = true;
    entry.direction = DirectionRule::Out;
    const ScanOutcome out = fixture().write(entry);
    QCOMPARE(out.direction, Direction::Out);
    QVERIFY(out.party.isEmpty());
    QCOMPARE(fixture().counters().inside, 0);
    QCOMPARE(fixture().counters().partyInside, 3);
}

void TestDeskRules::whoCameAlongIsAddedAfterTheScan()
{
    const ScanOutcome in = fixture().scan(u"auto"_s, cardOfMau);
    QSignalSpy completed(&desk(), &CheckpointDesk::completed);
    EntryCompletion completion;
    completion.party = Party{0, 2};
    desk().completeLast(in.number, completion);
    fixture().settle();
    QCOMPARE(completed.size(), 1);
    const auto outcome = completed.first().first().value<ScanOutcome>();
    QCOMPARE(outcome.number, in.number);
    QCOMPARE(outcome.party, (Party{0, 2}));
    QCOMPARE(outcome.insideNow, 3);
    QCOMPARE(fixture().announced->size(), 1); // no second green light
    QCOMPARE(fixture().counters().partyInside, 2);
}

void TestDeskRules::aChildLeavesApart()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.party = {0, 2};
    const QUuid in = fixture().write(entry).entryId.value();
    fixture().clock.advance(hour);
    desk().letPartyOut(in, {0, 1});
    const ScanOutcome out = fixture().last();
    QCOMPARE(out.kind, Kind::Recorded);
    QCOMPARE(out.direction, Direction::Out);
    QVERIFY(out.apart);
    QCOMPARE(out.party, (Party{0, 1}));
    QCOMPARE(out.partyInside, (Party{0, 1}));
    QCOMPARE(fixture().counters().inside, 1);
    desk().voidEntry(*out.entryId, u"nhầm"_s);
    fixture().settle();
    QCOMPARE(fixture().counters().partyInside, 2);

    // Restored it still is the child's passage alone, and has no other direction.
    desk().restoreEntry(*out.entryId);
    const ScanOutcome again = fixture().last();
    QCOMPARE(again.kind, Kind::Recorded);
    QVERIFY(again.apart);
    QCOMPARE(fixture().counters().partyInside, 1);
    QCOMPARE(fixture().counters().inside, 1);
    desk().turnRoundEntry(*again.entryId, Direction::In);
    QCOMPARE(fixture().last().kind, Kind::Failed);
    QCOMPARE(fixture().counters().partyInside, 1);
}

void TestDeskRules::theVisitorLeavesAndThePartyStays()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.party = {2, 1};
    const QUuid in = fixture().write(entry).entryId.value();
    fixture().clock.advance(hour);
    desk().sendOut(in, Party{1, 0});
    const ScanOutcome out = fixture().last();
    QCOMPARE(out.kind, Kind::Recorded);
    QCOMPARE(out.party, (Party{1, 0}));
    QCOMPARE(out.partyInside, (Party{1, 1}));
    QCOMPARE(fixture().counters().inside, 0);
    QCOMPARE(fixture().counters().partyInside, 2);

    fixture().clock.advance(minute);
    desk().sendOut(in, Party{}); // nobody of them
    QCOMPARE(fixture().last().kind, Kind::Failed);
}

void TestDeskRules::thePartyThatStayedIsSentOut()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.party = {2, 1};
    const QUuid in = fixture().write(entry).entryId.value();
    fixture().clock.advance(hour);
    desk().sendOut(in, Party{});
    fixture().settle();
    fixture().clock.advance(minute);
    desk().sendOut(in);
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    QVERIFY(fixture().last().apart);
    QCOMPARE(fixture().counters().partyInside, 0);
}

void TestDeskRules::moreThanCameDoNotLeave()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.party = {1, 0};
    const QUuid in = fixture().write(entry).entryId.value();
    for (const Party &party : {Party{2, 0}, Party{0, 1}, Party{-1, 0}}) {
        desk().letPartyOut(in, party);
        QCOMPARE(fixture().last().kind, Kind::Failed);
        QCOMPARE(fixture().last().error->code, ErrorCode::WrongUse);
    }
    QCOMPARE(fixture().counters().partyInside, 1);
}

void TestDeskRules::whoIsInsideIsSentOutFromTheList()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.party = {1, 0};
    const QUuid in = fixture().write(entry).entryId.value();
    fixture().clock.advance(hour);
    desk().sendOut(in);
    const ScanOutcome out = fixture().last();
    QCOMPARE(out.kind, Kind::Recorded);
    QCOMPARE(out.direction, Direction::Out);
    QCOMPARE(out.visitor.name, u"Trần Thị Mẫu"_s);
    QCOMPARE(out.insideNow, 0);
    QCOMPARE(desk().lastRecorded()->entryId, out.entryId); // it can be undone
}

void TestDeskRules::whoWasChosenToLeaveIsLetOutByALockedDesk()
{
    HandEntry entry = named(u"Trần Thị Mẫu"_s);
    entry.party = {0, 1};
    const QUuid in = fixture().write(entry).entryId.value();
    OperatorRegister operators(fixture().store.get());
    const auto chief = awaited(operators.add(u"Quản Trị"_s, Role::Administrator, "hash"));
    QVERIFY(chief.ok());
    QVERIFY(awaited(operators.signIn(chief->id)).ok());
    QVERIFY(awaited(operators.signOut()).ok()); // the desk has locked itself
    fixture().clock.advance(hour);
    desk().letPartyOut(in, {0, 1});
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    QCOMPARE(fixture().last().party, (Party{0, 1}));
    desk().sendOut(in);
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    QCOMPARE(fixture().counters().inside, 0);
    // And nobody is suspected of an attempt.
    Connection connection;
    QVERIFY(connection.open(databaseFile(fixture().folder.path()), Connection::Access::ReadOnly).ok());
    Statement refusals = connection.query(u"SELECT count(*) FROM ledger WHERE kind = 'refusal'"_s);
    QVERIFY(refusals.next());
    QCOMPARE(refusals.integer(0), 0);
}

void TestDeskRules::nobodyIsSentOutTwice()
{
    const QUuid in = fixture().scan(u"in"_s, cardOfMau).entryId.value();
    desk().sendOut(in);
    desk().sendOut(in);
    QCOMPARE(fixture().last().kind, Kind::Failed);
    QCOMPARE(fixture().last().error->code, ErrorCode::NotFound);
    QCOMPARE(fixture().counters().out, 1);
    desk().sendOut(QUuid::createUuid());
    QCOMPARE(fixture().last().error->code, ErrorCode::NotFound);
}

// ---- what is asked

void TestDeskRules::missingFieldsAreAskedAfterTheGreenLight()
{
    VenueRules rules;
    rules.phone = FieldRule::Required;
    rules.purpose = FieldRule::Required;
    rules.host = FieldRule::Optional;
    setRules(rules);
    const ScanOutcome in = fixture().scan(u"auto"_s, qrOfNghiem); // its code has a phone
    QCOMPARE(in.kind, Kind::Recorded);
    QCOMPARE(in.missing, (QList{AskedField::Purpose, AskedField::Host}));
    fixture().clock.advance(hour);
    QVERIFY(fixture().scan(u"auto"_s, qrOfNghiem).missing.isEmpty()); // nothing is asked of who leaves
}

void TestDeskRules::aCompletionIsKnownFromThenOn()
{
    VenueRules rules;
    rules.phone = FieldRule::Optional;
    rules.purpose = FieldRule::Required;
    setRules(rules);
    const ScanOutcome in = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(in.missing, (QList{AskedField::Phone, AskedField::Purpose}));
    fixture().scan(u"auto"_s, cardOfNghiem); // the next one does not wait; the first is not forgotten
    QCOMPARE(desk().leftOpen().size(), 2);
    QCOMPARE(desk().leftOpen().first().number, in.number);
    QSignalSpy completed(&desk(), &CheckpointDesk::completed);
    EntryCompletion completion;
    completion.details = EntryDetails{u" khám bệnh "_s, {}};
    completion.phone = u"0900.000.001"_s;
    QVERIFY(!desk().completeLast(in.number, completion));
    fixture().settle();
    QCOMPARE(completed.size(), 1);
    const auto outcome = completed.first().first().value<ScanOutcome>();
    QVERIFY(outcome.missing.isEmpty());
    QCOMPARE(outcome.details.purpose, u"khám bệnh"_s);
    QCOMPARE(fixture().entries().first().details.purpose, u"khám bệnh"_s);
    QCOMPARE(fixture().entries().first().visitor.phone, u"+84900000001"_s);
    QCOMPARE(desk().leftOpen().size(), 1);
    QCOMPARE(desk().leftOpen().first().visitor.name, u"Nguyễn Thử Nghiệm"_s);
    completion.phone = u"1"_s;
    QVERIFY(desk().completeLast(in.number, completion).has_value());
}

void TestDeskRules::anEntryIsCompletedWhileOthersAreRecorded()
{
    const quint64 first = fixture().scan(u"in"_s, cardOfMau).number;
    const ScanOutcome second = fixture().scan(u"in"_s, cardOfNghiem);
    EntryCompletion completion;
    completion.details = EntryDetails{u"họp"_s, {}};
    desk().completeLast(first, completion);
    fixture().settle();
    const auto rows = fixture().entries();
    QCOMPARE(rows[0].details.purpose, u"họp"_s);
    QCOMPARE(rows[1].details.purpose, QString());
    QCOMPARE(desk().lastRecorded()->entryId, second.entryId);
    desk().completeLast(999, completion); // nothing was announced by that number
    QCOMPARE(fixture().last().kind, Kind::Failed);
}

void TestDeskRules::aTurnedEntryIsCompletedByItsOldNumber()
{
    const ScanOutcome in = fixture().scan(u"auto"_s, cardOfMau);
    desk().turnRoundEntry(in.entryId.value(), Direction::Out);
    const ScanOutcome turned = fixture().last();
    QVERIFY(turned.number > in.number);
    EntryCompletion completion;
    completion.details = EntryDetails{u"họp"_s, {}};
    desk().completeLast(in.number, completion);
    fixture().settle();
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    QCOMPARE(fixture().entries().last().entry.id, turned.entryId.value());
    QCOMPARE(fixture().entries().last().details.purpose, u"họp"_s);
}

void TestDeskRules::whatWasTakenBackIsNotCompleted()
{
    const ScanOutcome in = fixture().scan(u"auto"_s, cardOfMau);
    desk().voidEntry(*in.entryId, u"nhầm"_s);
    EntryCompletion completion;
    completion.party = Party{3, 0};
    desk().completeLast(in.number, completion);
    QCOMPARE(fixture().last().kind, Kind::Failed);
    QCOMPARE(fixture().counters().partyInside, 0);
}

void TestDeskRules::staffAreNotAsked()
{
    VenueRules rules;
    rules.purpose = FieldRule::Required;
    rules.outsideHoursAsks = true;
    setRules(rules, 0, u"Mo-Fr 09:00-17:00"_s); // it is eight o'clock
    HandEntry staff = named(u"Đỗ Văn Sai"_s);
    staff.typed.idNumber = u"079300999992"_s;
    staff.staff = true;
    const ScanOutcome in = fixture().write(staff);
    QCOMPARE(in.kind, Kind::Recorded);
    QVERIFY(in.missing.isEmpty());
    QVERIFY(in.visitor.staff);
    fixture().clock.advance(hour);
    fixture().scan(u"auto"_s, cardOfMau); // the card of that number: leaves
    fixture().clock.advance(22 * hour);
    const ScanOutcome again = fixture().scan(u"auto"_s, cardOfMau); // staff from now on
    QCOMPARE(again.kind, Kind::Recorded);
    QCOMPARE(again.direction, Direction::In);
    QVERIFY(again.missing.isEmpty());
}

// ---- rules

void TestDeskRules::theVenueIsToldWhenItIsFull()
{
    setRules({}, 2);
    QVERIFY(fixture().scan(u"in"_s, cardOfMau).notices.isEmpty());
    const ScanOutcome full = fixture().scan(u"in"_s, cardOfNghiem);
    QCOMPARE(full.kind, Kind::Recorded); // a warning, no more
    QCOMPARE(full.notices, QList{Reason::OverCapacity});
    QCOMPARE(full.insideNow, 2);
    QCOMPARE(full.capacity, 2);
    // A question says it before it is decided, and what is let be says nothing of it.
    fixture().clock.advance(hour);
    const ScanOutcome question = fixture().scan(u"in"_s, cardOfNghiem);
    QCOMPARE(question.kind, Kind::Asks);
    QVERIFY(question.notices.contains(Reason::OverCapacity));
    QCOMPARE(question.insideNow, 2);
    QCOMPARE(question.capacity, 2);
    desk().answer(question.number, Answer::Dismiss);
    QCOMPARE(fixture().last().kind, Kind::Dismissed);
    QVERIFY(!fixture().last().notices.contains(Reason::OverCapacity));
    QVERIFY(fixture().scan(u"out"_s, cardOfMau).notices.isEmpty());
    VenueRules quiet;
    quiet.capacityWarning = false;
    setRules(quiet, 1);
    QVERIFY(fixture().scan(u"in"_s, cardOf(1)).notices.isEmpty());
}

void TestDeskRules::atClosedHoursTheOperatorLetsVisitorsIn()
{
    VenueRules rules;
    rules.outsideHoursAsks = true;
    setRules(rules, 0, u"Mo-Fr 08:30-17:00"_s);
    const ScanOutcome question = fixture().scan(u"in"_s, cardOfMau); // Thursday, 08:00
    QCOMPARE(question.kind, Kind::Asks);
    QCOMPARE(question.reason, Reason::OutsideOpeningHours);
    desk().answer(question.number, Answer::RecordIn);
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    fixture().clock.advance(hour);
    QCOMPARE(fixture().scan(u"in"_s, cardOfNghiem).kind, Kind::Recorded); // 09:00
}

void TestDeskRules::aQuestionThatIsDroppedTurnsNobodyAway()
{
    VenueRules rules;
    rules.outsideHoursAsks = true;
    fixture().scan(u"in"_s, cardOfMau);
    fixture().clock.advance(hour);
    const QUuid wrong = fixture().scan(u"out"_s, cardOfMau).entryId.value();
    setRules(rules, 0, u"Mo-Fr 11:30-17:00"_s);
    fixture().clock.advance(hour);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfMau).reason, Reason::OutsideOpeningHours);
    desk().voidEntry(wrong, u"nhầm"_s); // she never left
    fixture().settle();
    QVERIFY(!desk().openQuestion());
    QCOMPARE(fixture().last().kind, Kind::Dismissed);
    QVERIFY(!fixture().last().reason);
    QCOMPARE(fixture().counters().refused, 0);
    QCOMPARE(fixture().counters().inside, 1);
}

void TestDeskRules::everyQuestionOffersFirstToRecordNothing()
{
    for (int each = 0; each <= int(Reason::NoCertificate); ++each) {
        for (const Direction direction : {Direction::In, Direction::Out}) {
            ScanOutcome asked;
            asked.reason = Reason(each);
            asked.direction = direction;
            for (const bool inside : {false, true}) {
                asked.insideSinceUtcMs = inside ? std::optional(asked.at.utcMs - minute / 2) : std::nullopt;
                const QList<Answer> answers = possibleAnswers(asked);
                QCOMPARE(answers.first(), Answer::Dismiss);
                QVERIFY(answers.size() >= 2);
                QCOMPARE(QSet<Answer>(answers.begin(), answers.end()).size(), answers.size());
                asked.notices = {Reason::PassExpired}; // lets out, but nobody in
                QVERIFY(!possibleAnswers(asked).contains(Answer::RecordIn));
                asked.notices.clear();
            }
        }
    }
}

void TestDeskRules::whoHasJustLeftIsKnownWhereOnlyExitsAreRecorded()
{
    fixture().scan(u"auto"_s, cardOfNghiem);
    fixture().clock.advance(hour);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfNghiem).direction, Direction::Out);
    fixture().clock.advance(minute / 2);
    const ScanOutcome question = fixture().scan(u"out"_s, cardOfNghiem);
    QCOMPARE(question.kind, Kind::Asks);
    QCOMPARE(question.reason, Reason::JustLeft);
    QCOMPARE(question.answers, (QList{Answer::Dismiss, Answer::RecordOut, Answer::RecordIn}));
    desk().answer(question.number, Answer::Dismiss);
    QCOMPARE(fixture().last().kind, Kind::Dismissed);
    QCOMPARE(fixture().counters().out, 1);
    QCOMPARE(fixture().counters().refused, 0); // nobody was kept out
}

void TestDeskRules::theMinimumStayIsTheVenues()
{
    VenueRules rules;
    rules.minimumStayMinutes = 10;
    setRules(rules);
    fixture().scan(u"auto"_s, cardOfMau);
    fixture().clock.advance(5 * minute);
    const ScanOutcome question = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(question.reason, Reason::StayTooShort);
    QCOMPARE(question.answers, (QList{Answer::Dismiss, Answer::RecordOut, Answer::RecordIn}));
    fixture().clock.advance(5 * minute);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfMau).direction, Direction::Out);
    QCOMPARE(fixture().counters().inside, 0);
}

void TestDeskRules::noteNghiem()
{
    AttentionNote note;
    note.reason = u"Hỏi trưởng ca"_s;
    note.fromUtcMs = fixture().clock.now().utcMs - hour;
    note.who.idNumber = u"001090999991"_s;
    QVERIFY(awaited(VisitorLists(fixture().store.get()).addAttention(note)).ok());
}

void TestDeskRules::whoIsOnTheAttentionListIsAskedAbout()
{
    noteNghiem();
    QCOMPARE(fixture().scan(u"in"_s, cardOfMau).kind, Kind::Recorded);
    const ScanOutcome question = fixture().scan(u"in"_s, cardOfNghiem);
    QCOMPARE(question.kind, Kind::Asks);
    QCOMPARE(question.reason, Reason::OnAttentionList);
    QVERIFY(question.attention);
    QCOMPARE(question.attention->reason, u"Hỏi trưởng ca"_s);
    QCOMPARE(question.answers.first(), Answer::Dismiss); // the key that is pressed in haste lets nobody in
    desk().answer(question.number, Answer::RecordIn);
    QCOMPARE(fixture().last().kind, Kind::Recorded);
    QVERIFY(fixture().last().attention);
}

void TestDeskRules::whoIsSentAwayIsKnownAfterwards_data()
{
    QTest::addColumn<bool>("wasHere");
    QTest::newRow("was here before") << true;
    QTest::newRow("was never here") << false;
}

void TestDeskRules::whoIsSentAwayIsKnownAfterwards()
{
    QFETCH(const bool, wasHere);
    if (wasHere) {
        fixture().scan(u"in"_s, cardOfNghiem);
        fixture().clock.advance(hour);
        fixture().scan(u"out"_s, cardOfNghiem);
        fixture().clock.advance(hour);
    }
    noteNghiem();
    desk().answer(fixture().scan(u"in"_s, cardOfNghiem).number, Answer::Dismiss);
    QCOMPARE(fixture().last().kind, Kind::Dismissed);
    QCOMPARE(fixture().counters().refused, 1);
    QCOMPARE(fixture().counters().in, wasHere ? 1 : 0);

    EntryLists lists(fixture().store.get());
    EntryFilter filter;
    filter.refused = EntryFilter::Only;
    const auto rows = awaited(lists.page(filter, {}, 10)).value();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().refused->visitor.name, u"Nguyễn Thử Nghiệm"_s);
    const VisitDetails details = awaited(lists.visitDetails(rows.first().refused->id)).value();
    QCOMPARE(details.refused->reason, Reason::OnAttentionList);
    QCOMPARE(details.asked.visitor.idNumber, u"001090999991"_s);
    QCOMPARE(details.asked.entry.at, fixture().clock.now());
    QCOMPARE(details.asked.entry.location, u"Cổng A"_s);
    QCOMPARE(details.attention->reason, u"Hỏi trưởng ca"_s);
    QCOMPARE(details.visitsBefore, wasHere ? 1 : 0);
    QVERIFY(!details.in);
    filter.search = u"nghiem"_s;
    QCOMPARE(awaited(lists.outline(filter, 10)).value().total, 1);
    filter.search = u"mau"_s;
    QCOMPARE(awaited(lists.outline(filter, 10)).value().total, 0);

    // The next time it is the same person.
    fixture().clock.advance(hour);
    desk().answer(fixture().scan(u"in"_s, cardOfNghiem).number, Answer::Dismiss);
    QCOMPARE(fixture().last().kind, Kind::Dismissed);
    filter.search.clear();
    const auto both = awaited(lists.page(filter, {}, 10)).value();
    QCOMPARE(both.size(), 2);
    QCOMPARE(both[0].refused->visitorId, both[1].refused->visitorId);
}

void TestDeskRules::whoIsOnTheAttentionListLeavesWithoutAQuestion()
{
    fixture().scan(u"auto"_s, cardOfNghiem);
    noteNghiem();
    fixture().clock.advance(hour);
    const ScanOutcome out = fixture().scan(u"auto"_s, cardOfNghiem);
    QCOMPARE(out.kind, Kind::Recorded);
    QCOMPARE(out.direction, Direction::Out);
    QCOMPARE(out.notices, QList{Reason::OnAttentionList});
    QVERIFY(out.attention);

    // Coming back at once is as any other time: who sends them away has turned somebody away.
    fixture().clock.advance(6'000);
    const ScanOutcome again = fixture().scan(u"auto"_s, cardOfNghiem);
    QCOMPARE(again.reason, Reason::OnAttentionList);
    QCOMPARE(again.notices, QList{Reason::JustLeft});
    desk().answer(again.number, Answer::Dismiss);
    QCOMPARE(fixture().last().kind, Kind::Dismissed);
    QCOMPARE(fixture().counters().refused, 1);
}

void TestDeskRules::aKnownPersonWithoutANumberIsAskedAbout()
{
    QCOMPARE(fixture().write(named(u"Đỗ Văn Sai"_s)).kind, Kind::Recorded);
    HandEntry known;
    known.visitorId = fixture().entries().first().entry.visitorId;
    fixture().clock.advance(hour);
    QCOMPARE(fixture().write(known).direction, Direction::Out);
    AttentionNote note;
    note.reason = u"Hỏi trưởng ca"_s;
    note.fromUtcMs = fixture().clock.now().utcMs;
    note.visitorId = known.visitorId;
    note.who.name = u"Đỗ Văn Sai"_s;
    QVERIFY(awaited(VisitorLists(fixture().store.get()).addAttention(note)).ok());
    fixture().clock.advance(hour);
    // Somebody of the same name is another person.
    QCOMPARE(fixture().write(named(u"Đỗ Văn Sai"_s)).kind, Kind::Recorded);
    const ScanOutcome question = fixture().write(known);
    QCOMPARE(question.kind, Kind::Asks);
    QCOMPARE(question.reason, Reason::OnAttentionList);
    QCOMPARE(question.attention->reason, u"Hỏi trưởng ca"_s);
}

void TestDeskRules::theAttentionListCanBeSwitchedOff()
{
    noteNghiem();
    VenueRules rules;
    rules.attentionEnabled = false;
    setRules(rules);
    const ScanOutcome in = fixture().scan(u"in"_s, cardOfNghiem);
    QCOMPARE(in.kind, Kind::Recorded);
    QVERIFY(!in.attention);
}

void TestDeskRules::whereNobodyAnswersTheAttentionListRefuses()
{
    noteNghiem();
    fixture().makeDesk(false);
    const ScanOutcome refused = fixture().scan(u"in"_s, cardOfNghiem);
    QCOMPARE(refused.kind, Kind::Refused);
    QCOMPARE(refused.reason, Reason::OnAttentionList);
    QCOMPARE(fixture().counters().in, 0);
}

void TestDeskRules::whoIsExpectedArrivesWithTheHost()
{
    ExpectedVisitor expected;
    expected.name = u"Trần Thị Mẫu"_s;
    expected.day = {2025, 11, 20};
    expected.host = u"Bác sĩ Định"_s;
    expected.purpose = u"họp"_s;
    QVERIFY(awaited(VisitorLists(fixture().store.get()).addExpected({expected})).ok());
    VenueRules rules;
    rules.host = FieldRule::Required;
    setRules(rules);
    const ScanOutcome in = fixture().scan(u"in"_s, cardOfMau);
    QVERIFY(in.expected);
    QCOMPARE(in.expected->host, u"Bác sĩ Định"_s);
    QCOMPARE(in.details, (EntryDetails{u"họp"_s, u"Bác sĩ Định"_s}));
    QVERIFY(in.missing.isEmpty());
    const auto list = awaited(VisitorLists(fixture().store.get()).expected(expected.day));
    QCOMPARE(list->first().arrivedEntry, in.entryId);
}

void TestDeskRules::whoIsExpectedArrivesOnce()
{
    ExpectedVisitor expected;
    expected.name = u"Trần Thị Mẫu"_s;
    expected.day = {2025, 11, 20};
    QVERIFY(awaited(VisitorLists(fixture().store.get()).addExpected({expected})).ok());
    const QUuid first = fixture().scan(u"auto"_s, cardOfMau).entryId.value();
    fixture().clock.advance(hour);
    QVERIFY(!fixture().scan(u"auto"_s, cardOfMau).expected); // leaves
    fixture().clock.advance(hour);
    QCOMPARE(fixture().scan(u"auto"_s, cardOfMau).kind, Kind::Recorded); // back from lunch
    const auto list = awaited(VisitorLists(fixture().store.get()).expected(expected.day));
    QCOMPARE(list->first().arrivedEntry, first);
}

/// Written down without a card on the way in, out with it.
void TestDeskRules::whoIsExpectedWithANumberIsKnownByTheirCardFromThenOn()
{
    const ExpectedVisitor announced = expectMau({9, 0}, u"079300999992"_s);
    HandEntry entry = named(announced.name);
    entry.expected = announced.id;
    entry.typed.idNumber = announced.idNumber;
    entry.typed.phone = u"+84900000002"_s; // as the list has it
    const ScanOutcome in = fixture().write(entry);
    QCOMPARE(in.kind, Kind::Recorded);
    QVERIFY(in.expected); // so the card says whom they visit
    QCOMPARE(in.expected->host, announced.host);
    QCOMPARE(in.details.host, announced.host);
    QCOMPARE(in.visitor.phone, entry.typed.phone);
    QCOMPARE(arrivedBy(announced.id), in.entryId);
    fixture().clock.advance(hour);
    const ScanOutcome out = fixture().scan(u"auto"_s, cardOfMau);
    QCOMPARE(out.direction, Direction::Out);
    QCOMPARE(out.visitorId, in.visitorId);
    QCOMPARE(out.visitor.name, u"Trần Thị Mẫu"_s);
}

void TestDeskRules::ofTwoOfOneNameTheOneWhoWasChosenArrives()
{
    const ExpectedVisitor early = expectMau({8, 0});
    const ExpectedVisitor late = expectMau({14, 0});
    HandEntry entry = named(late.name);
    entry.expected = late.id;
    const ScanOutcome in = fixture().write(entry);
    QCOMPARE(in.expected->at, late.at);
    QCOMPARE(arrivedBy(late.id), in.entryId);
    QVERIFY(!arrivedBy(early.id));
}

void TestDeskRules::whatTheOperatorPutsRightDoesNotLoseTheAnnouncement()
{
    const ExpectedVisitor announced = expectMau({8, 0}); // born in 2000, it says
    HandEntry entry = named(announced.name);
    entry.typed.birthDate = PartialDate::fromYear(2001);
    QVERIFY(!fixture().write(entry).expected); // somebody else of that name
    fixture().clock.advance(minute);
    entry.expected = announced.id;
    entry.typed.birthDate = PartialDate::fromYear(1999);
    const ScanOutcome in = fixture().write(entry);
    QCOMPARE(arrivedBy(announced.id), in.entryId);
    QCOMPARE(in.visitor.birthDate->year(), 1999);
}

void TestDeskRules::aDeclarationIsAskedForWhenThePlatformSaysThereIsNone()
{
    VenueRules rules;
    rules.declaration = DeclarationRule::Ask;
    setRules(rules);
    QCOMPARE(fixture().scan(u"in"_s, cardOfMau).kind, Kind::Recorded); // no platform says anything
    fixture().scan(u"out"_s, cardOfMau);
    desk().setDeclaration(fixture().entries().first().entry.visitorId.value(), DeclarationStatus::None);
    fixture().clock.advance(hour);
    const ScanOutcome question = fixture().scan(u"in"_s, cardOfMau);
    QCOMPARE(question.kind, Kind::Asks);
    QCOMPARE(question.reason, Reason::NotDeclared);
    QCOMPARE(question.declaration, DeclarationStatus::None);
    // What was said yesterday counts no more.
    fixture().clock.advance(24 * hour);
    fixture().desk->answer(question.number, Answer::Dismiss);
    const ScanOutcome tomorrow = fixture().scan(u"in"_s, cardOfMau);
    QCOMPARE(tomorrow.kind, Kind::Recorded);
    QCOMPARE(tomorrow.declaration, DeclarationStatus::Unknown);
}

QTEST_GUILESS_MAIN(TestDeskRules)
#include "tst_deskrules.moc"
