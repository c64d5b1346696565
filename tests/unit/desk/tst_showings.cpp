#include "core/base/ids.h"
#include "core/desk/showings.h"

#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

using Verdict = Showings::Verdict;

class TestShowings : public QObject
{
    Q_OBJECT

private slots:
    void aCodeCountsAgainFourSecondsAfterItLeftTheView();
    void theFilterForgetsWhatIsOld();
    void theOtherLaneIsNoRepeat();
    void oneFilterServesAllDevicesOfADirection();
    void aPersonWithAnotherCodeIsARepeat();
    void onStandardInputOnlyDirectlySuccessiveCodesRepeat();
    void everyPictureIsAnswered();
    void whatWasNotRecordedCountsAgainAfterAMoment();
    void codesSeenTogetherDoNotCountAlone();

private:
    const DeviceSetup m_in{u"in"_s, u"In"_s, DirectionRule::In, RepeatPolicy::InView};
    const DeviceSetup m_out{u"out"_s, u"Out"_s, DirectionRule::Out, RepeatPolicy::InView};
};

void TestShowings::aCodeCountsAgainFourSecondsAfterItLeftTheView()
{
    Showings showings;
    qint64 now = 0;
    QCOMPARE(showings.see(m_in, "A", now), Verdict::Counts);
    for (; now < 60'000; now += 33) // held up for a minute
        QCOMPARE(showings.see(m_in, "A", now), Verdict::InView);
    now -= 33;
    QCOMPARE(showings.see(m_in, "A", now + 3'999), Verdict::Repeated);
    QCOMPARE(showings.see(m_in, "A", now + 3'999 + 4'000), Verdict::Counts);
}

void TestShowings::theFilterForgetsWhatIsOld()
{
    RepeatFilter filter;
    for (int i = 0; i < 10'000; ++i)
        filter.remember(QByteArray::number(i), i * 100);
    QVERIFY2(filter.size() < 200, "memory grows with every visitor");
}

void TestShowings::theOtherLaneIsNoRepeat()
{
    Showings showings;
    QCOMPARE(showings.see(m_in, "A", 0), Verdict::Counts);
    QCOMPARE(showings.see(m_out, "A", 500), Verdict::Counts);
}

void TestShowings::oneFilterServesAllDevicesOfADirection()
{
    Showings showings;
    DeviceSetup second = m_in;
    second.deviceId = u"second"_s;
    QCOMPARE(showings.see(m_in, "A", 0), Verdict::Counts);
    QCOMPARE(showings.see(second, "A", 2'000), Verdict::Repeated);
}

void TestShowings::aPersonWithAnotherCodeIsARepeat()
{
    Showings showings;
    const QUuid person = newRandomId();
    QCOMPARE(showings.see(m_in, "card", 0), Verdict::Counts);
    QVERIFY(!showings.isPersonRepeated(m_in, "card", person, 0));
    showings.rememberPerson(m_in, "card", person);
    QCOMPARE(showings.see(m_in, "card", 3'000), Verdict::Repeated);
    QCOMPARE(showings.see(m_in, "phone", 6'000), Verdict::Counts);
    QVERIFY(showings.isPersonRepeated(m_in, "phone", person, 6'000));
    showings.giveBack(m_in, "phone", 6'000); // with one code of the person all are given back
    QCOMPARE(showings.see(m_in, "card", 6'100), Verdict::Counts);
}

void TestShowings::onStandardInputOnlyDirectlySuccessiveCodesRepeat()
{
    Showings showings;
    const DeviceSetup input{u"-"_s, u"-"_s, DirectionRule::Auto, RepeatPolicy::Successive};
    QCOMPARE(showings.see(input, "A", 0), Verdict::Counts);
    QCOMPARE(showings.see(input, "A", 0), Verdict::Repeated);
    QCOMPARE(showings.see(input, "B", 0), Verdict::Counts);
    QCOMPARE(showings.see(input, "A", 0), Verdict::Counts);
    QCOMPARE(showings.see(input, "A", 99'000), Verdict::Repeated);
    const QUuid person = newRandomId();
    showings.rememberPerson(input, "A", person);
    QVERIFY(!showings.isPersonRepeated(input, "B", person, 99'000));
}

void TestShowings::everyPictureIsAnswered()
{
    Showings showings;
    const DeviceSetup pictures{u"p"_s, u"p"_s, DirectionRule::Auto, RepeatPolicy::Picture};
    QCOMPARE(showings.see(pictures, "A", 0), Verdict::Counts);
    QCOMPARE(showings.see(pictures, "A", 10), Verdict::Repeated);
}

void TestShowings::whatWasNotRecordedCountsAgainAfterAMoment()
{
    Showings showings;
    QCOMPARE(showings.see(m_in, "A", 0), Verdict::Counts);
    showings.giveBack(m_in, "A", 100);
    QCOMPARE(showings.see(m_in, "A", 133), Verdict::InView); // still held up: no storm of failures
    QCOMPARE(showings.see(m_in, "A", 1'000), Verdict::InView);
    QCOMPARE(showings.see(m_in, "A", 2'000), Verdict::Counts);
}

void TestShowings::codesSeenTogetherDoNotCountAlone()
{
    Showings showings;
    QCOMPARE(showings.seeTogether(m_in, {"A", "B"}, 0), Verdict::Counts);
    QCOMPARE(showings.seeTogether(m_in, {"B", "A"}, 33), Verdict::InView);
    QCOMPARE(showings.see(m_in, "A", 66), Verdict::InView); // B flickered
    QCOMPARE(showings.see(m_in, "A", 1'000), Verdict::InView);
    QCOMPARE(showings.see(m_in, "A", 2'600), Verdict::Counts); // held up again, alone
}

QTEST_APPLESS_MAIN(TestShowings)
#include "tst_showings.moc"
