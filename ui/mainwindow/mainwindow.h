#pragma once

#include "core/barcode/guidance.h"
#include "core/base/error.h"
#include "core/desk/scanoutcome.h"
#include "core/scan/devicecatalog.h"
#include "core/scan/framediagnostics.h"
#include "core/store/entrystore.h"
#include "core/store/operatorregister.h"
#include "ui/common/deskpreferences.h"
#include "ui/common/errortext.h"
#include "ui/common/functionlist.h"
#include "ui/common/language.h"
#include "ui/mainwindow/rail.h"
#include "ui/mainwindow/topline.h"
#include "ui/scanview/devicechip.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QShortcut;
class QStackedLayout;

namespace checkpoint {

class CheckpointDesk;
class CommandPalette;
class DeskConnection;
class FirstStartView;
class PaperConnection;
class PaperDayConnection;
class PaperView;
class PassView;
class PosterView;
class ReportsConnection;
class ReportsView;
class KeepingConnection;
class SettingsConnection;
class SyncConnection;
class SyncView;
class VenueFileConnection;
class VisitorWindow;
class VisitsConnection;
struct DeskParts;
struct Notice;
struct VenueRecord;
class DiagnosticsView;
class EntriesView;
class HelpPanel;
class InsideView;
class LockedPage;
class NoticeBar;
class Rail;
class RecordCheckConnection;
class ResultStrip;
class RightsLine;
class ScanView;
class ScreenPlace;
class Scrim;
class SettingsView;
class SignInConnection;
class SignInPanel;
class SoundBoard;

/// The window of the desk: the rail, the line at the top, and one view at a time. Knows the desk and the
/// store only through connectDesk(), so that it can be shown without them. GUI thread; owned by the
/// composition root.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    using View = checkpoint::View;

    explicit MainWindow(const DeskPreferences &preferences, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Wires the views to what stands behind them, all of which outlives the window. The records may be
    /// opened later: what they hold is fetched at setDeskReady().
    void connectDesk(const DeskParts &parts);

    const DeskPreferences &preferences() const { return m_preferences; }
    View view() const { return m_view; }
    void showView(View view);
    void showHelp(bool shown);

    ScanView *scanView() const { return m_scan; }
    EntriesView *entriesView() const { return m_entries; }
    InsideView *insideView() const { return m_inside; }
    ReportsView *reportsView() const { return m_reports; }
    PosterView *posterView() const { return m_posters; }
    PassView *passView() const;
    PaperView *paperView() const { return m_paper; }
    SyncView *syncView() const { return m_sync; }
    SettingsView *settingsView() const { return m_settings; }
    FirstStartView *firstStartView() const { return m_firstStart; }
    DiagnosticsView *diagnosticsView() const { return m_diagnostics; }
    SoundBoard *soundBoard() const { return m_sounds; }
    TopLine *topLine() const { return m_top; }

    SignInPanel *signInPanel() const { return m_signIn; }
    /// There are operators, and nobody is signed in.
    bool isLocked() const { return m_locked; }
    /// False of what was done about an entry of the list: whoever stands at the door has nothing to do with
    /// it.
    bool isAtDoor(const ScanOutcome &outcome) const;
    /// What is held on somebody was put right or destroyed: nothing here says what they were called before.
    void changePerson(const QUuid &visitorId, const VisitorData &now);
    /// Something was done since: what was refused or failed before stands over no view any more.
    void endAlarm();
    bool hasOperators() const { return m_hasOperators; }
    /// How the window lies on the screen now: a kiosk that was left is none until the next start.
    WindowMode windowMode() const;
    void toggleFullScreen();

    const FunctionList &functions() const { return m_functions; }
    /// Says for a while in a line of its own that something cannot be done now, and why.
    void tellWhyNot(const QString &what, const QString &why);

public slots:
    /// Reads the photo or the files that were copied.
    void paste();
    /// In the scan view, and in a line above whatever other view is open.
    void showOutcome(const checkpoint::ScanOutcome &outcome);
    void setDeskState(checkpoint::DeskState state);
    /// A device of this desk, and how it is doing: in the scan view and in the settings.
    void setDevice(const checkpoint::DeviceInfo &device);
    void removeDevice(const QString &deviceId);
    void setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize);
    void showGuidance(const QString &deviceId, const checkpoint::Guidance &guidance);
    /// Instead of the settings, from where it is opened.
    void showDiagnostics();
    void setDiagnostics(const checkpoint::FrameDiagnostics &diagnostics);
    void setCameras(const std::vector<checkpoint::CameraInfo> &cameras);
    void setDataPlace(const QString &folder, checkpoint::KeyPlace keyPlace);
    /// The venue whose door this is, as the record has it.
    void setVenueRecord(const checkpoint::VenueRecord &record);
    /// The codes in view, for the outline and for checking paper.
    void showSighting(const checkpoint::RawScan &scan);
    /// What visitors are told about their data, in short on their window; nothing while none was saved.
    void setVisitorNotice(const std::optional<checkpoint::Notice> &notice);
    /// Begins a pass: for the visitor of the entry that is chosen in the entries, else of the last one
    /// recorded, else for somebody new.
    void beginPass();
    /// Asks the three questions of a new desk, in the place of the views.
    void beginFirstStart();
    /// The records are open: recording works.
    void setDeskReady();
    /// The record holds more than scans have told of: everything shown is fetched anew.
    void lookAgain();
    /// The records cannot be opened or written: said in a line that stays, and by the light at the top.
    void setDeskTrouble(const checkpoint::Error &error);
    /// Asks for an administrator's PIN, where people sign in; else the kiosk is left at once.
    void beginLeavingKiosk();
    /// Until the program starts again; what is set stays.
    void leaveKiosk();
    /// Something failed that leaves the desk working, such as a photo that cannot be read.
    void showTrouble(const QString &about, const checkpoint::Error &error);
    /// The same in words of one's own.
    void showNotice(const std::function<ErrorText()> &words);
    /// By how much this computer's clock is ahead of a platform's, when it is too much: said in a line of its
    /// own.
    void setClockOff(std::optional<qint64> offMs);
    /// Who works at the desk, in the line at the top; without operators nothing is said.
    void setOperator(const std::optional<checkpoint::DeskOperator> &current, bool hasOperators);
    /// What shows data gives way to a page that says so, and what was shown is forgotten; scanning goes on.
    void setLocked(bool locked);
    /// Somebody else works here now: nothing stays of what the last one looked at, and all is fetched anew.
    void changeOperator();
    /// Asks who works here, over what is looked at; nothing happens where there are no operators.
    void beginSignIn();
    void endSignIn();
    /// The day and the time to show; follows the machine's clock by itself unless it was set.
    void setNow(const QDateTime &now);

signals:
    void preferencesChanged(const checkpoint::DeskPreferences &preferences);
    /// Paths of photos and films that were dropped on or pasted into the window.
    void photosDropped(const QStringList &paths);
    void photoPasted(const QImage &photo);
    /// The cameras whose pictures are looked at now.
    void previewsWantedChanged(const QStringList &deviceIds);
    /// A pass is wanted for the visitor of an entry.
    void passWanted(const QUuid &entryId);
    /// The questions of a new desk are shown, or not any more: while they are, devices are tried out.
    void firstStartShown(bool shown);
    /// A new desk was told what its venue is called.
    void venueNamed(const QString &name);
    /// What concerns persons is to be forgotten (locked), or to be fetched anew.
    void lockedChanged(bool locked);
    /// The desk is to be locked now.
    void lockWanted();
    /// A new desk was told to ask for a PIN, and who its administrator is.
    void administratorNamed(const QString &name, const QString &pin);
    /// Whoever is signed in is about to leave, or somebody else to come: what they did is to be written down.
    void operatorLeaves();
    /// Whether somebody looks at how the camera is read.
    void diagnosticsWantedChanged(bool wanted);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeShortcuts();
    void connectViews();
    void retranslate();
    void fillHelp();
    void offerHandKey();
    void endFirstStart();
    void placeHelp();
    void giveFocusBack();
    void placeOnScreen();
    void tellWhyOff(const QKeyEvent &key);
    void remark(const std::function<ErrorText()> &words);
    void placeRemark();
    void takePreferences(const DeskPreferences &preferences);
    void tellWantedPreviews();
    void changePreferences(const DeskPreferences &preferences);
    void tick();
    void showNow(const QDateTime &now);
    void showPage(View view);
    void closeDialogs();
    void forgetPersons();
    void placeSignIn();
    void showPlace();

    DeskPreferences m_preferences;
    QString m_venueName; ///< as the record has it; empty until it is known
    QShortcut *m_handKey = nullptr;
    Language m_language;
    View m_view = View::Scan;
    std::optional<Error> m_deskTrouble;
    QTimer m_clock;
    SoundBoard *m_sounds;
    Rail *m_rail;
    TopLine *m_top;
    NoticeBar *m_notice;
    NoticeBar *m_clockNotice;
    NoticeBar *m_remark; ///< for a while, over the top line
    QTimer m_remarkEnds;
    std::optional<qint64> m_clockOff;
    ResultStrip *m_strip;
    QWidget *m_heard; ///< news that a list shows only to those who see it; takes no place
    QStackedLayout *m_views;
    ScanView *m_scan;
    EntriesView *m_entries;
    InsideView *m_inside;
    ReportsView *m_reports;
    PaperView *m_paper;
    PosterView *m_posters;
    SyncView *m_sync;
    SettingsView *m_settings;
    DiagnosticsView *m_diagnostics;
    HelpPanel *m_help;
    QPointer<QWidget> m_beforeHelp; ///< where the focus was when the help was opened
    FunctionList m_functions;
    CommandPalette *m_palette;
    ScreenPlace *m_place;
    FirstStartView *m_firstStart;
    VisitorWindow *m_visitors;
    RawScan m_sighting; ///< the last one
    DeskConnection *m_connection = nullptr;
    VisitsConnection *m_visits = nullptr;
    ReportsConnection *m_reportWires = nullptr;
    PaperDayConnection *m_paperDayWires = nullptr;
    PaperConnection *m_paperWires = nullptr;
    VenueFileConnection *m_fileWires = nullptr;
    KeepingConnection *m_keepingWires = nullptr;
    std::optional<QUuid> m_lastEntry; ///< whose visitor may want a pass
    std::optional<QUuid> m_atDoor;    ///< the entry of whoever came last
    SettingsConnection *m_settingsWires = nullptr;
    SyncConnection *m_syncWires = nullptr;
    RightsLine *m_rightsLine;
    LockedPage *m_lockedPage;
    SignInPanel *m_signIn;
    Scrim *m_scrim;           ///< between the panel and the view it stands over
    bool m_kioskLeft = false; ///< for this run only
    bool m_locked = false;
    bool m_hasOperators = false;
    SignInConnection *m_signInWires = nullptr;
    RecordCheckConnection *m_checkWires = nullptr;
};

} // namespace checkpoint
