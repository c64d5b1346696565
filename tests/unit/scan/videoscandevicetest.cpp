#include "core/scan/devices/videoscandevice.h"

#include "tests/support/scenerenderer.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;
using checkpoint::test::renderScene;

namespace {

constexpr int framesASecond = 10;

/// Three cards held up one after the other, each for most of a second (players drop frames on a busy
/// machine), with a moment of nothing between; the last one to the very end.
QByteArrayList clipPayloads()
{
    return {"001099012345||Nguyễn Văn A|01011990|Nam|Hà Nội|01012021",
            "001199054321||Trần Thị B|02021991|Nữ|Huế|02022021", "TICKET-0001"};
}

void renderFrames(const QTemporaryDir &folder)
{
    int number = 0;
    const auto add = [&](const QImage &picture, int count) {
        for (int i = 0; i < count; ++i)
            QVERIFY(picture.save(folder.filePath(u"%1.png"_s.arg(number++, 3, 10, QChar(u'0')))));
    };
    const QImage empty = renderScene({640, 480}, QList<test::SceneCard>());
    for (const QByteArray &payload : clipPayloads()) {
        add(empty, 3);
        add(renderScene({640, 480}, payload), 8);
    }
}

/// One card, held up all the time.
void renderOneCard(const QTemporaryDir &folder)
{
    const QImage card = renderScene({640, 480}, clipPayloads().first());
    for (int number = 0; number < 24; ++number)
        QVERIFY(card.save(folder.filePath(u"%1.png"_s.arg(number, 3, 10, QChar(u'0')))));
}

/// False when the tool is missing, fails or does not come to its end.
bool hasRun(const QStringList &arguments)
{
    QProcess tool;
    tool.start(u"gst-launch-1.0"_s, arguments);
    if (tool.waitForFinished(60'000))
        return tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
    qWarning() << tool.program() << "hangs" << tool.errorString();
    tool.kill();
    tool.waitForFinished();
    return false;
}

/// Makes a film of the frames; false when GStreamer's tools are missing.
bool makeClip(const QTemporaryDir &folder, const QString &path, const QStringList &encoding)
{
    QStringList arguments{u"-q"_s,
                          u"multifilesrc"_s,
                          u"location="_s + folder.filePath(u"%03d.png"_s),
                          u"caps=image/png,framerate=%1/1"_s.arg(framesASecond),
                          u"!"_s,
                          u"pngdec"_s,
                          u"!"_s,
                          u"videoconvert"_s,
                          u"!"_s};
    arguments += encoding;
    arguments += QStringList{u"!"_s, u"filesink"_s, u"location="_s + path};
    return hasRun(arguments);
}

struct Heard
{
    explicit Heard(ScanDevice &device)
    {
        QObject::connect(&device, &ScanDevice::scanned, &device, [this](const RawScan &scan) {
            scansAfterEnd += finished;
            for (const Sighting &sighting : scan.sightings) {
                if (payloads.isEmpty() || payloads.last() != sighting.bytes)
                    payloads.append(sighting.bytes);
            }
        });
        QObject::connect(&device, &ScanDevice::failed, &device, [this] { ++failures; });
        QObject::connect(&device, &ScanDevice::finished, &device, [this] { ++finished; });
    }
    QByteArrayList payloads; ///< in order, without repeats
    int scansAfterEnd = 0;
    int failures = 0;
    int finished = 0;
};

} // namespace

class VideoScanDeviceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"gst-launch-1.0"_s).isEmpty(),
                 "gstreamer1.0-tools is needed");
        renderFrames(m_folder);
    }

    void everyCodeOfAFilmIsRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("encoding");
        QTest::newRow("motion JPEG in AVI")
            << u"clip.avi"_s << QStringList{u"jpegenc"_s, u"!"_s, u"avimux"_s};
        QTest::newRow("VP8 in WebM") << u"clip.webm"_s
                                     << QStringList{u"vp8enc"_s, u"deadline=1"_s, u"!"_s, u"webmmux"_s};
        QTest::newRow("Theora in Ogg") << u"clip.ogv"_s << QStringList{u"theoraenc"_s, u"!"_s, u"oggmux"_s};
    }
    void everyCodeOfAFilmIsRead()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, encoding);
        const QString path = m_folder.filePath(name);
        QVERIFY(makeClip(m_folder, path, encoding));
        QVERIFY(VideoScanDevice::accepts(path));
        VideoScanDevice device(path, &m_clock);
        device.setPreviewWanted(true);
        Heard heard(device);
        QSignalSpy previews(&device, &ScanDevice::previewed);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, 15000);
        QCOMPARE(heard.payloads, clipPayloads());
        QCOMPARE(heard.failures, 0);
        QCOMPARE(device.state(), DeviceState::Finished);
        QVERIFY(previews.size() > 10);
        QTest::qWait(200);
        QCOMPARE(heard.scansAfterEnd, 0);
        QCOMPARE(heard.finished, 1);
    }

    void filmCanBePlayedAgain()
    {
        const QString path = m_folder.filePath(u"again.avi"_s);
        QVERIFY(makeClip(m_folder, path, {u"jpegenc"_s, u"!"_s, u"avimux"_s}));
        VideoScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, 15000);
        heard.payloads.clear();
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 2, 15000);
        QVERIFY(!heard.payloads.isEmpty()); // that every code is read is another test's matter
    }

    void nothingComesAfterStop()
    {
        const QString path = m_folder.filePath(u"stopped.avi"_s);
        QVERIFY(makeClip(m_folder, path, {u"jpegenc"_s, u"!"_s, u"avimux"_s}));
        VideoScanDevice device(path, &m_clock);
        Heard heard(device);
        connect(&device, &ScanDevice::scanned, &device, [&device] { device.stop(); });
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.payloads.size(), 1, 15000);
        QTest::qWait(2000);
        QCOMPARE(heard.payloads.size(), 1);
        QCOMPARE(heard.finished, 0);
    }

    void fileThatIsNoFilmFailsAndFinishes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("garbage") << QByteArray("this is no film").repeated(1000);
        QTest::newRow("empty") << QByteArray();
    }
    void fileThatIsNoFilmFailsAndFinishes()
    {
        QFETCH(QByteArray, content);
        const QString path = m_folder.filePath(u"broken.mkv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        VideoScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, 20000);
        QCOMPARE(heard.failures, 1);
        QCOMPARE(device.state(), DeviceState::Failed);
    }

    void filmThatBreaksOffEnds()
    {
        const QString path = m_folder.filePath(u"whole.avi"_s);
        QVERIFY(makeClip(m_folder, path, {u"jpegenc"_s, u"!"_s, u"avimux"_s}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        file.close();
        VideoScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, 20000);
        QVERIFY(heard.failures == 1 || heard.payloads.size() >= 1);
    }

    void filmThatStandsStillEnds()
    {
        const QTemporaryDir oneCard;
        renderOneCard(oneCard);
        const QString whole = m_folder.filePath(u"before the stall.avi"_s);
        QVERIFY(makeClip(oneCard, whole, {u"jpegenc"_s, u"!"_s, u"avimux"_s}));
        QFile film(whole);
        QVERIFY(film.open(QIODevice::ReadOnly));
        const QByteArray beginning = film.read(film.size() / 2);
        const QString path = m_folder.filePath(u"stall.avi"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const int writer = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
        QVERIFY(writer >= 0);
        std::thread feeder([&] {
            qsizetype written = 0;
            ssize_t count = 1;
            while (count > 0 && written < beginning.size()) {
                count = ::write(writer, beginning.constData() + written, size_t(beginning.size() - written));
                written += count;
            }
        });
        VideoScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, VideoScanDevice::stallMs + 10000);
        feeder.join();
        ::close(writer); // the player cannot be destroyed in the middle of a read that hangs
        QCOMPARE(heard.failures, 1);
        QCOMPARE(device.state(), DeviceState::Failed);
        QVERIFY(!heard.payloads.isEmpty());
    }

    void soundAloneIsNoFilm()
    {
        const QString path = m_folder.filePath(u"sound.ogg"_s);
        QVERIFY(hasRun({u"-q"_s, u"audiotestsrc"_s, u"num-buffers=50"_s, u"!"_s, u"vorbisenc"_s, u"!"_s,
                        u"oggmux"_s, u"!"_s, u"filesink"_s, u"location="_s + path}));
        VideoScanDevice device(path, &m_clock);
        Heard heard(device);
        device.start();
        QTRY_COMPARE_WITH_TIMEOUT(heard.finished, 1, 20000);
        QCOMPARE(heard.failures, 1);
    }

private:
    const SystemClock m_clock;
    QTemporaryDir m_folder;
};

QTEST_MAIN(VideoScanDeviceTest)

#include "videoscandevicetest.moc"
