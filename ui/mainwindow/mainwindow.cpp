#include "ui/mainwindow/mainwindow.h"

#include "ui/common/announcement.h"
#include "ui/common/icons.h"
#include "ui/common/soundboard.h"
#include "ui/common/synctext.h"
#include "ui/common/theme.h"
#include "ui/diagnosticsview/diagnosticsview.h"
#include "ui/entriesview/entriesview.h"
#include "ui/firststart/firststartview.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/deskconnection.h"
#include "ui/mainwindow/helppanel.h"
#include "ui/mainwindow/keepingconnection.h"
#include "ui/mainwindow/noticebar.h"
#include "ui/mainwindow/paperconnection.h"
#include "ui/mainwindow/paperdayconnection.h"
#include "ui/mainwindow/rail.h"
#include "ui/mainwindow/recordcheckconnection.h"
#include "ui/mainwindow/reportsconnection.h"
#include "ui/mainwindow/screenplace.h"
#include "ui/mainwindow/settingsconnection.h"
#include "ui/mainwindow/signinconnection.h"
#include "ui/mainwindow/syncconnection.h"
#include "ui/mainwindow/venuefileconnection.h"
#include "ui/mainwindow/visitsconnection.h"
#include "ui/mainwindow/windowfunctions.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/posterview/posterview.h"
#include "ui/reportsview/filespage.h"
#include "ui/reportsview/reportsview.h"
#include "ui/scanview/counterrow.h"
#include "ui/scanview/resultstrip.h"
#include "ui/scanview/resultwords.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/datasettings.h"
#include "ui/settingsview/settingsview.h"
#include "ui/signin/signinpanel.h"
#include "ui/syncview/syncview.h"
#include "ui/visitorwindow/visitorwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDateTime>
#include <QKeyEvent>
#include <QMimeData>
#include <QShortcut>
#include <QStackedLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

/// Whether the records are not open at all; what failed for another reason may be tried again.
bool areClosed(ErrorCode code)
{
    return code == ErrorCode::InUse || code == ErrorCode::KeyMissing || code == ErrorCode::DatabaseNewer ||
           code == ErrorCode::DatabaseDamaged || code == ErrorCode::ReadOnly;
}

} // namespace

MainWindow::~MainWindow()
{
    // What goes down with the window has nothing more to tell it.
    m_views->disconnect(this);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_scan, m_entries, m_inside, m_reports, m_paper, m_posters, m_sync,
                                          m_settings, m_diagnostics, m_firstStart, m_visitors, m_help})
        part->disconnect(this);
    hide(); // what is shown in full is masked while the window is whole
}

void MainWindow::connectDesk(const DeskParts &parts)
{
    delete m_connection;
    delete m_visits;
    delete m_reportWires;
    delete m_paperDayWires;
    delete m_settingsWires;
    delete m_paperWires;
    delete m_fileWires;
    delete m_keepingWires;
    delete m_syncWires;
    delete m_signInWires;
    delete m_checkWires;
    m_connection = new DeskConnection(parts.desk, parts.store, this);
    m_visits = new VisitsConnection(parts, this);
    m_reportWires = new ReportsConnection(parts, this);
    m_paperDayWires = new PaperDayConnection(parts, m_reports, this);
    m_settingsWires = new SettingsConnection(parts, this);
    m_paperWires = new PaperConnection(parts, this);
    m_fileWires = new VenueFileConnection(parts, this);
    m_keepingWires = parts.keeping ? new KeepingConnection(parts, this) : nullptr;
    m_syncWires = parts.sync ? new SyncConnection(parts, this) : nullptr;
    m_checkWires = new RecordCheckConnection(parts, this);
    m_signInWires = parts.access ? new SignInConnection(parts, this) : nullptr;
}

PassView *MainWindow::passView() const
{
    return m_paper->passes();
}

void MainWindow::showSighting(const RawScan &scan)
{
    m_sighting = scan;
    m_scan->showSighting(scan);
}

void MainWindow::beginFirstStart()
{
    if (m_preferences.firstStartDone)
        return;
    m_views->setCurrentWidget(m_firstStart);
    m_firstStart->begin();
    emit previewsWantedChanged(m_scan->shownDevices());
}

void MainWindow::showView(View view)
{
    QWidget *focus = QApplication::focusWidget();
    const QPointer<QWidget> typedIn = m_signIn->isAncestorOf(focus) ? focus : nullptr;
    m_view = view;
    m_remark->clear();
    if (view == View::Scan)
        m_strip->clear();
    m_rail->setView(view);
    if (m_views->currentWidget() == m_firstStart)
        endFirstStart();
    offerHandKey();
    if (view == View::Settings)
        m_settings->closePage();
    showPage(view);
    emit diagnosticsWantedChanged(false);
    // What was hidden handed the focus on to whatever came next; no button is to be pressed by accident.
    if (view != View::Entries)
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
    fillHelp();
    placeHelp();
    placeSignIn();
    if (typedIn)
        typedIn->setFocus(Qt::OtherFocusReason);
    tellWantedPreviews();
}

void MainWindow::tellWantedPreviews()
{
    const bool all = m_view == View::Scan || m_posters->isCheckingPaper();
    emit previewsWantedChanged(all ? m_scan->shownDevices() : m_settings->wantedPreviews());
}

void MainWindow::setDevice(const DeviceInfo &device)
{
    m_scan->setDevice(device);
    m_settings->setDevice(device);
}

void MainWindow::removeDevice(const QString &deviceId)
{
    m_scan->removeDevice(deviceId);
    m_settings->removeDevice(deviceId);
}

void MainWindow::setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize)
{
    m_scan->setPreview(deviceId, picture, frameSize);
    m_settings->setPreview(deviceId, picture, frameSize);
    if (m_views->currentWidget() == m_firstStart)
        m_firstStart->setPicture(picture, frameSize);
    if (m_posters->isCheckingPaper()) {
        const bool seen = m_sighting.deviceId == deviceId;
        m_posters->checkPicture(picture, frameSize, seen ? std::exchange(m_sighting, {}) : RawScan());
    }
}

void MainWindow::showGuidance(const QString &deviceId, const Guidance &guidance)
{
    m_scan->showGuidance(deviceId, guidance);
}

void MainWindow::setDiagnostics(const FrameDiagnostics &diagnostics)
{
    if (m_views->currentWidget() == m_diagnostics)
        m_diagnostics->setDiagnostics(diagnostics);
}

void MainWindow::setCameras(const std::vector<CameraInfo> &cameras)
{
    m_settings->setCameras(cameras);
    m_firstStart->setCameras(cameras);
}

void MainWindow::setDataPlace(const QString &folder, KeyPlace keyPlace)
{
    m_settings->dataSettings()->setDataPlace(folder, keyPlace);
}

void MainWindow::showOutcome(const ScanOutcome &announced)
{
    ScanOutcome outcome = announced;
    // While the records are not open a write fails for reasons of its own; the one to tell is why they are
    // not.
    if (outcome.kind == ScanOutcome::Kind::Failed && m_deskTrouble)
        outcome.error = m_deskTrouble;
    m_scan->showOutcome(outcome);
    if (isAtDoor(outcome)) {
        m_visitors->showOutcome(outcome);
        if (outcome.kind == ScanOutcome::Kind::Recorded)
            m_atDoor = outcome.entryId;
    }
    if (outcome.kind == ScanOutcome::Kind::Recorded)
        m_lastEntry = outcome.entryId;
    else if (outcome.kind == ScanOutcome::Kind::Voided)
        m_lastEntry.reset();
    const bool listSays = outcome.kind == ScanOutcome::Kind::Voided;
    if (listSays && outcome.entryId)
        m_strip->leave(*outcome.entryId);
    if (m_view == View::Scan)
        return;
    if (listSays)
        announce(m_heard, spokenText(resultWords(outcome)));
    else
        m_strip->showOutcome(outcome);
}

void MainWindow::setDeskState(DeskState state)
{
    m_top->setDeskState(state);
    m_scan->setDeskState(state);
    m_scan->setRecordsClosed(state == DeskState::Trouble && m_deskTrouble && areClosed(m_deskTrouble->code));
}

void MainWindow::setDeskReady()
{
    m_deskTrouble.reset();
    setDeskState(DeskState::Ready);
    m_notice->clear();
    lookAgain();
    if (m_syncWires)
        m_syncWires->start();
}

void MainWindow::lookAgain()
{
    if (!m_connection)
        return;
    m_connection->refresh();
    m_visits->start();
    m_paperDayWires->start();
    m_settingsWires->start();
}

void MainWindow::setDeskTrouble(const Error &error)
{
    m_deskTrouble = error;
    setDeskState(DeskState::Trouble);
    m_notice->show(error.code, {}, false);
}

void MainWindow::showTrouble(const QString &about, const Error &error)
{
    m_notice->show(error.code, about, true);
}

/// Said again when it is off by other minutes, not with every comparison.
void MainWindow::setClockOff(std::optional<qint64> offMs)
{
    const auto minutes = [](std::optional<qint64> ms) { return ms ? qRound64(double(*ms) / 60'000) : 0; };
    if (minutes(offMs) == minutes(m_clockOff) && offMs.has_value() == m_clockOff.has_value())
        return;
    m_clockOff = offMs;
    if (offMs)
        m_clockNotice->say([off = *offMs] { return clockOffText(off); }, true);
    else
        m_clockNotice->clear();
}

void MainWindow::setNow(const QDateTime &now)
{
    m_clock.stop();
    showNow(now);
}

void MainWindow::tick()
{
    showNow(QDateTime::currentDateTime());
}

void MainWindow::showNow(const QDateTime &now)
{
    m_top->setNow(now);
    m_entries->setToday(now.date());
    m_inside->setToday(now.date());
    m_reports->setToday(now.date());
    m_sync->setToday(now.date());
}

void MainWindow::takePreferences(const DeskPreferences &preferences)
{
    m_preferences = preferences;
    m_language.apply(preferences.language);
    m_sounds->setVolume(preferences.volume);
    m_sounds->setMuted(preferences.muted);
    m_scan->counterRow()->setMuted(preferences.muted);
    m_sounds->setShapes(preferences.sounds);
    placeOnScreen();
    m_scan->setMirrored(preferences.mirrored);
    m_posters->setDeskLocation(preferences.location);
    m_entries->setRefusedShown(preferences.refusedShown);
    m_reports->files()->setChoices({preferences.reportChoices.value(0), preferences.reportChoices.value(1),
                                    preferences.reportChoices.value(2), preferences.reportChoices.value(3)});
    showPlace();
    m_settings->setPreferences(preferences);
    m_firstStart->setPreferences(preferences);
    m_visitors->setWanted(preferences.visitorWindow);
}

void MainWindow::changePreferences(const DeskPreferences &preferences)
{
    if (preferences == m_preferences)
        return;
    const bool look =
        preferences.theme != m_preferences.theme || preferences.textSize != m_preferences.textSize;
    const bool waits = preferences.visitorWindow && !m_preferences.visitorWindow && !screenBeside(screen());
    takePreferences(preferences);
    if (waits && m_view != View::Settings) // there the row says so
        showNotice([] {
            return ErrorText{tr("No second monitor is connected."),
                             tr("The window for visitors opens by itself as soon as there is one."),
                             {}};
        });
    if (look)
        applyTheme(*qApp, preferences.theme, preferences.textSize);
    emit preferencesChanged(m_preferences);
}

void MainWindow::paste()
{
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    if (const QStringList paths = localFiles(copied); !paths.isEmpty())
        emit photosDropped(paths);
    else if (copied->hasImage())
        emit photoPasted(qvariant_cast<QImage>(copied->imageData()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (const QStringList paths = localFiles(event->mimeData()); !paths.isEmpty())
        emit photosDropped(paths);
    else if (event->mimeData()->hasImage())
        emit photoPasted(qvariant_cast<QImage>(event->mimeData()->imageData()));
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// Esc, where nothing that asks took it; and keys that nobody heard.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        if (!event->isAutoRepeat())
            tellWhyOff(*event);
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_help->isVisible())
        showHelp(false);
    else if (m_remark->canBeClosed())
        m_remark->clear();
    else if (m_notice->canBeClosed())
        m_notice->clear();
    else if (m_clockNotice->canBeClosed())
        m_clockNotice->clear();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.windowGeometry = saveGeometry();
    emit preferencesChanged(m_preferences);
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHelp();
    placeRemark();
    placeSignIn();
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Checkpoint Desk"));
    m_strip->setAnswerHint(tr("Answer with F2"));
    fillHelp();
}

} // namespace checkpoint
