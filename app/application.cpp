#include "app/application.h"

#include "core/base/logging.h"
#include "core/scan/devices/imagescandevice.h"
#include "core/settings/autostart.h"
#include "ui/common/errortext.h"
#include "ui/common/preferencestore.h"
#include "ui/common/rescuetext.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/settingsview/selftestpanel.h"
#include "ui/settingsview/settingsview.h"
#include "ui/signin/signinpanel.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QImage>
#include <QMessageBox>
#include <QPainter>
#include <QPrinter>
#include <QProcess>
#include <QStandardPaths>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

/// A folder that another program holds, or a disk that is full, may be free again a moment later.
constexpr auto retryPause = 5s;
constexpr auto checkDelay = 20s;
constexpr auto checkPause = 7 * 24h;

/// The same program with the same arguments, once this one has let go of the folder.
bool beginAgain()
{
    return QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                   QCoreApplication::arguments().sliced(1));
}

} // namespace

Application::Application(const QString &folder, const QStringList &playedSources, const QString &snapshotPath)
    : m_settings(folder)
    , m_folder(folder)
    , m_desk(m_folder.store(), &m_clock, true)
    , m_office(m_folder.store(), &m_clock)
    , m_closing(m_folder.store(), &m_clock, m_desk.turns())
    , m_keeping(m_folder.store(), &m_clock)
    , m_window(preferencesFrom(m_settings))
    , m_devices(&m_desk, &m_window, &m_settings, &m_clock)
    , m_sync(m_folder.store(), &m_clock, &m_office)
    , m_keys(&m_folder, &m_desk, &m_office, &m_window)
    , m_notes(m_folder.store())
    , m_backups(m_folder.store(), &m_settings, &m_clock, m_folder.path(),
                m_window.settingsView()->backupSettings())
    , m_room(m_folder.path())
    , m_mover(m_folder.store(), &m_desk, &m_window)
    , m_playedSources(playedSources)
    , m_snapshotPath(snapshotPath)
{
    m_sinceStart.start();
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryPause);
}

Application::~Application()
{
    // Devices first, then what waits in the store: EntryStore finishes everything posted when it is
    // destroyed.
    m_players.clear();
    m_photo.reset();
}

void Application::start()
{
    connect(&m_signals, &StopSignals::stopRequested, qApp, &QApplication::quit);
    connect(&m_retry, &QTimer::timeout, this, &Application::openRecords);
    connect(&m_keys, &DeskKeys::recoveryBegun, this, [this] {
        m_isRecovering = true;
        m_retry.stop();
    });
    connect(&m_keys, &DeskKeys::recoveryEnded, this, [this](bool opened) {
        m_isRecovering = false;
        if (opened)
            takeRecords();
        else
            m_retry.start();
    });
    m_window.connectDesk({&m_desk, m_folder.store(), &m_office, &m_closing, &m_clock,
                          m_playedSources.isEmpty(), m_sync.engine(), m_folder.access(), &m_keeping});
    connect(&m_window, &MainWindow::preferencesChanged, this, &Application::takePreferences);
    connect(m_window.signInPanel(), &SignInPanel::recoveryWanted, &m_keys, &DeskKeys::openForgottenPin);
    connect(&m_window, &MainWindow::operatorLeaves, &m_notes, &SettingNotes::writeNow);
    connect(&m_window, &MainWindow::photosDropped, this, &Application::play);
    connect(&m_window, &MainWindow::photoPasted, this, &Application::playPhoto);
    connect(m_window.settingsView(), &SettingsView::selfTestRequested, this, &Application::openSelfTest);
    connect(&m_backups, &DeskBackups::settingChanged, &m_notes,
            [this](const QString &name) { m_notes.note({name}); });
    connect(&m_backups, &DeskBackups::failed, &m_window,
            [this](const Error &error) { m_window.showTrouble({}, error); });
    connect(&m_devices, &DeskDevices::selfTested, this,
            [this](const QString &deviceName, const SelfTestResult &result) {
                openSelfTest();
                m_selfTest->showResult(deviceName, result);
            });
    m_desk.setLocation(m_window.preferences().location);
    m_closing.setPlace(m_window.preferences().location);
    // The first time; from then on as it was left.
    if (m_window.preferences().windowGeometry.isEmpty())
        m_window.setWindowState(m_window.windowState() | Qt::WindowMaximized);
    m_window.show();

    connect(&m_backups, &DeskBackups::rescued, this, [this](const MergeCounts &counts) {
        m_window.showNotice([counts] { return rescuedText(counts); });
        lookAgain();
    });
    connect(&m_backups, &DeskBackups::restored, this, &Application::lookAgain);
    connect(&m_desk, &CheckpointDesk::announced, this, [this](const ScanOutcome &outcome) {
        if (outcome.error && outcome.error->code == ErrorCode::DatabaseDamaged)
            beginAnew(*outcome.error);
    });
    connect(&m_keeping, &DataKeeping::failed, &m_window,
            [this](const Error &error) { m_window.showTrouble({}, error); });
    connect(&m_backups, &DeskBackups::rescueFailed, &m_window,
            [this](const Error &error) { m_window.showTrouble({}, error); });
    connect(&m_room, &RoomWatch::roomRanLow, this, [this](qint64 freeBytes) {
        m_window.showNotice([freeBytes] { return littleRoomText(freeBytes); });
    });
    m_backups.isMarkedDamaged().then(this, [this](bool damaged) {
        if (damaged)
            replaceDamaged();
        else
            openRecords();
    });
    // After the window's first picture: asking for cameras loads the multimedia plug-in.
    QTimer::singleShot(0, &m_devices, &DeskDevices::start);
}

void Application::openRecords()
{
    m_folder.open(StoreMode::ReadWrite).then(this, [this](const Result<void> &opened) {
        if (!opened && opened.error().code == ErrorCode::DatabaseDamaged && !m_triedReplacing)
            return replaceDamaged();
        if (!opened && m_hasRecords) // the key came back another way meanwhile
            return;
        if (!opened) {
            qCWarning(lcApp, "The records cannot be opened: %s", qPrintable(opened.error().detail));
            m_window.setDeskTrouble(opened.error());
            m_keys.takeTrouble(opened.error());
            if (!m_isRecovering)
                m_retry.start();
            return;
        }
        takeRecords();
    });
}

void Application::takeRecords()
{
    m_retry.stop();
    if (std::exchange(m_hasRecords, true))
        return;
    m_keys.takeOpened();
    m_window.setDataPlace(m_folder.path(), m_folder.keyPlace());
    m_window.setDeskReady();
    if (m_hasReplaced)
        m_window.showNotice(rescueBeginsText);
    m_sync.start();
    // What a rescue brings may be newer than what a backup knows of a person: nothing is destroyed before.
    connect(&m_backups, &DeskBackups::nothingWaited, &m_keeping, &DataKeeping::start,
            Qt::SingleShotConnection);
    m_backups.start();
    m_room.start();
    qCInfo(lcApp, "Ready to scan, %lld ms after the start", qlonglong(m_sinceStart.elapsed()));
    QTimer::singleShot(checkDelay, this, &Application::checkRecords);
    play(m_playedSources);
}

/// Other operators and another venue may have come back than were there when the records were opened.
void Application::lookAgain()
{
    m_folder.access()->load().then(this, [](const Result<QList<DeskOperator>> &) {});
    m_window.lookAgain();
}

/// A desk that cannot read its database works on with another one, and gets back what can be read.
void Application::replaceDamaged()
{
    m_triedReplacing = true;
    m_backups.replaceDamaged().then(this, [this](const Result<void> &replaced) {
        m_hasReplaced = replaced.ok();
        if (!replaced)
            qCWarning(lcApp, "The damaged database cannot be replaced: %s",
                      qPrintable(replaced.error().detail));
        openRecords();
    });
}

/// The database looks itself over once the desk is at work, and each week: of a large one that takes seconds.
void Application::checkRecords()
{
    QTimer::singleShot(checkPause, this, &Application::checkRecords);
    m_folder.store()->check().then(this, [this](const Result<void> &sound) {
        if (sound)
            return;
        m_window.setDeskTrouble(sound.error());
        if (sound.error().code == ErrorCode::DatabaseDamaged)
            beginAnew(sound.error());
    });
}

/// A database is replaced before it is opened: so the program starts again, at once, unless it has begun with
/// that already. Then the one who looks at the disk is a person.
void Application::beginAnew(const Error &damage)
{
    if (m_beginsAnew)
        return;
    if (m_triedReplacing || !m_playedSources.isEmpty()) {
        qCWarning(lcApp, "The database is damaged; it is looked at again at the next start");
        m_window.setDeskTrouble(damage);
        return;
    }
    m_backups.markDamaged().then(this, [this, damage](const Result<void> &marked) {
        if (!marked) { // or it would begin with the same database, for ever
            qCWarning(lcApp, "The damage cannot be remembered: %s", qPrintable(marked.error().detail));
            m_window.setDeskTrouble(damage);
        }
        if (!marked || m_beginsAnew)
            return;
        qCWarning(lcApp, "The database is damaged; the program starts again with another one");
        m_beginsAnew = true;
        qApp->quit();
    });
}

// ---- devices

/// A window of its own, so that it can be held before a scanner while the desk goes on.
void Application::openSelfTest()
{
    if (!m_selfTest) {
        m_selfTest = new SelfTestPanel;
        m_selfTest->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_selfTest, &SelfTestPanel::printRequested, this, &Application::printSelfTestSheet);
        connect(&m_devices, &DeskDevices::otherCodeScanned, m_selfTest, &SelfTestPanel::showOtherCode);
        connect(&m_printing, &SheetPrinting::printed, m_selfTest, &SelfTestPanel::showPrinted);
        connect(&m_window, &QObject::destroyed, m_selfTest, &QObject::deleteLater);
    }
    m_selfTest->openOver(&m_window);
}

void Application::printSelfTestSheet()
{
    m_printing.ask(m_selfTest, [](QPagedPaintDevice *device) -> Result<void> {
        QPainter painter;
        if (!painter.begin(device))
            return Error{ErrorCode::PrinterStopped, u"the printer takes no page"_s};
        paintSelfTestSheet(painter, QRectF(painter.viewport()));
        return {};
    });
}

void Application::play(const QStringList &sources)
{
    if (sources.isEmpty()) {
        snapshotWhenDone();
        return;
    }
    auto player = std::make_unique<SourceRunner>(sources, DeviceOptions{&m_clock, false});
    connect(player.get(), &SourceRunner::unreadable, &m_window, &MainWindow::showTrouble);
    connect(player.get(), &SourceRunner::finished, this, [this, ended = player.get()] {
        std::erase_if(m_players, [ended](const auto &each) { return each.get() == ended; });
        snapshotWhenDone();
    });
    m_players.push_back(std::move(player));
    m_players.back()->start([this](ScanDevice *device) {
        m_desk.setDevice({device->id(), device->name(), DirectionRule::Auto, device->repeatPolicy()});
        m_desk.attach(device);
        if (m_devices.hasCamera())
            return;
        device->setPreviewWanted(true);
        connect(device, &ScanDevice::previewed, &m_window,
                [this, id = device->id()](const QImage &picture, const QSize &frameSize) {
                    m_window.setPreview(id, picture, frameSize);
                });
        connect(device, &ScanDevice::guided, &m_window,
                [this, id = device->id()](const Guidance &guidance) { m_window.showGuidance(id, guidance); });
        m_window.setDevice({device->id(), device->name(), DeviceState::Running, DirectionRule::Auto, true});
    });
}

void Application::playPhoto(const QImage &photo)
{
    m_photo = std::make_unique<ImageScanDevice>(photo, u"clipboard"_s, &m_clock);
    m_desk.setDevice({m_photo->id(), m_photo->name(), DirectionRule::Auto, m_photo->repeatPolicy()});
    m_desk.attach(m_photo.get());
    m_photo->start();
}

void Application::takePreferences(const DeskPreferences &preferences)
{
    const bool autostart = m_settings.value(Setting::Autostart).toBool();
    m_notes.note(remember(preferences, m_settings));
    if (preferences.autostart != autostart) {
        const Result<void> kept = setAutostart(
            preferences.autostart, QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation),
            QCoreApplication::applicationFilePath());
        if (!kept)
            m_window.showTrouble({}, kept.error());
    }
    m_desk.setLocation(preferences.location);
    m_closing.setPlace(preferences.location);
    m_devices.apply(preferences);
}

void Application::snapshotWhenDone()
{
    if (m_snapshotPath.isEmpty() || !m_players.empty())
        return;
    // The last outcome is shown, its counters are fetched and painted.
    QTimer::singleShot(1500, this, [this] {
        const bool saved = m_window.grab().save(m_snapshotPath);
        if (!saved)
            complain(u"%1 cannot be written"_s.arg(m_snapshotPath));
        QApplication::exit(saved ? ExitDone : ExitNotRecorded);
    });
}

int Application::run(const Arguments &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"play"_s, {}, u"source"_s}, {u"snapshot"_s, {}, u"file"_s}});
    if (!parser.parse(QStringList{u"checkpoint-desk"_s} + arguments.rest)) {
        complain(parser.errorText());
        return ExitWrongUse;
    }
    const QString folder = arguments.dataFolder.isEmpty() ? DataFolder::defaultPath() : arguments.dataFolder;
    std::optional<MoveIn> move;
    bool beginsAnew = false;
    int code = ExitDone;
    {
        Application application(folder, parser.values(u"play"_s), parser.value(u"snapshot"_s));
        application.start();
        QObject::connect(&application.m_mover, &DeskMove::wanted, &application,
                         [&move](const MoveIn &wanted) {
                             move = wanted;
                             QApplication::quit();
                         });
        code = QApplication::exec();
        beginsAnew = application.m_beginsAnew;
    } // and the folder is free
    if (move)
        return moveIn(folder, *move);
    if (beginsAnew && !beginAgain())
        return ExitNotRecorded;
    return code;
}

/// The desk has let go of its folder; another one goes on with the backup, or with what there was.
int Application::moveIn(const QString &path, const MoveIn &move)
{
    DataFolder folder(path);
    QMessageBox failure(QMessageBox::Warning, tr("The backup could not be taken"), {}, QMessageBox::Ok);
    failure.setTextFormat(Qt::PlainText);
    connect(&failure, &QDialog::finished, &failure, [] { QApplication::exit(ExitNotRecorded); });
    folder.moveIn(move.backup, move.masterKey).then(&folder, [&failure](const Result<BackupContents> &moved) {
        if (moved)
            return QApplication::exit(ExitDone);
        qCWarning(lcApp, "The backup cannot become the record: %s", qPrintable(moved.error().detail));
        const ErrorText text = errorText(moved.error().code);
        failure.setText(text.happened + u' ' + text.kept);
        failure.open();
    });
    const int code = QApplication::exec();
    return beginAgain() ? code : ExitNotRecorded;
}

} // namespace checkpoint
