#pragma once

#include "core/base/result.h"
#include "core/store/rescuelist.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace checkpoint {

class Connection;

/// The folder's database is to be replaced when it is opened the next time: a check has found damage in it.
/// WriteFailed, DiskFull.
Result<void> markDamaged(const QString &folder);
/// Or a replacement was begun and not ended.
bool isMarkedDamaged(const QString &folder);

/// Puts the database of a folder aside and makes another in its place, of the same folder and keys: the
/// newest sound backup of these folders, otherwise an empty one. Where nothing but backups tells which folder
/// it is, only those in the folder's own place count: others may be another desk's. Takes some seconds: the
/// new one is looked through, nothing of the damaged one is read but its first pages. What was begun by a
/// program that was killed is ended. InUse, DiskFull, ReadOnly; DatabaseDamaged when nothing tells which key
/// the folder has. Nothing is done then.
Result<Rescue> replaceDamaged(const QString &folder, const QStringList &backupFolders,
                              const QDateTime &moment);

/// Looks whether a database that was opened just now reaches as far as what was noted of it. When it does
/// not, what is to be rescued is on the list; DatabaseDamaged when it has to be replaced for that.
Result<void> lookForLostEnd(const QString &folder, Connection &connection);

/// A copy of what a rescue reads, in the folder, which SQLite opens: of the damaged database, with the
/// beginning of another one where its own is overwritten; or of the newest of the backups, where the database
/// has lost its end and that reaches further. Empty when there is nothing to be read. Where the disk does not
/// give a block there are zeros. DiskFull, WriteFailed, SourceUnreadable.
Result<QString> copyForRescue(const QString &folder, const Rescue &rescue, const QStringList &backupFolders);

/// Takes a rescue that is done off the list. WriteFailed, DiskFull: it would be done once more.
Result<void> endRescue(const QString &folder, const Rescue &rescue);

} // namespace checkpoint
