#pragma once

#include "core/base/error.h"
#include "core/scan/framediagnostics.h"
#include "core/scan/rawscan.h"

#include <QImage>
#include <QObject>
#include <QString>

namespace checkpoint {

/// How a device's equal scans in a row are taken.
enum class RepeatPolicy {
    InView,  ///< cameras, films: a person counts again 4 s after the code left the view; many frames are one
             ///< showing
    Picture, ///< still pictures: as InView, but each picture is a showing of its own and is answered
    Successive, ///< standard input: only directly successive equal payloads repeat
};

/// How a device is doing, for one line on the screen.
enum class DeviceState {
    Starting, ///< being opened, or waiting for the first frame
    Running,  ///< delivers
    Missing,  ///< not plugged in now; comes back by itself
    Silent,   ///< there, but delivers nothing; being reopened
    Finished, ///< a film or a list of pictures came to its end
    Failed,   ///< cannot be read; does not come back by itself
};

/// A source of scans. Lives on the GUI thread; what takes time happens on threads of its own.
/// To add one: a file pair devices/<id>scandevice, one line in devicecatalog.cpp, a folder of fixtures.
class ScanDevice : public QObject
{
    Q_OBJECT

public:
    ScanDevice(QString id, QString name, RepeatPolicy repeatPolicy, QObject *parent = nullptr);

    QString id() const { return m_id; }     ///< stays the same over restarts: "camera:Webcam C270"
    QString name() const { return m_name; } ///< for people: "Webcam C270"
    RepeatPolicy repeatPolicy() const { return m_repeatPolicy; }
    DeviceState state() const { return m_state; }

    /// Begins to deliver; returns at once. What goes wrong is told by stateChanged and failed.
    virtual void start() = 0;
    /// Ends delivering: after it returns no signal comes any more.
    virtual void stop() = 0;

    /// Holds the scans back until resume(): nothing is lost and nothing piles up. Files and standard input
    /// can wait; what shows the world as it is now (cameras, films) takes no notice.
    virtual void pause() {}
    virtual void resume() {}

signals:
    void scanned(const checkpoint::RawScan &scan);
    void stateChanged(checkpoint::DeviceState state);
    /// A source could not be read. A list of sources goes on with the next one.
    void failed(const QString &source, const checkpoint::Error &error);
    /// The source is at its end and every scan in it has been delivered.
    void finished();
    /// A small picture of what the device sees, for painting, at most 15 a second; with the size of the frame
    /// it was made from. Only while previews are wanted.
    void previewed(const QImage &picture, const QSize &frameSize);
    /// What would help to read the code in view, and where it is; without an advice once nothing is needed.
    /// Only while previews are wanted.
    void guided(const checkpoint::Guidance &guidance);
    /// How the frames are read, twice a second. Only while diagnostics are wanted.
    void diagnosed(const checkpoint::FrameDiagnostics &diagnostics);

public:
    /// Makes pictures for the screen only while somebody looks.
    virtual void setPreviewWanted(bool wanted) { m_previewWanted = wanted; }
    bool previewWanted() const { return m_previewWanted; }
    /// Tells how it reads only while somebody wants to know.
    virtual void setDiagnosticsWanted(bool wanted) { m_diagnosticsWanted = wanted; }
    bool diagnosticsWanted() const { return m_diagnosticsWanted; }

protected:
    void setState(DeviceState state);

private:
    const QString m_id;
    const QString m_name;
    const RepeatPolicy m_repeatPolicy;
    DeviceState m_state = DeviceState::Starting;
    bool m_previewWanted = false;
    bool m_diagnosticsWanted = false;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::DeviceState)
