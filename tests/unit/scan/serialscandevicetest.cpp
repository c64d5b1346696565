#include "core/scan/devices/serialscandevice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;

namespace {

/// A scanner's side of a serial line, without hardware.
class FakeScanner
{
public:
    FakeScanner()
    {
        m_line = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (m_line < 0 || ::grantpt(m_line) != 0 || ::unlockpt(m_line) != 0)
            qFatal("no pseudo-terminal");
    }
    ~FakeScanner() { unplug(); }

    QString port() const { return QString::fromLocal8Bit(::ptsname(m_line)); }
    void send(const QByteArray &bytes) const
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const ssize_t count = ::write(m_line, bytes.constData() + sent, size_t(bytes.size() - sent));
            if (count <= 0)
                qFatal("the line is broken");
            sent += count;
        }
    }
    void unplug()
    {
        if (m_line >= 0)
            ::close(std::exchange(m_line, -1));
    }
    int speed() const
    {
        termios settings{};
        ::tcgetattr(m_line, &settings);
        return int(::cfgetospeed(&settings));
    }

private:
    int m_line = -1;
};

qint64 processorMs()
{
    return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

} // namespace

class SerialScanDeviceTest : public QObject
{
    Q_OBJECT

private:
    void open(const QString &address)
    {
        m_device = std::make_unique<SerialScanDevice>(SerialAddress::fromString(address).value(), &m_clock);
        connect(m_device.get(), &ScanDevice::scanned, this, [this](const RawScan &scan) {
            m_payloads.append(scan.sightings.first().bytes);
            m_last = scan;
        });
        connect(m_device.get(), &ScanDevice::failed, this,
                [this](const QString &, const Error &error) { m_failures.append(error); });
        m_device->start();
    }
    void openScanner()
    {
        m_scanner = std::make_unique<FakeScanner>();
        open(m_scanner->port());
        QTRY_COMPARE(m_device->state(), DeviceState::Running);
    }

    const SystemClock m_clock;
    std::unique_ptr<FakeScanner> m_scanner;
    std::unique_ptr<SerialScanDevice> m_device;
    QByteArrayList m_payloads;
    QList<Error> m_failures;
    RawScan m_last;
    QTemporaryDir m_folder;

private slots:
    void cleanup()
    {
        m_device.reset();
        m_scanner.reset();
        m_payloads.clear();
        m_failures.clear();
        m_last = {};
    }

    void everyTerminatorEndsAPayload_data()
    {
        QTest::addColumn<QByteArray>("terminator");
        QTest::newRow("CR") << "\r"_ba;
        QTest::newRow("LF") << "\n"_ba;
        QTest::newRow("CR LF") << "\r\n"_ba;
        QTest::newRow("tab") << "\t"_ba;
    }
    void everyTerminatorEndsAPayload()
    {
        QFETCH(QByteArray, terminator);
        openScanner();
        m_scanner->send("first" + terminator + "second" + terminator);
        QTRY_COMPARE(m_payloads, (QByteArrayList{"first", "second"}));
        QCOMPARE(m_last.deviceId, m_device->id());
        QCOMPARE(m_last.source, u"serial:"_s + m_scanner->port());
        QCOMPARE(m_last.timing.suffix, terminator == "\t" ? ScanSuffix::Tab : ScanSuffix::Enter);
    }

    void aPortInAFolderOfDevIsNotTakenForUnplugged()
    {
        openScanner(); // "/dev/pts/5", as "/dev/serial/by-id/…" is
        QVERIFY(m_scanner->port().count(u'/') > 2);
        QSignalSpy changes(m_device.get(), &ScanDevice::stateChanged);
        QTest::qWait(2 * SerialReader::pollMs + 200); // it was looked at twice
        QCOMPARE(changes.size(), 0);
    }

    void silenceEndsAPayload()
    {
        openScanner();
        m_scanner->send("without an end");
        QTRY_COMPARE_WITH_TIMEOUT(m_payloads, (QByteArrayList{"without an end"}), 500);
        QTest::qWait(100);
        m_scanner->send("another");
        QTRY_COMPARE_WITH_TIMEOUT(m_payloads, (QByteArrayList{"without an end", "another"}), 500);
    }

    void aPayloadInPiecesIsOnePayload()
    {
        openScanner();
        for (const char c : "001090999991|010000001|x"_ba) {
            m_scanner->send(QByteArray(1, c));
            QTest::qWait(3);
        }
        m_scanner->send("\r");
        QTRY_COMPARE(m_payloads, (QByteArrayList{"001090999991|010000001|x"}));
    }

    void bytesComeAsTheyAre()
    {
        openScanner();
        const QByteArray text = u"001090999991||Nguyễn Thử Nghiệm"_s.toUtf8();
        m_scanner->send(text + '\r');
        QByteArray others;
        for (int i = 0; i < 256; ++i) {
            if (i != '\r' && i != '\n' && i != '\t')
                others.append(char(i));
        }
        m_scanner->send(others + '\n');
        QTRY_COMPARE(m_payloads, (QByteArrayList{text, others}));
    }

    void linesOfAPassportReaderAreOnePayload()
    {
        openScanner();
        const QByteArray first = "P<VNMNGUYEN<<THU<NGHIEM<<<<<<<<<<<<<<<<<<<<<";
        const QByteArray second = "X00000000<0VNM9001150M3001159<<<<<<<<<<<<<<0";
        m_scanner->send(first + "\r\n");
        QTest::qWait(20);
        m_scanner->send(second + "\r\n");
        QTRY_COMPARE(m_payloads, (QByteArrayList{first + '\n' + second}));
    }

    void thePortIsSetToTheSpeedAskedFor()
    {
        m_scanner = std::make_unique<FakeScanner>();
        open(m_scanner->port() + u"@115200"_s);
        QTRY_COMPARE(m_device->state(), DeviceState::Running);
        QCOMPARE(m_scanner->speed(), int(B115200));
        QCOMPARE(m_device->id(), u"serial:"_s + m_scanner->port());
    }

    void twentyScansInTwoSecondsAreAllThereInOrder()
    {
        openScanner();
        QByteArrayList sent;
        std::thread scanner([this, &sent] {
            for (int i = 0; i < 20; ++i) {
                sent.append("0010909" + QByteArray::number(10000 + i) + "|" + QByteArray(150, 'x'));
                m_scanner->send(sent.last() + '\r');
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
        });
        scanner.join(); // the window stands still meanwhile
        QTRY_COMPARE(m_payloads.size(), 20);
        QCOMPARE(m_payloads, sent);
    }

    void aPortThatIsNotThereIsMissingAndComes()
    {
        const QString link = m_folder.filePath(u"scanner"_s);
        open(link);
        QTRY_COMPARE(m_device->state(), DeviceState::Missing);
        m_scanner = std::make_unique<FakeScanner>();
        QVERIFY(QFile::link(m_scanner->port(), link));
        QTRY_COMPARE_WITH_TIMEOUT(m_device->state(), DeviceState::Running, 3'000);
        m_scanner->send("here\r");
        QTRY_COMPARE(m_payloads, (QByteArrayList{"here"}));
        QVERIFY(m_failures.isEmpty());
        QVERIFY(QFile::remove(link));
    }

    void anUnpluggedScannerComesBackUnderAnotherPort()
    {
        const QString link = m_folder.filePath(u"scanner"_s);
        m_scanner = std::make_unique<FakeScanner>();
        QVERIFY(QFile::link(m_scanner->port(), link));
        open(link);
        QTRY_COMPARE(m_device->state(), DeviceState::Running);
        m_scanner->send("before\rhalf a payl");
        QTRY_COMPARE(m_payloads, (QByteArrayList{"before"}));
        m_scanner->unplug();
        QVERIFY(QFile::remove(link));
        QTRY_COMPARE_WITH_TIMEOUT(m_device->state(), DeviceState::Missing, 3'000);
        m_scanner = std::make_unique<FakeScanner>();
        QVERIFY(QFile::link(m_scanner->port(), link));
        QTRY_COMPARE_WITH_TIMEOUT(m_device->state(), DeviceState::Running, 3'000);
        m_scanner->send("after\r");
        QTRY_COMPARE(m_payloads, (QByteArrayList{"before", "after"}));
        QVERIFY(QFile::remove(link));
    }

    void aLinkThatPointsElsewhereIsFollowed()
    {
        const QString link = m_folder.filePath(u"scanner"_s);
        m_scanner = std::make_unique<FakeScanner>();
        const FakeScanner other;
        QVERIFY(QFile::link(m_scanner->port(), link));
        open(link);
        QTRY_COMPARE(m_device->state(), DeviceState::Running);
        QVERIFY(QFile::remove(link)); // its driver says nothing of the unplugging
        QTRY_COMPARE_WITH_TIMEOUT(m_device->state(), DeviceState::Missing, 3'000);
        QVERIFY(QFile::link(other.port(), link));
        QTRY_COMPARE_WITH_TIMEOUT(m_device->state(), DeviceState::Running, 3'000);
        other.send("other\r");
        QTRY_COMPARE(m_payloads, (QByteArrayList{"other"}));
        QVERIFY(QFile::remove(link));
    }

    void anUnpluggedScannerCostsNothing()
    {
        openScanner();
        m_scanner->unplug();
        QTRY_COMPARE_WITH_TIMEOUT(m_device->state(), DeviceState::Missing, 3'000);
        QElapsedTimer timer;
        timer.start();
        const qint64 before = processorMs();
        QTest::qWait(3'000);
        const qint64 used = processorMs() - before;
        QVERIFY2(used < timer.elapsed() / 20, qPrintable(QString::number(used)));
    }

    void aFileThatIsNoPortIsToldOnce()
    {
        const QString path = m_folder.filePath(u"file"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        open(path);
        QTRY_COMPARE_WITH_TIMEOUT(m_device->state(), DeviceState::Silent, 5'000);
        QTRY_COMPARE(m_failures.size(), 1);
        QCOMPARE(m_failures.first().code, ErrorCode::DeviceSilent);
        QTest::qWait(2'500);
        QCOMPARE(m_failures.size(), 1);
    }

    void afterStopNothingComes()
    {
        openScanner();
        m_scanner->send("one\rtwo\r");
        QTRY_COMPARE(m_payloads.size(), 2);
        m_scanner->send("three\r");
        m_device->stop();
        QTest::qWait(200);
        QCOMPARE(m_payloads.size(), 2);
        m_device->start();
        QTRY_COMPARE(m_device->state(), DeviceState::Running);
        m_scanner->send("four\r");
        QTRY_COMPARE(m_payloads.last(), "four"_ba);
    }

    void pausedScansWait()
    {
        openScanner();
        m_device->pause();
        QByteArray all;
        for (int i = 0; i < 200; ++i)
            all += QByteArray::number(i) + '\r';
        m_scanner->send(all);
        QTest::qWait(200);
        QVERIFY(m_payloads.isEmpty());
        m_device->resume();
        QTRY_COMPARE(m_payloads.size(), 200);
        QCOMPARE(m_payloads.last(), "199"_ba);
    }

    void stoppingInTheMiddleOfAScanIsFine()
    {
        openScanner();
        connect(m_device.get(), &ScanDevice::scanned, this, [this] { m_device->stop(); });
        m_scanner->send("one\rtwo\r");
        QTRY_COMPARE(m_payloads.size(), 1);
        QTest::qWait(100);
        QCOMPARE(m_payloads.size(), 1);
    }
};

QTEST_GUILESS_MAIN(SerialScanDeviceTest)
#include "serialscandevicetest.moc"
