#include "core/scan/devices/camerascandevice.h"

#include "core/scan/devices/cameraformat.h"
#include "core/scan/devices/camerawatch.h"
#include "tests/support/camerashot.h"
#include "tests/support/fakecamera.h"
#include "tests/support/scenerenderer.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;
using checkpoint::test::FakeCameraMode;
using checkpoint::test::FakeCameras;
using checkpoint::test::renderScene;

namespace {

constexpr QSize frameSize(1280, 720);
const QByteArray firstPayload = "001099012345||Nguyễn Văn A|01011990|Nam|Hà Nội|01012021";
const QByteArray secondPayload = "001199054321||Trần Thị B|02021991|Nữ|Huế|02022021";

/// A camera device that counts what it delivers.
class Watched
{
public:
    explicit Watched(const QString &description) : device(description, &m_clock)
    {
        QObject::connect(&device, &ScanDevice::scanned, &device, [this](const RawScan &scan) {
            ++scans;
            last = scan;
            for (const Sighting &sighting : scan.sightings)
                payloads.insert(sighting.bytes);
        });
        QObject::connect(&device, &ScanDevice::previewed, &device,
                         [this](const QImage &picture, const QSize &) {
                             ++previews;
                             preview = picture;
                         });
    }

    void forget()
    {
        scans = 0;
        previews = 0;
        payloads.clear();
    }
    bool reads(const QByteArray &payload) const { return payloads.contains(payload); }

private:
    const SystemClock m_clock;

public:
    CameraScanDevice device;
    int scans = 0;
    int previews = 0;
    RawScan last;
    QImage preview;
    QSet<QByteArray> payloads;
};

/// Finds out how long the GUI thread's events had to wait.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_sinceBeat.start();
        startTimer(10);
    }
    qint64 longestMs() const { return m_longestMs; }

protected:
    void timerEvent(QTimerEvent *) override { m_longestMs = std::max(m_longestMs, m_sinceBeat.restart()); }

private:
    QElapsedTimer m_sinceBeat;
    qint64 m_longestMs = 0;
};

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

} // namespace

class CameraScanDeviceTest : public QObject
{
    Q_OBJECT

public:
    explicit CameraScanDeviceTest(FakeCameras *cameras) : m_cameras(cameras) {}

private slots:
    void initTestCase()
    {
        if (!FakeCameras::areSupported())
            QSKIP("Qt's multimedia has no GStreamer back end here");
        m_first = renderScene(frameSize, firstPayload);
        m_second = renderScene(frameSize, secondPayload);
        m_empty = renderScene(frameSize, QList<test::SceneCard>());
    }

    void cleanup()
    {
        m_cameras->unplugAll();
        QTRY_VERIFY_WITH_TIMEOUT(availableCameras().isEmpty(), 5000);
    }

    void codeInFrontOfTheCameraIsRead()
    {
        plug(u"FakeCam"_s, m_first);
        Watched camera(u"FakeCam"_s);
        camera.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload), 10000);
        QCOMPARE(camera.device.state(), DeviceState::Running);
        QCOMPARE(camera.last.deviceId, u"camera:FakeCam"_s);
        QCOMPARE(camera.last.source, u"camera:FakeCam"_s);
        QCOMPARE(camera.last.frameSize, frameSize);
        QCOMPARE(camera.last.sightings.size(), 1);
        QVERIFY(camera.last.sightings.first().outline.boundingRect().contains(QPointF(640, 360)));
        m_cameras->show(u"FakeCam"_s, m_second);
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(secondPayload), 5000);
    }

    void cameraDeliversInEveryUsualFormat_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"YUY2", "NV12", "I420", "Y42B", "JPEG"})
            QTest::newRow(format) << QByteArray(format);
    }
    void cameraDeliversInEveryUsualFormat()
    {
        QFETCH(QByteArray, format);
        QImage scene = m_first;
        const QColor orange(230, 130, 20);
        QPainter(&scene).fillRect(20, 20, 200, 200, orange);
        plug(u"FakeCam"_s, scene, {FakeCameraMode{format, frameSize, 30}});
        Watched camera(u"FakeCam"_s);
        camera.device.setPreviewWanted(true);
        camera.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload) && camera.previews > 0, 10000);
        QCOMPARE(camera.preview.size(), QSize(640, 360));
        const QColor seen = camera.preview.pixelColor(60, 60);
        QVERIFY2(std::abs(seen.red() - orange.red()) < 15 && std::abs(seen.green() - orange.green()) < 15 &&
                     std::abs(seen.blue() - orange.blue()) < 15,
                 qPrintable(seen.name()));
    }

    void whatWouldHelpIsSaidWhileTheCodeIsNotRead()
    {
        test::CameraShot near;
        near.payload = firstPayload;
        near.place({0.5, 0.5}, 8, 3);
        near.discBlur = 13;
        const QImage blurred = renderShot(near).convertToFormat(QImage::Format_RGB32);
        near = {};
        const QImage empty = renderShot(near).convertToFormat(QImage::Format_RGB32);
        plug(u"FakeCam"_s, empty);
        Watched camera(u"FakeCam"_s);
        Guidance last;
        connect(&camera.device, &ScanDevice::guided, this,
                [&last](const Guidance &guidance) { last = guidance; });
        camera.device.setPreviewWanted(true);
        camera.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.previews > 0, 10000);
        QTest::qWait(500);
        QCOMPARE(last.advice, Advice::None);
        QElapsedTimer timer;
        timer.start();
        m_cameras->show(u"FakeCam"_s, blurred);
        QTRY_COMPARE_WITH_TIMEOUT(last.advice, Advice::OutOfFocus, 5000);
        qInfo("before the camera to the advice: %lld ms", timer.elapsed());
        QVERIFY(last.outline.boundingRect().contains(QPointF(640, 360)));
        m_cameras->show(u"FakeCam"_s, m_first);
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload), 5000);
        QTRY_COMPARE(last.advice, Advice::None);
    }

    void sizeNear720pIsChosen()
    {
        plug(u"FakeCam"_s, m_first,
             {{"YUY2", {640, 480}, 30},
              {"YUY2", {1920, 1080}, 5},
              {"YUY2", {1280, 720}, 10},
              {"JPEG", {1280, 720}, 30},
              {"JPEG", {1920, 1080}, 30}});
        Watched camera(u"FakeCam"_s);
        camera.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload), 10000);
        QCOMPARE(camera.last.frameSize, frameSize);
    }

    void unpluggedCameraIsMissingAndReadsAgainWhenItIsBack()
    {
        plug(u"FakeCam"_s, m_first);
        Watched camera(u"FakeCam"_s);
        camera.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload), 10000);
        for (int round = 0; round < 3; ++round) {
            m_cameras->unplug(u"FakeCam"_s);
            QTRY_COMPARE_WITH_TIMEOUT(camera.device.state(), DeviceState::Missing, 5000);
            camera.forget();
            QTest::qWait(300);
            QCOMPARE(camera.scans, 0);
            QElapsedTimer timer;
            timer.start();
            m_cameras->plug(u"FakeCam"_s, m_second);
            QTRY_VERIFY_WITH_TIMEOUT(camera.reads(secondPayload), 10000);
            qInfo("plugged back to first read: %lld ms", timer.elapsed());
            QCOMPARE(camera.device.state(), DeviceState::Running);
        }
    }

    void frozenCameraIsSilentAndReadsAgainWhenItThaws()
    {
        plug(u"FakeCam"_s, m_first);
        Watched camera(u"FakeCam"_s);
        camera.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload), 10000);
        m_cameras->setFrozen(u"FakeCam"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(camera.device.state(), DeviceState::Silent, 6000);
        camera.forget();
        QTest::qWait(4000);
        QCOMPARE(camera.device.state(), DeviceState::Silent);
        QCOMPARE(camera.scans, 0);
        QElapsedTimer timer;
        timer.start();
        m_cameras->setFrozen(u"FakeCam"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload), 15000);
        qInfo("thawed to first read: %lld ms", timer.elapsed());
        QCOMPARE(camera.device.state(), DeviceState::Running);
    }

    void cameraThatIsPluggedInAfterTheStartIsFound()
    {
        Watched camera(u"LateCam"_s);
        camera.device.start();
        QTRY_COMPARE_WITH_TIMEOUT(camera.device.state(), DeviceState::Missing, 5000);
        QTest::qWait(500);
        plug(u"OtherCam"_s, m_first);
        QTest::qWait(200);
        QCOMPARE(camera.device.state(), DeviceState::Missing);
        plug(u"LateCam"_s, m_second);
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(secondPayload), 10000);
        QVERIFY(!camera.reads(firstPayload));
    }

    void twoCamerasReadAtOnce()
    {
        plug(u"InCam"_s, m_first);
        plug(u"OutCam"_s, m_second);
        Watched in(u"InCam"_s);
        Watched out(u"OutCam"_s);
        in.device.start();
        out.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(in.scans >= 10 && out.scans >= 10, 15000);
        QCOMPARE(in.payloads, QSet<QByteArray>{firstPayload});
        QCOMPARE(out.payloads, QSet<QByteArray>{secondPayload});
        m_cameras->unplug(u"InCam"_s);
        QTRY_COMPARE_WITH_TIMEOUT(in.device.state(), DeviceState::Missing, 5000);
        out.forget();
        QTRY_VERIFY_WITH_TIMEOUT(out.scans >= 10, 5000);
    }

    void bothCodesOfOneFrameAreInOneScan()
    {
        plug(u"FakeCam"_s, renderScene(frameSize, {test::SceneCard{firstPayload, 3.5, {300, 360}, 5},
                                                   test::SceneCard{secondPayload, 3.5, {950, 360}, -8}}));
        Watched camera(u"FakeCam"_s);
        camera.device.start();
        QTRY_COMPARE_WITH_TIMEOUT(camera.last.sightings.size(), 2, 10000);
        QCOMPARE(camera.payloads, (QSet<QByteArray>{firstPayload, secondPayload}));
    }

    void noSignalComesAfterStop()
    {
        plug(u"FakeCam"_s, m_first);
        Watched camera(u"FakeCam"_s);
        camera.device.setPreviewWanted(true);
        for (int round = 0; round < 5; ++round) {
            camera.device.start();
            QTRY_VERIFY_WITH_TIMEOUT(camera.scans > 0 && camera.previews > 0, 10000);
            camera.device.stop();
            camera.forget();
            QSignalSpy states(&camera.device, &ScanDevice::stateChanged);
            QTest::qWait(150);
            QCOMPARE(camera.scans, 0);
            QCOMPARE(camera.previews, 0);
            QCOMPARE(states.size(), 0);
        }
    }

    void stopFromWithinAScanIsSafe()
    {
        plug(u"FakeCam"_s, m_first);
        Watched camera(u"FakeCam"_s);
        connect(&camera.device, &ScanDevice::scanned, &camera.device, [&camera] { camera.device.stop(); });
        camera.device.start();
        QTRY_COMPARE_WITH_TIMEOUT(camera.scans, 1, 10000);
        QTest::qWait(300);
        QCOMPARE(camera.scans, 1);
    }

    void patternOfACameralessSessionDoesNotCount()
    {
        // The only mode cannot be delivered: what comes instead of it must not look like a camera that runs.
        plug(u"FakeCam"_s, m_first);
        Watched camera(u"FakeCam"_s);
        camera.device.start();
        m_cameras->unplug(u"FakeCam"_s);
        QTest::qWait(1500);
        QVERIFY(camera.device.state() != DeviceState::Running);
    }

    void camerasAreListedOnceAndChangesAreTold()
    {
        CameraWatch watch;
        QSignalSpy changes(&watch, &CameraWatch::changed);
        plug(u"One"_s, m_first);
        plug(u"Two"_s, m_first);
        QCOMPARE(availableCameras().size(), 2);
        QTRY_VERIFY(changes.size() >= 2);
        changes.clear();
        m_cameras->unplug(u"One"_s);
        QTRY_VERIFY(changes.size() >= 1);
        QTRY_COMPARE(availableCameras().size(), 1);
        QCOMPARE(availableCameras().first().description, u"Two"_s);
    }

    void previewsComeAtMost15TimesASecondAndOnlyWhenWanted()
    {
        plug(u"FakeCam"_s, m_first);
        Watched camera(u"FakeCam"_s);
        camera.device.start();
        QTRY_VERIFY_WITH_TIMEOUT(camera.scans > 5, 10000);
        QCOMPARE(camera.previews, 0);
        camera.device.setPreviewWanted(true);
        QTest::qWait(2000);
        QVERIFY2(camera.previews <= 31, qPrintable(QString::number(camera.previews)));
        QVERIFY2(camera.previews >= 15, qPrintable(QString::number(camera.previews)));
        camera.device.setPreviewWanted(false);
        camera.forget();
        QTest::qWait(300);
        QCOMPARE(camera.previews, 0);
    }

    void cpuTimeOfOneCameraIsMeasured()
    {
        for (const bool preview : {false, true}) {
            for (const QImage &scene : {m_empty, m_first}) {
                plug(u"FakeCam"_s, scene);
                Watched camera(u"FakeCam"_s);
                camera.device.setPreviewWanted(preview);
                camera.device.start();
                QTRY_COMPARE_WITH_TIMEOUT(camera.device.state(), DeviceState::Running, 10000);
                const double before = cpuSeconds();
                QTest::qWait(2000);
                qInfo("%s, %s: %.1f %% of a core", scene == m_first ? "code" : "empty scene",
                      preview ? "with previews" : "without previews", (cpuSeconds() - before) / 2 * 100);
                camera.device.stop();
                m_cameras->unplugAll();
                QTRY_VERIFY_WITH_TIMEOUT(availableCameras().isEmpty(), 5000);
            }
        }
    }

    void windowDoesNotStandStillWhileACameraHangs()
    {
        plug(u"SlowCam"_s, m_first);
        m_cameras->setDelays(u"SlowCam"_s, 4000, 1500);
        Watched camera(u"SlowCam"_s);
        Heartbeat heartbeat;
        camera.device.start();
        QTRY_COMPARE_WITH_TIMEOUT(camera.device.state(), DeviceState::Silent, 4000);
        QTRY_VERIFY_WITH_TIMEOUT(camera.reads(firstPayload), 5000);
        QCOMPARE(camera.device.state(), DeviceState::Running);
        camera.device.stop();
        QTest::qWait(100);
        qInfo("longest standstill of the GUI thread: %lld ms", heartbeat.longestMs());
        QVERIFY(heartbeat.longestMs() < 500);
    }

private:
    /// Plugs a camera in and waits until Qt has noticed.
    void plug(const QString &name, const QImage &scene,
              const QList<FakeCameraMode> &modes = {FakeCameraMode{}})
    {
        m_cameras->plug(name, scene, modes);
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::any_of(availableCameras(),
                                [&](const CameraInfo &camera) { return camera.description == name; }),
            5000);
    }

    FakeCameras *const m_cameras;
    QImage m_first;
    QImage m_second;
    QImage m_empty;
};

int main(int argc, char *argv[])
{
    FakeCameras cameras;
    QGuiApplication application(argc, argv);
    CameraScanDeviceTest test(&cameras);
    return QTest::qExec(&test, argc, argv);
}

#include "camerascandevicetest.moc"
