#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace checkpoint {

/// Which of many backups are kept: of the last 7 days that have any the newest, of the last 4 weeks (ISO
/// 8601) and of the last 6 months likewise. The newest of all is always among them. Pure.
QList<QDateTime> keptBackups(QList<QDateTime> moments);

/// "checkpoint-20261121T144503Z.db"
QString backupName(const QDateTime &moment);

/// The moment in such a name; nothing for a file that is called otherwise.
std::optional<QDateTime> momentOfBackup(const QString &fileName);

} // namespace checkpoint
