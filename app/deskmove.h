#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/store/backups.h"

#include <QObject>
#include <QPointer>

namespace checkpoint {

class CheckpointDesk;
class MainWindow;
class RecoveryDialog;

/// A backup that becomes the record of a desk that was just set up, and the key from its recovery sheet.
struct MoveIn
{
    QString backup;
    Secret masterKey;
};

/// Asks at the first start for the backup of a computer that has died: which file, what it holds, and the
/// recovery sheet that opens it. Changes nothing itself: the records are opened anew for that. Lives on the
/// GUI thread; owned by Application, as all that it is given.
class DeskMove : public QObject
{
    Q_OBJECT

public:
    DeskMove(EntryStore *store, CheckpointDesk *desk, MainWindow *window);

signals:
    /// The sheet is that of the backup.
    void wanted(const checkpoint::MoveIn &move);

private:
    void chooseBackup();
    void look(const QString &file);
    void askWhether(const QString &file, const BackupContents &contents);
    void askForSheet(const QString &file, const BackupContents &contents);

    Backups m_backups;
    CheckpointDesk *const m_desk;
    MainWindow *const m_window;
};

} // namespace checkpoint
