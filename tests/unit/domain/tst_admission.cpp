#include "core/domain/admission.h"
#include "core/domain/askedfield.h"

#include <QTest>

using namespace checkpoint;

using Verdict = Admission::Verdict;

class TestAdmission : public QObject
{
    Q_OBJECT

private slots:
    void decisions_data();
    void decisions();

    void theMinimumStayOfTheVenueHoldsInAutomaticDirection_data();
    void theMinimumStayOfTheVenueHoldsInAutomaticDirection();
    void aLaneForLeavingKnowsNoMinimumStay();
    void whoHasJustLeftDoesNotComeInByTheSameCodeAgain_data();
    void whoHasJustLeftDoesNotComeInByTheSameCodeAgain();
    void aLaneForEnteringDoesNotAskAboutWhoHasJustLeft();
    void aLaneForLeavingKnowsWhoHasJustLeft();
    void whatSpeaksAgainstWhoHasJustLeftIsAskedFirst();
    void whoHasJustLeftAfterHoursHasNotComeBack();
    void whoIsOnTheAttentionListIsAskedAboutWhenComingIn();
    void nobodyIsKeptFromLeavingByTheAttentionList();
    void theOperatorIsToldOfTheAttentionListWhateverIsAsked();
    void whileTheVenueIsClosedVisitorsAreAskedAbout();
    void staffComeInWhileTheVenueIsClosed();
    void whoMayComeInIsNeverAskedWhereNobodyAnswers();
    void theDeclarationIsAskedForAsTheVenueWants_data();
    void theDeclarationIsAskedForAsTheVenueWants();
    void theCertificateIsAskedForAsTheVenueWants();
    void theGravestReasonIsAskedTheOthersAreTold();
    void theVenueIsFullWhenAsManyAreInsideAsItMayHold();
    void whatTheVenueAsksAndNobodySaidIsMissing();
    void staffAreAskedNothing();

private:
    static AdmissionCase entering();
    static AdmissionCase leaving(qint64 afterMs);
};

namespace {

constexpr qint64 now = 1'763'600'000'000;
constexpr qint64 hour = 3'600'000;

} // namespace

Q_DECLARE_METATYPE(checkpoint::DeclarationRule)
Q_DECLARE_METATYPE(checkpoint::DirectionRule)
Q_DECLARE_METATYPE(checkpoint::Admission)

void TestAdmission::decisions_data()
{
    QTest::addColumn<DirectionRule>("rule");
    QTest::addColumn<qint64>("insideForMs"); // below 0: not inside
    QTest::addColumn<bool>("operatorPresent");
    QTest::addColumn<bool>("conflict");
    QTest::addColumn<Admission>("expected");

    const auto in = Direction::In;
    const auto out = Direction::Out;
    const Admission recordIn{Verdict::Record, in, std::nullopt};
    const Admission recordOut{Verdict::Record, out, std::nullopt};
    const Admission askInside{Verdict::Ask, in, Reason::AlreadyInside};
    const Admission refuseInside{Verdict::Refuse, in, Reason::AlreadyInside};

    QTest::newRow("auto, outside: comes in")
        << DirectionRule::Auto << qint64(-1) << true << false << recordIn;
    QTest::newRow("auto, inside an hour: leaves")
        << DirectionRule::Auto << qint64(3'600'000) << true << false << recordOut;
    QTest::newRow("auto, exactly 60 s: leaves")
        << DirectionRule::Auto << qint64(60'000) << true << false << recordOut;
    QTest::newRow("auto, held up twice: asks")
        << DirectionRule::Auto << qint64(59'999) << true << false << askInside;
    QTest::newRow("auto, held up twice, nobody there: refused")
        << DirectionRule::Auto << qint64(5'000) << false << false << refuseInside;
    QTest::newRow("in only, inside: asks")
        << DirectionRule::In << qint64(3'600'000) << true << false << askInside;
    QTest::newRow("in only, inside, nobody there: refused")
        << DirectionRule::In << qint64(3'600'000) << false << false << refuseInside;
    QTest::newRow("in only, outside: comes in")
        << DirectionRule::In << qint64(-1) << true << false << recordIn;
    QTest::newRow("out only, inside a moment: leaves")
        << DirectionRule::Out << qint64(1'000) << true << false << recordOut;
    QTest::newRow("out only, outside: asks") << DirectionRule::Out << qint64(-1) << true << false
                                             << Admission{Verdict::Ask, out, Reason::LeavesWithoutEntry};
    QTest::newRow("out only, outside, nobody there: recorded with a warning")
        << DirectionRule::Out << qint64(-1) << false << false
        << Admission{Verdict::Record, out, Reason::LeavesWithoutEntry};
    QTest::newRow("conflict asks") << DirectionRule::Auto << qint64(-1) << true << true
                                   << Admission{Verdict::Ask, in, Reason::IdentityConflict};
    QTest::newRow("conflict, nobody there: refused")
        << DirectionRule::Out << qint64(-1) << false << true
        << Admission{Verdict::Refuse, out, Reason::IdentityConflict};
}

void TestAdmission::decisions()
{
    QFETCH(const DirectionRule, rule);
    QFETCH(const qint64, insideForMs);
    QFETCH(const bool, operatorPresent);
    QFETCH(const bool, conflict);
    QFETCH(const Admission, expected);
    AdmissionCase scan;
    scan.rule = rule;
    scan.atUtcMs = now;
    if (insideForMs >= 0)
        scan.insideSinceUtcMs = now - insideForMs;
    scan.identityConflict = conflict;
    scan.operatorPresent = operatorPresent;
    QVERIFY(decideAdmission(scan) == expected);
}

AdmissionCase TestAdmission::entering()
{
    AdmissionCase passage;
    passage.atUtcMs = now;
    return passage;
}

AdmissionCase TestAdmission::leaving(qint64 afterMs)
{
    AdmissionCase passage = entering();
    passage.insideSinceUtcMs = now - afterMs;
    return passage;
}

void TestAdmission::theMinimumStayOfTheVenueHoldsInAutomaticDirection_data()
{
    QTest::addColumn<int>("minimumMinutes");
    QTest::addColumn<qint64>("insideForMs");
    QTest::addColumn<Admission>("expected");
    const Admission leaves{Verdict::Record, Direction::Out, std::nullopt};
    const Admission twice{Verdict::Ask, Direction::In, Reason::AlreadyInside};
    const Admission tooShort{Verdict::Ask, Direction::Out, Reason::StayTooShort};
    QTest::newRow("10 minutes, held up twice") << 10 << qint64(5'000) << twice;
    QTest::newRow("10 minutes, after one") << 10 << qint64(60'000) << tooShort;
    QTest::newRow("10 minutes, a moment before") << 10 << qint64(599'999) << tooShort;
    QTest::newRow("10 minutes, exactly") << 10 << qint64(600'000) << leaves;
    QTest::newRow("none") << 0 << qint64(5'000) << leaves;
    QTest::newRow("none, but the clock was set back") << 0 << qint64(-5'000) << twice;
}

void TestAdmission::theMinimumStayOfTheVenueHoldsInAutomaticDirection()
{
    QFETCH(const int, minimumMinutes);
    QFETCH(const qint64, insideForMs);
    QFETCH(const Admission, expected);
    AdmissionCase passage = leaving(insideForMs);
    passage.minimumStayMs = minimumMinutes * 60'000;
    QVERIFY(decideAdmission(passage) == expected);
}

void TestAdmission::aLaneForLeavingKnowsNoMinimumStay()
{
    AdmissionCase passage = leaving(60'000);
    passage.minimumStayMs = hour;
    passage.rule = DirectionRule::Out;
    QCOMPARE(decideAdmission(passage).verdict, Verdict::Record);
}

void TestAdmission::whoHasJustLeftDoesNotComeInByTheSameCodeAgain_data()
{
    QTest::addColumn<int>("minimumMinutes");
    QTest::addColumn<qint64>("leftAgoMs");
    QTest::addColumn<Admission>("expected");
    const Admission comesIn{Verdict::Record, Direction::In, std::nullopt};
    const Admission twice{Verdict::Ask, Direction::In, Reason::JustLeft};
    QTest::newRow("held up twice") << 1 << qint64(6'000) << twice;
    QTest::newRow("a moment before the minute is over") << 1 << qint64(59'999) << twice;
    QTest::newRow("after a minute") << 1 << qint64(60'000) << comesIn;
    QTest::newRow("a long minimum stay says nothing of coming back") << 10 << qint64(60'000) << comesIn;
    QTest::newRow("the venue wants no minimum") << 0 << qint64(6'000) << comesIn;
    QTest::newRow("the clock was set back a little") << 1 << qint64(-2'000) << twice;
    QTest::newRow("the clock was set back an hour") << 1 << -hour << comesIn;
}

void TestAdmission::whoHasJustLeftDoesNotComeInByTheSameCodeAgain()
{
    QFETCH(const int, minimumMinutes);
    QFETCH(const qint64, leftAgoMs);
    QFETCH(const Admission, expected);
    AdmissionCase passage = entering();
    passage.leftAtUtcMs = now - leftAgoMs;
    passage.minimumStayMs = minimumMinutes * 60'000;
    QVERIFY(decideAdmission(passage) == expected);
}

void TestAdmission::aLaneForEnteringDoesNotAskAboutWhoHasJustLeft()
{
    AdmissionCase passage = entering();
    passage.leftAtUtcMs = now - 6'000;
    passage.rule = DirectionRule::In;
    QVERIFY((decideAdmission(passage) == Admission{Verdict::Record, Direction::In, std::nullopt}));
    passage.rule = DirectionRule::Auto;
    passage.operatorPresent = false;
    QVERIFY((decideAdmission(passage) == Admission{Verdict::Refuse, Direction::In, Reason::JustLeft}));
}

/// Their exit is recorded: "leaves without an entry" would be the wrong reason.
void TestAdmission::aLaneForLeavingKnowsWhoHasJustLeft()
{
    AdmissionCase passage = entering();
    passage.rule = DirectionRule::Out;
    passage.leftAtUtcMs = now - 51'000;
    QVERIFY((decideAdmission(passage) == Admission{Verdict::Ask, Direction::Out, Reason::JustLeft}));
    passage.leftAtUtcMs = now - 60'000;
    QCOMPARE(decideAdmission(passage).reason, Reason::LeavesWithoutEntry);
    passage.leftAtUtcMs = now - 51'000;
    passage.operatorPresent = false;
    QVERIFY((decideAdmission(passage) == Admission{Verdict::Refuse, Direction::Out, Reason::JustLeft}));
    passage.insideSinceUtcMs = now - 20'000; // came in again since
    QCOMPARE(decideAdmission(passage).verdict, Verdict::Record);
}

/// What is asked is what a refusal is kept with.
void TestAdmission::whatSpeaksAgainstWhoHasJustLeftIsAskedFirst()
{
    AdmissionCase passage = entering();
    passage.leftAtUtcMs = now - 6'000;
    passage.onAttentionList = true;
    passage.closed = true;
    const Admission expected{Verdict::Ask,
                             Direction::In,
                             Reason::OnAttentionList,
                             {Reason::OutsideOpeningHours, Reason::JustLeft}};
    QVERIFY(decideAdmission(passage) == expected);
}

/// The proposed answer to a late hour lets people in: who shows a card again while leaving late shall not
/// stay recorded as inside.
void TestAdmission::whoHasJustLeftAfterHoursHasNotComeBack()
{
    AdmissionCase passage = entering();
    passage.leftAtUtcMs = now - 6'000;
    passage.closed = true;
    passage.certificateRule = CertificateRule::Ask;
    passage.declarationRule = DeclarationRule::Ask;
    passage.declaration = DeclarationStatus::None;
    const Admission expected{Verdict::Ask,
                             Direction::In,
                             Reason::JustLeft,
                             {Reason::OutsideOpeningHours, Reason::NotDeclared, Reason::NoCertificate}};
    QVERIFY(decideAdmission(passage) == expected);
    passage.declaration = DeclarationStatus::Symptoms;
    QCOMPARE(decideAdmission(passage).reason, Reason::ReportsSymptoms);
}

void TestAdmission::whoIsOnTheAttentionListIsAskedAboutWhenComingIn()
{
    AdmissionCase passage = entering();
    passage.onAttentionList = true;
    const Admission asked{Verdict::Ask, Direction::In, Reason::OnAttentionList};
    QVERIFY(decideAdmission(passage) == asked);
    passage.staff = true; // staff as well
    QVERIFY(decideAdmission(passage) == asked);
}

void TestAdmission::nobodyIsKeptFromLeavingByTheAttentionList()
{
    AdmissionCase passage = leaving(hour);
    passage.onAttentionList = true;
    const Admission told{Verdict::Record, Direction::Out, std::nullopt, {Reason::OnAttentionList}};
    QVERIFY(decideAdmission(passage) == told);
    passage.operatorPresent = false;
    QVERIFY(decideAdmission(passage) == told);
}

void TestAdmission::theOperatorIsToldOfTheAttentionListWhateverIsAsked()
{
    AdmissionCase passage = leaving(5'000);
    passage.onAttentionList = true;
    QCOMPARE(decideAdmission(passage).reason, Reason::AlreadyInside);
    QCOMPARE(decideAdmission(passage).notices, QList{Reason::OnAttentionList});
    passage = entering();
    passage.onAttentionList = true;
    passage.identityConflict = true;
    QCOMPARE(decideAdmission(passage).reason, Reason::IdentityConflict);
    QCOMPARE(decideAdmission(passage).notices, QList{Reason::OnAttentionList});
}

void TestAdmission::whileTheVenueIsClosedVisitorsAreAskedAbout()
{
    AdmissionCase passage = entering();
    passage.closed = true;
    const Admission asked{Verdict::Ask, Direction::In, Reason::OutsideOpeningHours};
    QVERIFY(decideAdmission(passage) == asked);
    passage.insideSinceUtcMs = now - hour; // leaving is always possible
    QCOMPARE(decideAdmission(passage).verdict, Verdict::Record);
}

void TestAdmission::staffComeInWhileTheVenueIsClosed()
{
    AdmissionCase passage = entering();
    passage.closed = true;
    passage.staff = true;
    QVERIFY(decideAdmission(passage) == Admission{});
}

void TestAdmission::whoMayComeInIsNeverAskedWhereNobodyAnswers()
{
    AdmissionCase passage = entering();
    passage.operatorPresent = false;
    passage.onAttentionList = true;
    QCOMPARE(decideAdmission(passage).verdict, Verdict::Refuse);
    passage.onAttentionList = false;
    passage.closed = true;
    QCOMPARE(decideAdmission(passage).verdict, Verdict::Refuse);
    passage = leaving(120'000);
    passage.operatorPresent = false;
    passage.minimumStayMs = hour;
    QCOMPARE(decideAdmission(passage).verdict, Verdict::Refuse);
}

void TestAdmission::theDeclarationIsAskedForAsTheVenueWants_data()
{
    QTest::addColumn<DeclarationRule>("rule");
    QTest::addColumn<DeclarationStatus>("status");
    QTest::addColumn<Admission>("expected");
    const Admission passes{};
    const Admission asksNone{Verdict::Ask, Direction::In, Reason::NotDeclared};
    const Admission asksSymptoms{Verdict::Ask, Direction::In, Reason::ReportsSymptoms};
    const Admission warnsNone{Verdict::Record, Direction::In, std::nullopt, {Reason::NotDeclared}};
    const Admission warnsSymptoms{Verdict::Record, Direction::In, std::nullopt, {Reason::ReportsSymptoms}};
    using Rule = DeclarationRule;
    using Status = DeclarationStatus;
    QTest::newRow("nobody looks") << Rule::None << Status::Symptoms << passes;
    QTest::newRow("warned of symptoms") << Rule::Warn << Status::Symptoms << warnsSymptoms;
    QTest::newRow("warned of none") << Rule::Warn << Status::None << warnsNone;
    QTest::newRow("asked about symptoms") << Rule::Ask << Status::Symptoms << asksSymptoms;
    QTest::newRow("asked about none") << Rule::Ask << Status::None << asksNone;
    QTest::newRow("declared passes") << Rule::Ask << Status::Declared << passes;
    QTest::newRow("no platform says anything: passes") << Rule::Ask << Status::Unknown << passes;
}

void TestAdmission::theDeclarationIsAskedForAsTheVenueWants()
{
    QFETCH(const DeclarationRule, rule);
    QFETCH(const DeclarationStatus, status);
    QFETCH(const Admission, expected);
    AdmissionCase passage = entering();
    passage.declarationRule = rule;
    passage.declaration = status;
    QVERIFY(decideAdmission(passage) == expected);
    passage.insideSinceUtcMs = now - hour;
    QVERIFY((decideAdmission(passage) == Admission{Verdict::Record, Direction::Out, std::nullopt}));
}

void TestAdmission::theCertificateIsAskedForAsTheVenueWants()
{
    const Admission passes{};
    const Admission asks{Verdict::Ask, Direction::In, Reason::NoCertificate};
    const Admission warns{Verdict::Record, Direction::In, std::nullopt, {Reason::NoCertificate}};
    AdmissionCase passage = entering();
    QVERIFY(decideAdmission(passage) == passes);
    passage.certificateRule = CertificateRule::Warn;
    QVERIFY(decideAdmission(passage) == warns);
    passage.certificateRule = CertificateRule::Ask;
    QVERIFY(decideAdmission(passage) == asks);
    passage.operatorPresent = false;
    QCOMPARE(decideAdmission(passage).verdict, Verdict::Refuse);
    AdmissionCase leaves = passage;
    leaves.insideSinceUtcMs = now - hour;
    QVERIFY((decideAdmission(leaves) == Admission{Verdict::Record, Direction::Out, std::nullopt}));
    passage.certificateCounts = true;
    QVERIFY(decideAdmission(passage) == passes);
}

void TestAdmission::theGravestReasonIsAskedTheOthersAreTold()
{
    AdmissionCase passage = entering();
    passage.onAttentionList = true;
    passage.closed = true;
    passage.declarationRule = DeclarationRule::Ask;
    passage.declaration = DeclarationStatus::None;
    const Admission expected{Verdict::Ask,
                             Direction::In,
                             Reason::OnAttentionList,
                             {Reason::OutsideOpeningHours, Reason::NotDeclared}};
    QVERIFY(decideAdmission(passage) == expected);
}

void TestAdmission::theVenueIsFullWhenAsManyAreInsideAsItMayHold()
{
    QVERIFY(!isFull(9, 10));
    QVERIFY(isFull(10, 10));
    QVERIFY(isFull(11, 10));
    QVERIFY(!isFull(1'000'000, 0)); // no capacity said
}

void TestAdmission::whatTheVenueAsksAndNobodySaidIsMissing()
{
    VenueRules rules;
    QVERIFY(missingFields(rules, {}, {}).isEmpty());
    rules.phone = FieldRule::Optional;
    rules.birthYear = FieldRule::Required;
    rules.purpose = FieldRule::Required;
    rules.host = FieldRule::Optional;
    const QList all{AskedField::Phone, AskedField::BirthYear, AskedField::Purpose, AskedField::Host};
    QCOMPARE(missingFields(rules, {}, {}), all);
    VisitorData visitor;
    visitor.phone = QStringLiteral("+84900000001");
    visitor.birthDate = PartialDate::fromStarredYear(1990);
    QCOMPARE(missingFields(rules, visitor, {}), (QList{AskedField::Purpose, AskedField::Host}));
    EntryDetails details{QStringLiteral("họp"), {}};
    QCOMPARE(missingFields(rules, visitor, details), QList{AskedField::Host});
}

void TestAdmission::staffAreAskedNothing()
{
    VenueRules rules;
    rules.phone = rules.purpose = rules.host = rules.birthYear = FieldRule::Required;
    VisitorData visitor;
    visitor.staff = true;
    QVERIFY(missingFields(rules, visitor, {}).isEmpty());
}

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
