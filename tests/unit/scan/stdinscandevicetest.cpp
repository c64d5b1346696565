#include "core/scan/devices/stdinscandevice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;
using Separator = PayloadSplitter::Separator;

namespace {

/// A pipe with a device that reads it.
class PipedDevice
{
public:
    explicit PipedDevice(Separator separator = Separator::LineEnd) : PipedDevice(separator, makePipe()) {}
    ~PipedDevice()
    {
        closeInput();
        device.stop();
        ::close(m_ends[0]);
    }

    void write(const QByteArray &bytes)
    {
        qsizetype written = 0;
        while (written < bytes.size()) {
            const ssize_t count =
                ::write(m_ends[1], bytes.constData() + written, size_t(bytes.size() - written));
            if (count <= 0)
                return;
            written += count;
        }
    }
    void closeInput()
    {
        if (m_ends[1] >= 0)
            ::close(std::exchange(m_ends[1], -1));
    }

private:
    static std::array<int, 2> makePipe()
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        return ends;
    }
    PipedDevice(Separator separator, std::array<int, 2> ends)
        : m_ends(ends), device(separator, &m_clock, ends[0])
    {
        QObject::connect(&device, &ScanDevice::scanned, &device, [this](const RawScan &scan) {
            payloads.append(scan.sightings.first().bytes);
            last = scan;
        });
        QObject::connect(&device, &ScanDevice::failed, &device,
                         [this](const QString &, const Error &error) { failures.append(error.code); });
        QObject::connect(&device, &ScanDevice::finished, &device, [this] { ++finished; });
    }

    const SystemClock m_clock;
    std::array<int, 2> m_ends;

public:
    StdinScanDevice device;
    QByteArrayList payloads;
    QList<ErrorCode> failures;
    RawScan last;
    int finished = 0;
};

#ifdef __has_feature
#define CHECKPOINT_THREAD_SANITIZER __has_feature(thread_sanitizer)
#else
#define CHECKPOINT_THREAD_SANITIZER 0
#endif
#if defined(__SANITIZE_ADDRESS__) || CHECKPOINT_THREAD_SANITIZER
constexpr qint64 mostMemoryGrowth = 512 << 20; // sanitizers need memory of their own
#else
constexpr qint64 mostMemoryGrowth = 2 << 20;
#endif

/// The memory this process occupies, bytes.
qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

class StdinScanDeviceTest : public QObject
{
    Q_OBJECT

private slots:
    void everyLineIsAScan_data()
    {
        QTest::addColumn<Separator>("separator");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArrayList>("payloads");
        QTest::newRow("LF") << Separator::LineEnd << QByteArray("one\ntwo\n") << QByteArrayList{"one", "two"};
        QTest::newRow("CR LF") << Separator::LineEnd << QByteArray("one\r\ntwo\r\n")
                               << QByteArrayList{"one", "two"};
        QTest::newRow("last line without end")
            << Separator::LineEnd << QByteArray("one\ntwo") << QByteArrayList{"one", "two"};
        QTest::newRow("last line ends in CR")
            << Separator::LineEnd << QByteArray("one\ntwo\r") << QByteArrayList{"one", "two"};
        QTest::newRow("empty lines") << Separator::LineEnd << QByteArray("\n\r\none\n\n\n")
                                     << QByteArrayList{"one"};
        QTest::newRow("nothing") << Separator::LineEnd << QByteArray() << QByteArrayList();
        QTest::newRow("blanks and a CR inside stay")
            << Separator::LineEnd << QByteArray(" a\rb \r\r\n") << QByteArrayList{" a\rb \r"};
        QTest::newRow("any bytes") << Separator::LineEnd << QByteArray("\xff\x00\x01\xfe\n", 5)
                                   << QByteArrayList{QByteArray("\xff\x00\x01\xfe", 4)};
        QTest::newRow("NUL") << Separator::Nul << QByteArray("a\nb\0c\r\n\0\0d", 11)
                             << QByteArrayList{"a\nb", "c\r\n", "d"};
    }
    void everyLineIsAScan()
    {
        QFETCH(Separator, separator);
        QFETCH(QByteArray, input);
        QFETCH(QByteArrayList, payloads);
        PipedDevice piped(separator);
        piped.device.start();
        piped.write(input);
        piped.closeInput();
        QTRY_COMPARE(piped.finished, 1);
        QCOMPARE(piped.payloads, payloads);
        QVERIFY(piped.failures.isEmpty());
        QCOMPARE(piped.device.state(), DeviceState::Finished);
    }

    void lineArrivesBeforeTheNextOneIsWritten()
    {
        PipedDevice piped;
        piped.device.start();
        piped.write("one\n");
        QTRY_COMPARE(piped.payloads, QByteArrayList{"one"});
        QCOMPARE(piped.last.source, u"-"_s);
        QCOMPARE(piped.device.repeatPolicy(), RepeatPolicy::Successive);
        piped.write("t");
        QTest::qWait(50);
        piped.write("wo\r");
        QTest::qWait(50);
        piped.write("\n");
        QTRY_COMPARE(piped.payloads, (QByteArrayList{"one", "two"}));
        QCOMPARE(piped.finished, 0);
    }

    void payloadThatIsTooLongFailsAndTheNextIsRead()
    {
        PipedDevice piped;
        piped.device.start();
        std::thread writer([&piped] {
            piped.write(QByteArray(PayloadSplitter::longestPayload, 'a') + "\r\n");
            piped.write(QByteArray(PayloadSplitter::longestPayload + 1, 'b') + "\n");
            piped.write(QByteArray(1'000'000, 'c') + "\nnext\n");
            piped.write(QByteArray(PayloadSplitter::longestPayload + 1, 'd'));
            piped.closeInput();
        });
        QTRY_COMPARE(piped.finished, 1);
        writer.join();
        QCOMPARE(piped.payloads.size(), 2);
        QCOMPARE(piped.payloads.first().size(), PayloadSplitter::longestPayload);
        QCOMPARE(piped.payloads.last(), "next");
        QCOMPARE(piped.failures.size(), 3);
    }

    void longInputWithASlowConsumerNeedsNoMemory()
    {
        constexpr qint64 lines = 200'000;
        PipedDevice piped;
        std::atomic<qint64> written = 0;
        std::thread writer([&] {
            for (qint64 i = 0; i < lines; ++i) {
                piped.write(QByteArray::number(i).rightJustified(50, '.') + '\n');
                written = i + 1;
            }
            piped.closeInput();
        });
        qint64 taken = 0;
        bool inOrder = true;
        disconnect(&piped.device, &ScanDevice::scanned, nullptr, nullptr);
        connect(&piped.device, &ScanDevice::scanned, this, [&](const RawScan &scan) {
            inOrder = inOrder && scan.sightings.first().bytes.endsWith(QByteArray::number(taken));
            ++taken;
            if (taken % 20'000 == 0) { // the store is busy
                piped.device.pause();
                QTimer::singleShot(100, &piped.device, [&piped] { piped.device.resume(); });
            }
        });
        const qint64 before = residentBytes();
        qint64 most = 0;
        qint64 furthestAhead = 0;
        QTimer meter;
        connect(&meter, &QTimer::timeout, this, [&] {
            most = std::max(most, residentBytes() - before);
            furthestAhead = std::max(furthestAhead, written - taken);
        });
        meter.start(5);
        QSignalSpy finished(&piped.device, &ScanDevice::finished);
        QElapsedTimer timer;
        timer.start();
        piped.device.start();
        QVERIFY(finished.wait(60000));
        const qint64 took = timer.elapsed();
        writer.join();
        QCOMPARE(taken, lines);
        QVERIFY(inOrder);
        qInfo("%lld lines read in %lld ms, memory grew by %lld KiB at most, the writer was %lld lines ahead "
              "at most",
              lines, took, most / 1024, furthestAhead);
        QVERIFY(most < mostMemoryGrowth);
        QVERIFY(furthestAhead < 5'000); // the pipe's 64 KiB, the reader's and the queue
    }

    void fileIsReadToItsEnd()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("one\ntwo\n");
        QVERIFY(file.flush() && file.seek(0));
        const SystemClock clock;
        StdinScanDevice device(Separator::LineEnd, &clock, file.handle());
        QSignalSpy scans(&device, &ScanDevice::scanned);
        QSignalSpy finished(&device, &ScanDevice::finished);
        device.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(scans.size(), 2);
    }

    void closedInputFailsAndFinishes()
    {
        const SystemClock clock;
        StdinScanDevice device(Separator::LineEnd, &clock, 987);
        QSignalSpy failures(&device, &ScanDevice::failed);
        QSignalSpy finished(&device, &ScanDevice::finished);
        device.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(device.state(), DeviceState::Failed);
    }

    void stopReturnsAtOnceWhileNobodyTypes()
    {
        PipedDevice piped;
        piped.device.start();
        piped.write("one\n");
        QTRY_COMPARE(piped.payloads.size(), 1);
        QElapsedTimer timer;
        timer.start();
        piped.device.stop();
        QVERIFY(timer.elapsed() < 500);
        piped.write("two\n");
        QTest::qWait(100);
        QCOMPARE(piped.payloads.size(), 1);
        piped.device.start();
        QTRY_COMPARE(piped.payloads, (QByteArrayList{"one", "two"}));
    }

    void stopFromWithinAScanIsSafe()
    {
        PipedDevice piped;
        connect(&piped.device, &ScanDevice::scanned, this, [&piped] { piped.device.stop(); });
        piped.device.start();
        piped.write("one\ntwo\nthree\n");
        QTRY_COMPARE(piped.payloads.size(), 1);
        QTest::qWait(100);
        QCOMPARE(piped.payloads.size(), 1);
    }
};

QTEST_GUILESS_MAIN(StdinScanDeviceTest)

#include "stdinscandevicetest.moc"
