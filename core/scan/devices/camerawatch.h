#pragma once

#include "core/scan/devicecatalog.h"

#include <QList>
#include <QObject>

class QCameraDevice;
class QMediaDevices;

namespace checkpoint {

/// The cameras that are plugged in now, each description once, the system's default first. GUI thread.
QList<CameraInfo> availableCameras();

/// The camera of this description, a null one when it is not plugged in. GUI thread.
QCameraDevice findCamera(const QString &description);

/// Tells when a camera was plugged in or out. Lives on the GUI thread; owned by whoever wants to know.
class CameraWatch final : public QObject
{
    Q_OBJECT

public:
    explicit CameraWatch(QObject *parent = nullptr);

signals:
    void changed();

private:
    QMediaDevices *const m_devices;
};

} // namespace checkpoint
