#pragma once

#include <QtGlobal>

#include <memory>

class QCameraDevice;
class QThread;

namespace checkpoint {

class FrameDecoder;
class OpenCamera;
struct FrameGate;

/// Opens one camera, closes it, opens it again, and hands its frames to a decoder. Lives on the GUI thread
/// and is owned by its device; Qt's objects for the camera are made anew for each opening (they do not come
/// back from a camera that was unplugged) and live on a thread of their own, one call after the other: a bad
/// driver can hold opening and closing up for seconds, and the window must not stand still meanwhile.
class CameraSession final
{
public:
    CameraSession();
    /// Closes the camera and waits for it, but not for a driver that hangs.
    ~CameraSession();
    Q_DISABLE_COPY_MOVE(CameraSession)

    /// Begins to open the camera, after a closing that is still under way. Frames go to the decoder until
    /// close().
    void open(const QCameraDevice &device, FrameDecoder *decoder);
    /// From now on no frame passes; the camera itself is closed a moment later.
    void close();
    /// From open() to close().
    bool isOpen() const { return m_gate != nullptr; }
    /// The driver has not come back yet.
    bool isOpening() const;

    /// The frames that came since open().
    qint64 frameCount() const;

    /// How long the destructor waits for a camera to close.
    static constexpr int longestCloseMs = 3'000;

private:
    std::shared_ptr<FrameGate> m_gate; ///< of the present opening
    QThread *const m_thread;
    OpenCamera *const m_camera; ///< on the thread; deletes itself with it
};

} // namespace checkpoint
