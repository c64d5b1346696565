#include "core/scan/devices/videoscandevice.h"

#include "core/base/logging.h"

#include <QFileInfo>
#include <QMediaPlayer>
#include <QMimeDatabase>
#include <QUrl>
#include <QVideoSink>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int watchIntervalMs = 500;

} // namespace

VideoScanDevice::VideoScanDevice(const QString &path, const Clock *clock, QObject *parent)
    : ScanDevice(path, QFileInfo(path).fileName(), RepeatPolicy::InView, parent), m_path(path), m_clock(clock)
{
    m_watchdog.setInterval(watchIntervalMs);
    connect(&m_watchdog, &QTimer::timeout, this, &VideoScanDevice::watch);
}

VideoScanDevice::~VideoScanDevice()
{
    stop();
}

bool VideoScanDevice::accepts(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false;
    const QMimeDatabase types;
    const auto isFilm = [](const QMimeType &type) {
        return type.name().startsWith("video/"_L1) || type.inherits(u"application/ogg"_s);
    };
    return isFilm(types.mimeTypeForFile(path, QMimeDatabase::MatchContent)) ||
           isFilm(types.mimeTypeForFile(path, QMimeDatabase::MatchExtension));
}

void VideoScanDevice::start()
{
    stop();
    setState(DeviceState::Starting);
    m_ending = false;
    m_framesSeen = 0;
    m_decoder = new FrameDecoder(m_clock, {}, this);
    m_decoder->setPreviewWanted(previewWanted());
    m_decoder->setDiagnosticsWanted(diagnosticsWanted());
    connect(m_decoder, &FrameDecoder::decoded, this, &VideoScanDevice::onDecoded);
    connect(m_decoder, &FrameDecoder::previewed, this, &ScanDevice::previewed);
    connect(m_decoder, &FrameDecoder::guided, this, &ScanDevice::guided);
    connect(m_decoder, &FrameDecoder::diagnosed, this, &ScanDevice::diagnosed);
    connect(m_decoder, &FrameDecoder::drained, this, [this] {
        if (state() != DeviceState::Failed)
            setState(DeviceState::Finished);
        if (m_player)
            emit finished();
    });

    m_sink = std::make_unique<QVideoSink>();
    // Direct: the decoder takes frames on any thread, and none may wait in an event queue.
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, m_decoder, &FrameDecoder::submit,
            Qt::DirectConnection);

    m_player = std::make_unique<QMediaPlayer>();
    // Queued, so that stop() never destroys a player that is in the middle of a signal.
    connect(
        m_player.get(), &QMediaPlayer::mediaStatusChanged, this,
        [this, playing = ++m_playing](QMediaPlayer::MediaStatus status) {
            if (playing == m_playing && status == QMediaPlayer::EndOfMedia)
                endOfFilm();
            else if (playing == m_playing && status == QMediaPlayer::InvalidMedia)
                fail(m_player->errorString());
        },
        Qt::QueuedConnection);
    connect(
        m_player.get(), &QMediaPlayer::errorOccurred, this,
        [this, playing = m_playing](QMediaPlayer::Error, const QString &text) {
            if (playing == m_playing)
                fail(text);
        },
        Qt::QueuedConnection);
    m_player->setVideoSink(m_sink.get());
    m_player->setSource(QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath()));
    m_player->play();
    m_sinceProgress.start();
    m_watchdog.start();
}

void VideoScanDevice::stop()
{
    m_watchdog.stop();
    if (!m_player)
        return;
    ++m_playing;
    m_sink->disconnect();
    m_player.reset();
    m_sink.reset();
    m_decoder->discard();
    m_decoder->disconnect(this);
    m_decoder->deleteLater(); // it may be in the middle of a signal
    m_decoder = nullptr;
}

void VideoScanDevice::setPreviewWanted(bool wanted)
{
    ScanDevice::setPreviewWanted(wanted);
    if (m_decoder)
        m_decoder->setPreviewWanted(wanted);
}

void VideoScanDevice::setDiagnosticsWanted(bool wanted)
{
    ScanDevice::setDiagnosticsWanted(wanted);
    if (m_decoder)
        m_decoder->setDiagnosticsWanted(wanted);
}

void VideoScanDevice::onDecoded(const DecodedFrame &frame)
{
    setState(DeviceState::Running);
    RawScan scan;
    scan.deviceId = id();
    scan.source = m_path;
    scan.capturedAt = frame.capturedAt;
    scan.steadyMs = frame.steadyMs;
    scan.frameSize = frame.size;
    scan.sightings = frame.sightings;
    if (m_player)
        emit scanned(scan);
}

void VideoScanDevice::watch()
{
    const qint64 frames = m_decoder->submittedFrames();
    if (frames > 0)
        setState(DeviceState::Running);
    if (frames != m_framesSeen) {
        m_framesSeen = frames;
        m_sinceProgress.restart();
    } else if (m_sinceProgress.elapsed() >= stallMs) {
        fail(u"the film stands still"_s);
    }
}

void VideoScanDevice::endOfFilm()
{
    if (m_ending)
        return;
    if (m_decoder->submittedFrames() == 0) {
        fail(u"there is no picture in it"_s);
        return;
    }
    m_ending = true;
    m_watchdog.stop();
    m_decoder->drain();
}

void VideoScanDevice::fail(const QString &detail)
{
    if (m_ending)
        return;
    m_ending = true;
    m_watchdog.stop();
    setState(DeviceState::Failed);
    if (m_player)
        emit failed(m_path, {ErrorCode::SourceUnreadable, u"the film cannot be played: "_s + detail});
    if (m_player)
        m_decoder->drain();
}

} // namespace checkpoint
