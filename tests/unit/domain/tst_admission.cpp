#include "core/domain/admission.h"

#include <QTest>

using namespace checkpoint;

using Verdict = Admission::Verdict;

class TestAdmission : public QObject
{
    Q_OBJECT

private slots:
    void decisions_data();
    void decisions();
};

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
    constexpr qint64 now = 1'763'600'000'000;
    AdmissionCase scan;
    scan.rule = rule;
    scan.atUtcMs = now;
    if (insideForMs >= 0)
        scan.insideSinceUtcMs = now - insideForMs;
    scan.identityConflict = conflict;
    scan.operatorPresent = operatorPresent;
    QVERIFY(decideAdmission(scan) == expected);
}

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
