#include "core/scan/devices/camerawatch.h"

#include <QCameraDevice>
#include <QElapsedTimer>
#include <QMediaDevices>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace checkpoint {

namespace {

/// What is wrong with Qt's list of cameras, which is one for the whole process: with GStreamer each camera of
/// the first listing is announced a second time as soon as events are processed, and when it is unplugged
/// that second entry stays.
struct ListFaults
{
    QElapsedTimer sinceFirstListing; ///< valid from the first listing on
    QSet<QByteArray> knownIds;
    QStringList notYetDoubled; ///< descriptions of the first listing
    QSet<QByteArray> ghostIds;
};

/// How long after the first listing second entries may come: the event loop may start late.
constexpr qint64 doublingMs = 10'000;

ListFaults &listFaults()
{
    static ListFaults faults;
    return faults;
}

/// The cameras that are really there.
QList<QCameraDevice> pluggedCameras()
{
    ListFaults &faults = listFaults();
    const bool first = !faults.sinceFirstListing.isValid();
    QList<QCameraDevice> cameras = QMediaDevices::videoInputs();
    if (first)
        faults.sinceFirstListing.start();
    const bool mayDouble = !first && faults.sinceFirstListing.elapsed() < doublingMs;
    for (const QCameraDevice &camera : std::as_const(cameras)) {
        if (faults.knownIds.contains(camera.id()))
            continue;
        faults.knownIds.insert(camera.id());
        if (first)
            faults.notYetDoubled.append(camera.description());
        else if (mayDouble && faults.notYetDoubled.removeOne(camera.description()))
            faults.ghostIds.insert(camera.id());
    }
    cameras.removeIf(
        [&faults](const QCameraDevice &camera) { return faults.ghostIds.contains(camera.id()); });
    return cameras;
}

} // namespace

QList<CameraInfo> availableCameras()
{
    QList<CameraInfo> cameras;
    for (const QCameraDevice &device : pluggedCameras()) {
        const QString description = device.description();
        const auto known = std::ranges::find(cameras, description, &CameraInfo::description);
        if (known == cameras.end())
            cameras.append({description, device.isDefault()});
        else
            known->isDefault = known->isDefault || device.isDefault();
    }
    std::stable_partition(cameras.begin(), cameras.end(),
                          [](const CameraInfo &camera) { return camera.isDefault; });
    return cameras;
}

QCameraDevice findCamera(const QString &description)
{
    const QList<QCameraDevice> cameras = pluggedCameras();
    // The one plugged in last, in case Qt has not noticed yet that an earlier one is gone.
    const auto found =
        std::find_if(cameras.crbegin(), cameras.crend(), [&description](const QCameraDevice &camera) {
            return camera.description() == description;
        });
    return found == cameras.crend() ? QCameraDevice() : *found;
}

CameraWatch::CameraWatch(QObject *parent) : QObject(parent), m_devices(new QMediaDevices(this))
{
    // The first listing starts the system's watching; with GStreamer it must come before the connection.
    // Queued: the signal comes out of that listing's lock, and a slot that lists again would wait for itself.
    pluggedCameras();
    connect(
        m_devices, &QMediaDevices::videoInputsChanged, this,
        [this] {
            pluggedCameras(); // second entries must be seen when they come
            emit changed();
        },
        Qt::QueuedConnection);
}

} // namespace checkpoint
