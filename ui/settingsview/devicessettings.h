#pragma once

#include "ui/scanview/devicechip.h"
#include "ui/settingsview/settingssection.h"

#include <QMap>

namespace checkpoint {

class ActionButton;
class DeviceRow;

/// Every attached device in one line, and where their trouble is looked into. GUI thread; owned by the
/// settings view.
class DevicesSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit DevicesSettings(QWidget *parent = nullptr);

    QString title() const override;
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
    /// Another camera or scanner is to be used.
    void connectionsRequested();
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
    void makeNone();
    void makeChecks();
    void fillLines();
    void takeName(const QString &deviceId, const QString &name);
    bool isTaken(const QString &deviceId, const QString &name) const;
    QMap<QString, Line> m_lines; ///< by device
    QVBoxLayout *m_linePlace;
    QWidget *m_none; ///< instead of devices
    QLabel *m_noneSaid;
    ActionButton *m_connect;
    ActionButton *m_selfTest;
    SettingRow *m_selfTestRow = nullptr;
    ActionButton *m_diagnostics;
    SettingRow *m_diagnosticsRow = nullptr;
};

} // namespace checkpoint
