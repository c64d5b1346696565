#include "app/deskdevices.h"

#include "core/desk/checkpointdesk.h"
#include "core/scan/devices/camerascandevice.h"
#include "core/scan/devices/camerawatch.h"
#include "core/scan/devices/keyboardscandevice.h"
#include "core/scan/devices/serialscandevice.h"
#include "core/scan/serialaddress.h"
#include "core/settings/settings.h"
#include "ui/common/devicehealthtext.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settingsview/settingsview.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

/// Ports are looked for again and the days' counts looked over and kept this often.
constexpr auto lookPause = 5s;

std::optional<ScannerProfile> profileIn(const Settings &settings, const QString &id)
{
    for (const QString &line : settings.value(Setting::ScannerProfiles).toStringList()) {
        if (line.section(u' ', 1) == id)
            return ScannerProfile::fromString(line.section(u' ', 0, 0));
    }
    return std::nullopt;
}

} // namespace

DeskDevices::DeskDevices(CheckpointDesk *desk, MainWindow *window, Settings *settings, const Clock *clock)
    : m_desk(desk), m_window(window), m_settings(settings), m_clock(clock)
{
    m_healthTimer.setInterval(lookPause);
    connect(&m_healthTimer, &QTimer::timeout, this, [this] {
        lookForPorts();
        for (const auto &[id, entry] : m_entries)
            showHealth(id);
        keepDays();
    });
    connect(window, &MainWindow::previewsWantedChanged, this, [this](const QStringList &ids) {
        m_previews = ids;
        for (const auto &[id, entry] : m_entries)
            entry.device->setPreviewWanted(ids.contains(id));
        tellWhoseDiagnosticsAreWanted();
    });
    connect(window, &MainWindow::diagnosticsWantedChanged, this, [this](bool wanted) {
        m_diagnosticsWanted = wanted;
        tellWhoseDiagnosticsAreWanted();
    });
}

DeskDevices::~DeskDevices()
{
    keepDays();
    for (const auto &[id, entry] : m_entries)
        entry.device->stop();
}

void DeskDevices::start()
{
    m_preferences = m_window->preferences();
    m_cameras = new CameraWatch(this);
    connect(m_cameras, &CameraWatch::changed, this, &DeskDevices::updateCameras);
    lookForPorts();
    m_healthTimer.start();
    updateCameras();
}

/// The system is asked in many files for each port; a port that hangs is asked only once.
void DeskDevices::lookForPorts()
{
    if (std::exchange(m_looking, true))
        return;
    m_portSearch.run(availableSerialPorts).then(this, [this](const QList<SerialPortInfo> &ports) {
        m_looking = false;
        m_window->settingsView()->setSerialPorts(ports);
    });
}

void DeskDevices::apply(const DeskPreferences &preferences)
{
    m_preferences = preferences;
    if (m_cameras) // else start() is to come
        update();
}

bool DeskDevices::hasCamera() const
{
    return std::ranges::any_of(m_entries, [](const auto &each) { return each.second.hasPicture; });
}

void DeskDevices::updateCameras()
{
    const QList<CameraInfo> cameras = availableCameras();
    m_window->setCameras(std::vector<CameraInfo>(cameras.begin(), cameras.end()));
    if (m_defaultCamera.isEmpty() && !cameras.isEmpty())
        m_defaultCamera = cameras.first().description;
    update();
}

std::map<QString, std::function<std::unique_ptr<ScanDevice>()>> DeskDevices::chosen()
{
    std::map<QString, std::function<std::unique_ptr<ScanDevice>()>> devices;
    const QString first = m_preferences.camera.isEmpty() ? m_defaultCamera : m_preferences.camera;
    for (const QString &camera : {first, m_preferences.secondCamera}) {
        if (!camera.isEmpty()) {
            devices[CameraScanDevice::idOf(camera)] = [this, camera] {
                return std::make_unique<CameraScanDevice>(camera, m_clock);
            };
        }
    }
    for (const QString &text : std::as_const(m_preferences.serialScanners)) {
        if (const auto address = SerialAddress::fromString(text)) {
            devices[SerialScanDevice::idOf(*address)] = [this, address] {
                return std::make_unique<SerialScanDevice>(*address, m_clock);
            };
        }
    }
    if (m_preferences.keyboardScanner) {
        devices[KeyboardScanDevice::idOfKeyboard()] = [this] {
            auto keyboard = std::make_unique<KeyboardScanDevice>(tr("Keyboard scanner"), m_clock);
            keyboard->setProfile(profileIn(*m_settings, keyboard->id()).value_or(ScannerProfile()));
            connect(
                keyboard.get(), &KeyboardScanDevice::profileLearned, this,
                [this, id = keyboard->id()](const ScannerProfile &profile) { rememberProfile(id, profile); });
            return keyboard;
        };
    }
    return devices;
}

void DeskDevices::update()
{
    const auto wanted = chosen();
    QStringList gone;
    for (const auto &[id, entry] : m_entries) {
        // A serial port is opened anew when only its speed was changed.
        const auto *const serial = qobject_cast<const SerialScanDevice *>(entry.device.get());
        if (!wanted.contains(id) ||
            (serial && !m_preferences.serialScanners.contains(serial->address().toString())))
            gone.append(id);
    }
    for (const QString &id : std::as_const(gone))
        remove(id);
    for (const auto &[id, make] : wanted) {
        if (!m_entries.contains(id))
            add(id, make());
        const ScanDevice &device = *m_entries.at(id).device;
        m_desk->setDevice({id, nameOf(id), m_preferences.direction(id), device.repeatPolicy()});
        show(id);
    }
}

void DeskDevices::add(const QString &id, std::unique_ptr<ScanDevice> made)
{
    ScanDevice *const device = made.get();
    const bool isCamera = qobject_cast<CameraScanDevice *>(device) != nullptr;
    DeviceHealthMeter &health =
        m_entries.emplace(id, Entry{std::move(made), DeviceHealthMeter(device->repeatPolicy()), isCamera})
            .first->second.health;
    for (const QString &line : m_settings->value(Setting::DeviceDays).toStringList()) {
        if (line.section(u'\t', 1) == id)
            health.resume(line.section(u'\t', 0, 0), m_clock->now());
    }
    connect(device, &ScanDevice::scanned, this, [this, id](const RawScan &scan) { take(id, scan); });
    connect(device, &ScanDevice::stateChanged, this, [this, id](DeviceState state) {
        m_entries.at(id).health.changeState(state, m_clock->now());
        show(id);
        showHealth(id);
    });
    connect(device, &ScanDevice::failed, this, [this, id] {
        m_entries.at(id).health.countFailure(m_clock->now());
        showHealth(id);
    });
    if (isCamera)
        connectPicture(device);
    device->start();
}

void DeskDevices::connectPicture(ScanDevice *device)
{
    const QString id = device->id();
    device->setPreviewWanted(m_previews.contains(id) || m_previews.isEmpty());
    tellWhoseDiagnosticsAreWanted();
    connect(device, &ScanDevice::previewed, m_window,
            [this, id](const QImage &picture, const QSize &frameSize) {
                m_window->setPreview(id, picture, frameSize);
            });
    connect(device, &ScanDevice::guided, m_window,
            [this, id](const Guidance &guidance) { m_window->showGuidance(id, guidance); });
    connect(device, &ScanDevice::diagnosed, m_window, &MainWindow::setDiagnostics);
}

/// There is one view of them: it tells of the first camera whose picture is shown, or of the first of all.
void DeskDevices::tellWhoseDiagnosticsAreWanted()
{
    const auto isShownCamera = [this](const auto &entry) {
        return entry.second.hasPicture && m_previews.contains(entry.first);
    };
    auto wanted = std::ranges::find_if(m_entries, isShownCamera);
    if (wanted == m_entries.end())
        wanted = std::ranges::find_if(m_entries, [](const auto &entry) { return entry.second.hasPicture; });
    for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry)
        entry->second.device->setDiagnosticsWanted(m_diagnosticsWanted && entry == wanted);
}

void DeskDevices::remove(const QString &id)
{
    keepDays();
    const auto entry = m_entries.find(id);
    entry->second.device->stop();
    m_window->removeDevice(id);
    // It may be delivering just now.
    entry->second.device.release()->deleteLater();
    m_entries.erase(entry);
    tellWhoseDiagnosticsAreWanted();
}

void DeskDevices::take(const QString &id, const RawScan &scan)
{
    Entry &entry = m_entries.at(id);
    entry.health.countScan(scan);
    if (!scan.sightings.isEmpty() && !std::exchange(entry.hasRead, true))
        show(id);
    showHealth(id);
    const auto isSheet = [](const Sighting &sighting) { return isSelfTest(sighting.bytes); };
    const auto sheet = std::ranges::find_if(scan.sightings, isSheet);
    if (sheet == scan.sightings.end()) {
        m_desk->take(scan);
        emit otherCodeScanned(nameOf(id));
        return;
    }
    const SelfTestResult result = diagnose(sheet->bytes, scan.timing);
    if (scan.timing.typed) {
        if (auto *const keyboard = qobject_cast<KeyboardScanDevice *>(entry.device.get()))
            keyboard->setProfile(result.profile);
    }
    if (!entry.hasPicture)
        rememberProfile(id, result.profile);
    emit selfTested(nameOf(id), result);
}

void DeskDevices::show(const QString &id)
{
    Entry &entry = m_entries.at(id);
    const bool isProven = entry.hasPicture || entry.hasRead;
    m_window->setDevice({id, nameOf(id), entry.device->state(), m_preferences.direction(id), entry.hasPicture,
                         isProven, ownNameOf(id)});
}

QString DeskDevices::nameOf(const QString &id) const
{
    return m_preferences.deviceName(id, ownNameOf(id));
}

/// A keyboard is called by the program, in the language of today.
QString DeskDevices::ownNameOf(const QString &id) const
{
    return id == KeyboardScanDevice::idOfKeyboard() ? tr("Keyboard scanner")
                                                    : m_entries.at(id).device->name();
}

void DeskDevices::showHealth(const QString &id)
{
    const Moment now = m_clock->now();
    const DeviceHealth health = m_entries.at(id).health.health(now);
    const QString advice = deviceHealthAdvice(health);
    const QString line = deviceHealthLine(health, now.toDateTime().date());
    m_window->settingsView()->setDeviceHealth(id, advice.isEmpty() ? line : line + u'\n' + advice);
}

/// A device that is not chosen now keeps its day as well.
void DeskDevices::keepDays()
{
    QStringList lines = m_settings->value(Setting::DeviceDays).toStringList();
    for (const auto &[id, entry] : m_entries) {
        lines.removeIf([&id](const QString &line) { return line.section(u'\t', 1) == id; });
        lines.append(entry.health.toString() + u'\t' + id);
    }
    m_settings->set(Setting::DeviceDays, lines);
}

void DeskDevices::rememberProfile(const QString &id, const ScannerProfile &profile)
{
    QStringList lines = m_settings->value(Setting::ScannerProfiles).toStringList();
    lines.removeIf([&id](const QString &line) { return line.section(u' ', 1) == id; });
    lines.append(profile.toString() + u' ' + id);
    m_settings->set(Setting::ScannerProfiles, lines);
}

} // namespace checkpoint
