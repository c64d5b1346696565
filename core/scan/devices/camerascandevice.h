#pragma once

#include "core/scan/devices/camerasession.h"
#include "core/scan/framedecoder.h"
#include "core/scan/scandevice.h"

#include <QElapsedTimer>
#include <QTimer>

namespace checkpoint {

class CameraWatch;

/// Reads codes from a camera that is known by its description. It may be plugged in later, unplugged and come
/// back: the device waits (Missing) and goes on by itself. A camera that stops delivering (Silent) is opened
/// again and again, with growing pauses. A scan comes for every frame with a code in it. Lives on the GUI
/// thread; the camera is opened and closed on the session's thread, frames are read on the decoder's.
class CameraScanDevice final : public ScanDevice
{
    Q_OBJECT

public:
    /// The clock outlives the device.
    CameraScanDevice(const QString &description, const Clock *clock, QObject *parent = nullptr);
    ~CameraScanDevice() override;

    void start() override;
    void stop() override;
    void setPreviewWanted(bool wanted) override;
    void setDiagnosticsWanted(bool wanted) override;

    /// "camera:NAME"
    static QString idOf(const QString &description);

    /// A camera that delivers no frame for this long is taken as silent.
    static constexpr qint64 silentAfterMs = 3'000;
    /// The pause before a silent camera is opened again: at first, and at most after doubling each time.
    static constexpr qint64 shortestPauseMs = 250;
    static constexpr qint64 longestPauseMs = 10'000;

private:
    void look();
    void open();
    void close();
    void watch();
    void onFrames();
    void onDecoded(const DecodedFrame &frame);

    const Clock *const m_clock;
    CameraSession m_session;
    CameraWatch *m_cameras = nullptr;  ///< a child, from start() to stop()
    FrameDecoder *m_decoder = nullptr; ///< a child, from start() to stop()
    QTimer m_watchdog;
    QElapsedTimer m_sinceOpen;
    QElapsedTimer m_sinceFrame; ///< or since the camera was opened
    QElapsedTimer m_sinceClose;
    qint64 m_framesSeen = 0;
    qint64 m_pauseMs = shortestPauseMs;
};

} // namespace checkpoint
