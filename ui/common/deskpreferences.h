#pragma once

#include "core/domain/admission.h"
#include "ui/common/theme.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace checkpoint {

/// What the person at the desk can choose, as the window shows and changes it. The composition root reads it
/// from the settings and writes it back.
struct DeskPreferences
{
    QString language = QStringLiteral("vi"); ///< "vi" or "en"
    ThemeKind theme = ThemeKind::Light;
    int volume = 70;      ///< of the sounds, 0 to 100
    QString camera;       ///< description of the chosen camera; empty: the system's default one
    bool mirrored = true; ///< the preview only, never what is decoded
    QMap<QString, DirectionRule>
        directions; ///< by ScanDevice::id(); a device that is not in it counts automatically
    QString venue;
    QString location;
    bool refusedShown = false;             ///< the entries view lists refused scans as well
    QString view = QStringLiteral("scan"); ///< the view last looked at: "scan", "entries", "settings"
    QByteArray windowGeometry;             ///< as QWidget::saveGeometry() writes it

    DirectionRule direction(const QString &deviceId) const
    {
        return directions.value(deviceId, DirectionRule::Auto);
    }
    bool operator==(const DeskPreferences &) const = default;
};

} // namespace checkpoint
