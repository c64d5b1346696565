#pragma once

#include "core/scan/scandevice.h"
#include "ui/common/deskstate.h"
#include "ui/common/tokens.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// What the result card says while nobody was scanned: that all is ready is said only where it is.
struct Readiness
{
    QLatin1StringView sign;
    QLatin1StringView tone;
    QRgb Colours::*ink = &Colours::accent;
    QString word;
    QString headline;
    QStringList notes;
    bool alarm = false; ///< fills the card with red: what is scanned now is not recorded
};

/// `device` is the state of the device that does best, nothing where there is none; proven, when it is a
/// camera or has read something.
Readiness readiness(DeskState desk, std::optional<DeviceState> device, bool isProven = true);

} // namespace checkpoint
