#pragma once

#include "core/scan/devicehealth.h"

#include <QDate>
#include <QString>

namespace checkpoint {

/// How a device is doing, in one line: "Last read 08:12 · 124 reads today · 2 troubles, last: not plugged
/// in".
QString deviceHealthLine(const DeviceHealth &health, const QDate &today);

/// What is to be done about the device; empty when it is well.
QString deviceHealthAdvice(const DeviceHealth &health);

} // namespace checkpoint
