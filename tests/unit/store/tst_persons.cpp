#include "core/store/personregister.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

#include <algorithm>

using namespace storetest;

/// Who is the same person, who is not, and what happens when codes disagree.
class PersonsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void unknownPersonMatchesNobody();
    void sameCardIsTheSamePerson();
    void cardAndPersonalQrAreTheSamePersonByNumber();
    void formerCardIsTheSamePersonByTheOldId();
    void renewedNumberNamedAsOldIdIsNoConflict();
    void starredCodeIsMatchedByQid();
    void familyWithOnePhoneAreDifferentPersons();
    void personWithoutKeysIsSomebodyNewEachTime();
    void fullerFormCompletesWhatIsKnown();
    void untrustedCodeReplacesNothing();
    void codeThatLinksTwoKnownVisitorsJoinsThem();
    void joinedPersonsVisitsAreFoldedTogether();
    void voidingTheJoiningEntryPartsThemAgain();
    void correctingTheJoiningEntryKeepsThemJoined();
    void chainOfJoinsHasOneNameAndCanBeUndone();
    void conflictIsSeenAndJoinsNobody();
    void conflictOfAnUnknownNumberWithAKnownQidIsANewPerson();
    void keptApartWithoutConflictJoinsNobody();
    void settledConflictDoesNotComeBackForTheSameCard();
    void recordingDoesNotTrustAnEarlierMatch();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

#define OPEN_STORE(store)                                                                                    \
    OpenStore store(m_folder->path());                                                                       \
    VERIFY_OK(store.unlocked)

#define RECORD(name, draft)                                                                                  \
    const auto name##Result = await(store->record(draft));                                                   \
    VERIFY_OK(name##Result);                                                                                 \
    const Recorded name = *name##Result

void PersonsTest::unknownPersonMatchesNobody()
{
    OPEN_STORE(store);
    const PersonMatch found = match(store, cardP01());
    QVERIFY(!found.visitorId);
    QVERIFY(!found.conflict);
    QVERIFY(!found.openVisitEntry);
    QVERIFY(!found.lastEntry);
}

void PersonsTest::sameCardIsTheSamePerson()
{
    OPEN_STORE(store);
    RECORD(first, in(cardP01(), 0));
    RECORD(second, out(cardP01(), 10));
    RECORD(other, in(cardP02(), 11));
    QCOMPARE(second.entry.visitorId, first.entry.visitorId);
    QVERIFY(other.entry.visitorId != first.entry.visitorId);
    const PersonMatch found = match(store, cardP01());
    QCOMPARE(found.visitorId, first.entry.visitorId);
    QVERIFY(found.known == cardP01());
    QVERIFY(!found.openVisitEntry);
    QCOMPARE(found.lastEntry->id, second.entry.id);
    const PersonMatch inside = match(store, cardP02());
    QCOMPARE(inside.openVisitEntry->id, other.entry.id);
    QCOMPARE(inside.openVisitEntry->at, at(11));
}

void PersonsTest::cardAndPersonalQrAreTheSamePersonByNumber()
{
    OPEN_STORE(store);
    RECORD(card, in(cardP01(), 0));
    RECORD(qr, out(qrP26(), 10));
    QCOMPARE(qr.entry.visitorId, card.entry.visitorId);
    QCOMPARE(qr.joined, QList<QUuid>());
    // From now on by what the personal QR told as well.
    VisitorData insurance;
    insurance.healthInsurance = u"9999999991"_s; // the last ten digits of P26's
    QCOMPARE(match(store, insurance).visitorId, card.entry.visitorId);
}

void PersonsTest::formerCardIsTheSamePersonByTheOldId()
{
    OPEN_STORE(store);
    VisitorData oldCard;
    oldCard.idNumber = u"360000002"_s;
    oldCard.name = u"Huỳnh Ước Định"_s;
    RECORD(before, in(oldCard, 0));
    RECORD(now, out(cardP05(), 10));
    QCOMPARE(now.entry.visitorId, before.entry.visitorId);
    RECORD(again, in(oldCard, 20));
    QCOMPARE(again.entry.visitorId, before.entry.visitorId);
}

void PersonsTest::renewedNumberNamedAsOldIdIsNoConflict()
{
    OPEN_STORE(store);
    VisitorData formerCard;
    formerCard.idNumber = u"092088999905"_s;
    VisitorData renewed = cardP05();
    renewed.oldId = u"092088999905"_s;
    RECORD(before, in(formerCard, 0));
    QVERIFY(!match(store, renewed).conflict);
    RECORD(now, out(renewed, 10));
    QCOMPARE(now.entry.visitorId, before.entry.visitorId);
    // The former card is still this person's, and says nothing against the new number.
    const PersonMatch found = match(store, formerCard);
    QCOMPARE(found.visitorId, before.entry.visitorId);
    QVERIFY(!found.conflict);
    // A third number that names neither as old contradicts.
    VisitorData third = cardP05();
    third.idNumber = u"092088999906"_s;
    third.oldId = u"092088999905"_s;
    QVERIFY(match(store, third).conflict);
}

void PersonsTest::starredCodeIsMatchedByQid()
{
    OPEN_STORE(store);
    RECORD(full, in(qrP27(), 0));
    RECORD(starred, out(qrP28(), 10));
    QCOMPARE(starred.entry.visitorId, full.entry.visitorId);
    QCOMPARE(starred.visitor.idNumber, u"079300999992"_s);
    // The last digits alone make nobody the same person.
    VisitorData other = qrP28();
    other.qid = u"162999999999999993"_s;
    QVERIFY(!match(store, other).visitorId);
}

void PersonsTest::familyWithOnePhoneAreDifferentPersons()
{
    OPEN_STORE(store);
    VisitorData child = cardP02();
    child.phone = qrP26().phone;
    RECORD(parent, in(qrP26(), 0));
    RECORD(other, in(child, 1));
    QVERIFY(other.entry.visitorId != parent.entry.visitorId);
    EntryQuery query;
    for (const QString &phone : {u"0900000001"_s, u"+84900000001"_s}) {
        query.search = phone;
        QCOMPARE(await(store->entries(query))->size(), 2);
    }
    query.search = u"0900000002"_s;
    QCOMPARE(await(store->entries(query))->size(), 0);
}

void PersonsTest::personWithoutKeysIsSomebodyNewEachTime()
{
    OPEN_STORE(store);
    VisitorData nameless;
    nameless.name = u"Lê Thị Giả Lập"_s;
    RECORD(first, in(nameless, 0));
    RECORD(second, in(nameless, 1));
    QVERIFY(first.entry.visitorId != second.entry.visitorId);
    QCOMPARE(wholeCounters(store).inside, 2);
}

void PersonsTest::fullerFormCompletesWhatIsKnown()
{
    OPEN_STORE(store);
    RECORD(qr, in(qrP26(), 0));
    RECORD(card, out(cardP01(), 10));
    QCOMPARE(card.visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(card.visitor.qid, qrP26().qid);
    QCOMPARE(card.visitor.phone, qrP26().phone);
    RECORD(qrAgain, in(qrP26(), 20));
    QCOMPARE(qrAgain.visitor.name, u"Nguyễn Thử Nghiệm"_s);
    const auto rows = allEntries(store);
    QCOMPARE(rows.size(), 3);
    for (const EntryRow &row : rows)
        QVERIFY(row.visitor == qrAgain.visitor);
}

void PersonsTest::untrustedCodeReplacesNothing()
{
    OPEN_STORE(store);
    RECORD(card, in(cardP01(), 0));
    VisitorData damaged = cardP01();
    damaged.name = u"Nguyễn Thử"_s;
    damaged.phone = u"+84900000001"_s;
    EntryDraft again = out(damaged, 10);
    again.visitorTrusted = false;
    RECORD(second, again);
    QCOMPARE(second.visitor.name, cardP01().name);
    QCOMPARE(second.visitor.phone, u"+84900000001"_s);
    again = in(damaged, 20);
    RECORD(third, again);
    QCOMPARE(third.visitor.name, u"Nguyễn Thử"_s);
}

void PersonsTest::codeThatLinksTwoKnownVisitorsJoinsThem()
{
    OPEN_STORE(store);
    RECORD(byNumber, in(cardP02(), 0));
    RECORD(byQid, in(qrP28(), 5));
    QVERIFY(byQid.entry.visitorId != byNumber.entry.visitorId);
    PersonRegister requests(&store.store);
    PersonRequest request;
    request.visitorId = byQid.entry.visitorId;
    VERIFY_OK(await(requests.addRequest(request)));

    const PersonMatch found = match(store, qrP27());
    QVERIFY(!found.conflict);
    QCOMPARE(found.visitorId, byNumber.entry.visitorId); // the number is the stronger key
    QCOMPARE(found.joins, QList{*byQid.entry.visitorId});

    RECORD(linking, out(qrP27(), 10));
    QCOMPARE(linking.joined, QList{*byQid.entry.visitorId});
    QCOMPARE(linking.visitor.name, cardP02().name);
    QCOMPARE(linking.visitor.qid, qrP27().qid);
    QCOMPARE(match(store, qrP28()).visitorId, byNumber.entry.visitorId);
    QCOMPARE(match(store, qrP28()).joins, QList<QUuid>());
    // All that was recorded before shows the one person.
    const auto rows = allEntries(store);
    QCOMPARE(rows.size(), 3);
    for (const EntryRow &row : rows) {
        QCOMPARE(row.entry.visitorId, byNumber.entry.visitorId);
        QCOMPARE(row.visitor.name, cardP02().name);
    }
    QCOMPARE(await(requests.requests())->first().visitorId, byNumber.entry.visitorId);
    VERIFY_OK(await(store->check()));
}

void PersonsTest::joinedPersonsVisitsAreFoldedTogether()
{
    OPEN_STORE(store);
    RECORD(byNumber, in(cardP02(), 0));
    RECORD(byQid, out(qrP28(), 5)); // an exit without an entry, as far as anybody knew
    QCOMPARE(wholeCounters(store).inside, 1);
    RECORD(linking, in(qrP27(), 10));
    QCOMPARE(wholeCounters(store).inside, 1);
    QCOMPARE(match(store, cardP02()).openVisitEntry->id, linking.entry.id);
    RECORD(leaving, out(qrP28(), 20));
    QCOMPARE(wholeCounters(store).inside, 0);
}

void PersonsTest::voidingTheJoiningEntryPartsThemAgain()
{
    OPEN_STORE(store);
    RECORD(byNumber, in(cardP02(), 0));
    RECORD(byQid, in(qrP28(), 5));
    RECORD(linking, out(qrP27(), 10));
    QCOMPARE(wholeCounters(store).inside, 0);
    RECORD(whileJoined, in(qrP28(), 15));
    QCOMPARE(whileJoined.entry.visitorId, byNumber.entry.visitorId);

    VERIFY_OK(await(store->voidEntry(linking.entry.id, u"nhầm người"_s, at(20))));
    QCOMPARE(match(store, cardP02()).visitorId, byNumber.entry.visitorId);
    QCOMPARE(match(store, qrP28()).visitorId, byQid.entry.visitorId);
    QVERIFY(match(store, cardP02()).known == cardP02());
    QVERIFY(match(store, qrP28()).known == qrP28());
    // Each has the visits of its own codes again.
    QCOMPARE(match(store, cardP02()).openVisitEntry->id, byNumber.entry.id);
    QCOMPARE(match(store, qrP28()).openVisitEntry->id, whileJoined.entry.id);
    QCOMPARE(wholeCounters(store).inside, 2);
    // The same code says the same again.
    QCOMPARE(match(store, qrP27()).joins.size(), 1);
    RECORD(again, out(qrP27(), 30));
    QCOMPARE(again.joined.size(), 1);
    QCOMPARE(wholeCounters(store).inside, 0);
    VERIFY_OK(await(store->check()));
}

void PersonsTest::correctingTheJoiningEntryKeepsThemJoined()
{
    OPEN_STORE(store);
    RECORD(byNumber, in(cardP02(), 0));
    RECORD(byQid, out(qrP28(), 5));
    RECORD(linking, out(qrP27(), 10));
    const auto corrected = await(store->correctDirection(linking.entry.id, Direction::In, at(11)));
    VERIFY_OK(corrected);
    QCOMPARE(corrected->entry.visitorId, byNumber.entry.visitorId);
    QCOMPARE(match(store, qrP28()).visitorId, byNumber.entry.visitorId);
    // Taking back the corrected entry takes back what the scan had shown.
    VERIFY_OK(await(store->voidEntry(corrected->entry.id, {}, at(12))));
    QCOMPARE(match(store, qrP28()).visitorId, byQid.entry.visitorId);
}

void PersonsTest::chainOfJoinsHasOneNameAndCanBeUndone()
{
    OPEN_STORE(store);
    VisitorData insured;
    insured.healthInsurance = u"0199999993"_s;
    VisitorData qidAndInsurance = qrP28();
    qidAndInsurance.healthInsurance = u"0199999993"_s;
    RECORD(c, in(insured, 0));
    RECORD(b, in(qrP28(), 1));
    RECORD(a, in(cardP02(), 2));
    RECORD(firstLink, in(qidAndInsurance, 3)); // the insured is joined to the one with the QID
    QCOMPARE(firstLink.entry.visitorId, b.entry.visitorId);
    RECORD(secondLink, in(qrP27(), 4)); // and both to the one with the number
    QCOMPARE(secondLink.joined, QList{*b.entry.visitorId});
    for (const VisitorData &code : {insured, qrP28(), cardP02()})
        QCOMPARE(match(store, code).visitorId, a.entry.visitorId);
    QCOMPARE(wholeCounters(store).inside, 1);

    VERIFY_OK(await(store->voidEntry(firstLink.entry.id, {}, at(5))));
    QCOMPARE(match(store, insured).visitorId, c.entry.visitorId);
    QCOMPARE(match(store, qrP28()).visitorId, a.entry.visitorId);
    QCOMPARE(wholeCounters(store).inside, 2);
    VERIFY_OK(await(store->voidEntry(secondLink.entry.id, {}, at(6))));
    QCOMPARE(match(store, qrP28()).visitorId, b.entry.visitorId);
    QCOMPARE(wholeCounters(store).inside, 3);
    VERIFY_OK(await(store->check()));
}

void PersonsTest::conflictIsSeenAndJoinsNobody()
{
    OPEN_STORE(store);
    RECORD(first, in(qrP26(), 0));
    RECORD(second, in(qrP27(), 1));
    VisitorData mixed = qrP26(); // one person's number with another's QID
    mixed.qid = qrP27().qid;
    mixed.healthInsurance.clear();
    const PersonMatch found = match(store, mixed);
    QVERIFY(found.conflict);
    QCOMPARE(found.visitorId, first.entry.visitorId);
    QCOMPARE(found.joins, QList<QUuid>());

    EntryDraft settled = out(mixed, 5);
    settled.keepApart = true;
    RECORD(apart, settled);
    QCOMPARE(apart.entry.visitorId, first.entry.visitorId);
    QCOMPARE(apart.joined, QList<QUuid>());
    QCOMPARE(apart.visitor.qid, qrP26().qid); // the other's QID was not taken over
    QCOMPARE(match(store, qrP28()).visitorId, second.entry.visitorId);
    QCOMPARE(wholeCounters(store).inside, 1);
}

void PersonsTest::conflictOfAnUnknownNumberWithAKnownQidIsANewPerson()
{
    OPEN_STORE(store);
    RECORD(known, in(qrP27(), 0));
    VisitorData mixed = cardP01();
    mixed.qid = qrP27().qid;
    const PersonMatch found = match(store, mixed);
    QVERIFY(found.conflict);
    QVERIFY(!found.visitorId);
    EntryDraft settled = in(mixed, 5);
    settled.keepApart = true;
    RECORD(apart, settled);
    QVERIFY(apart.entry.visitorId != known.entry.visitorId);
    QCOMPARE(apart.visitor.qid, QString());
    QCOMPARE(match(store, cardP01()).visitorId, apart.entry.visitorId);
    QCOMPARE(match(store, qrP28()).visitorId, known.entry.visitorId);
    QCOMPARE(match(store, qrP28()).known.name, qrP27().name);
}

void PersonsTest::keptApartWithoutConflictJoinsNobody()
{
    OPEN_STORE(store);
    RECORD(byNumber, in(cardP02(), 0));
    RECORD(byQid, in(qrP28(), 5));
    EntryDraft apart = out(qrP27(), 10);
    apart.keepApart = true;
    RECORD(recorded, apart);
    QCOMPARE(recorded.entry.visitorId, byNumber.entry.visitorId);
    QCOMPARE(recorded.joined, QList<QUuid>());
    QCOMPARE(match(store, qrP28()).visitorId, byQid.entry.visitorId);
    QCOMPARE(wholeCounters(store).inside, 1);
}

void PersonsTest::settledConflictDoesNotComeBackForTheSameCard()
{
    OPEN_STORE(store);
    RECORD(known, in(qrP26(), 0));
    VisitorData otherInsurance = cardP01();
    otherInsurance.healthInsurance = u"0199999994"_s;
    QVERIFY(match(store, otherInsurance).conflict);
    RECORD(unsettled, out(otherInsurance, 5)); // nobody could answer: recorded as if kept apart
    QCOMPARE(unsettled.entry.visitorId, known.entry.visitorId);
    QVERIFY(!match(store, cardP01()).conflict);
    VisitorData insurance;
    insurance.healthInsurance = u"0199999994"_s;
    QVERIFY(!match(store, insurance).visitorId); // the contradicting number belongs to nobody
    QCOMPARE(match(store, cardP01()).known.healthInsurance, qrP26().healthInsurance);
}

void PersonsTest::recordingDoesNotTrustAnEarlierMatch()
{
    OPEN_STORE(store);
    // Both are posted before either is answered: the second finds whom the first has made.
    auto matched = store->match(identityKeys(cardP01()));
    auto first = store->record(in(cardP01(), 0));
    auto second = store->record(out(qrP26(), 5));
    QVERIFY(!await(matched)->visitorId);
    QCOMPARE(await(second)->entry.visitorId, await(first)->entry.visitorId);
    QCOMPARE(wholeCounters(store).inside, 0);
}

QTEST_GUILESS_MAIN(PersonsTest)
#include "tst_persons.moc"
