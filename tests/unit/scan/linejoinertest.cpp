#include "core/scan/linejoiner.h"

#include "core/scan/serialaddress.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;

namespace {

/// Feeds the pieces, each so many milliseconds after the one before, and lets the time pass in between.
QByteArrayList payloadsOf(const QList<std::pair<int, QByteArray>> &pieces)
{
    LineJoiner joiner;
    QByteArrayList payloads;
    qint64 now = 1'000;
    const auto keep = [&payloads](const QList<LineJoiner::Payload> &ended) {
        for (const LineJoiner::Payload &each : ended)
            payloads.append(each.tooLong ? "too long"_ba : each.bytes);
    };
    for (const auto &[pause, bytes] : pieces) {
        now += pause;
        keep(joiner.expire(now));
        keep(joiner.feed(bytes, now));
    }
    keep(joiner.expire(now + LineJoiner::silenceMs));
    if (joiner.deadline())
        qFatal("something waits for ever");
    return payloads;
}

const QByteArray passport1 = "P<VNMNGUYEN<<THU<NGHIEM<<<<<<<<<<<<<<<<<<<<<";
const QByteArray passport2 = "X00000000<0VNM9001150M3001159<<<<<<<<<<<<<<0";
const QByteArray card1 = "IDVNM0909999912001090999991<<8";
const QByteArray card2 = "9001150M3001159VNM<<<<<<<<<<<4";
const QByteArray card3 = "NGUYEN<<THU<NGHIEM<<<<<<<<<<<<";

} // namespace

class LineJoinerTest : public QObject
{
    Q_OBJECT

private slots:
    void aPayloadEndsWithAnyLineEndOrATab()
    {
        QCOMPARE(payloadsOf({{0, "one\rtwo\nthree\r\nfour\tfive\n\r\n\rsix\t"}}),
                 (QByteArrayList{"one", "two", "three", "four", "five", "six"}));
    }
    void whatEndedItIsKnown()
    {
        LineJoiner joiner;
        const auto ended = joiner.feed("a\rb\tc", 0);
        QCOMPARE(ended.size(), 2);
        QCOMPARE(ended[0].suffix, ScanSuffix::Enter);
        QCOMPARE(ended[1].suffix, ScanSuffix::Tab);
        const auto silent = joiner.expire(60);
        QCOMPARE(silent.size(), 1);
        QCOMPARE(silent[0].suffix, ScanSuffix::None);
    }
    void sixtyMillisecondsOfSilenceEndAPayload()
    {
        QCOMPARE(payloadsOf({{0, "ab"}, {59, "cd"}, {59, "ef"}}), (QByteArrayList{"abcdef"}));
        QCOMPARE(payloadsOf({{0, "ab"}, {60, "cd"}}), (QByteArrayList{"ab", "cd"}));
    }
    void aPayloadMayComeInPieces()
    {
        QCOMPARE(payloadsOf({{0, "0010909"}, {5, "99991|"}, {5, "x\r"}, {0, "\n"}}),
                 (QByteArrayList{"001090999991|x"}));
    }
    void bytesAreNeverInterpreted()
    {
        const QByteArray bytes = "Nguy\xe1\xbb\x85n\xff\xfe"_ba + QByteArray(1, '\0') + "\x1d<";
        QCOMPARE(payloadsOf({{0, bytes + '\r'}}), (QByteArrayList{bytes}));
    }
    void nothingIsNoPayload()
    {
        QCOMPARE(payloadsOf({{0, "\r\n\t\r"}, {100, "\n"}}), QByteArrayList());
        LineJoiner joiner;
        joiner.feed("\r\n", 0);
        QVERIFY(!joiner.deadline());
    }
    void aPassportsTwoLinesAreOnePayload()
    {
        QCOMPARE(payloadsOf({{0, passport1 + '\r'}, {40, passport2 + '\r'}}),
                 (QByteArrayList{passport1 + '\n' + passport2}));
        QCOMPARE(payloadsOf({{0, passport1 + "\r\n" + passport2}}),
                 (QByteArrayList{passport1 + '\n' + passport2}));
    }
    void aCompleteZoneNeedsNoSilence()
    {
        LineJoiner joiner;
        QCOMPARE(joiner.feed(passport1 + '\r' + passport2 + '\r', 0).size(), 1);
        QVERIFY(!joiner.deadline());
    }
    void aCardsThreeLinesAreOnePayload()
    {
        QCOMPARE(payloadsOf({{0, card1 + "\r\n"}, {20, card2 + "\r\n"}, {20, card3 + "\r\n"}}),
                 (QByteArrayList{card1 + '\n' + card2 + '\n' + card3}));
    }
    void aVisasTwoLinesOf36AreOnePayload()
    {
        const QByteArray first = "V<VNMNGUYEN<<THU<NGHIEM<<<<<<<<<<<<<";
        const QByteArray second = "X000000001VNM9001150M3001159<<<<<<<<";
        QCOMPARE(first.size(), 36);
        QCOMPARE(second.size(), 36);
        QCOMPARE(payloadsOf({{0, first + '\r' + second + '\r'}}), (QByteArrayList{first + '\n' + second}));
    }
    void linesOfTwoDocumentsStayApart()
    {
        QCOMPARE(payloadsOf({{0, passport1 + '\r'}, {60, passport2 + '\r'}}),
                 (QByteArrayList{passport1, passport2}));
        QCOMPARE(payloadsOf({{0, passport1 + '\r' + passport2 + '\r' + passport1 + '\r' + passport2 + '\r'}}),
                 (QByteArrayList{passport1 + '\n' + passport2, passport1 + '\n' + passport2}));
    }
    void aZoneThatBreaksOffIsGivenAsItCame()
    {
        QCOMPARE(payloadsOf({{0, card1 + '\r' + card2 + '\r'}}), (QByteArrayList{card1 + '\n' + card2}));
        QCOMPARE(payloadsOf({{0, passport1 + '\r' + "001090999991|x\r"}}),
                 (QByteArrayList{passport1, "001090999991|x"}));
        QCOMPARE(payloadsOf({{0, passport1 + '\r' + card1 + '\r' + card2 + '\r' + card3 + '\r'}}),
                 (QByteArrayList{passport1, card1 + '\n' + card2 + '\n' + card3}));
    }
    void numbersOf30CharactersAreNoZone()
    {
        const QByteArray number(30, '7');
        QCOMPARE(payloadsOf({{0, number + '\r' + number + '\r'}}), (QByteArrayList{number, number}));
    }
    void anEndlessPayloadIsThrownAway()
    {
        const QByteArray longest(LineJoiner::longestPayload, 'x');
        QCOMPARE(payloadsOf({{0, longest + '\r'}}), (QByteArrayList{longest}));
        QCOMPARE(payloadsOf({{0, longest}, {1, longest}, {1, "x\ry\r"}}), (QByteArrayList{"too long", "y"}));
    }
    void aClosedPortLeavesNothingBehind()
    {
        LineJoiner joiner;
        joiner.feed(passport1 + "\rhalf", 0);
        joiner.clear();
        QVERIFY(!joiner.deadline());
        const auto payloads = joiner.feed("whole\r", 1);
        QCOMPARE(payloads.size(), 1);
        QCOMPARE(payloads[0].bytes, "whole"_ba);
    }

    void anAddressIsReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("port");
        QTest::addColumn<int>("baud");
        QTest::addColumn<QString>("frame");
        QTest::addColumn<QString>("shortest");
        QTest::newRow("name") << u"ttyACM0"_s << u"ttyACM0"_s << 9600 << u"8N1"_s << u"ttyACM0"_s;
        QTest::newRow("speed") << u"ttyUSB0@115200"_s << u"ttyUSB0"_s << 115200 << u"8N1"_s
                               << u"ttyUSB0@115200"_s;
        QTest::newRow("usual speed") << u"COM3@9600"_s << u"COM3"_s << 9600 << u"8N1"_s << u"COM3"_s;
        QTest::newRow("frame") << u"/dev/ttyS0@4800,7E2"_s << u"/dev/ttyS0"_s << 4800 << u"7E2"_s
                               << u"/dev/ttyS0@4800,7E2"_s;
        QTest::newRow("frame at the usual speed")
            << u"COM1@9600,8O1"_s << u"COM1"_s << 9600 << u"8O1"_s << u"COM1@9600,8O1"_s;
        QTest::newRow("an @ in the name")
            << u"/dev/by@id/x@y"_s << u"/dev/by@id/x@y"_s << 9600 << u"8N1"_s << u"/dev/by@id/x@y"_s;
        QTest::newRow("an @ and a speed")
            << u"/dev/a@b@300"_s << u"/dev/a@b"_s << 300 << u"8N1"_s << u"/dev/a@b@300"_s;
    }
    void anAddressIsReadAndWritten()
    {
        QFETCH(QString, text);
        const auto address = SerialAddress::fromString(text);
        QVERIFY(address);
        QTEST(address->port, "port");
        QTEST(address->baud, "baud");
        QTEST(QString::number(address->dataBits) + QChar::fromLatin1(address->parity) +
                  QString::number(address->stopBits),
              "frame");
        QTEST(address->toString(), "shortest");
        QCOMPARE(SerialAddress::fromString(address->toString()), address);
    }
    void nothingIsNoAddress() { QVERIFY(!SerialAddress::fromString(QString())); }

    void aScannerIsFollowedToAnotherSocket()
    {
        const SerialIdentity scanner{0x0c2e, 0x0b6a, u"123"_s};
        const SerialIdentity twin{0x0c2e, 0x0b6a, u"456"_s};
        const SerialIdentity nameless{0x05e0, 0x1701, {}};
        const auto at = [](const QString &port, const SerialIdentity &identity) {
            return SerialPortInfo{port, "/dev/"_L1 + port, {}, identity};
        };
        const QString wanted = u"ttyACM0"_s;
        // Where it was.
        QCOMPARE(portToOpen(wanted, scanner, {at(u"ttyACM0"_s, scanner), at(u"ttyACM1"_s, twin)}), wanted);
        // Plugged in elsewhere; another one has taken its name.
        QCOMPARE(portToOpen(wanted, scanner, {at(u"ttyACM1"_s, scanner)}), u"/dev/ttyACM1"_s);
        QCOMPARE(portToOpen(wanted, scanner, {at(u"ttyACM0"_s, twin), at(u"ttyACM1"_s, scanner)}),
                 u"/dev/ttyACM1"_s);
        // Another one in its place, itself gone: the place counts.
        QCOMPARE(portToOpen(wanted, scanner, {at(u"ttyACM0"_s, twin)}), wanted);
        QCOMPARE(portToOpen(wanted, scanner, {}), wanted);
        // Without a serial number only when there is one of its kind.
        QCOMPARE(portToOpen(wanted, nameless, {at(u"ttyACM3"_s, nameless)}), u"/dev/ttyACM3"_s);
        QCOMPARE(portToOpen(wanted, nameless, {at(u"ttyACM3"_s, nameless), at(u"ttyACM4"_s, nameless)}),
                 wanted);
        // Nothing known of it.
        QCOMPARE(portToOpen(wanted, {}, {at(u"ttyS0"_s, {})}), wanted);
    }
};

QTEST_GUILESS_MAIN(LineJoinerTest)
#include "linejoinertest.moc"
