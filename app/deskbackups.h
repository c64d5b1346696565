#pragma once

#include "core/base/clock.h"
#include "core/settings/settings.h"
#include "core/store/backups.h"
#include "core/store/operatorregister.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace checkpoint {

class BackupSettings;

/// Makes a backup on each day that the desk's window is open, and whenever somebody wants one; tries again
/// when a disk or share is not there. Wires the settings' chapter to it. GUI thread; owned by the composition
/// root, which keeps the store longer.
class DeskBackups : public QObject
{
    Q_OBJECT

public:
    DeskBackups(EntryStore *store, Settings *settings, const Clock *clock, const QString &dataFolder,
                BackupSettings *view);

    /// Whether a check found damage when the desk was open the last time.
    Future<bool> isMarkedDamaged() { return m_backups.isMarkedDamaged(m_dataFolder); }
    Future<Result<void>> markDamaged() { return m_backups.markDamaged(m_dataFolder); }
    /// Puts a damaged database aside and another in its place; the folder is not open.
    Future<Result<void>> replaceDamaged();

    /// The records are open. What waits to be rescued is, also of an earlier start.
    void start();

    /// Makes the backup of the day unless there is one; goes on by itself after start().
    void makeWhenDue();

signals:
    /// A setting was changed, by its name.
    void settingChanged(const QString &name);
    /// The backup of the day could not be made; it is tried again.
    void failed(const checkpoint::Error &error);
    /// What could be read of a damaged database is in the record again.
    void rescued(const checkpoint::MergeCounts &counts);
    void rescueFailed(const checkpoint::Error &error);
    /// All that there was to rescue is in the records.
    void nothingWaited();
    /// Somebody has brought a backup back.
    void restored();

private:
    QString folder() const;
    void rescue();
    void refresh();
    std::optional<QDateTime> lastOf(const QList<BackupFile> &files) const;
    void make(bool wanted);
    Backups::Progress begin();
    void end();
    void makingEnded(const Result<BackupFile> &made, bool wanted);
    void tellFailure(const Error &error, bool wanted);
    void tendFormer();
    void chooseFolder(const QString &folder);
    void preview(const QString &file);
    void restore(const QString &file);

    Backups m_backups;
    OperatorRegister m_operators;
    Settings *const m_settings;
    const Clock *const m_clock;
    const QString m_dataFolder;
    BackupSettings *const m_view;
    QTimer m_timer;
    QTimer m_look;                             ///< at how far it is
    std::shared_ptr<std::atomic<bool>> m_stop; ///< while something is under way
    bool m_toldFailure = false;
    QTimer m_rescueAgain;
};

} // namespace checkpoint
