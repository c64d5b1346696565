#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// Which of many backups are kept: of the last 7 days that have any the newest, of the last 4 weeks (ISO
/// 8601) and of the last 6 months likewise. The newest of all is always among them. Those of days that
/// are still to come, as a clock that ran ahead has made them, are kept and displace no other. Pure.
QList<QDateTime> keptBackups(QList<QDateTime> moments, const QDateTime &now);

/// The newest that is not of a day that is still to come. Pure.
std::optional<QDateTime> lastBackup(const QList<QDateTime> &moments, const QDateTime &now);

/// What a backup of a data folder is called: "checkpoint-3f2a90bc-20261121T144503Z.db", with the beginning of
/// the folder's id. Several desks may keep theirs in one place.
QString backupName(const QUuid &folderId, const QDateTime &moment);

/// What such a name says.
struct BackupName
{
    QDateTime moment;
    QString folder; ///< as folderMark() gives it; empty: it does not say
};

/// Nothing for a file that is called otherwise.
std::optional<BackupName> readBackupName(const QString &fileName);

/// The folder within the names of its backups.
QString folderMark(const QUuid &folderId);

} // namespace checkpoint
