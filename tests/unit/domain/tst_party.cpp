#include "core/domain/visit.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// Who came along with a visitor and is inside, out of the passages that stand.
class PartyTest : public QObject
{
    Q_OBJECT

private slots:
    void partyComesAndLeavesWithTheVisitor();
    void whoeverStaysIsInsideWithoutTheVisitor();
    void partyLeavingApartLeavesTheVisitorInside();
    void moreThanAreInsideCannotLeave();
    void missedExitTakesThePartyOfBeforeAlong();
    void laterCompanionsAreAddedToThoseInside();
    void partyIsWhatTheRuleSaysForAnyPassages();
};

namespace {

QUuid idOf(int number)
{
    return QUuid(uint(number), 0x7000, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}

StandingPassage passage(int number, Direction direction, qint64 at, const Party &party)
{
    return {idOf(number), direction, at, party};
}

StandingPassage in(int at, const Party &party)
{
    return passage(at, Direction::In, at, party);
}

StandingPassage out(int at, const Party &party)
{
    return passage(at, Direction::Out, at, party);
}

StandingPassage outWhole(int at)
{
    StandingPassage whole = out(at, {});
    whole.wholeParty = true;
    return whole;
}

StandingPassage apart(StandingPassage passage)
{
    passage.apart = true;
    return passage;
}

bool isEarlier(const StandingPassage &a, const StandingPassage &b)
{
    return a.atUtcMs != b.atUtcMs ? a.atUtcMs < b.atUtcMs : a.entryId < b.entryId;
}

/// Whether nobody of before is inside after the i-th passage but whom it brings itself: all left, or the
/// visitor comes in though they never went out.
bool isFreshStart(const std::vector<StandingPassage> &ordered, std::size_t i)
{
    if (ordered[i].direction == Direction::Out)
        return ordered[i].wholeParty;
    if (ordered[i].apart)
        return false;
    for (std::size_t k = i; k-- > 0;) {
        if (!ordered[k].apart)
            return ordered[k].direction == Direction::In;
    }
    return false;
}

/// How many of one kind are inside after the first `count` passages. Where nobody can leave who is not there,
/// that is the largest balance of any stretch that reaches to the end.
int insideByRule(const std::vector<StandingPassage> &ordered, std::size_t count, int Party::*kind)
{
    std::size_t start = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (isFreshStart(ordered, i))
            start = i;
    }
    int best = 0;
    int balance = 0;
    for (std::size_t i = count; i-- > start;) {
        const int passed = ordered[i].party.*kind;
        if (ordered[i].direction == Direction::In)
            balance += passed;
        else if (!ordered[i].wholeParty)
            balance -= passed;
        best = std::max(best, balance);
    }
    return best;
}

PartyStay stayByRule(const std::vector<StandingPassage> &ordered)
{
    const auto insideAfter = [&ordered](std::size_t count) {
        return Party{insideByRule(ordered, count, &Party::companions),
                     insideByRule(ordered, count, &Party::children)};
    };
    PartyStay stay{insideAfter(ordered.size()), {}, 0};
    for (std::size_t i = ordered.size(); i-- > 0 && !stay.party.isEmpty();) {
        if (insideAfter(i).isEmpty() || isFreshStart(ordered, i)) {
            stay.broughtBy = ordered[i].entryId;
            stay.sinceUtcMs = ordered[i].atUtcMs;
            break;
        }
    }
    return stay;
}

} // namespace

void PartyTest::partyComesAndLeavesWithTheVisitor()
{
    const PartyStay inside = foldedParty({in(1, {2, 1})});
    QCOMPARE(inside.party, (Party{2, 1}));
    QCOMPARE(inside.broughtBy, idOf(1));
    QCOMPARE(inside.sinceUtcMs, 1);
    QCOMPARE(foldedParty({in(1, {2, 1}), outWhole(5)}), PartyStay());
}

void PartyTest::whoeverStaysIsInsideWithoutTheVisitor()
{
    const std::vector<StandingPassage> passages{in(1, {2, 1}), out(5, {1, 0})};
    QCOMPARE(foldedParty(passages).party, (Party{1, 1}));
    QVERIFY(!foldedVisits(passages).back().isOpen());
    QCOMPARE(foldedParty({in(1, {2, 1}), out(5, {1, 0}), apart(outWhole(9))}), PartyStay());
}

void PartyTest::partyLeavingApartLeavesTheVisitorInside()
{
    const std::vector<StandingPassage> passages{in(1, {1, 2}), apart(out(4, {1, 0}))};
    QCOMPARE(foldedParty(passages).party, (Party{0, 2}));
    QCOMPARE(foldedVisits(passages).size(), std::size_t(1));
    QVERIFY(foldedVisits(passages).back().isOpen());
}

void PartyTest::moreThanAreInsideCannotLeave()
{
    QCOMPARE(foldedParty({in(1, {1, 0}), out(2, {3, 2}), in(3, {1, 1})}).party, (Party{1, 1}));
}

void PartyTest::missedExitTakesThePartyOfBeforeAlong()
{
    const PartyStay stay = foldedParty({in(1, {3, 0}), in(5, {1, 1})});
    QCOMPARE(stay.party, (Party{1, 1}));
    QCOMPARE(stay.broughtBy, idOf(5));
}

void PartyTest::laterCompanionsAreAddedToThoseInside()
{
    const PartyStay stay = foldedParty({in(1, {1, 0}), apart(in(5, {0, 2}))});
    QCOMPARE(stay.party, (Party{1, 2}));
    QCOMPARE(stay.broughtBy, idOf(1));
}

void PartyTest::partyIsWhatTheRuleSaysForAnyPassages()
{
    QRandomGenerator random(20261121);
    for (int round = 0; round < 20'000; ++round) {
        std::vector<StandingPassage> passages;
        const int count = random.bounded(9);
        for (int i = 0; i < count; ++i) {
            StandingPassage one = passage(i, random.bounded(2) ? Direction::In : Direction::Out,
                                          random.bounded(6), {random.bounded(3), random.bounded(3)});
            one.wholeParty = one.direction == Direction::Out && random.bounded(3) == 0;
            one.apart = random.bounded(3) == 0;
            passages.push_back(one);
        }
        std::vector<StandingPassage> ordered = passages;
        std::ranges::sort(ordered, isEarlier);
        std::shuffle(passages.begin(), passages.end(), random);
        const PartyStay folded = foldedParty(passages);
        const PartyStay expected = stayByRule(ordered);
        QVERIFY2(folded.party == expected.party, qPrintable(u"round %1"_s.arg(round)));
        QVERIFY2(folded == expected, qPrintable(u"round %1: brought by"_s.arg(round)));
        // Passages of the party alone are nothing to the visitor's visits.
        std::erase_if(passages, [](const StandingPassage &one) { return one.apart; });
        QVERIFY(foldedVisits(passages) == foldedVisits(ordered));
    }
}

QTEST_GUILESS_MAIN(PartyTest)
#include "tst_party.moc"
