#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace checkpoint {

/// A damaged database that was put aside, and what works in its place.
struct ReplacedDatabase
{
    QString damaged;      ///< its file, under a name with the moment; nothing of it was changed
    QString backup;       ///< the file that the new one began as; empty: it began with nothing
    qint64 knownUpTo = 0; ///< the number of the last entry that the new one began with
};

/// Remembers which folder and key a database belongs to, beside it: all that a new one has to know when
/// nothing of it can be read. No secret.
void rememberFolder(const QString &folder);

/// The folder's database is to be replaced when it is opened the next time: a check has found damage in it.
void markDamaged(const QString &folder);
bool isMarkedDamaged(const QString &folder);

/// Puts the database of a folder aside and makes another in its place, of the same folder and key: the newest
/// sound backup of these folders, otherwise an empty one. Takes a second or two: nothing of the damaged one
/// is read but its first page. InUse, DiskFull, ReadOnly; DatabaseDamaged when nothing tells which key the
/// folder has. Nothing is done then.
Result<ReplacedDatabase> replaceDamaged(const QString &folder, const QStringList &backupFolders,
                                        const QDateTime &moment);

/// Makes a copy of a damaged database that SQLite opens: with the beginning of another one of the same folder
/// where its own is overwritten.
Result<QString> copyForRescue(const QString &folder, const ReplacedDatabase &replaced);

} // namespace checkpoint
