#pragma once

#include "core/domain/venue.h"
#include "core/domain/venuerules.h"
#include "core/scan/devicecatalog.h"
#include "core/scan/serialaddress.h"
#include "core/store/entrystore.h"
#include "ui/common/deskpreferences.h"
#include "ui/common/functionlist.h"
#include "ui/common/keyhint.h"
#include "ui/scanview/devicechip.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace checkpoint {

class ActionButton;
class AskingSettings;
class AttentionPanel;
class BackupSettings;
class CertificateSettings;
class ConnectionSettings;
class DataSettings;
class DevicesSettings;
class ExpectedPanel;
class OperatorSettings;
class KeepingSettings;
class KeptLine;
class RulesSettings;
class SectionList;
class SettingsSection;
class SoundSettings;
class StaffPanel;
class VenueCodePanel;
class VenueSettings;

/// What can be chosen at the desk and of the venue, a chapter at a time, found by typing. A change counts at
/// once; there is no OK. Takes values in by slots and gives what was changed out by signals. GUI thread;
/// owned by the main window.
class SettingsView : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsView(QWidget *parent = nullptr);

    /// Shows these values; emits nothing.
    void setPreferences(const DeskPreferences &preferences);
    /// The cameras that are plugged in now.
    void setCameras(const std::vector<CameraInfo> &cameras);
    /// The serial ports that are there now.
    void setSerialPorts(const QList<SerialPortInfo> &ports);
    /// Makes a device known, so that its direction can be chosen.
    void setDevice(const DeviceInfo &device);
    /// What a device read last and how often, in one line.
    void setDeviceHealth(const QString &deviceId, const QString &line);
    void removeDevice(const QString &deviceId);
    void setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize);
    /// The devices whose picture is looked at here.
    QStringList wantedPreviews() const;
    /// The venue and its rules as they are kept.
    void setVenue(const Venue &venue);
    void setRules(const VenueRules &rules);
    /// How many notes of the attention list hold, and how many visitors are expected today.
    void setListCounts(int attention, int expected);
    QList<KeyHint> keyHints() const;
    /// Every chapter and every row, to be gone to; the lists and the checks.
    QList<Function> functions();
    AttentionPanel *attentionPanel() const { return m_attention; }
    BackupSettings *backupSettings() const { return m_backups; }
    CertificateSettings *certificateSettings() const { return m_certificates; }
    DataSettings *dataSettings() const { return m_data; }
    OperatorSettings *operatorSettings() const { return m_operators; }
    ExpectedPanel *expectedPanel() const { return m_expected; }
    KeepingSettings *keepingSettings() const { return m_keeping; }
    StaffPanel *staffPanel() const { return m_staff; }
    VenueCodePanel *venueCodePanel() const { return m_venueCode; }

    /// The chapters, by the names of their widgets, in their order.
    QStringList sections() const;
    /// Shows a chapter; what was searched for is forgotten.
    void showSection(const QString &name);
    /// Shows that device among the others, ready to be changed.
    void showDevice(const QString &deviceId);
    /// Shows a page of its own in the place of the chapters, under the page's window title, with the way
    /// back. The view takes it as its child and keeps it.
    void showPage(QWidget *page);
    /// The attention list, to note somebody of an entry; the way back is that to the entries.
    void showAttentionOf(const QUuid &visitorId, const VisitorData &visitor);
    /// The expected visitors; the way back is that to who is inside.
    void showExpectedOfInside();
    void closePage();

public slots:
    void editLocation();
    void beginSearch();
    void showAttention();
    void showExpected();
    void showStaff();
    void showVenueCode();
    /// Which cameras and scanners are used, ready to be changed.
    void showConnections();

signals:
    void preferencesChanged(const checkpoint::DeskPreferences &preferences);
    void soundTested(checkpoint::Sound sound);
    void wantedPreviewsChanged();
    void venueChanged(const checkpoint::Venue &venue);
    void rulesChanged(const checkpoint::VenueRules &rules);
    /// It is looked at again; meanwhile others may have changed what it counts.
    void opened();
    void attentionOpened();
    void expectedOpened();
    /// What was begun from an entry was left.
    void entriesWanted();
    void insideWanted();
    void selfTestRequested();
    void diagnosticsRequested();

protected:
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// Where whoever leaves the page came from.
    enum class WayBack { Settings, Entries, Inside };

    QWidget *makeOverview();
    QWidget *makePageFrame();
    void addSection(SettingsSection *section);
    void connectVenueAndRules();
    void retranslate();
    void find(const QString &typed);
    void showOnly(int index);
    void arrangeSections(const QString &typed);
    void goBack();
    void placePage();
    void setWayBack(WayBack to);
    void nameWayBack();
    void goTo(SettingsSection *section, QWidget *control);
    void takeChange(SettingsSection *from, const DeskPreferences &preferences);

    DeskPreferences m_preferences;
    QStackedLayout *m_pages;
    QLineEdit *m_search = nullptr;
    KeptLine *m_kept = nullptr;
    SectionList *m_list = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_nothing = nullptr;
    std::vector<SettingsSection *> m_sections;
    DevicesSettings *m_devices = nullptr;
    ConnectionSettings *m_connections = nullptr;
    VenueSettings *m_venue = nullptr;
    RulesSettings *m_rules = nullptr;
    AskingSettings *m_asking = nullptr;
    SoundSettings *m_sounds = nullptr;
    DataSettings *m_data = nullptr;
    OperatorSettings *m_operators = nullptr;
    BackupSettings *m_backups = nullptr;
    ActionButton *m_back = nullptr;
    QLabel *m_pageTitle = nullptr;
    QScrollArea *m_pageScroll = nullptr;
    QHBoxLayout *m_pageHead = nullptr;
    QWidget *m_page = nullptr;
    WayBack m_wayBack = WayBack::Settings;
    QStackedLayout *m_pageStack = nullptr;
    AttentionPanel *m_attention = nullptr;
    CertificateSettings *m_certificates = nullptr;
    KeepingSettings *m_keeping = nullptr;
    ExpectedPanel *m_expected = nullptr;
    StaffPanel *m_staff = nullptr;
    VenueCodePanel *m_venueCode = nullptr;
};

} // namespace checkpoint
