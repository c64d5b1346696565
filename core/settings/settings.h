#pragma once

#include "core/base/worker.h"

#include <QHash>
#include <QString>
#include <QVariant>

namespace checkpoint {

/// Everything that the desk remembers between two starts. The table in settings.cpp gives each its name in
/// the file, its kind and its default.
enum class Setting {
    Language,        ///< "vi" or "en"
    Theme,           ///< "light", "dark" or "contrast"
    SoundVolume,     ///< 0 to 100
    Camera,          ///< description of the camera chosen; empty: the default one
    Directions,      ///< list of "auto DEVICE", "in DEVICE", "out DEVICE"
    CameraMirrored,  ///< the preview as a mirror
    Venue,           ///< name of the venue
    Location,        ///< name of the place where the desk stands
    FirstStartDone,  ///< the three questions of a new desk were asked
    VisitorWindow,   ///< the window for visitors is open
    RefusedShown,    ///< the entries view lists refused scans as well
    WindowGeometry,  ///< as QWidget::saveGeometry() gives it
    TextSize,        ///< per cent: 100, 125 or 150
    SoundMuted,      ///< sounds are off, whatever the volume
    Sounds,          ///< list of "OUTCOME SHAPE": "in rise", "refused repeat"
    SecondCamera,    ///< description of the camera of the other lane; empty: there is none
    SerialScanners,  ///< list of serial ports with their speed: "ttyACM0", "ttyUSB0@115200"
    KeyboardScanner, ///< scanners that type are listened to
    WindowMode,      ///< "normal", "full-screen" or "kiosk"
    Autostart,       ///< the desk opens when somebody logs in
    ReportChoices,   ///< list of what was chosen last: the report, its time, its form, who makes it
    BackupFolder,    ///< where backups go; empty: inside the data folder
    FormerBackups,   ///< list of folders where backups went once and some still lie
    ScannerProfiles, ///< list of "PROFILE DEVICE", what is known of scanners' habits
    LockAfter,       ///< minutes without a key or the mouse until the desk is locked; 0: never
    DeviceNames,     ///< list of "NAME<tab>DEVICE": what the desk calls it
    DeviceDays,    ///< list of "DAY<tab>DEVICE": its reads and troubles of the last day, DeviceHealthMeter's
                   ///< line
    SheetReminder, ///< bool: the recovery sheet was neither saved nor waved aside
};

/// The settings of one data folder, in its file settings.ini. Values are read once and held in memory;
/// changes are written on a thread of their own. A value of the wrong kind in the file counts as absent.
class Settings
{
public:
    explicit Settings(const QString &folder);

    QVariant value(Setting setting) const;
    /// Gives whether that is another value than before.
    bool set(Setting setting, const QVariant &value);

    /// As it is called in the file: "sound-volume".
    static QString name(Setting setting);

    static QVariant defaultValue(Setting setting);
    static QString filePath(const QString &folder);

private:
    const QString m_path;
    QHash<int, QVariant> m_values;
    Worker m_writer;
};

} // namespace checkpoint
