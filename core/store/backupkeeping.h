#pragma once

#include "core/base/result.h"
#include "core/store/backups.h"

#include <QList>
#include <QString>

namespace checkpoint {

struct BackgroundSide;
class Connection;
class Vault;

/// The end of the name of the copy of a record as it was before a restore.
inline constexpr auto beforeRestore = QLatin1StringView("-before-restore.db");

/// The backups in a folder, newest first; WriteFailed when it cannot be reached.
Result<QList<BackupFile>> backupsIn(const QString &folder);

/// Lets backups go that are not kept any more, in that folder and in the data folder, copies before
/// migrations as well, and destroys in those that stay what the record has destroyed or what is over
/// its term; an older one is brought to this program's schema for that. Called once a newer one is there.
void letOldOnesGo(const QString &folder, BackgroundSide &record, qint64 nowMs);

/// Opens a copy that nobody else works with for writing, and brings it to this program's schema.
Result<void> openCopy(Connection &copy, const QString &path);

/// Destroys in such a copy what the record has destroyed or what is over its term.
Result<void> eraseLikeRecord(Connection &copy, Connection &record, const Vault &vault, qint64 nowMs);

} // namespace checkpoint
