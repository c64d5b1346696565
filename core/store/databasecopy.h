#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

class QIODevice;

namespace checkpoint {

class Connection;

/// What a copy of the record holds, as far as can be told without the key.
struct BackupContents
{
    QUuid folderId;
    QByteArray keyId; ///< empty: nothing was ever sealed in it
    int version = 0;  ///< of the schema
    qint64 bytes = 0;
    qint64 entries = 0; ///< void entries as well
    qint64 visitors = 0;
    std::optional<qint64> firstUtcMs; ///< of its entries
    std::optional<qint64> lastUtcMs;
    qint64 ledgerLines = 0;
    QByteArray ledgerHash; ///< of the last line
    QString venue;         ///< empty: not set
    QString desk;          ///< as targets know it; empty: none does
};

/// Says how far a copy is, in pages; false stops it.
using CopyProgress = std::function<bool(qint64 done, qint64 all)>;

/// What the database of a connection holds.
Result<BackupContents> contentsOf(Connection &connection);

/// The same of a file that nobody writes. A change of it that was broken off, by a power cut, is taken back
/// first, here and by checkCopy(). NotFound, DatabaseDamaged (also for a database of another
/// program), DatabaseNewer.
Result<BackupContents> contentsOfFile(const QString &path);

/// Copies the state that the connection sees into a new file, which appears under its name whole, looked
/// through (quick_check, newest entry, counts) and on the disk, or not at all. Nobody who writes waits
/// meanwhile. Folders are made. Cancelled, DiskFull, ReadOnly, WriteFailed, DatabaseDamaged (the copy does
/// not hold what it should).
Result<BackupContents> copyDatabase(Connection &from, const QString &path, const CopyProgress &goesOn);

/// Looks a copy through. DatabaseDamaged.
Result<void> checkCopy(const QString &path);

/// Copies the file of a database that nobody writes to where nothing lies yet; only the owner may read it,
/// and it is on the disk once this is answered. WriteFailed, DiskFull.
Result<void> copyFile(const QString &path, const QString &to);

/// Copies what can be read, from a device that may give errors: zeros stand in for blocks that cannot be.
/// Nothing may lie there yet; only the owner may read it. WriteFailed, DiskFull: of what is written only.
Result<void> copyReadable(QIODevice &from, const QString &to);

/// Puts a finished file in the place of another one, in one step, once it is on the disk. WriteFailed.
Result<void> moveFile(const QString &part, const QString &path);

} // namespace checkpoint
