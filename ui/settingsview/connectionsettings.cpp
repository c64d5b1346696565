#include "ui/settingsview/connectionsettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/picker.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/settingsview/settingrow.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int speeds[] = {1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};

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

ConnectionSettings::ConnectionSettings(QWidget *parent)
    : SettingsSection(u"connectionSettings"_s, "plug"_L1, parent)
    , m_camera(new Picker(this))
    , m_secondCamera(new Picker(this))
    , m_mirrored(new Toggle(this))
    , m_serialPlace(new QVBoxLayout)
    , m_port(new Picker(this))
    , m_addPort(new ActionButton(ActionButton::Look::Plain, this))
    , m_keyboard(new Toggle(this))
{
    makeCameras();
    addRule();
    makeScanners();
}

void ConnectionSettings::makeCameras()
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
    connect(m_mirrored, &QAbstractButton::toggled, this,
            [this](bool on) { change([on](DeskPreferences &preferences) { preferences.mirrored = on; }); });
}

void ConnectionSettings::makeScanners()
{
    m_serialPlace->setSpacing(tokens::space8);
    rows()->addLayout(m_serialPlace);
    m_port->setObjectName(u"serialPortPicker"_s);
    m_addPort->setObjectName(u"addSerialPort"_s);
    m_portRow = addRow(sideBySide(this, m_port, m_addPort), m_port);
    m_keyboard->setObjectName(u"keyboardScannerToggle"_s);
    m_keyboardRow = addRow(m_keyboard);
    connect(m_addPort, &QAbstractButton::clicked, this, &ConnectionSettings::addSerial);
    connect(m_keyboard, &QAbstractButton::toggled, this, [this](bool on) {
        change([on](DeskPreferences &preferences) { preferences.keyboardScanner = on; });
    });
}

QString ConnectionSettings::title() const
{
    return tr("Cameras and scanners");
}

void ConnectionSettings::setCameras(const std::vector<CameraInfo> &cameras)
{
    m_cameras = cameras;
    fillCameras();
}

void ConnectionSettings::setSerialPorts(const QList<SerialPortInfo> &ports)
{
    const auto isSame = [](const SerialPortInfo &one, const SerialPortInfo &other) {
        return one.path == other.path && one.description == other.description;
    };
    if (std::ranges::equal(m_ports, ports, isSame))
        return;
    m_ports = ports;
    fillPorts();
}

void ConnectionSettings::fill()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_mirrored), QSignalBlocker(m_keyboard)};
    m_mirrored->setChecked(preferences().mirrored);
    m_keyboard->setChecked(preferences().keyboardScanner);
    fillCameras();
    fillPorts();
}

void ConnectionSettings::fillCameras()
{
    fillPicker(m_camera, tr("The computer's default camera"), preferences().camera);
    fillPicker(m_secondCamera, tr("No second camera"), preferences().secondCamera);
}

void ConnectionSettings::fillPicker(Picker *picker, const QString &first, const QString &chosen)
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

void ConnectionSettings::fillPorts()
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

void ConnectionSettings::addSerial()
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
void ConnectionSettings::focusSpeed(const QString &address)
{
    for (const SerialLine &line : m_serial)
        if (line.address == address)
            line.speed->setFocus(Qt::OtherFocusReason);
}

void ConnectionSettings::changeSpeed(const QString &text, int baud)
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

void ConnectionSettings::retranslate()
{
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
}

} // namespace checkpoint
