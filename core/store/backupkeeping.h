#pragma once

#include "core/base/result.h"
#include "core/store/backups.h"
#include "core/store/ledger.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>

namespace checkpoint {

struct BackgroundSide;
class Connection;
class Vault;

/// The end of the name of the copy of a record as it was before a restore.
inline constexpr auto beforeRestore = QLatin1StringView("-before-restore.db");

/// The backups of a data folder that lie in another one, newest first; of all data folders when none is
/// given. Other desks may keep theirs there as well. WriteFailed when it cannot be reached.
Result<QList<BackupFile>> backupsIn(const QString &folder, const std::optional<QUuid> &of);

/// The record has to have whatever a backup of it holds. A fault when it does not have the last entry of
/// one of those in these folders; of several, of the one that reaches furthest. Nothing is judged while a
/// rescue waits or a merge is under way. Backups that cannot be restored tell nothing, nor do those from
/// before the record was moved here: what they know more was left out then. A failure when the record cannot
/// be read; Cancelled soon after `stopped` says so.
Result<std::optional<RecordFault>> heldByBackupsAlone(Connection &record, const QString &dataFolder,
                                                      QStringList folders,
                                                      const std::function<bool()> &stopped);

/// Lets the record's backups in that folder go that are not kept any more, and what was left half made there,
/// and destroys in those that stay what the record has destroyed or what is over its term; an older one is
/// brought to this program's schema for that. One that cannot be stripped goes when it is as old as personal
/// data may be. At a suspect moment none goes, and nothing by age. Called once a newer one is there.
void letOldOnesGo(const QString &folder, BackgroundSide &record, const Moment &now);

/// The same of what lies in the data folder itself: copies made before migrations, which are kept for a
/// month, and damaged databases that were put aside, which are kept as long as personal data are.
void letOldCopiesGo(BackgroundSide &record, const Moment &now);

/// Opens a copy that nobody else works with for writing, and brings it to this program's schema. Whoever
/// breaks off throws it away; whoever is done syncs the file.
Result<void> openCopy(Connection &copy, const QString &path);

/// A copy of the record that nobody else works with, opened for writing and brought to this program's schema,
/// with the vault as it was at its time. What breaks off leaves it unusable. KeyMissing when it was sealed
/// with a key that the record never had.
struct OpenedCopy
{
    Connection connection;
    std::shared_ptr<const Vault> vault;

    Result<void> open(const QString &path, const Vault &ofRecord);
};

/// Destroys in such a copy what the record has destroyed, and what is over its term unless the clock is in
/// doubt.
Result<void> eraseLikeRecord(OpenedCopy &copy, Connection &record, const Moment &now);

} // namespace checkpoint
