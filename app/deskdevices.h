#pragma once

#include "core/base/clock.h"
#include "core/base/worker.h"
#include "core/scan/devicehealth.h"
#include "core/scan/scandevice.h"
#include "core/scan/scannerselftest.h"
#include "ui/common/deskpreferences.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace checkpoint {

class CameraWatch;
class CheckpointDesk;
class MainWindow;
class Settings;

/// The scanners and cameras of the desk, all at once: makes the ones that are chosen, takes away the others,
/// shows each in the window and follows how it is doing. A scan of the self-test sheet goes to selfTested()
/// and never to the desk. Lives on the GUI thread; owned by Application, which owns everything it uses.
class DeskDevices : public QObject
{
    Q_OBJECT

public:
    /// All four outlive it.
    DeskDevices(CheckpointDesk *desk, MainWindow *window, Settings *settings, const Clock *clock);
    ~DeskDevices() override;

    /// Opens what is chosen. Asks for cameras, which loads the multimedia plug-in.
    void start();
    /// Opens and closes what is chosen now, and counts as it is chosen.
    void apply(const DeskPreferences &preferences);
    bool hasCamera() const;

signals:
    /// A device has read the self-test sheet.
    void selfTested(const QString &deviceName, const checkpoint::SelfTestResult &result);
    /// A device has read something else than the self-test sheet.
    void otherCodeScanned(const QString &deviceName);

private:
    struct Entry
    {
        std::unique_ptr<ScanDevice> device;
        DeviceHealthMeter health;
        bool hasPicture = false;
        bool hasRead = false; ///< since it was opened
    };

    /// The chosen devices by id, with what makes each.
    std::map<QString, std::function<std::unique_ptr<ScanDevice>()>> chosen();
    void update();
    void lookForPorts();
    void updateCameras();
    void add(const QString &id, std::unique_ptr<ScanDevice> device);
    void connectPicture(ScanDevice *device);
    void tellWhoseDiagnosticsAreWanted();
    void remove(const QString &id);
    void take(const QString &id, const RawScan &scan);
    void show(const QString &id);
    QString nameOf(const QString &id) const;
    QString ownNameOf(const QString &id) const;
    void showHealth(const QString &id);
    void keepDays();
    void rememberProfile(const QString &id, const ScannerProfile &profile);

    CheckpointDesk *const m_desk;
    MainWindow *const m_window;
    Settings *const m_settings;
    const Clock *const m_clock;
    CameraWatch *m_cameras = nullptr; ///< a child, from start()
    DeskPreferences m_preferences;
    QString m_defaultCamera; ///< the system's, once there was one
    QStringList m_previews;  ///< the devices whose picture is looked at
    bool m_diagnosticsWanted = false;
    std::map<QString, Entry> m_entries;
    Worker m_portSearch{QStringLiteral("ports")};
    bool m_looking = false; ///< for ports
    QTimer m_healthTimer;   ///< what is shown of a day must not outlast it; what was counted is kept
};

} // namespace checkpoint
