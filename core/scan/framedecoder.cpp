#include "core/scan/framedecoder.h"

#include "core/scan/framepreview.h"

#include <QScopeGuard>
#include <QThread>
#include <QVideoFrameFormat>

#include <algorithm>

namespace checkpoint {

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
    PictureDecoder decoder(m_decode);
    std::unique_lock lock(m_mutex);
    while (!m_quit) {
        if (m_waiting) {
            CapturedFrame captured = std::move(*m_waiting);
            m_waiting.reset();
            lock.unlock();
            read(std::move(captured), decoder);
            lock.lock();
        } else if (m_drainWanted) {
            m_drainWanted = false;
            const int generation = m_generation;
            QMetaObject::invokeMethod(
                this,
                [this, generation] {
                    if (generation == m_generation)
                        emit drained();
                },
                Qt::QueuedConnection);
        } else {
            m_changed.wait(lock);
        }
    }
}

void FrameDecoder::read(CapturedFrame captured, PictureDecoder &decoder)
{
    QVideoFrame &frame = captured.frame;
    if (!frame.map(QVideoFrame::ReadOnly))
        return;
    const auto unmap = qScopeGuard([&frame] { frame.unmap(); });

    DecodedFrame result{captured.capturedAt, captured.steadyMs, frame.size(), {}};
    if (frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg) {
        const QImage image = QImage::fromData(frame.bits(0), frame.mappedBytes(0), "JPG")
                                 .convertToFormat(QImage::Format_RGB32);
        result.size = image.size();
        if (const auto layout = frameLayout(image)) {
            preview(*layout, captured);
            result.sightings = decoder.decodeFrame(*layout);
        }
    } else if (frame.pixelFormat() == QVideoFrameFormat::Format_YUV420P10 &&
               frame.bytesPerLine(0) >=
                   2 * frame.width()) { // Qt 6.4 makes frames of half that size in memory
        result.sightings = decoder.decodeTenBit({frame.bits(0), frame.bytesPerLine(0), 2}, frame.size());
    } else if (const auto layout = frameLayout(frame)) {
        preview(*layout, captured);
        result.sightings = decoder.decodeFrame(*layout);
    }
    ++m_readFrames;
    if (result.sightings.isEmpty())
        return;
    QMetaObject::invokeMethod(
        this,
        [this, generation = captured.generation, result = std::move(result)] {
            if (generation == m_generation)
                emit decoded(result);
        },
        Qt::QueuedConnection);
}

bool FrameDecoder::previewDue(qint64 steadyMs)
{
    if (!m_previewWanted || m_previewOnItsWay || steadyMs < m_nextPreviewMs)
        return false;
    // A frame that comes a little late does not shift the ones after it.
    m_nextPreviewMs = std::max(m_nextPreviewMs + previewIntervalMs, steadyMs + previewIntervalMs / 2);
    return true;
}

void FrameDecoder::preview(const FrameLayout &layout, const CapturedFrame &captured)
{
    if (!previewDue(captured.steadyMs))
        return;
    m_previewOnItsWay = true;
    QMetaObject::invokeMethod(
        this,
        [this, generation = captured.generation, picture = makePreview(layout), size = layout.size] {
            m_previewOnItsWay = false;
            if (generation == m_generation && m_previewWanted)
                emit previewed(picture, size);
        },
        Qt::QueuedConnection);
}

} // namespace checkpoint
