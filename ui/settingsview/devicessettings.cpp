#include "ui/settingsview/devicessettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/picker.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"
#include "ui/settingsview/devicerow.h"
#include "ui/settingsview/settingrow.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int speeds[] = {1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};

QVBoxLayout *makePlace(QVBoxLayout *rows)
{
    auto *place = new QVBoxLayout;
    place->setSpacing(tokens::space8);
    rows->addLayout(place);
    return place;
}

QWidget *sideBySide(QWidget *parent, QWidget *wide, QWidget *narrow)
{
    auto *pair = new QWidget(parent);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    row->addWidget(wide, 1);
    row->addWidget(narrow);
    return pair;
}

} // namespace

DevicesSettings::DevicesSettings(QWidget *parent)
    : SettingsSection(u"devicesSettings"_s, "camera"_L1, parent)
    , m_linePlace(makePlace(rows()))
    , m_noDevice(new QLabel(this))
    , m_camera(new Picker(this))
    , m_secondCamera(new Picker(this))
    , m_mirrored(new Toggle(this))
    , m_keyboard(new Toggle(this))
    , m_selfTest(new ActionButton(ActionButton::Look::Plain, this))
    , m_diagnostics(new ActionButton(ActionButton::Look::Plain, this))
{
    m_noDevice->setFont(textFont(tokens::bodyText));
    m_noDevice->setWordWrap(true);
    setTone(m_noDevice, "quiet"_L1);
    m_linePlace->addWidget(m_noDevice);
    addRule();
    makeCameras();
    addRule();
    makeScanners();
    addRule();
    makeChecks();
}

void DevicesSettings::makeCameras()
{
    m_camera->setObjectName(u"cameraPicker"_s);
    m_secondCamera->setObjectName(u"secondCameraPicker"_s);
    m_mirrored->setObjectName(u"mirrorToggle"_s);
    m_cameraRow = addRow(m_camera);
    m_secondRow = addRow(m_secondCamera);
    m_mirroredRow = addRow(m_mirrored);
    connect(m_camera, &QComboBox::activated, this, [this](int index) {
        change(
            [&](DeskPreferences &preferences) { preferences.camera = m_camera->itemData(index).toString(); });
        fillCameras();
    });
    connect(m_secondCamera, &QComboBox::activated, this, [this](int index) {
        change([&](DeskPreferences &preferences) {
            preferences.secondCamera = m_secondCamera->itemData(index).toString();
        });
    });
    connect(m_mirrored, &QAbstractButton::toggled, this, [this](bool on) {
        change([on](DeskPreferences &preferences) { preferences.mirrored = on; });
        fillLines();
    });
}

void DevicesSettings::makeScanners()
{
    m_serialPlace = makePlace(rows());
    m_port = new Picker(this);
    m_port->setObjectName(u"serialPortPicker"_s);
    m_addPort = new ActionButton(ActionButton::Look::Plain, this);
    m_addPort->setObjectName(u"addSerialPort"_s);
    m_portRow = addRow(sideBySide(this, m_port, m_addPort), m_port);
    m_keyboard->setObjectName(u"keyboardScannerToggle"_s);
    m_keyboardRow = addRow(m_keyboard);
    connect(m_addPort, &QAbstractButton::clicked, this, &DevicesSettings::addSerial);
    connect(m_keyboard, &QAbstractButton::toggled, this, [this](bool on) {
        change([on](DeskPreferences &preferences) { preferences.keyboardScanner = on; });
    });
}

void DevicesSettings::makeChecks()
{
    m_selfTest->setObjectName(u"selfTestButton"_s);
    m_diagnostics->setObjectName(u"diagnosticsButton"_s);
    for (ActionButton *button : {m_selfTest, m_diagnostics})
        button->setProperty(ActionButton::hasFunction, true);
    m_selfTestRow = addRow(m_selfTest);
    m_diagnosticsRow = addRow(m_diagnostics);
    connect(m_selfTest, &QAbstractButton::clicked, this, &DevicesSettings::selfTestRequested);
    connect(m_diagnostics, &QAbstractButton::clicked, this, &DevicesSettings::diagnosticsRequested);
}

QString DevicesSettings::title() const
{
    return tr("Devices");
}

void DevicesSettings::setCameras(const std::vector<CameraInfo> &cameras)
{
    m_cameras = cameras;
    fillCameras();
}

void DevicesSettings::setSerialPorts(const QList<SerialPortInfo> &ports)
{
    const auto isSame = [](const SerialPortInfo &one, const SerialPortInfo &other) {
        return one.path == other.path && one.description == other.description;
    };
    if (std::ranges::equal(m_ports, ports, isSame))
        return;
    m_ports = ports;
    fillPorts();
}

void DevicesSettings::setDevice(const DeviceInfo &device)
{
    Line &line = m_lines[device.id];
    if (!line.row) {
        line.device = new DeviceRow(device.id, this);
        line.row = addRow(line.device, line.device->directionChoice(), m_linePlace);
        connect(line.device, &DeviceRow::directionChosen, this, [this, id = device.id](DirectionRule rule) {
            change([&](DeskPreferences &preferences) { preferences.directions.insert(id, rule); });
        });
        connect(line.device, &DeviceRow::nameChosen, this,
                [this, id = device.id](const QString &name) { takeName(id, name); });
        connect(line.device, &DeviceRow::previewWantedChanged, this, &DevicesSettings::wantedPreviewsChanged);
    }
    line.device->setDevice(device);
    fillLines();
}

void DevicesSettings::takeName(const QString &deviceId, const QString &name)
{
    DeviceRow *device = m_lines[deviceId].device;
    const QString wanted = name.isEmpty() ? device->device().ownName : name;
    if (isTaken(deviceId, wanted)) {
        device->refuseName(tr("Not kept. Another device is called %1 already.").arg(wanted));
        return;
    }
    change([&](DeskPreferences &preferences) {
        if (name.isEmpty())
            preferences.deviceNames.remove(deviceId);
        else
            preferences.deviceNames.insert(deviceId, name);
    });
    fillLines();
}

/// By another device, be it unplugged; nor may one be called as another calls itself.
bool DevicesSettings::isTaken(const QString &deviceId, const QString &name) const
{
    const auto isName = [&name](const QString &other) {
        return name.compare(other, Qt::CaseInsensitive) == 0;
    };
    const QMap<QString, QString> &given = preferences().deviceNames;
    for (auto each = given.begin(); each != given.end(); ++each)
        if (each.key() != deviceId && isName(each.value()))
            return true;
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        const DeviceInfo &other = line->device->device();
        if (line.key() != deviceId && (isName(other.name) || isName(other.ownName)))
            return true;
    }
    return false;
}

void DevicesSettings::setDeviceHealth(const QString &deviceId, const QString &health)
{
    const auto line = m_lines.find(deviceId);
    if (line == m_lines.end() || line->health == health)
        return; // the page is not laid out anew for nothing
    line->health = health;
    fillLines();
}

void DevicesSettings::removeDevice(const QString &deviceId)
{
    const Line line = m_lines.take(deviceId);
    if (!line.row)
        return;
    dropRow(line.row);
    fillLines();
    emit wantedPreviewsChanged();
}

QWidget *DevicesSettings::controlOf(const QString &deviceId) const
{
    const SettingRow *row = m_lines.value(deviceId).row;
    return row ? row->focusControl() : nullptr;
}

void DevicesSettings::setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize)
{
    if (const auto line = m_lines.constFind(deviceId); line != m_lines.cend())
        line->device->setPreview(picture, frameSize);
}

QStringList DevicesSettings::wantedPreviews() const
{
    QStringList wanted;
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line)
        if (line->device->previewWanted())
            wanted << line.key();
    return wanted;
}

void DevicesSettings::fill()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_mirrored), QSignalBlocker(m_keyboard)};
    m_mirrored->setChecked(preferences().mirrored);
    m_keyboard->setChecked(preferences().keyboardScanner);
    fillCameras();
    fillPorts();
    fillLines();
}

void DevicesSettings::fillCameras()
{
    fillPicker(m_camera, tr("The computer's default camera"), preferences().camera);
    fillPicker(m_secondCamera, tr("No second camera"), preferences().secondCamera);
}

void DevicesSettings::fillPicker(Picker *picker, const QString &first, const QString &chosen)
{
    const QSignalBlocker blocker(picker);
    picker->clear();
    picker->addItem(first, QString());
    bool found = chosen.isEmpty();
    for (const CameraInfo &camera : m_cameras) {
        picker->addItem(camera.description, camera.description);
        found = found || camera.description == chosen;
    }
    // A camera that is unplugged stays chosen: it is used again when it comes back.
    if (!found)
        picker->addItem(tr("%1 (not plugged in)").arg(chosen), chosen);
    picker->setCurrentIndex(picker->findData(chosen));
}

void DevicesSettings::fillPorts()
{
    QStringList chosen;
    for (const SerialLine &line : m_serial)
        chosen << line.address;
    if (chosen != preferences().serialScanners) {
        for (const SerialLine &line : m_serial)
            dropRow(line.row);
        m_serial.clear();
        for (const QString &address : preferences().serialScanners) {
            SerialLine line{address, nullptr, new Picker(this),
                            new ActionButton(ActionButton::Look::Plain, this)};
            line.speed->setObjectName(u"speed:"_s + address);
            line.remove->setObjectName(u"remove:"_s + address);
            line.row = addRow(sideBySide(this, line.speed, line.remove), line.speed, m_serialPlace);
            const int now = SerialAddress::fromString(address).value_or(SerialAddress()).baud;
            for (const int speed : speeds)
                line.speed->addItem(QString::number(speed), speed);
            if (line.speed->findData(now) < 0)
                line.speed->addItem(QString::number(now), now);
            line.speed->setCurrentIndex(line.speed->findData(now));
            connect(line.speed, &QComboBox::activated, this, [this, address, picker = line.speed](int index) {
                changeSpeed(address, picker->itemData(index).toInt());
            });
            connect(line.remove, &QAbstractButton::clicked, this, [this, address] {
                change([&](DeskPreferences &preferences) { preferences.serialScanners.removeOne(address); });
                fillPorts();
                m_port->setFocus(Qt::OtherFocusReason);
            });
            m_serial.push_back(line);
        }
    }
    QStringList used;
    for (const SerialLine &line : m_serial) {
        const QString port = SerialAddress::fromString(line.address).value_or(SerialAddress()).port;
        used << port;
        const auto info = std::ranges::find_if(
            m_ports, [&port](const SerialPortInfo &each) { return each.port == port || each.path == port; });
        line.row->setWords(tr("Scanner at %1").arg(port),
                           info == m_ports.end() ? tr("The port is not there now.") : info->description,
                           tr("serial COM USB baud"));
        line.speed->setAccessibleName(tr("Speed of the scanner at %1, baud").arg(port));
        line.speed->setToolTip(tr("Speed, baud"));
        line.remove->setLabel(tr("Remove"));
        line.remove->setAccessibleName(tr("Remove the scanner at %1").arg(port));
    }
    const QString before = m_port->currentData().toString();
    m_port->clear();
    for (const SerialPortInfo &port : m_ports)
        if (!used.contains(port.port) && !used.contains(port.path))
            m_port->addItem(port.description.isEmpty() ? port.port : port.port + u" · "_s + port.description,
                            port.port);
    const bool any = m_port->count() > 0;
    if (!any)
        m_port->addItem(tr("No other serial port is there"), QString());
    m_port->setCurrentIndex(qMax(0, m_port->findData(before)));
    m_addPort->setEnabled(any);
}

void DevicesSettings::addSerial()
{
    SerialAddress address;
    address.port = m_port->currentData().toString();
    if (address.port.isEmpty())
        return;
    change([&](DeskPreferences &preferences) { preferences.serialScanners.append(address.toString()); });
    fillPorts();
    focusSpeed(address.toString());
}

/// What was pressed is gone or cannot be pressed again: what is typed next must not go into another setting.
void DevicesSettings::focusSpeed(const QString &address)
{
    for (const SerialLine &line : m_serial)
        if (line.address == address)
            line.speed->setFocus(Qt::OtherFocusReason);
}

void DevicesSettings::changeSpeed(const QString &text, int baud)
{
    SerialAddress address = SerialAddress::fromString(text).value_or(SerialAddress());
    address.baud = baud;
    change([&](DeskPreferences &preferences) {
        for (QString &each : preferences.serialScanners)
            if (each == text)
                each = address.toString();
    });
    fillPorts();
    focusSpeed(address.toString());
}

void DevicesSettings::fillLines()
{
    m_noDevice->setVisible(m_lines.isEmpty());
    for (const Line &line : std::as_const(m_lines)) {
        const DeviceInfo &device = line.device->device();
        QStringList said{deviceStateWord(device.state, device.isProven), line.health};
        said.removeAll(QString());
        if (said.size() > 1 && device.state == DeviceState::Running && !device.isProven)
            said.removeFirst(); // its health says the same
        const QString given = preferences().deviceName(device.id, {});
        if (!given.isEmpty())
            said.prepend(device.ownName);
        line.row->setWords(device.name, said.join(u" · "_s), tr("direction in out lane preview name device"));
        line.device->setDirection(preferences().direction(device.id));
        line.device->setGivenName(given);
        line.device->setMirrored(preferences().mirrored);
    }
}

void DevicesSettings::retranslate()
{
    m_noDevice->setText(tr("No camera and no scanner is connected."));
    m_cameraRow->setWords(tr("Camera"), {}, tr("webcam"));
    m_secondRow->setWords(tr("Second camera"), tr("For a second lane: one camera for in, one for out."),
                          tr("lane webcam"));
    m_mirroredRow->setWords(tr("Preview"));
    m_mirrored->setLabel(tr("Mirrored, as in a mirror"));
    m_addPort->setLabel(tr("Add"));
    m_addPort->setAccessibleName(tr("Add the scanner at this port"));
    m_portRow->setWords(tr("Add a scanner at a serial port"), tr("Ports come and go by themselves."),
                        tr("serial COM USB RS-232 baud"));
    m_keyboardRow->setWords(tr("Scanner as a keyboard"),
                            tr("Most USB scanners type what they read. The desk takes it, whatever is open."),
                            tr("wedge HID USB typing"));
    m_keyboard->setLabel(tr("Listen to scanners that type"));
    m_selfTestRow->setWords(tr("Scanner self-test"),
                            tr("One sheet to scan; it says what is set wrong on the scanner."),
                            tr("check trouble Telex VNI Caps Lock layout"));
    m_selfTest->setLabel(tr("Open the self-test"));
    m_diagnosticsRow->setWords(tr("Camera and reader"), tr("What the reader sees, and why it does not read."),
                               tr("diagnostics trouble slow blurred"));
    m_diagnostics->setLabel(tr("Reader diagnostics"));
}

} // namespace checkpoint
