#pragma once

#include "core/base/error.h"
#include "core/desk/scanoutcome.h"
#include "core/scan/devicecatalog.h"
#include "core/store/entrystore.h"
#include "ui/common/deskpreferences.h"
#include "ui/common/language.h"
#include "ui/mainwindow/topline.h"
#include "ui/scanview/devicechip.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QStackedLayout;

namespace checkpoint {

class CheckpointDesk;
class DeskConnection;
class EntriesView;
class HelpPanel;
class NoticeBar;
class RailItem;
class ResultStrip;
class ScanView;
class SettingsView;
class SoundBoard;

/// The window of the desk: the rail, the line at the top, and one view at a time. Knows the desk and the
/// store only through connectDesk(), so that it can be shown without them. GUI thread; owned by the
/// composition root.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    enum class View { Scan, Entries, Settings };

    explicit MainWindow(const DeskPreferences &preferences, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Wires the desk and its store to the views. Both outlive the window. The records may be opened later:
    /// what they hold is fetched at setDeskReady().
    void connectDesk(CheckpointDesk *desk, EntryStore *store);

    const DeskPreferences &preferences() const { return m_preferences; }
    View view() const { return m_view; }
    void showView(View view);
    void showHelp(bool shown);

    ScanView *scanView() const { return m_scan; }
    EntriesView *entriesView() const { return m_entries; }
    SettingsView *settingsView() const { return m_settings; }
    SoundBoard *soundBoard() const { return m_sounds; }
    TopLine *topLine() const { return m_top; }

public slots:
    /// In the scan view, and in a line above whatever other view is open.
    void showOutcome(const checkpoint::ScanOutcome &outcome);
    void setDeskState(checkpoint::DeskState state);
    /// A device of this desk, and how it is doing: in the scan view and in the settings.
    void setDevice(const checkpoint::DeviceInfo &device);
    void removeDevice(const QString &deviceId);
    void setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize);
    void setCameras(const std::vector<checkpoint::CameraInfo> &cameras);
    void setDataPlace(const QString &folder, checkpoint::KeyPlace keyPlace);
    /// The records are open: recording works.
    void setDeskReady();
    /// The records cannot be opened or written: said in a line that stays, and by the light at the top.
    void setDeskTrouble(const checkpoint::Error &error);
    /// Something failed that leaves the desk working, such as a photo that cannot be read.
    void showTrouble(const QString &about, const checkpoint::Error &error);
    /// The day and the time to show; follows the machine's clock by itself unless it was set.
    void setNow(const QDateTime &now);

signals:
    void preferencesChanged(const checkpoint::DeskPreferences &preferences);
    /// Paths of photos and films that were dropped on or pasted into the window.
    void photosDropped(const QStringList &paths);
    void photoPasted(const QImage &photo);
    /// The device whose picture is looked at now; empty when none is.
    void previewWantedChanged(const QString &deviceId);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeRail();
    void makeShortcuts();
    void connectViews();
    void retranslate();
    void fillHelp();
    void placeHelp();
    void takePreferences(const DeskPreferences &preferences);
    void changePreferences(const DeskPreferences &preferences);
    void paste();
    void tick();

    DeskPreferences m_preferences;
    Language m_language;
    View m_view = View::Scan;
    std::optional<Error> m_deskTrouble;
    QTimer m_clock;
    SoundBoard *m_sounds;
    QWidget *m_rail;
    std::array<RailItem *, 3> m_items{};
    RailItem *m_helpItem = nullptr;
    TopLine *m_top;
    NoticeBar *m_notice;
    ResultStrip *m_strip;
    QStackedLayout *m_views;
    ScanView *m_scan;
    EntriesView *m_entries;
    SettingsView *m_settings;
    HelpPanel *m_help;
    DeskConnection *m_connection = nullptr;
};

} // namespace checkpoint
