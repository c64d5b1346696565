#pragma once

#include "app/commands/officecommand.h"
#include "app/commands/stopsignals.h"
#include "core/store/backups.h"

#include <atomic>
#include <memory>

namespace checkpoint {

/// `backup [--to FOLDER] [--json]`: makes a backup beside a desk that works, too. `backup list [--to FOLDER]
/// [--json]`: those that are there, newest first.
class BackupCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit BackupCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);

    void start(const QStringList &arguments);

    /// Where the desk of a data folder keeps its backups, as its settings say.
    static QString placeFor(const QString &dataFolder);

private:
    void make(const QString &to, bool json);
    void list(const QString &to, bool json);

    StopSignals m_signals;
    const std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    Backups m_backups;
};

/// `restore FILE [--dry-run] [--json]`: what a backup holds and the record does not comes into the record.
/// With --dry-run: what it holds. In a folder in which nothing was recorded yet the backup becomes the
/// record, and opens with the recovery sheet of its time: --qr TEXT|PICTURE or --words TEXT.
class RestoreCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit RestoreCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);

    void start(const QStringList &arguments);

private:
    void show(const QString &file, bool json);
    void restore(const QString &file, bool json);
    void showAnew(const QString &file, bool json);
    void moveIn(const QString &file, const std::optional<Secret> &key, bool json);
    void endShown(const Result<BackupContents> &contents, bool json);

    StopSignals m_signals;
    const std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    Backups m_backups;
};

} // namespace checkpoint
