#pragma once

#include "app/datafolder.h"
#include "core/base/worker.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace checkpoint {

class CheckpointDesk;
class MainWindow;
class RecoveryDialog;
class VenueOffice;

/// The keys of the desk with its window: takes a recovery sheet when the key is missing, makes one, and
/// changes the key. Lives on the GUI thread; owned by Application, as all that it is given.
class DeskKeys : public QObject
{
    Q_OBJECT

public:
    DeskKeys(DataFolder *folder, CheckpointDesk *desk, VenueOffice *office, MainWindow *window);

    /// The folder could not be opened: offers to take the sheet, once, when that is because of its key.
    void takeTrouble(const Error &error);
    /// The folder is open, whichever way its key came back.
    void takeOpened();

    /// A dialog for an administrator who forgot the PIN; shown already, deletes itself.
    RecoveryDialog *openForgottenPin();

    /// Asks where the sheet goes, and writes it.
    void saveSheet();

signals:
    /// A sheet's key is being put where the folder's belongs; the folder is to be left alone meanwhile.
    void recoveryBegun();
    /// Whether the key is back, and the folder open.
    void recoveryEnded(bool opened);

private:
    RecoveryDialog *opened(const QStringList &administrators);
    void write(const QString &path);
    void askForChange();
    void change();
    void say(const Result<void> &done, const QString &sentence);

    DataFolder *const m_folder;
    CheckpointDesk *const m_desk;
    VenueOffice *const m_office;
    MainWindow *const m_window;
    bool m_wasOffered = false;
    QPointer<RecoveryDialog> m_dialog;
    Worker m_files;
};

} // namespace checkpoint
