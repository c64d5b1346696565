#include "core/scan/devices/camerascandevice.h"

#include "core/base/logging.h"
#include "core/scan/devices/camerawatch.h"

#include <QCameraDevice>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int watchIntervalMs = 200;

} // namespace

CameraScanDevice::CameraScanDevice(const QString &description, const Clock *clock, QObject *parent)
    : ScanDevice(idOf(description), description, RepeatPolicy::InView, parent), m_clock(clock)
{
    m_watchdog.setInterval(watchIntervalMs);
    connect(&m_watchdog, &QTimer::timeout, this, &CameraScanDevice::watch);
}

CameraScanDevice::~CameraScanDevice()
{
    stop();
}

QString CameraScanDevice::idOf(const QString &description)
{
    return u"camera:"_s + description;
}

void CameraScanDevice::start()
{
    stop();
    setState(DeviceState::Starting);
    m_pauseMs = shortestPauseMs;
    m_decoder = new FrameDecoder(m_clock, {}, this);
    m_decoder->setPreviewWanted(previewWanted());
    m_decoder->setDiagnosticsWanted(diagnosticsWanted());
    connect(m_decoder, &FrameDecoder::decoded, this, &CameraScanDevice::onDecoded);
    connect(m_decoder, &FrameDecoder::previewed, this, &ScanDevice::previewed);
    connect(m_decoder, &FrameDecoder::guided, this, &ScanDevice::guided);
    connect(m_decoder, &FrameDecoder::diagnosed, this, &ScanDevice::diagnosed);
    m_cameras = new CameraWatch(this);
    connect(m_cameras, &CameraWatch::changed, this, &CameraScanDevice::look);
    m_watchdog.start();
    QMetaObject::invokeMethod(this, &CameraScanDevice::look, Qt::QueuedConnection);
}

void CameraScanDevice::stop()
{
    if (!m_decoder)
        return;
    m_watchdog.stop();
    close();
    m_decoder->disconnect(this);
    m_cameras->disconnect(this);
    // Either may be in the middle of a signal.
    m_decoder->deleteLater();
    m_cameras->deleteLater();
    m_decoder = nullptr;
    m_cameras = nullptr;
}

void CameraScanDevice::setPreviewWanted(bool wanted)
{
    ScanDevice::setPreviewWanted(wanted);
    if (m_decoder)
        m_decoder->setPreviewWanted(wanted);
}

void CameraScanDevice::setDiagnosticsWanted(bool wanted)
{
    ScanDevice::setDiagnosticsWanted(wanted);
    if (m_decoder)
        m_decoder->setDiagnosticsWanted(wanted);
}

void CameraScanDevice::look()
{
    if (!m_decoder)
        return;
    if (findCamera(name()).isNull()) {
        close();
        setState(DeviceState::Missing);
    } else if (state() == DeviceState::Missing || (state() == DeviceState::Starting && !m_session.isOpen())) {
        m_pauseMs = shortestPauseMs;
        open();
        setState(DeviceState::Starting);
    }
}

void CameraScanDevice::open()
{
    const QCameraDevice camera = findCamera(name());
    if (camera.isNull()) {
        setState(DeviceState::Missing);
        return;
    }
    m_framesSeen = 0;
    m_sinceOpen.start();
    m_sinceFrame.start();
    m_session.open(camera, m_decoder);
}

void CameraScanDevice::close()
{
    m_session.close();
    m_decoder->discard();
    m_sinceClose.start();
}

void CameraScanDevice::watch()
{
    if (!m_session.isOpen()) {
        if (state() == DeviceState::Silent && m_sinceClose.elapsed() >= m_pauseMs) {
            m_pauseMs = std::min(2 * m_pauseMs, longestPauseMs);
            open();
        }
        return;
    }
    if (m_session.isOpening()) {
        m_sinceFrame.restart(); // a slow camera gets its time for the first frame all the same
        if (m_sinceOpen.elapsed() >= silentAfterMs)
            setState(DeviceState::Silent);
    } else if (m_session.frameCount() != m_framesSeen) {
        onFrames();
    } else if (m_sinceFrame.elapsed() >= silentAfterMs) {
        qCInfo(lcScan, "A camera delivers nothing; it is opened again");
        close();
        setState(DeviceState::Silent);
    }
}

void CameraScanDevice::onFrames()
{
    m_framesSeen = m_session.frameCount();
    m_sinceFrame.restart();
    m_pauseMs = shortestPauseMs;
    setState(DeviceState::Running);
}

void CameraScanDevice::onDecoded(const DecodedFrame &frame)
{
    if (!m_session.isOpen())
        return;
    onFrames();
    if (!m_session.isOpen()) // somebody stopped the device when it began to run
        return;
    RawScan scan;
    scan.deviceId = id();
    scan.source = id();
    scan.capturedAt = frame.capturedAt;
    scan.steadyMs = frame.steadyMs;
    scan.frameSize = frame.size;
    scan.sightings = frame.sightings;
    emit scanned(scan);
}

} // namespace checkpoint
