#pragma once

#include "core/domain/admission.h"
#include "ui/common/sound.h"
#include "ui/common/theme.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace checkpoint {

/// How the window takes its place on the screen.
enum class WindowMode {
    Normal,
    FullScreen,
    Kiosk, ///< full screen, and nobody leaves it by accident
};

/// "normal", "full-screen", "kiosk", as kept in the settings; anything else is normal.
QString windowModeId(WindowMode mode);
WindowMode windowModeFromId(const QString &id);

/// Letters of a device's name that the desk gives it.
constexpr int longestDeviceName = 40;

/// What the person at the desk can choose, as the window shows and changes it. The composition root reads it
/// from the settings and writes it back.
struct DeskPreferences
{
    QString language = QStringLiteral("vi"); ///< "vi" or "en"
    ThemeKind theme = ThemeKind::Light;
    int textSize = 100; ///< per cent: 100, 125 or 150
    int volume = 70;    ///< of the sounds, 0 to 100
    bool muted = false;
    QMap<Sound, QString> sounds; ///< the shapes chosen; the others have their own one
    QString camera;              ///< description of the chosen camera; empty: the system's default one
    QString secondCamera;        ///< description of the camera of the other lane; empty: there is none
    bool mirrored = true;        ///< the preview only, never what is decoded
    QStringList serialScanners;  ///< as SerialAddress::toString() writes them
    bool keyboardScanner = true; ///< scanners that type are listened to
    QMap<QString, DirectionRule>
        directions; ///< by ScanDevice::id(); a device that is not in it counts automatically
    QMap<QString, QString>
        deviceNames; ///< by ScanDevice::id(); the others are called as they call themselves
    QString venue;
    QString location;
    bool firstStartDone = false; ///< the three questions were asked
    bool visitorWindow = false;  ///< the window for visitors is open
    bool refusedShown = false;   ///< the entries view lists refused scans as well
    QByteArray windowGeometry;   ///< as QWidget::saveGeometry() writes it
    WindowMode windowMode = WindowMode::Normal;
    QStringList reportChoices;  ///< the report, its time, its form, and who makes it
    bool autostart = false;     ///< the desk opens when somebody logs in
    int lockAfterMinutes = 5;   ///< without a key or the mouse, where operators sign in; 0: never
    bool sheetReminder = false; ///< the recovery sheet was neither saved nor waved aside since sign-in began

    DirectionRule direction(const QString &deviceId) const
    {
        return directions.value(deviceId, DirectionRule::Auto);
    }
    QString deviceName(const QString &deviceId, const QString &ownName) const
    {
        return deviceNames.value(deviceId, ownName);
    }
    bool operator==(const DeskPreferences &) const = default;
};

} // namespace checkpoint
