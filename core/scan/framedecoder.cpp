#include "core/scan/framedecoder.h"

#include "core/scan/framepreview.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QThread>
#include <QVideoFrameFormat>

#include <algorithm>

namespace checkpoint {

struct FrameDecoder::Reading
{
    explicit Reading(const DecodeFunction &decode) : decoder(decode) {}

    PictureDecoder decoder;
    JpegLuminance jpeg;
    Guidance guidance; ///< as last delivered
    qint64 nextGuidanceMs = 0;

    // For diagnoses: since the last one.
    qint64 diagnosedMs = 0;
    qint64 receivedThen = 0;
    qint64 busyNs = 0;

    qint64 brokenFrames = 0;
    int generation = 0;
};

FrameDecoder::FrameDecoder(const Clock *clock, DecodeFunction decode, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_decode(std::move(decode))
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->setObjectName(QStringLiteral("decode"));
    m_thread->start();
}

FrameDecoder::~FrameDecoder()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        m_waiting.reset();
        m_changed.notify_all();
    }
    m_thread->wait();
}

void FrameDecoder::submit(const QVideoFrame &frame)
{
    if (!frame.isValid())
        return;
    CapturedFrame captured{frame, m_clock->now(), m_clock->steadyMs(), m_generation};
    ++m_submittedFrames;
    const std::lock_guard lock(m_mutex);
    m_droppedFrames += m_waiting.has_value();
    m_waiting = std::move(captured);
    m_changed.notify_all();
}

void FrameDecoder::discard()
{
    const std::lock_guard lock(m_mutex);
    ++m_generation;
    m_waiting.reset();
    m_drainWanted = false;
}

void FrameDecoder::drain()
{
    const std::lock_guard lock(m_mutex);
    m_drainWanted = true;
    m_changed.notify_all();
}

void FrameDecoder::run()
{
    Reading reading(m_decode);
    std::unique_lock lock(m_mutex);
    while (!m_quit) {
        if (m_waiting) {
            CapturedFrame captured = std::move(*m_waiting);
            m_waiting.reset();
            lock.unlock();
            read(std::move(captured), reading);
            lock.lock();
        } else if (m_drainWanted) {
            m_drainWanted = false;
            deliver(m_generation, [this] { emit drained(); });
        } else {
            m_changed.wait(lock);
        }
    }
}

/// From the decode thread; what belongs to an older generation when it arrives is dropped.
template <typename Signal> void FrameDecoder::deliver(int generation, Signal signal)
{
    QMetaObject::invokeMethod(
        this,
        [this, generation, signal = std::move(signal)] {
            if (generation == m_generation)
                signal();
        },
        Qt::QueuedConnection);
}

void FrameDecoder::read(CapturedFrame captured, Reading &reading)
{
    QElapsedTimer timer;
    timer.start();
    if (!captured.frame.map(QVideoFrame::ReadOnly))
        return;
    const auto unmap = qScopeGuard([&captured] { captured.frame.unmap(); });

    if (captured.generation != reading.generation) { // the camera was opened anew
        reading.generation = captured.generation;
        reading.decoder.setGuided(false);
        reading.guidance = {};
    }
    reading.decoder.setGuided(m_previewWanted || m_diagnosticsWanted);
    DecodedFrame result{captured.capturedAt, captured.steadyMs, captured.frame.size(), {}};
    const auto sightings = look(captured, reading, result.size);
    ++m_readFrames;
    if (!sightings)
        ++reading.brokenFrames;
    if (sightings && !sightings->isEmpty()) {
        result.sightings = *sightings;
        deliver(captured.generation, [this, result] { emit decoded(result); });
    }
    guide(captured, reading);
    reading.busyNs += timer.nsecsElapsed();
    diagnose(captured, reading, result.size);
}

/// Nothing when there is no picture in the frame. `size` becomes the picture's.
std::optional<QList<Sighting>> FrameDecoder::look(const CapturedFrame &captured, Reading &reading,
                                                  QSize &size)
{
    const QVideoFrame &frame = captured.frame;
    if (frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg)
        return lookAtJpeg(captured, reading, size);
    if (frame.pixelFormat() == QVideoFrameFormat::Format_YUV420P10 &&
        frame.bytesPerLine(0) >= 2 * frame.width()) // Qt 6.4 makes frames of half that size in memory
        return reading.decoder.decodeTenBit({frame.bits(0), frame.bytesPerLine(0), 2}, frame.size());
    const auto layout = frameLayout(frame);
    if (!layout)
        return std::nullopt;
    preview(captured, reading, layout->size, [&layout] { return makePreview(*layout); });
    return reading.decoder.decodeFrame(*layout);
}

std::optional<QList<Sighting>> FrameDecoder::lookAtJpeg(const CapturedFrame &captured, Reading &reading,
                                                        QSize &size)
{
    const uchar *bytes = captured.frame.bits(0);
    const auto count = size_t(std::max(captured.frame.mappedBytes(0), 0));
    const auto grey = reading.jpeg.decode(bytes, count);
    if (!grey)
        return std::nullopt;
    size = QSize(grey->width, grey->height);
    preview(captured, reading, size, [&] {
        const QImage picture = reading.jpeg.preview(bytes, count, previewWidth);
        const auto layout = frameLayout(picture);
        return layout ? makePreview(*layout) : QImage();
    });
    return reading.decoder.decodeFrame(*grey);
}

bool FrameDecoder::previewDue(qint64 steadyMs, bool isAtRest)
{
    if (!m_previewWanted || m_previewOnItsWay || steadyMs < m_nextPreviewMs)
        return false;
    if (isAtRest && steadyMs < m_lastPreviewMs + restingPreviewIntervalMs)
        return false;
    m_lastPreviewMs = steadyMs;
    // A frame that comes a little late does not shift the ones after it.
    m_nextPreviewMs = std::max(m_nextPreviewMs + previewIntervalMs, steadyMs + previewIntervalMs / 2);
    return true;
}

template <typename MakePicture>
void FrameDecoder::preview(const CapturedFrame &captured, const Reading &reading, QSize frameSize,
                           MakePicture makePicture)
{
    if (!previewDue(captured.steadyMs, reading.decoder.isAtRest()))
        return;
    m_previewOnItsWay = true;
    QMetaObject::invokeMethod(
        this,
        [this, generation = captured.generation, picture = makePicture(), frameSize] {
            m_previewOnItsWay = false;
            if (generation == m_generation && m_previewWanted && !picture.isNull())
                emit previewed(picture, frameSize);
        },
        Qt::QueuedConnection);
}

void FrameDecoder::guide(const CapturedFrame &captured, Reading &reading)
{
    const Guidance guidance = m_previewWanted ? reading.decoder.guidance() : Guidance();
    const bool newAdvice = guidance.advice != reading.guidance.advice;
    const bool moved = guidance.outline != reading.guidance.outline;
    if (!newAdvice && (!moved || captured.steadyMs < reading.nextGuidanceMs))
        return;
    reading.guidance = guidance;
    reading.nextGuidanceMs = captured.steadyMs + previewIntervalMs / 2;
    deliver(captured.generation, [this, guidance] { emit guided(guidance); });
}

void FrameDecoder::diagnose(const CapturedFrame &captured, Reading &reading, QSize size)
{
    if (!m_diagnosticsWanted || captured.steadyMs - reading.diagnosedMs < diagnosisIntervalMs)
        return;
    const double seconds = double(captured.steadyMs - reading.diagnosedMs) / 1e3;
    const bool isFirst = reading.diagnosedMs == 0;
    FrameDiagnostics diagnostics;
    diagnostics.pixelFormat = QVideoFrameFormat::pixelFormatToString(captured.frame.pixelFormat());
    diagnostics.frameSize = size;
    diagnostics.framesReceived = m_submittedFrames;
    diagnostics.framesRead = m_readFrames;
    diagnostics.framesDropped = m_droppedFrames;
    diagnostics.framesBroken = reading.brokenFrames;
    diagnostics.advice = reading.decoder.guidance().advice;
    diagnostics.reader = reading.decoder.statistics();
    if (!isFirst) {
        diagnostics.framesASecond = double(diagnostics.framesReceived - reading.receivedThen) / seconds;
        diagnostics.decodeShare = double(reading.busyNs) / 1e9 / seconds;
    }
    reading.diagnosedMs = captured.steadyMs;
    reading.receivedThen = diagnostics.framesReceived;
    reading.busyNs = 0;
    deliver(captured.generation, [this, diagnostics] { emit diagnosed(diagnostics); });
}

} // namespace checkpoint
