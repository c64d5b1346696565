#include "app/application.h"

#include "core/base/logging.h"
#include "core/scan/devices/camerascandevice.h"
#include "core/scan/devices/camerawatch.h"
#include "core/scan/devices/imagescandevice.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QImage>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

/// A folder that another program holds, or a disk that is full, may be free again a moment later.
constexpr auto retryPause = 5s;
constexpr auto checkDelay = 20s;

DeskPreferences preferencesFrom(const Settings &settings)
{
    DeskPreferences preferences;
    preferences.language = settings.value(Setting::Language).toString();
    preferences.theme =
        settings.value(Setting::Theme).toString() == "dark"_L1 ? ThemeKind::Dark : ThemeKind::Light;
    preferences.volume = settings.value(Setting::SoundVolume).toInt();
    preferences.camera = settings.value(Setting::Camera).toString();
    preferences.mirrored = settings.value(Setting::CameraMirrored).toBool();
    for (const QString &line : settings.value(Setting::Directions).toStringList()) {
        if (const auto rule = directionRuleFromId(line.section(u' ', 0, 0)))
            preferences.directions.insert(line.section(u' ', 1), *rule);
    }
    preferences.venue = settings.value(Setting::Venue).toString();
    preferences.location = settings.value(Setting::Location).toString();
    preferences.refusedShown = settings.value(Setting::RefusedShown).toBool();
    preferences.view = settings.value(Setting::View).toString();
    preferences.windowGeometry = settings.value(Setting::WindowGeometry).toByteArray();
    return preferences;
}

void remember(const DeskPreferences &preferences, Settings &settings)
{
    settings.set(Setting::Language, preferences.language);
    settings.set(Setting::Theme, preferences.theme == ThemeKind::Dark ? u"dark"_s : u"light"_s);
    settings.set(Setting::SoundVolume, preferences.volume);
    settings.set(Setting::Camera, preferences.camera);
    settings.set(Setting::CameraMirrored, preferences.mirrored);
    QStringList directions;
    for (auto each = preferences.directions.begin(); each != preferences.directions.end(); ++each)
        directions.append(directionRuleId(each.value()) + u' ' + each.key());
    settings.set(Setting::Directions, directions);
    settings.set(Setting::Venue, preferences.venue);
    settings.set(Setting::Location, preferences.location);
    settings.set(Setting::RefusedShown, preferences.refusedShown);
    settings.set(Setting::View, preferences.view);
    settings.set(Setting::WindowGeometry, preferences.windowGeometry);
}

} // namespace

Application::Application(const QString &folder, const QStringList &playedSources, const QString &snapshotPath)
    : m_settings(folder)
    , m_folder(folder)
    , m_desk(m_folder.store(), &m_clock, true)
    , m_window(preferencesFrom(m_settings))
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
    closeCamera();
}

void Application::start()
{
    connect(&m_signals, &StopSignals::stopRequested, qApp, &QApplication::quit);
    connect(&m_retry, &QTimer::timeout, this, &Application::openRecords);
    m_window.connectDesk(&m_desk, m_folder.store());
    connect(&m_window, &MainWindow::preferencesChanged, this, &Application::takePreferences);
    connect(&m_window, &MainWindow::photosDropped, this, &Application::play);
    connect(&m_window, &MainWindow::photoPasted, this, &Application::playPhoto);
    connect(&m_window, &MainWindow::previewWantedChanged, this, [this](const QString &deviceId) {
        if (m_camera)
            m_camera->setPreviewWanted(deviceId == m_camera->id());
    });
    m_desk.setLocation(m_window.preferences().location);
    m_window.show();

    openRecords();
    // After the window's first picture: asking for cameras loads the multimedia plug-in.
    QTimer::singleShot(0, this, [this] {
        m_cameraWatch = new CameraWatch(this);
        connect(m_cameraWatch, &CameraWatch::changed, this, &Application::updateCameras);
        updateCameras();
    });
}

void Application::openRecords()
{
    m_folder.open(StoreMode::ReadWrite).then(this, [this](const Result<void> &opened) {
        if (!opened) {
            qCWarning(lcApp, "The records cannot be opened: %s", qPrintable(opened.error().detail));
            m_window.setDeskTrouble(opened.error());
            m_retry.start();
            return;
        }
        m_window.setDataPlace(m_folder.path(), m_folder.keyPlace());
        m_window.setDeskReady();
        qCInfo(lcApp, "Ready to scan, %lld ms after the start", qlonglong(m_sinceStart.elapsed()));
        QTimer::singleShot(checkDelay, this, &Application::checkRecords);
        play(m_playedSources);
    });
}

/// The database looks itself over once the desk is at work: of a large one that takes seconds.
void Application::checkRecords()
{
    m_folder.store()->check().then(this, [this](const Result<void> &sound) {
        if (!sound)
            m_window.setDeskTrouble(sound.error());
    });
}

// ---- cameras

void Application::updateCameras()
{
    const QList<CameraInfo> cameras = availableCameras();
    m_window.setCameras(std::vector<CameraInfo>(cameras.begin(), cameras.end()));
    openCamera();
}

/// The camera chosen, present or not; else the system's default one, as soon as there is one.
void Application::openCamera()
{
    QString wanted = m_window.preferences().camera;
    if (wanted.isEmpty() && m_camera)
        return;
    if (wanted.isEmpty()) {
        const QList<CameraInfo> cameras = availableCameras();
        if (!cameras.isEmpty())
            wanted = cameras.first().description;
    }
    if (wanted.isEmpty() || (m_camera && wanted == m_cameraName))
        return;
    closeCamera();
    m_cameraName = wanted;
    m_camera = std::make_unique<CameraScanDevice>(wanted, &m_clock);
    m_camera->setPreviewWanted(true);
    connect(m_camera.get(), &ScanDevice::previewed, &m_window,
            [this, id = m_camera->id()](const QImage &picture, const QSize &frameSize) {
                m_window.setPreview(id, picture, frameSize);
            });
    addDevice(m_camera.get());
    m_camera->start();
}

void Application::closeCamera()
{
    if (!m_camera)
        return;
    m_camera->stop();
    m_window.removeDevice(m_camera->id());
    m_camera.reset();
    m_cameraName.clear();
}

// ---- devices

void Application::addDevice(ScanDevice *device)
{
    m_desk.setDevice({device->id(), device->name(), m_window.preferences().direction(device->id()),
                      device->repeatPolicy()});
    m_desk.attach(device);
    connect(device, &ScanDevice::stateChanged, this, [this, device] { show(device); });
    show(device);
}

void Application::show(ScanDevice *device)
{
    m_window.setDevice({device->id(), device->name(), device->state(),
                        m_window.preferences().direction(device->id()), device == m_camera.get()});
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
        if (m_camera)
            return;
        device->setPreviewWanted(true);
        connect(device, &ScanDevice::previewed, &m_window,
                [this, id = device->id()](const QImage &picture, const QSize &frameSize) {
                    m_window.setPreview(id, picture, frameSize);
                });
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
    remember(preferences, m_settings);
    m_desk.setLocation(preferences.location);
    if (m_camera) {
        m_desk.setDevice({m_camera->id(), m_camera->name(), preferences.direction(m_camera->id()),
                          m_camera->repeatPolicy()});
        show(m_camera.get());
    }
    if (!preferences.camera.isEmpty() && preferences.camera != m_cameraName)
        openCamera();
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
    Application application(arguments.dataFolder.isEmpty() ? DataFolder::defaultPath() : arguments.dataFolder,
                            parser.values(u"play"_s), parser.value(u"snapshot"_s));
    application.start();
    return QApplication::exec();
}

} // namespace checkpoint
