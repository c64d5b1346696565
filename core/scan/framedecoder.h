#pragma once

#include "core/base/clock.h"
#include "core/scan/framediagnostics.h"
#include "core/scan/jpegluminance.h"
#include "core/scan/picturedecoder.h"
#include "core/scan/rawscan.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QVideoFrame>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

class QThread;

namespace checkpoint {

/// A frame in which codes were found.
struct DecodedFrame
{
    Moment capturedAt;
    qint64 steadyMs = 0; ///< Clock::steadyMs() when it arrived
    QSize size;          ///< pixels
    QList<Sighting> sightings;
};

/// Reads the codes in the newest frame of a camera or film on a thread of its own. While one frame is being
/// read one more waits; a newer one takes its place, so that reading never lags behind what is in front of
/// the camera. Lives on the GUI thread, where its signals arrive; owned by its device. Its destruction waits
/// for the frame being read.
class FrameDecoder : public QObject
{
    Q_OBJECT

public:
    /// The clock outlives the decoder. With `decode` frames are read by that instead of the QR reader.
    explicit FrameDecoder(const Clock *clock, DecodeFunction decode = {}, QObject *parent = nullptr);
    ~FrameDecoder() override;

    /// Hands a frame over; from any thread, returns at once. Frames without a picture are passed over.
    void submit(const QVideoFrame &frame);

    /// Whether pictures for the screen are made, and guidance for who looks at it.
    void setPreviewWanted(bool wanted) { m_previewWanted = wanted; }
    /// Whether diagnosed() is sent.
    void setDiagnosticsWanted(bool wanted) { m_diagnosticsWanted = wanted; }

    /// Forgets the waiting frame; nothing of a frame handed over so far is delivered any more.
    void discard();

    /// Lets drained() follow once everything handed over so far has been read and delivered.
    void drain();

    qint64 submittedFrames() const { return m_submittedFrames; }
    qint64 readFrames() const { return m_readFrames; }

    /// The mean time between two previews is no shorter.
    static constexpr qint64 previewIntervalMs = 67;
    /// The same while nothing changes in view.
    static constexpr qint64 restingPreviewIntervalMs = 200;
    /// The time between two diagnoses is no shorter.
    static constexpr qint64 diagnosisIntervalMs = 500;

signals:
    /// Only frames with a code in them.
    void decoded(const checkpoint::DecodedFrame &frame);
    void previewed(const QImage &picture, const QSize &frameSize);
    /// What would help to read the code in view; without an advice when none is needed any more. While
    /// previews are wanted, not more often than those.
    void guided(const checkpoint::Guidance &guidance);
    /// While diagnostics are wanted.
    void diagnosed(const checkpoint::FrameDiagnostics &diagnostics);
    void drained();

private:
    struct CapturedFrame
    {
        QVideoFrame frame;
        Moment capturedAt;
        qint64 steadyMs = 0;
        int generation = 0;
    };
    struct Reading; ///< what the decode thread has of its own

    void run();
    void read(CapturedFrame captured, Reading &reading);
    std::optional<QList<Sighting>> look(const CapturedFrame &captured, Reading &reading, QSize &size);
    std::optional<QList<Sighting>> lookAtJpeg(const CapturedFrame &captured, Reading &reading, QSize &size);
    template <typename MakePicture>
    void preview(const CapturedFrame &captured, const Reading &reading, QSize frameSize,
                 MakePicture makePicture);
    void guide(const CapturedFrame &captured, Reading &reading);
    void diagnose(const CapturedFrame &captured, Reading &reading, QSize size);
    template <typename Signal> void deliver(int generation, Signal signal);
    bool previewDue(qint64 steadyMs, bool isAtRest);

    const Clock *const m_clock;
    const DecodeFunction m_decode;
    std::unique_ptr<QThread> m_thread;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<CapturedFrame> m_waiting; ///< under m_mutex
    bool m_drainWanted = false;             ///< under m_mutex
    bool m_quit = false;                    ///< under m_mutex

    std::atomic_int m_generation = 0; ///< results of an older one are not delivered
    std::atomic_bool m_previewWanted = false;
    std::atomic_bool m_previewOnItsWay = false;
    std::atomic_bool m_diagnosticsWanted = false;
    std::atomic<qint64> m_submittedFrames = 0;
    std::atomic<qint64> m_readFrames = 0;
    std::atomic<qint64> m_droppedFrames = 0;
    qint64 m_nextPreviewMs = 0; ///< decode thread only
    qint64 m_lastPreviewMs = 0; ///< decode thread only
};

} // namespace checkpoint
