#pragma once

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QList>
#include <QSize>
#include <QString>
#include <QTemporaryDir>

namespace checkpoint::test {

/// A way in which a fake camera delivers.
struct FakeCameraMode
{
    QByteArray format = "YUY2"; ///< YUY2, NV12, I420, Y42B or JPEG
    QSize size{1280, 720};
    int framesPerSecond = 30;
};

/// Cameras without hardware for this process, seen through QCamera like any other. To be made before
/// QCoreApplication, since it sets the environment; one at a time.
class FakeCameras
{
public:
    FakeCameras();

    /// False where Qt's multimedia has no GStreamer back end, which alone can show these cameras.
    static bool areSupported();

    /// The camera is there, with this in front of it. Takes effect within 20 ms.
    void plug(const QString &name, const QImage &scene,
              const QList<FakeCameraMode> &modes = {FakeCameraMode{}});
    void unplug(const QString &name);
    /// Everything is unplugged.
    void unplugAll();
    /// What is in front of the camera from now on.
    void show(const QString &name, const QImage &scene);
    /// A frozen camera stays there and delivers nothing.
    void setFrozen(const QString &name, bool frozen);
    /// How long opening and closing the camera take, milliseconds.
    void setDelays(const QString &name, int openMs, int closeMs);

private:
    struct Camera
    {
        QList<FakeCameraMode> modes;
        QString folder;
        bool frozen = false;
        int openDelayMs = 0;
        int closeDelayMs = 0;
    };

    void writeControl() const;
    QString controlPath() const;

    QTemporaryDir m_folder;
    QHash<QString, Camera> m_cameras;
};

} // namespace checkpoint::test
