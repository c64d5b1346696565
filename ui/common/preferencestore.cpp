#include "ui/common/preferencestore.h"

#include "core/settings/settings.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

DeskPreferences preferencesFrom(const Settings &settings)
{
    DeskPreferences preferences;
    preferences.language = settings.value(Setting::Language).toString();
    preferences.theme = themeFromId(settings.value(Setting::Theme).toString());
    preferences.textSize = qBound(100, settings.value(Setting::TextSize).toInt(), 150);
    preferences.volume = settings.value(Setting::SoundVolume).toInt();
    preferences.muted = settings.value(Setting::SoundMuted).toBool();
    const QStringList sounds = settings.value(Setting::Sounds).toStringList();
    for (const Sound sound : allSounds)
        for (const QString &line : sounds)
            if (line.section(u' ', 0, 0) == soundId(sound))
                preferences.sounds.insert(sound, line.section(u' ', 1));
    preferences.camera = settings.value(Setting::Camera).toString();
    preferences.secondCamera = settings.value(Setting::SecondCamera).toString();
    preferences.mirrored = settings.value(Setting::CameraMirrored).toBool();
    preferences.serialScanners = settings.value(Setting::SerialScanners).toStringList();
    preferences.keyboardScanner = settings.value(Setting::KeyboardScanner).toBool();
    for (const QString &line : settings.value(Setting::Directions).toStringList())
        if (const auto rule = directionRuleFromId(line.section(u' ', 0, 0)))
            preferences.directions.insert(line.section(u' ', 1), *rule);
    for (const QString &line : settings.value(Setting::DeviceNames).toStringList())
        if (const QString name = line.section(u'\t', 0, 0).simplified().left(longestDeviceName);
            !name.isEmpty() && line.contains(u'\t'))
            preferences.deviceNames.insert(line.section(u'\t', 1), name);
    preferences.venue = settings.value(Setting::Venue).toString();
    preferences.location = settings.value(Setting::Location).toString();
    preferences.firstStartDone = settings.value(Setting::FirstStartDone).toBool();
    preferences.visitorWindow = settings.value(Setting::VisitorWindow).toBool();
    preferences.refusedShown = settings.value(Setting::RefusedShown).toBool();
    preferences.windowGeometry = settings.value(Setting::WindowGeometry).toByteArray();
    preferences.windowMode = windowModeFromId(settings.value(Setting::WindowMode).toString());
    preferences.reportChoices = settings.value(Setting::ReportChoices).toStringList();
    preferences.autostart = settings.value(Setting::Autostart).toBool();
    preferences.lockAfterMinutes = qBound(0, settings.value(Setting::LockAfter).toInt(), 120);
    preferences.sheetReminder = settings.value(Setting::SheetReminder).toBool();
    return preferences;
}

QStringList remember(const DeskPreferences &preferences, Settings &settings)
{
    QStringList changed;
    const auto keep = [&settings, &changed](Setting setting, const QVariant &value) {
        if (settings.set(setting, value))
            changed << Settings::name(setting);
    };
    keep(Setting::Language, preferences.language);
    keep(Setting::Theme, themeId(preferences.theme));
    keep(Setting::TextSize, preferences.textSize);
    keep(Setting::SoundVolume, preferences.volume);
    keep(Setting::SoundMuted, preferences.muted);
    QStringList sounds;
    for (auto each = preferences.sounds.begin(); each != preferences.sounds.end(); ++each)
        sounds.append(soundId(each.key()) + u' ' + each.value());
    keep(Setting::Sounds, sounds);
    keep(Setting::Camera, preferences.camera);
    keep(Setting::SecondCamera, preferences.secondCamera);
    keep(Setting::CameraMirrored, preferences.mirrored);
    keep(Setting::SerialScanners, preferences.serialScanners);
    keep(Setting::KeyboardScanner, preferences.keyboardScanner);
    QStringList directions;
    for (auto each = preferences.directions.begin(); each != preferences.directions.end(); ++each)
        directions.append(directionRuleId(each.value()) + u' ' + each.key());
    keep(Setting::Directions, directions);
    QStringList deviceNames;
    for (auto each = preferences.deviceNames.begin(); each != preferences.deviceNames.end(); ++each)
        deviceNames.append(each.value() + u'\t' + each.key());
    keep(Setting::DeviceNames, deviceNames);
    keep(Setting::Venue, preferences.venue);
    keep(Setting::Location, preferences.location);
    keep(Setting::FirstStartDone, preferences.firstStartDone);
    keep(Setting::VisitorWindow, preferences.visitorWindow);
    keep(Setting::RefusedShown, preferences.refusedShown);
    keep(Setting::WindowGeometry, preferences.windowGeometry);
    keep(Setting::WindowMode, windowModeId(preferences.windowMode));
    keep(Setting::ReportChoices, preferences.reportChoices);
    keep(Setting::Autostart, preferences.autostart);
    keep(Setting::LockAfter, preferences.lockAfterMinutes);
    keep(Setting::SheetReminder, preferences.sheetReminder);
    return changed;
}

} // namespace checkpoint
