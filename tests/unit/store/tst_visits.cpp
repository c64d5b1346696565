#include "core/domain/visit.h"
#include "core/store/connection.h"
#include "core/store/entrylists.h"
#include "core/store/ledger.h"
#include "core/store/retention.h"
#include "core/store/storefolder.h"
#include "core/store/visitorlists.h"
#include "tests/unit/store/storefixture.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace storetest;

/// What a visit is about beside its passages: the party, what was said, staff, whom the venue waits for.
class VisitsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(quickFolder());
        m_store = std::make_unique<OpenStore>(m_folder->path());
        VERIFY_OK(m_store->unlocked);
    }
    void cleanup() { m_store.reset(); }

    void partyIsCountedInsideAndLeavesWithTheVisitor();
    void exitOfSomeLeavesTheRestInside();
    void takingAnExitBackBringsThePartyBack();
    void correctionKeepsPartyAndDetails();
    void whatWasTakenBackCountsAgainAsItWas();
    void whatSomethingElseTookThePlaceOfIsNotRestored();
    void whoHasPassedSinceIsNotRestored_data();
    void whoHasPassedSinceIsNotRestored();
    void restoringJoinsAgainWhomTheCodeHadJoined();
    void restoringJoinsNobodyWhoseNumbersContradictEachOther();
    void restoringJoinsNobodyWhoWasErased_data();
    void restoringJoinsNobodyWhoWasErased();
    void whatOnlyTheJoiningCodeSaidComesWithTheNextScan();
    void lateEntryCountsThePartyOfItsMoment();
    void joinedVisitorsHaveOneParty();
    void whatIsAskedLaterIsAddedAndTheLastStands();
    void completionOfWhatDoesNotStandIsNotFound();
    void partyInsideIsAlwaysWhatTheStandingEntriesFoldTo();
    void personWithoutACodeIsRecordedByTheirId();
    void numbersOfSomebodyElseAreLeftOutOfAChosenPerson();
    void staffStaysStaffWhateverTheNextCodeSays();
    void estimatedExitsLetOutOnlyWhoIsInside();
    void estimatedExitIsNeverBeforeItsEntry();
    void attentionFindsSomebodyNeverSeenBefore();
    void attentionFindsAKnownPersonByAnyOfTheirNumbers();
    void attentionHoldsInItsTimeAndUntilWithdrawn();
    void attentionOnNobodyIsWrongUse();
    void expectedVisitorIsFoundByNameOnTheDay();
    void expectedVisitorOfAnotherYearOrNumberIsSomebodyElse();
    void expectedVisitorIsFoundByNumberAndByPhone();
    void arrivalIsKeptUntilItsEntryIsTakenBack();
    void announcementsComeInTheOrderOfTimeAndEachOnce();
    void nothingOfAPersonIsReadableInTheFolder();
    void changesAreAnnounced();

private:
    OpenStore &store() { return *m_store; }
    Recorded record(const EntryDraft &draft)
    {
        const auto recorded = await(store()->record(draft));
        return recorded ? *recorded : Recorded();
    }
    PersonMatch matched(const VisitorData &said, qint64 minutes)
    {
        const auto found = await(store()->match(personQuery(said, at(minutes))));
        return found ? *found : PersonMatch();
    }
    qint64 partyInside() { return wholeCounters(store()).partyInside; }
    EntryRow rowOf(const QUuid &id)
    {
        for (const EntryRow &row : allEntries(store())) {
            if (row.entry.id == id)
                return row;
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenStore> m_store;
};

namespace {

EntryDraft with(EntryDraft draft, const Party &party)
{
    draft.entry.party = party;
    draft.partyLeavesWhole = false;
    return draft;
}

EntryDraft apart(EntryDraft draft)
{
    draft.entry.apart = true;
    return draft;
}

ExpectedVisitor expectedP01()
{
    ExpectedVisitor visitor;
    visitor.name = u"NGUYỄN Thử Nghiệm"_s;
    visitor.day = at(0).toDateTime().date();
    visitor.host = u"Khoa Nội"_s;
    visitor.at = QTime(8, 30);
    return visitor;
}

} // namespace

void VisitsTest::partyIsCountedInsideAndLeavesWithTheVisitor()
{
    const Recorded entered = record(with(in(cardP01(), 0), {2, 1}));
    QCOMPARE(entered.entry.party, (Party{2, 1}));
    QCOMPARE(entered.partyInside, (Party{2, 1}));
    QCOMPARE(entered.insideNow, 4);
    QCOMPARE(matched(cardP01(), 1).partyInside, (Party{2, 1}));
    QCOMPARE(wholeCounters(store()).inside, 1);
    QCOMPARE(partyInside(), 3);
    const Recorded left = record(out(cardP01(), 10)); // all leave unless somebody says otherwise
    QVERIFY(left.entry.wholeParty);
    QCOMPARE(left.entry.party, (Party{2, 1}));
    QCOMPARE(left.insideNow, 0);
    QCOMPARE(partyInside(), 0);
    QCOMPARE(rowOf(left.entry.id).entry.party, (Party{2, 1}));
    QVERIFY(rowOf(left.entry.id).entry.wholeParty);
}

void VisitsTest::exitOfSomeLeavesTheRestInside()
{
    record(with(in(cardP01(), 0), {2, 1}));
    const Recorded left = record(with(out(cardP01(), 10), {1, 0}));
    QCOMPARE(left.partyInside, (Party{1, 1}));
    QCOMPARE(left.insideNow, 2);
    QVERIFY(!matched(cardP01(), 11).openVisitEntry);
    QCOMPARE(matched(cardP01(), 11).partyInside, (Party{1, 1}));
    // The rest leave apart from the visitor, whose visits that does not touch.
    const Recorded rest = record(apart(out(cardP01(), 20)));
    QCOMPARE(rest.entry.party, (Party{1, 1}));
    QCOMPARE(rest.insideNow, 0);
    QCOMPARE(matched(cardP01(), 21).lastEntry->id, left.entry.id);
    QVERIFY(rowOf(rest.entry.id).entry.apart);
}

void VisitsTest::takingAnExitBackBringsThePartyBack()
{
    const Recorded entered = record(with(in(cardP01(), 0), {2, 0}));
    const Recorded left = record(out(cardP01(), 10));
    VERIFY_OK(await(store()->voidEntry(left.entry.id, {}, at(11))));
    QCOMPARE(partyInside(), 2);
    QCOMPARE(wholeCounters(store()).inside, 1);
    VERIFY_OK(await(store()->voidEntry(entered.entry.id, {}, at(12))));
    QCOMPARE(partyInside(), 0);
}

void VisitsTest::correctionKeepsPartyAndDetails()
{
    EntryDraft wrong = with(out(cardP01(), 0), {1, 2});
    wrong.details = {u"khám bệnh"_s, u"Khoa Nội"_s};
    const Recorded left = record(wrong);
    const auto corrected = await(store()->correctDirection(left.entry.id, Direction::In, at(5)));
    VERIFY_OK(corrected);
    QCOMPARE(corrected->entry.party, (Party{1, 2}));
    QCOMPARE(corrected->details, wrong.details);
    QCOMPARE(corrected->insideNow, 4);
    QCOMPARE(rowOf(corrected->entry.id).details, wrong.details);
    // And what was added to an entry goes along as well.
    EntryCompletion completion;
    completion.party = Party{3, 0};
    completion.details = EntryDetails{u"thăm bệnh"_s, {}};
    VERIFY_OK(await(store()->completeEntry(corrected->entry.id, completion)));
    const auto back = await(store()->correctDirection(corrected->entry.id, Direction::Out, at(6)));
    VERIFY_OK(back);
    QCOMPARE(back->entry.party, (Party{3, 0}));
    QCOMPARE(back->details.purpose, u"thăm bệnh"_s);
    QCOMPARE(back->insideNow, 0);
}

void VisitsTest::whatWasTakenBackCountsAgainAsItWas()
{
    VisitorLists lists(&store().store);
    VERIFY_OK(await(lists.addExpected({expectedP01()})));
    EntryDraft arriving = with(in(cardP01(), 5), {1, 0});
    arriving.details = {u"khám bệnh"_s, u"Khoa Nội"_s};
    arriving.expected = matched(cardP01(), 5).expected->id;
    const QUuid entered = record(arriving).entry.id;
    EntryCompletion completion;
    completion.party = Party{2, 1};
    VERIFY_OK(await(store()->completeEntry(entered, completion)));
    const Counters before = wholeCounters(store());
    VERIFY_OK(await(store()->voidEntry(entered, u"nhầm"_s, at(7))));
    QCOMPARE(wholeCounters(store()).inside, 0);

    const auto again = await(store()->restoreEntry(entered, at(9)));
    VERIFY_OK(again);
    QCOMPARE(again->entry.kind, EntryKind::In);
    QCOMPARE(again->entry.at, at(5)); // when the person passed
    QCOMPARE(again->entry.corrects, entered);
    QCOMPARE(again->entry.party, (Party{2, 1}));
    QCOMPARE(again->details, arriving.details);
    QCOMPARE(again->insideNow, 4);
    QVERIFY(again->visitor == cardP01());
    const Counters after = wholeCounters(store());
    QCOMPARE(after.inside, before.inside);
    QCOMPARE(after.in, before.in);
    QCOMPARE(after.partyInside, before.partyInside);
    QCOMPARE(matched(cardP01(), 10).openVisitEntry->id, again->entry.id);
    QCOMPARE(await(lists.expected(expectedP01().day))->first().arrivedEntry, again->entry.id);
    // The book says all of it: nothing was taken out.
    QCOMPARE(allEntries(store()).size(), 3);
    QVERIFY(rowOf(entered).voidedBy && rowOf(entered).replaced);
    QVERIFY(rowOf(again->entry.id).restores && !rowOf(again->entry.id).voidedBy);
    // And it can be taken back and restored once more.
    VERIFY_OK(await(store()->voidEntry(again->entry.id, {}, at(10))));
    QCOMPARE(wholeCounters(store()).inside, 0);
    VERIFY_OK(await(store()->restoreEntry(again->entry.id, at(11))));
    QCOMPARE(wholeCounters(store()).inside, 1);
    const auto proof = await(Ledger(&store().store).prove({}, {}, {}));
    VERIFY_OK(proof);
    QVERIFY(proof->faults.isEmpty());
}

void VisitsTest::whatSomethingElseTookThePlaceOfIsNotRestored()
{
    const QUuid entered = record(in(cardP01(), 0)).entry.id;
    COMPARE_CODE(await(store()->restoreEntry(entered, at(1))), "not-found"); // it stands
    COMPARE_CODE(await(store()->restoreEntry(newRandomId(), at(1))), "not-found");
    const auto turned = await(store()->correctDirection(entered, Direction::Out, at(2)));
    VERIFY_OK(turned);
    COMPARE_CODE(await(store()->restoreEntry(entered, at(3))), "not-found");
    QVERIFY(rowOf(entered).replaced);
    QVERIFY(!rowOf(turned->entry.id).restores);
    const auto taken = await(store()->voidEntry(turned->entry.id, {}, at(4)));
    VERIFY_OK(taken);
    QVERIFY(!rowOf(turned->entry.id).replaced);
    COMPARE_CODE(await(store()->restoreEntry(taken->id, at(5))), "not-found"); // that is no passage
    VERIFY_OK(await(store()->restoreEntry(turned->entry.id, at(5))));
    COMPARE_CODE(await(store()->restoreEntry(turned->entry.id, at(6))), "not-found");
    QCOMPARE(allEntries(store()).size(), 5);
}

void VisitsTest::whoHasPassedSinceIsNotRestored_data()
{
    QTest::addColumn<bool>("leaving"); // what was taken back, of somebody who came at 0 and left at 10
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("answer");
    QTest::newRow("came in again") << false << u"in"_s << u"wrong-use"_s;
    QTest::newRow("left again") << true << u"out"_s << u"wrong-use"_s;
    QTest::newRow("came back after leaving") << true << u"in"_s << u"ok"_s;
    QTest::newRow("nothing") << false << QString() << u"ok"_s;
    QTest::newRow("nothing since leaving") << true << QString() << u"ok"_s;
}

void VisitsTest::whoHasPassedSinceIsNotRestored()
{
    QFETCH(bool, leaving);
    QFETCH(QString, since);
    const QUuid entered = record(in(cardP01(), 0)).entry.id;
    const QUuid left = leaving ? record(out(cardP01(), 10)).entry.id : QUuid();
    VERIFY_OK(await(store()->voidEntry(leaving ? left : entered, {}, at(11))));
    if (!since.isEmpty())
        record(since == u"in"_s ? in(cardP01(), 20) : out(cardP01(), 20));
    const qsizetype before = allEntries(store()).size();
    const qint64 inside = wholeCounters(store()).inside;
    QTEST(codeOf(await(store()->restoreEntry(leaving ? left : entered, at(30)))), "answer");
    QFETCH(QString, answer);
    QCOMPARE(allEntries(store()).size(), before + (answer == u"ok"_s ? 1 : 0));
    if (answer != u"ok"_s)
        QCOMPARE(wholeCounters(store()).inside, inside);
}

void VisitsTest::restoringJoinsAgainWhomTheCodeHadJoined()
{
    record(with(in(cardP02(), 0), {1, 0}));
    VisitorData byQid;
    byQid.qid = qrP27().qid;
    record(with(apart(in(byQid, 5)), {0, 2}));
    const Recorded joining = record(out(qrP27(), 10));
    QCOMPARE(joining.joined.size(), 1);
    VERIFY_OK(await(store()->voidEntry(joining.entry.id, {}, at(11))));
    QVERIFY(matched(cardP02(), 12).visitorId != matched(byQid, 12).visitorId);
    VERIFY_OK(await(store()->restoreEntry(joining.entry.id, at(13))));
    QCOMPARE(matched(cardP02(), 14).visitorId, matched(byQid, 14).visitorId);
    QCOMPARE(wholeCounters(store()).inside + partyInside(), 0);
}

void VisitsTest::restoringJoinsNobodyWhoseNumbersContradictEachOther()
{
    record(in(cardP02(), 0));
    VisitorData byQid;
    byQid.qid = qrP27().qid;
    record(in(byQid, 5));
    const Recorded joining = record(out(qrP27(), 10));
    QCOMPARE(joining.joined.size(), 1);
    VERIFY_OK(await(store()->voidEntry(joining.entry.id, u"nhầm người"_s, at(11))));
    VisitorData another = cardP01();
    another.qid = byQid.qid;
    QVERIFY(!matched(another, 12).conflict);
    record(in(another, 12)); // so that number is somebody else's
    const auto again = await(store()->restoreEntry(joining.entry.id, at(13)));
    VERIFY_OK(again);
    const PersonMatch mau = matched(cardP02(), 14);
    const PersonMatch nghiem = matched(cardP01(), 14);
    QVERIFY(mau.visitorId != nghiem.visitorId);
    QCOMPARE(mau.known.name, cardP02().name);
    QCOMPARE(nghiem.known.name, cardP01().name);
    // It counts, for the person whom the strongest number of its code named.
    QCOMPARE(again->entry.visitorId, mau.visitorId);
    QVERIFY(!mau.openVisitEntry);
    QCOMPARE(mau.lastEntry->id, again->entry.id);
}

void VisitsTest::restoringJoinsNobodyWhoWasErased_data()
{
    QTest::addColumn<bool>("joined"); // the erased one, to the other
    QTest::newRow("who was joined") << true;
    QTest::newRow("to whom they were joined") << false;
}

void VisitsTest::restoringJoinsNobodyWhoWasErased()
{
    QFETCH(const bool, joined);
    const QUuid first = record(in(cardP02(), 0)).entry.id;
    VisitorData byQid = qrP27();
    byQid.idNumber.clear();
    const QUuid second = record(in(byQid, 5)).entry.id;
    const Recorded joining = record(out(qrP27(), 10));
    QCOMPARE(joining.joined.size(), 1);
    VERIFY_OK(await(store()->voidEntry(joining.entry.id, {}, at(11))));
    const VisitorData &erased = joined ? byQid : cardP02();
    const VisitorData &living = joined ? cardP02() : byQid;
    const QUuid left = matched(living, 12).visitorId.value();
    const QUuid gone = matched(erased, 12).visitorId.value();
    VERIFY_OK(await(Retention(&store().store).eraseVisitors({gone}, at(12).utcMs)));
    VERIFY_OK(await(store()->restoreEntry(joining.entry.id, at(13))));
    const PersonMatch after = matched(living, 14);
    QCOMPARE(after.visitorId, left);
    QCOMPARE(after.known.name, living.name);
    QVERIFY(!matched(erased, 14).visitorId);
    // And what is said of them from now on is kept.
    VisitorData more = living;
    more.address = u"Số 2 Phố Giả Định"_s;
    record(draft(more, EntryKind::Out, at(15)));
    QCOMPARE(matched(living, 16).known.address, more.address);
    QCOMPARE(rowOf(joined ? first : second).entry.visitorId, left);
    QVERIFY(rowOf(joined ? second : first).entry.visitorId != left);
    QVERIFY(rowOf(joined ? second : first).visitor.name.isEmpty());
}

void VisitsTest::whatOnlyTheJoiningCodeSaidComesWithTheNextScan()
{
    VisitorData byNumber;
    byNumber.idNumber = qrP27().idNumber;
    record(in(byNumber, 0));
    VisitorData byQid;
    byQid.qid = qrP27().qid;
    record(apart(with(in(byQid, 5), {0, 1})));
    const Recorded joining = record(out(qrP27(), 10));
    QCOMPARE(joining.visitor.name, qrP27().name);
    VERIFY_OK(await(store()->voidEntry(joining.entry.id, {}, at(11))));
    const auto again = await(store()->restoreEntry(joining.entry.id, at(12)));
    VERIFY_OK(again);
    QCOMPARE(again->visitor.name, QString());
    record(in(qrP27(), 20));
    QCOMPARE(rowOf(again->entry.id).visitor.name, qrP27().name);
}

void VisitsTest::lateEntryCountsThePartyOfItsMoment()
{
    record(with(in(cardP01(), 0), {2, 0}));
    record(with(apart(in(cardP01(), 30)), {0, 1}));
    const Recorded late = record(out(cardP01(), 20));
    QCOMPARE(late.entry.party, (Party{2, 0})); // the child had not come yet
    QCOMPARE(late.partyInside, (Party{0, 1}));
}

void VisitsTest::joinedVisitorsHaveOneParty()
{
    record(with(in(cardP02(), 0), {1, 0}));
    VisitorData byQid;
    byQid.qid = qrP27().qid;
    record(with(apart(in(byQid, 5)), {0, 2}));
    const Recorded joining = record(out(qrP27(), 10));
    QCOMPARE(joining.joined.size(), 1);
    QCOMPARE(joining.entry.party, (Party{1, 2}));
    QCOMPARE(joining.insideNow, 0);
    VERIFY_OK(await(store()->voidEntry(joining.entry.id, {}, at(11))));
    QCOMPARE(matched(cardP02(), 12).partyInside, (Party{1, 0}));
    QCOMPARE(matched(byQid, 12).partyInside, (Party{0, 2}));
}

void VisitsTest::whatIsAskedLaterIsAddedAndTheLastStands()
{
    EntryDraft draft = in(cardP01(), 0);
    draft.details.host = u"Khoa Nội"_s;
    const Recorded entered = record(draft);
    EntryCompletion first;
    first.details = EntryDetails{u"khám bệnh"_s, u"Khoa Ngoại"_s};
    first.at = at(1);
    const auto completed = await(store()->completeEntry(entered.entry.id, first));
    VERIFY_OK(completed);
    QCOMPARE(completed->details, *first.details);
    EntryCompletion second;
    second.party = Party{0, 2};
    second.phone = u"+84900000001"_s;
    second.at = at(2);
    const auto again = await(store()->completeEntry(entered.entry.id, second));
    VERIFY_OK(again);
    QCOMPARE(again->details, *first.details);
    QCOMPARE(again->visitor.phone, u"+84900000001"_s);
    QCOMPARE(again->partyInside, (Party{0, 2}));
    QCOMPARE(again->insideNow, 3);
    EntryCompletion third;
    third.details = EntryDetails{}; // nothing was right
    VERIFY_OK(await(store()->completeEntry(entered.entry.id, third)));
    const EntryRow row = rowOf(entered.entry.id);
    QVERIFY(row.details.isEmpty());
    QCOMPARE(row.entry.party, (Party{0, 2}));
    QCOMPARE(row.visitor.phone, u"+84900000001"_s);
    // The whole party leaves, as many as are known by then.
    QCOMPARE(record(out(cardP01(), 10)).entry.party, (Party{0, 2}));
}

void VisitsTest::completionOfWhatDoesNotStandIsNotFound()
{
    const Recorded entered = record(in(cardP01(), 0));
    VERIFY_OK(await(store()->voidEntry(entered.entry.id, {}, at(1))));
    EntryCompletion completion;
    completion.party = Party{1, 0};
    COMPARE_CODE(await(store()->completeEntry(entered.entry.id, completion)), "not-found");
    COMPARE_CODE(await(store()->completeEntry(newRandomId(), completion)), "not-found");
    QCOMPARE(partyInside(), 0);
}

/// Random passages with parties, late ones, voids, corrections, additions, joins and partings.
void VisitsTest::partyInsideIsAlwaysWhatTheStandingEntriesFoldTo()
{
    QRandomGenerator random(20261121);
    const auto codeOfPerson = [](int person, int form) {
        VisitorData code;
        if (form != 1)
            code.idNumber = u"00109099"_s + QString::number(person).rightJustified(4, u'0');
        if (form != 0)
            code.qid = u"16299999999999"_s + QString::number(person).rightJustified(4, u'0');
        return code;
    };
    Connection connection;
    VERIFY_OK(connection.open(databaseFile(m_folder->path()), Connection::Access::ReadOnly));
    int newest = 0;
    int joins = 0;
    int restored = 0;
    for (int step = 0; step < 300; ++step) {
        const auto before = allEntries(store());
        const int what = random.bounded(12);
        if (what < 8 || before.isEmpty()) {
            newest += random.bounded(3);
            const VisitorData code =
                codeOfPerson(step / 20 + random.bounded(3), qMin(2, random.bounded(5) / 2));
            EntryDraft draft = storetest::draft(code, random.bounded(2) ? EntryKind::In : EntryKind::Out,
                                                at(what == 7 ? random.bounded(newest + 1) : newest));
            draft.entry.party = {random.bounded(3), random.bounded(2)};
            draft.entry.apart = random.bounded(4) == 0;
            draft.partyLeavesWhole = random.bounded(2);
            joins += !record(draft).joined.isEmpty();
        } else {
            const EntryRow &chosen = before[random.bounded(int(before.size()))];
            const Entry &entry = chosen.entry;
            EntryCompletion completion;
            completion.party = Party{random.bounded(4), random.bounded(2)};
            const Direction turned = entry.kind == EntryKind::In ? Direction::Out : Direction::In;
            const QString answer =
                chosen.voidedBy ? codeOf(await(store()->restoreEntry(entry.id, at(newest))))
                : what < 10     ? codeOf(await(store()->voidEntry(entry.id, {}, at(newest))))
                : what < 11     ? codeOf(await(store()->correctDirection(entry.id, turned, at(newest))))
                                : codeOf(await(store()->completeEntry(entry.id, completion)));
            restored += chosen.voidedBy && answer == u"ok"_s;
            QVERIFY((QStringList{u"ok"_s, u"not-found"_s, u"wrong-use"_s}.contains(answer)));
        }
        QHash<QUuid, std::vector<StandingPassage>> standing;
        for (const EntryRow &row : allEntries(store())) {
            const Entry &entry = row.entry;
            if (entry.kind != EntryKind::Void && !row.voidedBy)
                standing[entry.visitorId.value_or(QUuid())].push_back(
                    {entry.id, entry.kind == EntryKind::In ? Direction::In : Direction::Out, entry.at.utcMs,
                     entry.party, entry.wholeParty, entry.apart});
        }
        QHash<QUuid, PartyStay> expected;
        for (auto person = standing.cbegin(); person != standing.cend(); ++person) {
            if (const PartyStay stay = foldedParty(*person); !stay.party.isEmpty())
                expected.insert(person.key(), stay);
        }
        QHash<QUuid, PartyStay> kept;
        Statement rows = connection.query(u"SELECT v.uuid, p.companions, p.children, p.entry, p.since_ms "
                                          "FROM party_inside p JOIN visitor v ON v.id = p.visitor"_s);
        while (rows.next()) {
            kept.insert(rows.uuid(0),
                        {{int(rows.integer(1)), int(rows.integer(2))}, rows.uuid(3), rows.integer(4)});
        }
        QVERIFY2(kept == expected, qPrintable(u"step %1"_s.arg(step)));
    }
    QVERIFY2(joins >= 3, "the seed joins hardly anybody");
    QVERIFY2(restored >= 3, "the seed restores hardly anything");
    const auto proof = await(Ledger(&store().store).prove({}, {}, {}));
    VERIFY_OK(proof);
    QVERIFY(proof->faults.isEmpty());
}

void VisitsTest::personWithoutACodeIsRecordedByTheirId()
{
    VisitorData typed;
    typed.name = u"Lê Thị Giả Lập"_s;
    typed.birthDate = PartialDate::fromYear(1985);
    const Recorded entered = record(in(typed, 0));
    QVERIFY(entered.entry.visitorId.has_value());
    EntryDraft leaving = out({}, 10);
    leaving.visitorId = entered.entry.visitorId;
    const auto match = await(store()->match(personQuery({}, at(9), entered.entry.visitorId)));
    VERIFY_OK(match);
    QCOMPARE(match->openVisitEntry->id, entered.entry.id);
    QCOMPARE(match->known.name, typed.name);
    const Recorded left = record(leaving);
    QCOMPARE(left.entry.visitorId, entered.entry.visitorId);
    QCOMPARE(left.insideNow, 0);
    // A card that nobody had shown before is theirs from now on.
    EntryDraft withCard = in(cardP02(), 20);
    withCard.visitorId = entered.entry.visitorId;
    record(withCard);
    QCOMPARE(matched(cardP02(), 21).visitorId, entered.entry.visitorId);

    EntryDraft nobody = in({}, 30);
    nobody.visitorId = newRandomId();
    COMPARE_CODE(await(store()->record(nobody)), "not-found");
    COMPARE_CODE(await(store()->match(personQuery({}, at(30), nobody.visitorId))), "not-found");
}

void VisitsTest::numbersOfSomebodyElseAreLeftOutOfAChosenPerson()
{
    const Recorded first = record(in(cardP01(), 0));
    const Recorded second = record(in(cardP02(), 1));
    EntryDraft mixed = out(cardP02(), 5);
    mixed.visitorId = first.entry.visitorId;
    QVERIFY(await(store()->match(personQuery(cardP02(), at(4), mixed.visitorId)))->conflict);
    const Recorded left = record(mixed);
    QCOMPARE(left.entry.visitorId, first.entry.visitorId);
    QVERIFY(left.joined.isEmpty());
    QCOMPARE(left.visitor.idNumber, cardP01().idNumber);
    QCOMPARE(matched(cardP02(), 6).visitorId, second.entry.visitorId);
    QVERIFY(matched(cardP02(), 6).openVisitEntry.has_value());
}

void VisitsTest::staffStaysStaffWhateverTheNextCodeSays()
{
    const Recorded entered = record(in(cardP01(), 0));
    VERIFY_OK(await(store()->setStaff(*entered.entry.visitorId, true)));
    QVERIFY(matched(cardP01(), 1).known.staff);
    QVERIFY(record(out(qrP26(), 5)).visitor.staff);
    VERIFY_OK(await(store()->setStaff(*entered.entry.visitorId, false)));
    QVERIFY(!matched(cardP01(), 6).known.staff);
    COMPARE_CODE(await(store()->setStaff(newRandomId(), true)), "not-found");
}

void VisitsTest::estimatedExitsLetOutOnlyWhoIsInside()
{
    const Recorded first = record(with(in(cardP01(), 0), {1, 0}));
    const Recorded second = record(in(cardP02(), 1));
    record(out(cardP02(), 5));
    const Recorded third = record(with(in(cardP05(), 2), {2, 0}));
    record(with(out(cardP05(), 6), {0, 0})); // the party is left behind
    const auto exits =
        await(store()->recordEstimatedExits({first.entry.id, second.entry.id, third.entry.id, newRandomId()},
                                            at(60), u"Cổng chính"_s, u"closing"_s));
    VERIFY_OK(exits);
    QCOMPARE(exits->size(), 2);
    QCOMPARE(wholeCounters(store()).inside, 0);
    QCOMPARE(partyInside(), 0);
    const auto rows = allEntries(store());
    const Entry &visitors = rows[rows.size() - 2].entry;
    QVERIFY(visitors.estimated && visitors.wholeParty && !visitors.apart);
    QCOMPARE(visitors.party, (Party{1, 0}));
    QCOMPARE(visitors.device, u"closing"_s);
    const Entry &partys = rows.last().entry;
    QVERIFY(partys.estimated && partys.apart);
    QCOMPARE(partys.party, (Party{2, 0}));
    // Once more changes nothing.
    QCOMPARE(await(store()->recordEstimatedExits({first.entry.id, third.entry.id}, at(61), {}, {})).value(),
             QList<QUuid>());
}

void VisitsTest::estimatedExitIsNeverBeforeItsEntry()
{
    const Recorded late = record(in(cardP01(), 90));
    QCOMPARE(await(store()->recordEstimatedExits({late.entry.id}, at(60), {}, {}))->size(), 1);
    QCOMPARE(wholeCounters(store()).inside, 0);
    QCOMPARE(allEntries(store()).last().entry.at, at(90));
}

void VisitsTest::attentionFindsSomebodyNeverSeenBefore()
{
    VisitorLists lists(&store().store);
    AttentionNote note;
    note.reason = u"gặp bảo vệ"_s;
    note.who.idNumber = cardP01().idNumber;
    note.fromUtcMs = at(0).utcMs;
    const auto added = await(lists.addAttention(note));
    VERIFY_OK(added);
    const PersonMatch found = matched(cardP01(), 5);
    QVERIFY(!found.visitorId);
    QVERIFY(found.attention.has_value());
    QCOMPARE(found.attention->reason, note.reason);
    QCOMPARE(found.attention->id, added->id);
    QVERIFY(!matched(cardP02(), 5).attention);
    // By the number of the card before, too.
    VisitorData oldCard;
    oldCard.idNumber = cardP05().oldId;
    note.who = oldCard;
    VERIFY_OK(await(lists.addAttention(note)));
    QVERIFY(matched(cardP05(), 5).attention.has_value());
}

void VisitsTest::attentionFindsAKnownPersonByAnyOfTheirNumbers()
{
    VisitorLists lists(&store().store);
    record(in(qrP26(), 0));
    AttentionNote note;
    note.who.qid = qrP26().qid;
    note.fromUtcMs = at(0).utcMs;
    VERIFY_OK(await(lists.addAttention(note)));
    QVERIFY(matched(cardP01(), 5).attention.has_value()); // the card says nothing of the QID
    // Somebody without any number.
    VisitorData typed;
    typed.name = u"Lê Thị Giả Lập"_s;
    AttentionNote known;
    known.visitorId = record(in(typed, 1)).entry.visitorId;
    known.who = typed;
    known.fromUtcMs = at(0).utcMs;
    VERIFY_OK(await(lists.addAttention(known)));
    QVERIFY(await(store()->match(personQuery({}, at(5), known.visitorId)))->attention.has_value());
}

void VisitsTest::attentionHoldsInItsTimeAndUntilWithdrawn()
{
    VisitorLists lists(&store().store);
    AttentionNote note;
    note.who = cardP01();
    note.fromUtcMs = at(10).utcMs;
    note.untilUtcMs = at(20).utcMs;
    VERIFY_OK(await(lists.addAttention(note)));
    QVERIFY(!matched(cardP01(), 9).attention);
    QVERIFY(matched(cardP01(), 10).attention.has_value());
    QVERIFY(!matched(cardP01(), 20).attention);
    note.untilUtcMs.reset();
    const auto lasting = await(lists.addAttention(note));
    QVERIFY(matched(cardP01(), 9999).attention.has_value());
    QCOMPARE(await(lists.attention(at(30).utcMs))->size(), 1);
    VERIFY_OK(await(lists.withdrawAttention(lasting->id, at(31))));
    QVERIFY(!matched(cardP01(), 9999).attention);
    QCOMPARE(await(lists.attention(at(30).utcMs))->size(), 0);
    const auto all = await(lists.attention(at(30).utcMs, true));
    QCOMPARE(all->size(), 2);
    QVERIFY(all->first().withdrawn);
    QVERIFY(all->first().who == cardP01());
    COMPARE_CODE(await(lists.withdrawAttention(lasting->id, at(32))), "not-found");
}

void VisitsTest::attentionOnNobodyIsWrongUse()
{
    VisitorLists lists(&store().store);
    AttentionNote note;
    note.who.name = u"Nguyễn Thử Nghiệm"_s;
    COMPARE_CODE(await(lists.addAttention(note)), "wrong-use");
    note.visitorId = newRandomId();
    COMPARE_CODE(await(lists.addAttention(note)), "not-found");
    QCOMPARE(await(lists.attention(0, true))->size(), 0);
}

void VisitsTest::expectedVisitorIsFoundByNameOnTheDay()
{
    VisitorLists lists(&store().store);
    QCOMPARE(*await(lists.addExpected({expectedP01()})), 1);
    const PersonMatch found = matched(qrP26(), 5); // the name is in capitals without diacritics
    QVERIFY(found.expected.has_value());
    QCOMPARE(found.expected->host, u"Khoa Nội"_s);
    QCOMPARE(found.expected->at, QTime(8, 30));
    QVERIFY(!matched(cardP01(), 5 + 24 * 60).expected);
    QVERIFY(!matched(cardP02(), 5).expected);
}

void VisitsTest::expectedVisitorOfAnotherYearOrNumberIsSomebodyElse()
{
    VisitorLists lists(&store().store);
    ExpectedVisitor older = expectedP01();
    older.birthYear = 1960;
    ExpectedVisitor other = expectedP01();
    other.idNumber = u"001090999983"_s;
    QCOMPARE(*await(lists.addExpected({older, other})), 2);
    QVERIFY(!matched(cardP01(), 5).expected);
    VisitorData nameOnly;
    nameOnly.name = cardP01().name;
    nameOnly.birthDate = PartialDate::fromYear(1960);
    QCOMPARE(matched(nameOnly, 5).expected->birthYear, 1960);
    ExpectedVisitor right = expectedP01();
    right.birthYear = 1990;
    QCOMPARE(*await(lists.addExpected({right})), 1);
    QCOMPARE(matched(cardP01(), 5).expected->birthYear, 1990);
}

void VisitsTest::expectedVisitorIsFoundByNumberAndByPhone()
{
    VisitorLists lists(&store().store);
    ExpectedVisitor byNumber = expectedP01();
    byNumber.name = u"Anh Thử"_s;
    byNumber.idNumber = cardP01().idNumber;
    ExpectedVisitor byPhone = expectedP01();
    byPhone.name = u"Chị Mẫu"_s;
    byPhone.phone = u"+84900000002"_s;
    VERIFY_OK(await(lists.addExpected({byNumber, byPhone})));
    QCOMPARE(matched(cardP01(), 5).expected->name, u"Anh Thử"_s);
    VisitorData calling;
    calling.name = u"Trần Thị Mẫu"_s;
    calling.phone = u"+84900000002"_s;
    QCOMPARE(matched(calling, 5).expected->name, u"Chị Mẫu"_s);
}

void VisitsTest::arrivalIsKeptUntilItsEntryIsTakenBack()
{
    VisitorLists lists(&store().store);
    VERIFY_OK(await(lists.addExpected({expectedP01()})));
    const QDate day = expectedP01().day;
    EntryDraft arriving = in(cardP01(), 5);
    arriving.expected = matched(cardP01(), 5).expected->id;
    const Recorded arrived = record(arriving);
    QCOMPARE(await(lists.expected(day))->first().arrivedEntry, arrived.entry.id);
    QCOMPARE(matched(cardP01(), 6).expected->arrivedEntry, arrived.entry.id);
    VERIFY_OK(await(store()->voidEntry(arrived.entry.id, {}, at(7))));
    QVERIFY(!await(lists.expected(day))->first().arrivedEntry);
    // Of two announcements the one that is still open comes first.
    EntryDraft again = in(cardP01(), 8);
    again.expected = arriving.expected;
    record(again);
    ExpectedVisitor afternoon = expectedP01();
    afternoon.at = QTime(14, 0);
    VERIFY_OK(await(lists.addExpected({afternoon})));
    QCOMPARE(matched(cardP01(), 9).expected->at, QTime(14, 0));
}

void VisitsTest::announcementsComeInTheOrderOfTimeAndEachOnce()
{
    VisitorLists lists(&store().store);
    ExpectedVisitor late = expectedP01();
    late.at = QTime(15, 0);
    ExpectedVisitor any = expectedP01();
    any.at.reset();
    ExpectedVisitor tomorrow = expectedP01();
    tomorrow.day = tomorrow.day.addDays(1);
    QCOMPARE(*await(lists.addExpected({any, late, expectedP01(), tomorrow})), 4);
    QCOMPARE(*await(lists.addExpected({late, expectedP01()})), 0);
    const auto today = await(lists.expected(expectedP01().day));
    VERIFY_OK(today);
    QCOMPARE(today->size(), 3);
    QCOMPARE((*today)[0].at, QTime(8, 30));
    QCOMPARE((*today)[1].at, QTime(15, 0));
    QVERIFY(!(*today)[2].at);
    VERIFY_OK(await(lists.removeExpected(today->first().id)));
    COMPARE_CODE(await(lists.removeExpected(today->first().id)), "not-found");
    QCOMPARE(*await(lists.removeExpectedBefore(tomorrow.day)), 2);
    QCOMPARE(await(lists.expected(tomorrow.day))->size(), 1);
    ExpectedVisitor nameless = expectedP01();
    nameless.name = u"  "_s;
    ExpectedVisitor other = expectedP01();
    other.host = u"Khoa Ngoại"_s;
    COMPARE_CODE(await(lists.addExpected({other, nameless})), "wrong-use");
    QCOMPARE(await(lists.expected(expectedP01().day))->size(), 0); // all or none
}

void VisitsTest::nothingOfAPersonIsReadableInTheFolder()
{
    VisitorLists lists(&store().store);
    EntryDraft draft = in(cardP01(), 0);
    draft.details = {u"purpose-of-visit"_s, u"host-of-visit"_s};
    const Recorded entered = record(draft);
    EntryCompletion completion;
    completion.details = EntryDetails{u"purpose-added"_s, u"host-added"_s};
    VERIFY_OK(await(store()->completeEntry(entered.entry.id, completion)));
    AttentionNote note;
    note.reason = u"reason-of-attention"_s;
    note.who.idNumber = u"079300999992"_s;
    VERIFY_OK(await(lists.addAttention(note)));
    ExpectedVisitor expected = expectedP01();
    expected.name = u"expected-name"_s;
    expected.host = u"expected-host"_s;
    VERIFY_OK(await(lists.addExpected({expected})));
    VERIFY_OK(await(store()->noteReveal(entered.entry.id, u"reason-of-reveal"_s, at(3))));
    const QByteArray raw = rawBytes(m_folder->path());
    for (const char *word :
         {"purpose-of-visit", "host-of-visit", "purpose-added", "host-added", "reason-of-attention",
          "079300999992", "expected-name", "expected-host", "reason-of-reveal"})
        QVERIFY2(!raw.contains(word), word);
    QVERIFY(raw.contains("Camera 1")); // what is in the clear is found
}

void VisitsTest::changesAreAnnounced()
{
    QSignalSpy changed(&store().store, &EntryStore::changed);
    matched(cardP01(), 0);
    QTest::qWait(20);
    QCOMPARE(changed.count(), 0);
    record(in(cardP01(), 0));
    QVERIFY(changed.count() == 1 || changed.wait());
    for (int i = 1; i < 20; ++i)
        record(in(cardP02(), i));
    QTest::qWait(20);
    QVERIFY(changed.count() >= 2 && changed.count() < 21);
    const auto count = changed.count();
    COMPARE_CODE(await(store()->voidEntry(newRandomId(), {}, at(0))), "not-found");
    QTest::qWait(20);
    QCOMPARE(changed.count(), count);
}

QTEST_GUILESS_MAIN(VisitsTest)
#include "tst_visits.moc"
