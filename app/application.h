#pragma once

#include "app/commands/arguments.h"
#include "app/commands/sourcerunner.h"
#include "app/commands/stopsignals.h"
#include "app/datafolder.h"
#include "app/deskbackups.h"
#include "app/deskdevices.h"
#include "app/deskkeys.h"
#include "app/deskmove.h"
#include "app/desksync.h"
#include "core/base/clock.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/datakeeping.h"
#include "core/desk/dayclosing.h"
#include "core/desk/roomwatch.h"
#include "core/desk/venueoffice.h"
#include "core/scan/scandevice.h"
#include "core/settings/settings.h"
#include "ui/common/sheetprinting.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/settingnotes.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

namespace checkpoint {

class SelfTestPanel;

/// The desk with its window: the composition root, which knows every concrete class and wires them. Lives on
/// the GUI thread, from the start of the program to its end.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `playedSources` are played as if they were devices of the desk; with a `snapshotPath` a picture of the
    /// window is saved after them and the program ends.
    Application(const QString &folder, const QStringList &playedSources, const QString &snapshotPath);
    ~Application() override;

    void start();

    /// Runs the desk until its window is closed; gives the program's exit code.
    static int run(const Arguments &arguments);

private:
    void openRecords();
    static int moveIn(const QString &path, const MoveIn &move);
    void takeRecords();
    void lookAgain();
    void checkRecords();
    void replaceDamaged();
    void beginAnew(const Error &damage);
    void openSelfTest();
    void printSelfTestSheet();
    void play(const QStringList &sources);
    void playPhoto(const QImage &photo);
    void takePreferences(const DeskPreferences &preferences);
    void snapshotWhenDone();

    QElapsedTimer m_sinceStart;
    SystemClock m_clock;
    StopSignals m_signals;
    Settings m_settings;
    DataFolder m_folder;
    CheckpointDesk m_desk;
    VenueOffice m_office;
    DayClosing m_closing;
    DataKeeping m_keeping;
    MainWindow m_window;
    DeskDevices m_devices;
    DeskSync m_sync;
    DeskKeys m_keys;
    SettingNotes m_notes;
    DeskBackups m_backups;
    RoomWatch m_room;
    DeskMove m_mover;
    SheetPrinting m_printing;
    QPointer<SelfTestPanel> m_selfTest; ///< while it is open; deletes itself
    std::vector<std::unique_ptr<SourceRunner>> m_players;
    std::unique_ptr<ScanDevice> m_photo;
    QTimer m_retry;
    bool m_triedReplacing = false;
    bool m_hasReplaced = false;
    bool m_isRecovering = false; ///< the key is being put back; nothing else opens the folder
    bool m_hasRecords = false;
    bool m_beginsAnew = false; ///< the program is started again when it has ended
    const QStringList m_playedSources;
    const QString m_snapshotPath;
};

} // namespace checkpoint
