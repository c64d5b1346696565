#pragma once

#include "core/scan/framedecoder.h"
#include "core/scan/scandevice.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class QMediaPlayer;
class QVideoSink;

namespace checkpoint {

/// Plays a film in real time, without sound, and reads the codes in it as a camera would. finished() comes
/// after the last frame was read, after failed() for a film that cannot be played, and when a film stands
/// still; not after stop().
class VideoScanDevice final : public ScanDevice
{
    Q_OBJECT

public:
    /// `path` as the user gave it is what RawScan::source says. The clock outlives the device.
    VideoScanDevice(const QString &path, const Clock *clock, QObject *parent = nullptr);
    ~VideoScanDevice() override;

    void start() override;
    void stop() override;
    void setPreviewWanted(bool wanted) override;
    void setDiagnosticsWanted(bool wanted) override;

    /// True when the path is a file that by its content or the end of its name is a film.
    static bool accepts(const QString &path);

    /// A film that has delivered no frame for this long will deliver none any more.
    static constexpr int stallMs = 10'000;

private:
    void endOfFilm();
    void fail(const QString &detail);
    void onDecoded(const DecodedFrame &frame);
    void watch();

    const QString m_path;
    const Clock *const m_clock;
    FrameDecoder *m_decoder = nullptr; ///< a child, from start() to stop(); outlives player and sink
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QMediaPlayer> m_player;
    QTimer m_watchdog;
    QElapsedTimer m_sinceProgress;
    qint64 m_framesSeen = 0;
    int m_playing = 0; ///< counts the starts; what an earlier player still had to say is passed over
    bool m_ending = false;
};

} // namespace checkpoint
