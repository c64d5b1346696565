#include "core/settings/settings.h"

#include <QSettings>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

struct Row
{
    Setting setting;
    QLatin1StringView name;
    QVariant defaultValue; ///< its type is the setting's kind
};

const auto &table()
{
    static const auto rows = std::to_array<Row>({
        {Setting::Language, "language"_L1, u"vi"_s},
        {Setting::Theme, "theme"_L1, u"light"_s},
        {Setting::SoundVolume, "sound-volume"_L1, 70},
        {Setting::Camera, "camera"_L1, QString()},
        {Setting::Directions, "directions"_L1, QStringList()},
        {Setting::CameraMirrored, "camera-mirrored"_L1, true},
        {Setting::Venue, "venue"_L1, QString()},
        {Setting::Location, "location"_L1, QString()},
        {Setting::FirstStartDone, "first-start-done"_L1, false},
        {Setting::VisitorWindow, "visitor-window"_L1, false},
        {Setting::RefusedShown, "refused-shown"_L1, false},
        {Setting::WindowGeometry, "window-geometry"_L1, QByteArray()},
        {Setting::TextSize, "text-size"_L1, 100},
        {Setting::SoundMuted, "sound-muted"_L1, false},
        {Setting::Sounds, "sounds"_L1, QStringList()},
        {Setting::SecondCamera, "second-camera"_L1, QString()},
        {Setting::SerialScanners, "serial-scanners"_L1, QStringList()},
        {Setting::KeyboardScanner, "keyboard-scanner"_L1, true},
        {Setting::WindowMode, "window-mode"_L1, u"normal"_s},
        {Setting::Autostart, "autostart"_L1, false},
        {Setting::ReportChoices, "report-choices"_L1, QStringList()},
        {Setting::BackupFolder, "backup-folder"_L1, QString()},
        {Setting::FormerBackups, "former-backup-folders"_L1, QStringList()},
        {Setting::ScannerProfiles, "scanner-profiles"_L1, QStringList()},
        {Setting::LockAfter, "lock-after"_L1, 5},
        {Setting::DeviceNames, "device-names"_L1, QStringList()},
        {Setting::DeviceDays, "device-days"_L1, QStringList()},
        {Setting::SheetReminder, "sheet-reminder"_L1, false},
    });
    return rows;
}

const Row &rowOf(Setting setting)
{
    const Row &row = table()[size_t(setting)];
    Q_ASSERT(row.setting == setting);
    return row;
}

} // namespace

Settings::Settings(const QString &folder) : m_path(filePath(folder)), m_writer(u"settings"_s)
{
    const QSettings file(m_path, QSettings::IniFormat);
    for (const Row &row : table()) {
        QVariant value = file.value(row.name);
        if (value.isValid() && value.convert(row.defaultValue.metaType()))
            m_values.insert(int(row.setting), value);
    }
}

QVariant Settings::value(Setting setting) const
{
    return m_values.value(int(setting), defaultValue(setting));
}

bool Settings::set(Setting setting, const QVariant &value)
{
    Q_ASSERT(value.metaType() == rowOf(setting).defaultValue.metaType());
    if (this->value(setting) == value)
        return false;
    m_values.insert(int(setting), value);
    m_writer.run([path = m_path, name = rowOf(setting).name, value] {
        QSettings file(path, QSettings::IniFormat);
        file.setValue(name, value);
        file.sync();
    });
    return true;
}

QString Settings::name(Setting setting)
{
    return rowOf(setting).name;
}

QVariant Settings::defaultValue(Setting setting)
{
    return rowOf(setting).defaultValue;
}

QString Settings::filePath(const QString &folder)
{
    return folder + "/settings.ini"_L1;
}

} // namespace checkpoint
