#pragma once

#include "core/base/result.h"

#include <QString>

namespace checkpoint {

/// The file by which a desktop opens the program when its user logs in
/// (freedesktop.org Desktop Application Autostart).
QString autostartPath(const QString &configFolder);

/// Writes or takes away that file; where it is already as wanted nothing is touched. `configFolder` is
/// ~/.config as a rule, `program` the path of the executable. WriteFailed when the file cannot be written or
/// taken away.
Result<void> setAutostart(bool wanted, const QString &configFolder, const QString &program);

} // namespace checkpoint
