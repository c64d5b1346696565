#include "ui/mainwindow/mainwindow.h"

// How the window is put together and what is connected to what; what it does is in mainwindow.cpp.

#include "core/domain/notice.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/currentpagelayout.h"
#include "ui/common/icons.h"
#include "ui/common/scrim.h"
#include "ui/common/soundboard.h"
#include "ui/common/theme.h"
#include "ui/diagnosticsview/diagnosticsview.h"
#include "ui/entriesview/entriesview.h"
#include "ui/firststart/firststartview.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/deskconnection.h"
#include "ui/mainwindow/helppanel.h"
#include "ui/mainwindow/noticebar.h"
#include "ui/mainwindow/rail.h"
#include "ui/mainwindow/rightsline.h"
#include "ui/mainwindow/screenplace.h"
#include "ui/mainwindow/settingsconnection.h"
#include "ui/mainwindow/viewfunctions.h"
#include "ui/mainwindow/visitsconnection.h"
#include "ui/mainwindow/windowfunctions.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/persondata/heldcard.h"
#include "ui/persondata/persondatapage.h"
#include "ui/posterview/posterview.h"
#include "ui/reportsview/filespage.h"
#include "ui/reportsview/reportsview.h"
#include "ui/scanview/counterrow.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/resultstrip.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/attentionpanel.h"
#include "ui/settingsview/settingsview.h"
#include "ui/signin/lockedpage.h"
#include "ui/signin/signinpanel.h"
#include "ui/syncview/syncview.h"
#include "ui/visitorwindow/visitorwindow.h"

#include <QApplication>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize leastSize(880, 480); ///< 1366 × 768 scaled to 150 %, less what a panel of the desktop takes
constexpr QSize usualSize(1366, 768);
constexpr int remarkMs = 15'000;

/// Puts the theme on before the window itself is made: a window that is older than the program's font would
/// hand the old one down to what stands in it.
QWidget *themed(const DeskPreferences &preferences, QWidget *parent)
{
    applyTheme(*qApp, preferences.theme, preferences.textSize);
    return parent;
}

} // namespace

MainWindow::MainWindow(const DeskPreferences &preferences, QWidget *parent)
    : QWidget(themed(preferences, parent))
    , m_preferences(preferences)
    , m_language(preferences.language)
    , m_sounds(new SoundBoard(this))
    , m_rail(new Rail(this))
    , m_top(new TopLine(this))
    , m_notice(new NoticeBar(u"notice"_s, this))
    , m_clockNotice(new NoticeBar(u"clockNotice"_s, this))
    , m_remark(new NoticeBar(u"remark"_s, this, NoticeBar::Look::Remark))
    , m_strip(new ResultStrip(this))
    , m_heard(new QWidget(this))
    , m_views(new CurrentPageLayout)
    , m_scan(new ScanView(this))
    , m_entries(new EntriesView(this))
    , m_inside(new InsideView(this))
    , m_reports(new ReportsView(this))
    , m_paper(new PaperView(this))
    , m_posters(m_paper->posters())
    , m_sync(new SyncView(this))
    , m_settings(new SettingsView(this))
    , m_diagnostics(new DiagnosticsView(this))
    , m_help(new HelpPanel(this))
    , m_palette(new CommandPalette(&m_functions, this))
    , m_place(new ScreenPlace(this))
    , m_firstStart(new FirstStartView(this))
    , m_visitors(new VisitorWindow(this))
    , m_rightsLine(new RightsLine(this))
    , m_lockedPage(new LockedPage(this))
    , m_signIn(new SignInPanel(this))
    , m_scrim(new Scrim(m_signIn, m_scan->findChild<ResultCard *>(), this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(leastSize);
    setAcceptDrops(true);
    setWindowIcon(applicationIcon());
    m_strip->setPassing(true);
    m_top->setMessage(m_strip);
    m_help->hide();
    m_views->addWidget(m_scan);
    m_views->addWidget(m_entries);
    m_views->addWidget(m_inside);
    m_views->addWidget(m_reports);
    m_views->addWidget(m_paper);
    m_views->addWidget(m_sync);
    m_views->addWidget(m_settings);
    m_views->addWidget(m_diagnostics);
    m_views->addWidget(m_firstStart);
    m_views->addWidget(m_lockedPage);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(tokens::space16, 0, tokens::space16, 0);
    makeAnnouncing(m_heard);
    m_heard->setFixedSize(1, 1);
    notice->addWidget(m_notice);
    notice->addWidget(m_clockNotice);
    m_remarkEnds.setSingleShot(true);
    m_remarkEnds.setInterval(remarkMs);
    connect(&m_remarkEnds, &QTimer::timeout, m_remark, &NoticeBar::clear);
    for (NoticeBar *each : {m_notice, m_clockNotice})
        each->setContentsMargins(0, 0, 0, tokens::space12);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(notice);
    column->addLayout(m_views, 1);
    column->addWidget(m_rightsLine);
    auto *frame = new QHBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->setSpacing(0);
    frame->addWidget(m_rail);
    frame->addLayout(column, 1);

    makeShortcuts();
    connectViews();
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::tick);
    m_clock.start();

    takePreferences(m_preferences);
    retranslate();
    tick();
    resize(usualSize.boundedTo(screen()->availableSize()));
    if (!m_preferences.windowGeometry.isEmpty())
        restoreGeometry(m_preferences.windowGeometry);
    placeOnScreen();
    showView(View::Scan); // whoever comes in the morning scans
}

void MainWindow::makeShortcuts()
{
    const auto change = [this](const std::function<void(DeskPreferences &)> &edit) {
        DeskPreferences preferences = m_preferences;
        edit(preferences);
        changePreferences(preferences);
    };
    connect(m_place, &ScreenPlace::modeWanted, this, [this, change](WindowMode mode) {
        if (m_kioskLeft) // what is set stays
            m_place->setMode(mode);
        else
            change([mode](DeskPreferences &preferences) { preferences.windowMode = mode; });
    });
    connect(m_place, &ScreenPlace::leavingWanted, this, &MainWindow::beginLeavingKiosk);
    connect(m_place, &ScreenPlace::closeRefused, this, [this] {
        remark([] {
            return ErrorText{tr("The window cannot be closed in kiosk mode."),
                             {},
                             tr("Leave the kiosk first (Ctrl+Shift+F11).")};
        });
    });
    addWindowFunctions(m_functions, *this, change);
    m_handKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_N), this);
    connect(m_handKey, &QShortcut::activated, this, [this] {
        if (m_locked || m_views->currentWidget() == m_firstStart)
            return;
        showView(View::Scan);
        if (const auto *byHand = m_scan->findChild<ActionButton *>(u"byHandButton"_s); !byHand->isEnabled())
            return tellWhyNot(byHand->text(), whyOff(*byHand));
        m_scan->beginHandEntry();
    });
    auto *passKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this);
    connect(passKey, &QShortcut::activated, this, &MainWindow::beginPass);
    auto *signInKey = new QShortcut(QKeySequence(Qt::Key_F8), this);
    connect(signInKey, &QShortcut::activated, this, &MainWindow::beginSignIn);
    auto *lockKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(lockKey, &QShortcut::activated, this, &MainWindow::lockWanted);
    auto *pasteKey = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    connect(pasteKey, &QShortcut::activated, this, &MainWindow::paste);
}

void MainWindow::connectViews()
{
    connect(m_views, &QStackedLayout::currentChanged, this,
            [this] { emit firstStartShown(m_views->currentWidget() == m_firstStart); });
    connect(m_rail, &Rail::viewChosen, this, [this](View view) {
        const bool again = view == View::Entries && m_entries->isVisible();
        showView(view);
        if (again)
            m_entries->beginSearch();
    });
    connect(m_rail, &Rail::helpChosen, this, [this] { showHelp(m_help->isHidden()); });
    connect(m_rail, &Rail::findChosen, m_palette, &CommandPalette::open);
    connect(m_help, &HelpPanel::closed, this, [this] { showHelp(false); });
    connect(m_top, &TopLine::placeClicked, this, [this] {
        showView(View::Settings);
        m_settings->editLocation();
    });
    connect(m_scan, &ScanView::deviceSettingsWanted, this, [this](const QString &deviceId) {
        showView(View::Settings);
        m_settings->showDevice(deviceId);
    });
    connect(m_scan, &ScanView::entryWanted, this, [this](const PageKey &line) {
        showView(View::Entries);
        m_entries->showEntry(line);
    });
    connect(m_top, &TopLine::syncClicked, this, [this] { showView(View::Sync); });
    connect(m_top, &TopLine::operatorClicked, this, &MainWindow::beginSignIn);
    connect(m_lockedPage, &LockedPage::signInWanted, this, &MainWindow::beginSignIn);
    connect(m_lockedPage, &LockedPage::typed, this, [this](const QString &text) {
        if (m_signIn->isHidden())
            beginSignIn();
        m_signIn->typePin(text);
    });
    connect(m_signIn, &SignInPanel::lockWanted, this, &MainWindow::lockWanted);
    connect(m_signIn, &SignInPanel::left, this, &MainWindow::endSignIn);
    connect(m_settings, &SettingsView::preferencesChanged, this, &MainWindow::changePreferences);
    connect(m_settings, &SettingsView::diagnosticsRequested, this, &MainWindow::showDiagnostics);
    connect(m_diagnostics, &DiagnosticsView::closed, this, [this] { showView(View::Settings); });
    connect(m_settings, &SettingsView::soundTested, m_sounds, &SoundBoard::audition);
    connect(m_settings, &SettingsView::wantedPreviewsChanged, this, &MainWindow::tellWantedPreviews);
    connect(m_entries, &EntriesView::refusedShownChanged, this, [this](bool shown) {
        DeskPreferences preferences = m_preferences;
        preferences.refusedShown = shown;
        changePreferences(preferences);
    });
    connect(m_reports->files(), &FilesPage::choicesChanged, this, [this](const ReportChoices &choices) {
        DeskPreferences preferences = m_preferences;
        preferences.reportChoices = {choices.report, choices.period, choices.form, choices.madeBy};
        changePreferences(preferences);
    });
    connect(m_paper, &PaperView::turned, this, &MainWindow::fillHelp);
    connect(m_paper, &PaperView::turned, this, &MainWindow::offerHandKey);
    connect(m_sync, &SyncView::turned, this, &MainWindow::offerHandKey);
    connect(m_entries, &EntriesView::passWanted, this, &MainWindow::passWanted);
    connect(m_entries, &EntriesView::personWanted, this, [this](const QUuid &visitorId, const QString &name) {
        showView(View::Reports);
        m_reports->open(ReportsView::PersonData);
        m_reports->personData()->setOfEntry(true);
        m_reports->personData()->held()->beginCorrecting(visitorId, name);
    });
    connect(m_entries, &EntriesView::attentionWanted, this,
            [this](const QUuid &visitorId, const VisitorData &visitor) {
                showView(View::Settings);
                m_settings->showAttentionOf(visitorId, visitor);
            });
    connect(m_inside, &InsideView::expectedWanted, this, [this] {
        showView(View::Settings);
        m_settings->showExpectedOfInside();
    });
    connect(m_settings, &SettingsView::insideWanted, this, [this] { showView(View::Inside); });
    connect(m_settings, &SettingsView::entriesWanted, this, [this] { showView(View::Entries); });
    connect(m_reports->personData(), &PersonDataPage::entriesWanted, this,
            [this] { showView(View::Entries); });
    connect(m_settings->attentionPanel(), &AttentionPanel::knownAdded, this, [this](const QString &name) {
        showView(View::Entries);
        m_entries->showNoted(name);
    });
    connect(m_posters, &PosterView::checkingPaperChanged, this, &MainWindow::tellWantedPreviews);
    connect(m_scan->counterRow(), &CounterRow::soundWanted, this, [this] {
        DeskPreferences preferences = m_preferences;
        preferences.muted = false;
        changePreferences(preferences);
    });
    connect(m_visitors, &VisitorWindow::closed, this, [this] {
        DeskPreferences preferences = m_preferences;
        preferences.visitorWindow = false;
        changePreferences(preferences);
    });
    connect(m_firstStart, &FirstStartView::cameraChosen, this, [this](const QString &camera) {
        DeskPreferences preferences = m_preferences;
        preferences.camera = camera;
        changePreferences(preferences);
    });
    connect(m_firstStart, &FirstStartView::finished, this,
            [this](const QString &venue, const QString &location) {
                DeskPreferences preferences = m_preferences;
                preferences.firstStartDone = true;
                if (!location.isEmpty())
                    preferences.location = location;
                changePreferences(preferences);
                if (!venue.isEmpty())
                    emit venueNamed(venue);
                showView(View::Scan);
            });
    connect(m_firstStart, &FirstStartView::administratorNamed, this, &MainWindow::administratorNamed);
    connect(m_scan, &ScanView::shownDevicesChanged, this, [this](const QStringList &deviceIds) {
        if (m_view == View::Scan)
            emit previewsWantedChanged(deviceIds);
    });
}

void MainWindow::setVisitorNotice(const std::optional<Notice> &notice)
{
    m_visitors->setNotice(notice);
}

void MainWindow::setVenueRecord(const VenueRecord &record)
{
    m_venueName = record.venue ? record.venue->name : QString();
    showPlace();
    m_scan->setRules(record.rules, record.venue ? record.venue->capacity : 0);
    m_posters->setRecord(record);
    passView()->setHasVenue(record.venue.has_value());
}

void MainWindow::showPlace()
{
    const QString name = m_venueName.isEmpty() ? m_preferences.venue : m_venueName;
    m_top->setPlace(name, m_preferences.location);
    m_visitors->setVenue(name);
}

void MainWindow::showNotice(const std::function<ErrorText()> &words)
{
    m_notice->say(words, true);
}

} // namespace checkpoint
