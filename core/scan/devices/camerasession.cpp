#include "core/scan/devices/camerasession.h"

#include "core/base/logging.h"
#include "core/scan/devices/cameraformat.h"
#include "core/scan/framedecoder.h"

#include <QCamera>
#include <QCameraDevice>
#include <QCameraFormat>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QObject>
#include <QThread>
#include <QVideoFrame>
#include <QVideoSink>

#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

/// Stands between the camera's thread and the decoder: once it is shut no frame passes, however long the
/// camera lives on.
struct FrameGate
{
    explicit FrameGate(FrameDecoder *target) : decoder(target) {}

    void pass(const QVideoFrame &frame)
    {
        const std::lock_guard lock(mutex);
        if (!decoder)
            return;
        ++frameCount;
        decoder->submit(frame);
    }
    void shut()
    {
        const std::lock_guard lock(mutex);
        decoder = nullptr;
    }

    std::mutex mutex;
    FrameDecoder *decoder; ///< under the mutex; null once shut
    std::atomic<qint64> frameCount = 0;
    std::atomic_bool opened = false;
};

namespace {

/// What GStreamer delivers in place of a camera that is not there: a test pattern of this size.
constexpr QSize testPatternSize(320, 240);
/// Worth a line in the log.
constexpr qint64 slowOpeningMs = 1'000;

QCameraFormat chooseFormat(const QCameraDevice &device)
{
    const QList<QCameraFormat> formats = device.videoFormats();
    std::vector<CameraFormatOffer> offers;
    for (const QCameraFormat &format : formats) {
        offers.push_back({format.resolution(), format.maxFrameRate(),
                          format.pixelFormat() == QVideoFrameFormat::Format_Jpeg});
    }
    const int best = bestCameraFormat(offers);
    return best < 0 ? QCameraFormat() : formats.at(best);
}

} // namespace

/// Qt's objects for the camera that is open. Lives on the camera's thread.
class OpenCamera : public QObject
{
public:
    ~OpenCamera() override { close(); }

    void open(std::unique_ptr<QCamera> camera, const std::shared_ptr<FrameGate> &gate)
    {
        QElapsedTimer timer;
        timer.start();
        m_camera = std::move(camera);
        m_sink = std::make_unique<QVideoSink>();
        m_session = std::make_unique<QMediaCaptureSession>();
        const QSize askedSize = m_camera->cameraFormat().resolution();
        // Direct: frames may come on any thread, and none may wait in an event queue.
        connect(
            m_sink.get(), &QVideoSink::videoFrameChanged, this,
            [gate, askedSize](const QVideoFrame &frame) {
                const bool testPattern = frame.size() == testPatternSize && askedSize != testPatternSize;
                if (frame.isValid() && !testPattern)
                    gate->pass(frame);
            },
            Qt::DirectConnection);
        // In this order: with the camera set first GStreamer often delivers nothing, or hangs.
        m_session->setVideoSink(m_sink.get());
        m_session->setCamera(m_camera.get());
        m_camera->start();
        gate->opened = true;
        if (timer.elapsed() > slowOpeningMs)
            qCWarning(lcScan, "Opening a camera took %lld ms", timer.elapsed());
    }

    void close()
    {
        if (!m_camera)
            return;
        m_sink->disconnect(this); // frames go on coming while the rest is taken down
        m_camera->stop();
        m_session->setCamera(nullptr);
        m_camera.reset();
        m_session.reset();
        m_sink.reset();
    }

private:
    std::unique_ptr<QCamera> m_camera;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QMediaCaptureSession> m_session;
};

CameraSession::CameraSession() : m_thread(new QThread), m_camera(new OpenCamera)
{
    m_thread->setObjectName(u"camera"_s);
    m_camera->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_camera, &QObject::deleteLater);
    m_thread->start();
}

CameraSession::~CameraSession()
{
    close();
    m_thread->quit();
    if (m_thread->wait(longestCloseMs))
        delete m_thread;
    else
        qCWarning(lcScan, "A camera does not close; its thread is left behind");
}

void CameraSession::open(const QCameraDevice &device, FrameDecoder *decoder)
{
    close();
    m_gate = std::make_shared<FrameGate>(decoder);
    // The camera object is made here, since it looks into the list of cameras, which belongs to this thread.
    auto camera = std::make_shared<std::unique_ptr<QCamera>>(std::make_unique<QCamera>(device));
    const QCameraFormat format = chooseFormat(device);
    if (!format.isNull())
        (*camera)->setCameraFormat(format);
    (*camera)->moveToThread(m_thread);
    QMetaObject::invokeMethod(
        m_camera, [opener = m_camera, camera, gate = m_gate] { opener->open(std::move(*camera), gate); },
        Qt::QueuedConnection);
}

void CameraSession::close()
{
    if (!m_gate)
        return;
    m_gate->shut();
    m_gate.reset();
    QMetaObject::invokeMethod(m_camera, &OpenCamera::close, Qt::QueuedConnection);
}

bool CameraSession::isOpening() const
{
    return m_gate && !m_gate->opened;
}

qint64 CameraSession::frameCount() const
{
    return m_gate ? m_gate->frameCount.load() : 0;
}

} // namespace checkpoint
