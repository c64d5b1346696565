#include "core/base/ids.h"
#include "core/domain/personrequest.h"
#include "core/domain/textfolding.h"
#include "core/domain/visit.h"
#include "core/domain/visitor.h"
#include "core/domain/visitorcode.h"

#include <QRandomGenerator>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

class TestDomain : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsAnsweredWithinTwoWorkingDays_data();
    void aRequestIsAnsweredWithinTwoWorkingDays();
    void eachKindOfRequestHasItsTerm();
    void namesAreAbbreviatedAsACheckpointSeesThem_data();
    void namesAreAbbreviatedAsACheckpointSeesThem();
    void maskedShowsNoMoreThanACheckpointMaySee();
    void searchingNeedsNoDiacritics();
    void datesTheCalendarDoesNotHaveAreNone();
    void datesAreWrittenAsTheyWereSaid();
    void aStarredNumberIsNoKey();
    void numbersOfOneSpaceMeet();
    void aPhoneIsNoKey();
    void aDoubtfulCodeOnlyFillsGaps();
    void aPlainNameNeverReplacesTheFullOne();
    void anOldNumberNeverReplacesTheCitizenNumber();
    void visitsPairEntriesAndExits();
    void visitsDoNotDependOnTheOrderTheyAreToldIn();
    void everyReasonAndWarningHasAnId();
};

void TestDomain::namesAreAbbreviatedAsACheckpointSeesThem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("three words") << u"Nguyễn Thử Nghiệm"_s << u"N. T. Nghiệm"_s;
    QTest::newRow("đ") << u"Đỗ Văn Sai"_s << u"Đ. V. Sai"_s;
    QTest::newRow("upper case") << u"TRAN THI MAU"_s << u"T. T. MAU"_s;
    QTest::newRow("one word") << u"Mẫu"_s << u"Mẫu"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("blanks") << u"  Lê   Mẫu "_s << u"L. Mẫu"_s;
}

void TestDomain::namesAreAbbreviatedAsACheckpointSeesThem()
{
    QFETCH(const QString, name);
    QTEST(abbreviatedName(name), "shown");
}

void TestDomain::maskedShowsNoMoreThanACheckpointMaySee()
{
    VisitorData data;
    data.name = u"Nguyễn Thử Nghiệm"_s;
    data.idNumber = u"001090999991"_s;
    data.birthDate = PartialDate::fromDate(1990, 1, 15);
    data.sex = Sex::Male;
    data.address = u"Số 1"_s;
    data.phone = u"+84900000001"_s;
    data.qid = u"162999999999999991"_s;
    data.healthInsurance = u"HS4019999999991"_s;
    VisitorData expected;
    expected.name = u"N. T. Nghiệm"_s;
    expected.idNumber = u"********9991"_s;
    expected.birthDate = PartialDate::fromYear(1990);
    expected.sex = Sex::Male;
    QCOMPARE(masked(data), expected);
}

void TestDomain::searchingNeedsNoDiacritics()
{
    QCOMPARE(foldedText(u"Đỗ  Văn Sai"_s), u"do van sai"_s);
    QCOMPARE(foldedText(u"NGUYỄN Thử"_s), u"nguyen thu"_s);
    QCOMPARE(foldedText(u"ươ ừ ợ"_s), u"uo u o"_s);
}

void TestDomain::datesTheCalendarDoesNotHaveAreNone()
{
    QVERIFY(!PartialDate::fromDate(2000, 2, 31));
    QVERIFY(!PartialDate::fromDate(2001, 2, 29));
    QVERIFY(PartialDate::fromDate(2000, 2, 29));
    QVERIFY(!PartialDate::fromYear(12));
}

void TestDomain::datesAreWrittenAsTheyWereSaid()
{
    for (const QString &text : {u"1990-01-15"_s, u"1990"_s, u"1990-**-**"_s})
        QCOMPARE(PartialDate::fromString(text).value().toString(), text);
    for (const QString &text : {u"1990-1"_s, u"x"_s, u""_s, u"1990-02-30"_s, u"١٩٩٠"_s})
        QVERIFY(!PartialDate::fromString(text));
}

void TestDomain::aStarredNumberIsNoKey()
{
    VisitorData data;
    data.idNumber = u"******999992"_s;
    data.qid = u"162999999999999992"_s;
    QCOMPARE(identityKeys(data), (std::vector<IdentityKey>{{KeyKind::Qid, u"162999999999999992"_s}}));
}

void TestDomain::numbersOfOneSpaceMeet()
{
    VisitorData card;
    card.idNumber = u"001090999991"_s;
    card.oldId = u"010000001"_s;
    VisitorData qr;
    qr.idNumber = u"010000001"_s; // declared with the old identity card
    const IdentityKey fromCard = identityKeys(card).back();
    const IdentityKey fromQr = identityKeys(qr).front();
    QCOMPARE(keySpace(fromCard.kind), keySpace(fromQr.kind));
    QCOMPARE(fromCard.value, fromQr.value);

    VisitorData oldCard; // two letters and thirteen digits
    oldCard.healthInsurance = u"HS4019999999992"_s;
    VisitorData newCard;
    newCard.healthInsurance = u"9999999992"_s;
    QCOMPARE(identityKeys(oldCard), identityKeys(newCard));
}

void TestDomain::aPhoneIsNoKey()
{
    VisitorData data;
    data.phone = u"+84900000001"_s;
    QVERIFY(identityKeys(data).empty());
}

void TestDomain::aDoubtfulCodeOnlyFillsGaps()
{
    VisitorData known;
    known.name = u"Nguyễn Thử Nghiệm"_s;
    VisitorData cut;
    cut.name = u"Nguyễn Th"_s;
    cut.address = u"Hà Nội"_s;
    const VisitorData after = merged(known, cut, false);
    QCOMPARE(after.name, known.name);
    QCOMPARE(after.address, cut.address);
    cut.name = u"Nguyễn Thị Nghiệm"_s;
    QCOMPARE(merged(known, cut, true).name, cut.name);
}

void TestDomain::aPlainNameNeverReplacesTheFullOne()
{
    VisitorData full;
    full.name = u"Nguyễn Thử Nghiệm"_s;
    VisitorData plain;
    plain.name = u"NGUYEN THU NGHIEM"_s;
    QCOMPARE(merged(full, plain, true).name, full.name);
    QCOMPARE(merged(plain, full, false).name, full.name);

    VisitorData starred;
    starred.idNumber = u"******999992"_s;
    VisitorData number;
    number.idNumber = u"079300999992"_s;
    QCOMPARE(merged(number, starred, true).idNumber, number.idNumber);
    QCOMPARE(merged(starred, number, false).idNumber, number.idNumber);
}

void TestDomain::anOldNumberNeverReplacesTheCitizenNumber()
{
    VisitorData card;
    card.idNumber = u"001090999991"_s;
    VisitorData oldCard;
    oldCard.idNumber = u"010000001"_s;
    VisitorData passport;
    passport.idNumber = u"X0000000"_s;
    VisitorData both = card;
    both.oldId = oldCard.idNumber;
    QCOMPARE(merged(card, oldCard, true), both);
    QCOMPARE(merged(oldCard, card, true), both);
    QCOMPARE(merged(oldCard, card, false), both);
    QCOMPARE(merged(card, passport, true).idNumber, card.idNumber);
    VisitorData newCard;
    newCard.idNumber = u"001090999998"_s; // the number was changed, the old one is named as the former
    newCard.oldId = card.idNumber;
    QCOMPARE(merged(card, newCard, true), newCard);
}

void TestDomain::visitsPairEntriesAndExits()
{
    const auto passage = [](Direction direction, qint64 at) {
        return StandingPassage{QUuid::createUuid(), direction, at};
    };
    const auto in1 = passage(Direction::In, 100);
    const auto out1 = passage(Direction::Out, 200);
    const auto in2 = passage(Direction::In, 300);
    const auto in3 = passage(Direction::In, 400);
    const auto out3 = passage(Direction::Out, 500);
    const auto out4 = passage(Direction::Out, 600);
    const std::vector<Visit> visits = foldedVisits({in1, out1, in2, in3, out3, out4});
    const std::vector<Visit> expected{
        {in1, out1, false}, {in2, std::nullopt, true}, {in3, out3, false}, {std::nullopt, out4, false}};
    QCOMPARE(visits, expected);
    QVERIFY(foldedVisits({in1}).front().isOpen());
    QVERIFY(!foldedVisits({in2, in3}).front().isOpen());
}

void TestDomain::visitsDoNotDependOnTheOrderTheyAreToldIn()
{
    QRandomGenerator random(20261121);
    for (int round = 0; round < 300; ++round) {
        std::vector<StandingPassage> passages;
        for (int i = 0; i < 12; ++i)
            passages.push_back({QUuid::createUuid(), random.bounded(2) ? Direction::In : Direction::Out,
                                qint64(random.bounded(6))});
        const auto visits = foldedVisits(passages);
        std::shuffle(passages.begin(), passages.end(), random);
        QCOMPARE(foldedVisits(passages), visits);
        qsizetype passed = 0;
        qsizetype open = 0;
        for (const Visit &visit : visits) {
            passed += visit.in.has_value() + visit.out.has_value();
            open += visit.isOpen();
        }
        QCOMPARE(passed, qsizetype(passages.size())); // none is lost, none is counted twice
        QVERIFY(open <= 1);
    }
}

void TestDomain::everyReasonAndWarningHasAnId()
{
    for (int i = 0; i <= int(Reason::NoCertificate); ++i)
        QCOMPARE(reasonFromId(reasonId(Reason(i))), Reason(i));
    for (int i = 0; i <= int(CodeWarning::LeavesWithoutEntry); ++i)
        QCOMPARE(warningFromId(warningId(CodeWarning(i))), CodeWarning(i));
}

void TestDomain::aRequestIsAnsweredWithinTwoWorkingDays_data()
{
    QTest::addColumn<QDate>("received");
    QTest::addColumn<QDate>("due");
    QTest::newRow("in the week") << QDate(2026, 11, 23) << QDate(2026, 11, 25);
    QTest::newRow("over a weekend") << QDate(2026, 11, 19) << QDate(2026, 11, 23);
    QTest::newRow("on a Saturday") << QDate(2026, 11, 21) << QDate(2026, 11, 24);
    QTest::newRow("before 30 April and 1 May") << QDate(2026, 4, 29) << QDate(2026, 5, 5);
    QTest::newRow("before the national day") << QDate(2026, 9, 1) << QDate(2026, 9, 4);
}

/// Decree 356/2025; 30 April and 1 May 2026 are a Thursday and a Friday.
void TestDomain::aRequestIsAnsweredWithinTwoWorkingDays()
{
    QFETCH(const QDate, received);
    QTEST(answerDue(received), "due");
}

void TestDomain::eachKindOfRequestHasItsTerm()
{
    const QDate received(2026, 11, 20);
    QCOMPARE(doneDue(received, RequestKind::View), QDate(2026, 11, 30));
    QCOMPARE(doneDue(received, RequestKind::Correct), QDate(2026, 11, 30));
    QCOMPARE(doneDue(received, RequestKind::Withdraw), QDate(2026, 12, 5));
    QCOMPARE(doneDue(received, RequestKind::Erase), QDate(2026, 12, 10));
    for (const RequestKind kind : requestKinds)
        QCOMPARE(requestKindFromId(requestKindId(kind)), kind);
}

QTEST_APPLESS_MAIN(TestDomain)
#include "tst_domain.moc"
