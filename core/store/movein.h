#pragma once

#include "core/base/result.h"
#include "core/store/databasecopy.h"

#include <QString>

namespace checkpoint {

/// Makes a backup the record of a folder in which nothing was recorded yet: a computer has died, another
/// takes its place. The backup is looked through first and stays where it is. OtherFolder when the folder
/// holds a record, InUse, NotFound, DatabaseDamaged, DatabaseNewer, DiskFull, WriteFailed; nothing is done
/// then.
Result<BackupContents> moveIn(const QString &folder, const QString &path);

/// How the ledger's line of that begins.
inline constexpr auto beganAnew = QLatin1StringView("the record began anew as a backup");

} // namespace checkpoint
