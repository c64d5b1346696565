#pragma once

#include "core/scan/devicecatalog.h"
#include "core/scan/serialaddress.h"
#include "ui/scanview/devicechip.h"
#include "ui/settingsview/settingssection.h"

#include <QMap>

namespace checkpoint {

class ActionButton;
class DeviceRow;
class Picker;
class Toggle;

/// Every device in one line, which cameras and scanners are used, and where their trouble is looked into.
/// GUI thread; owned by the settings view.
class DevicesSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit DevicesSettings(QWidget *parent = nullptr);

    QString title() const override;
    /// The cameras that are plugged in now.
    void setCameras(const std::vector<CameraInfo> &cameras);
    /// The serial ports that are there now.
    void setSerialPorts(const QList<SerialPortInfo> &ports);
    /// Makes a device known or changes how it is doing.
    void setDevice(const DeviceInfo &device);
    /// What it read last and how often, in one line.
    void setDeviceHealth(const QString &deviceId, const QString &line);
    void removeDevice(const QString &deviceId);
    /// Where the focus goes to change that device; nothing where it is not there.
    QWidget *controlOf(const QString &deviceId) const;
    void setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize);
    /// The devices whose picture is to be shown.
    QStringList wantedPreviews() const;

signals:
    void wantedPreviewsChanged();
    void selfTestRequested();
    void diagnosticsRequested();

protected:
    void fill() override;
    void retranslate() override;

private:
    struct Line
    {
        SettingRow *row = nullptr;
        DeviceRow *device = nullptr;
        QString health;
    };
    void makeCameras();
    void makeScanners();
    void makeChecks();
    void fillCameras();
    void fillPicker(Picker *picker, const QString &first, const QString &chosen);
    void fillPorts();
    void fillLines();
    void takeName(const QString &deviceId, const QString &name);
    bool isTaken(const QString &deviceId, const QString &name) const;
    void addSerial();
    void focusSpeed(const QString &address);
    void changeSpeed(const QString &address, int baud);

    std::vector<CameraInfo> m_cameras;
    QList<SerialPortInfo> m_ports;
    QMap<QString, Line> m_lines; ///< by device
    QVBoxLayout *m_linePlace;
    QLabel *m_noDevice;
    Picker *m_camera;
    SettingRow *m_cameraRow = nullptr;
    Picker *m_secondCamera;
    SettingRow *m_secondRow = nullptr;
    Toggle *m_mirrored;
    SettingRow *m_mirroredRow = nullptr;
    QVBoxLayout *m_serialPlace;
    struct SerialLine
    {
        QString address;
        SettingRow *row = nullptr;
        Picker *speed = nullptr;
        ActionButton *remove = nullptr;
    };
    std::vector<SerialLine> m_serial;
    Picker *m_port;
    ActionButton *m_addPort;
    SettingRow *m_portRow = nullptr;
    Toggle *m_keyboard;
    SettingRow *m_keyboardRow = nullptr;
    ActionButton *m_selfTest;
    SettingRow *m_selfTestRow = nullptr;
    ActionButton *m_diagnostics;
    SettingRow *m_diagnosticsRow = nullptr;
};

} // namespace checkpoint
