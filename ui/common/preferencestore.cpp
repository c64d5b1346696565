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
    preferences.venue = settings.value(Setting::Venue).toString();
    preferences.location = settings.value(Setting::Location).toString();
    preferences.firstStartDone = settings.value(Setting::FirstStartDone).toBool();
    preferences.visitorWindow = settings.value(Setting::VisitorWindow).toBool();
    preferences.refusedShown = settings.value(Setting::RefusedShown).toBool();
    preferences.view = settings.value(Setting::View).toString();
    preferences.windowGeometry = settings.value(Setting::WindowGeometry).toByteArray();
    preferences.windowMode = windowModeFromId(settings.value(Setting::WindowMode).toString());
    preferences.reportChoices = settings.value(Setting::ReportChoices).toStringList();
    preferences.autostart = settings.value(Setting::Autostart).toBool();
    return preferences;
}

void remember(const DeskPreferences &preferences, Settings &settings)
{
    settings.set(Setting::Language, preferences.language);
    settings.set(Setting::Theme, themeId(preferences.theme));
    settings.set(Setting::TextSize, preferences.textSize);
    settings.set(Setting::SoundVolume, preferences.volume);
    settings.set(Setting::SoundMuted, preferences.muted);
    QStringList sounds;
    for (auto each = preferences.sounds.begin(); each != preferences.sounds.end(); ++each)
        sounds.append(soundId(each.key()) + u' ' + each.value());
    settings.set(Setting::Sounds, sounds);
    settings.set(Setting::Camera, preferences.camera);
    settings.set(Setting::SecondCamera, preferences.secondCamera);
    settings.set(Setting::CameraMirrored, preferences.mirrored);
    settings.set(Setting::SerialScanners, preferences.serialScanners);
    settings.set(Setting::KeyboardScanner, preferences.keyboardScanner);
    QStringList directions;
    for (auto each = preferences.directions.begin(); each != preferences.directions.end(); ++each)
        directions.append(directionRuleId(each.value()) + u' ' + each.key());
    settings.set(Setting::Directions, directions);
    settings.set(Setting::Venue, preferences.venue);
    settings.set(Setting::Location, preferences.location);
    settings.set(Setting::FirstStartDone, preferences.firstStartDone);
    settings.set(Setting::VisitorWindow, preferences.visitorWindow);
    settings.set(Setting::RefusedShown, preferences.refusedShown);
    settings.set(Setting::View, preferences.view);
    settings.set(Setting::WindowGeometry, preferences.windowGeometry);
    settings.set(Setting::WindowMode, windowModeId(preferences.windowMode));
    settings.set(Setting::ReportChoices, preferences.reportChoices);
    settings.set(Setting::Autostart, preferences.autostart);
}

} // namespace checkpoint
