#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace checkpoint {

/// What has to be brought back into a record once it is unlocked: from a damaged database that was put aside,
/// or, when the database itself has lost its end, from a backup that reaches further.
struct Rescue
{
    QString damaged;       ///< its file; nothing of it was changed. Empty: the database has lost its end
    QString backup;        ///< the file that the new one began as; empty: it began with nothing
    qint64 knownUpTo = 0;  ///< the number of the last entry that the record began with
    qint64 lastEntry = 0;  ///< the number of the last one known to have been recorded; 0: not known
    bool isInPlace = true; ///< the new database is; false: it is being put there
};

/// What waits to be rescued in a folder, the oldest first. Kept in a file of its own, so that a program that
/// was killed goes on.
QList<Rescue> rescuesOf(const QString &folder);

/// On the disk when it returns. WriteFailed, DiskFull.
Result<void> keepRescues(const QString &folder, const QList<Rescue> &rescues);

} // namespace checkpoint
