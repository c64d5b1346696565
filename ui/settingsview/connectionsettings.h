#pragma once

#include "core/scan/devicecatalog.h"
#include "core/scan/serialaddress.h"
#include "ui/settingsview/settingssection.h"

#include <QList>

#include <vector>

namespace checkpoint {

class ActionButton;
class Picker;
class Toggle;

/// Which cameras and scanners the desk uses. GUI thread; owned by the settings view.
class ConnectionSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit ConnectionSettings(QWidget *parent = nullptr);

    QString title() const override;
    /// The cameras that are plugged in now.
    void setCameras(const std::vector<CameraInfo> &cameras);
    /// The serial ports that are there now.
    void setSerialPorts(const QList<SerialPortInfo> &ports);

protected:
    void fill() override;
    void retranslate() override;

private:
    struct SerialLine
    {
        QString address;
        SettingRow *row = nullptr;
        Picker *speed = nullptr;
        ActionButton *remove = nullptr;
    };

    void makeCameras();
    void makeScanners();
    void fillCameras();
    void fillPicker(Picker *picker, const QString &first, const QString &chosen);
    void fillPorts();
    void addSerial();
    void focusSpeed(const QString &address);
    void changeSpeed(const QString &address, int baud);

    std::vector<CameraInfo> m_cameras;
    QList<SerialPortInfo> m_ports;
    Picker *m_camera;
    SettingRow *m_cameraRow = nullptr;
    Picker *m_secondCamera;
    SettingRow *m_secondRow = nullptr;
    Toggle *m_mirrored;
    SettingRow *m_mirroredRow = nullptr;
    QVBoxLayout *m_serialPlace;
    std::vector<SerialLine> m_serial;
    Picker *m_port;
    ActionButton *m_addPort;
    SettingRow *m_portRow = nullptr;
    Toggle *m_keyboard;
    SettingRow *m_keyboardRow = nullptr;
};

} // namespace checkpoint
