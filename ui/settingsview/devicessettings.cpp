#include "ui/settingsview/devicessettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/devicerow.h"
#include "ui/settingsview/settingrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

DevicesSettings::DevicesSettings(QWidget *parent)
    : SettingsSection(u"devicesSettings"_s, "camera"_L1, parent)
    , m_linePlace(new QVBoxLayout)
    , m_none(new QWidget(this))
    , m_noneSaid(new QLabel(m_none))
    , m_connect(new ActionButton(ActionButton::Look::Plain, m_none))
    , m_selfTest(new ActionButton(ActionButton::Look::Plain, this))
    , m_diagnostics(new ActionButton(ActionButton::Look::Plain, this))
{
    m_linePlace->setSpacing(tokens::space8);
    rows()->addLayout(m_linePlace);
    makeNone();
    addRule();
    makeChecks();
}

void DevicesSettings::makeNone()
{
    m_noneSaid->setObjectName(u"noDevice"_s);
    m_noneSaid->setFont(textFont(tokens::bodyText));
    m_noneSaid->setWordWrap(true);
    setTone(m_noneSaid, "quiet"_L1);
    m_connect->setObjectName(u"deviceConnect"_s);
    auto *line = new QHBoxLayout(m_none);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(tokens::space16);
    line->addWidget(m_noneSaid, 1);
    line->addWidget(m_connect);
    m_linePlace->addWidget(m_none);
    connect(m_connect, &QAbstractButton::clicked, this, &DevicesSettings::connectionsRequested);
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
    fillLines();
}

void DevicesSettings::fillLines()
{
    m_none->setVisible(m_lines.isEmpty());
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
    m_noneSaid->setText(
        tr("No camera and no scanner is connected. They are chosen under Cameras and scanners."));
    m_connect->setLabel(tr("Cameras and scanners"));
    m_selfTestRow->setWords(tr("Scanner self-test"),
                            tr("One sheet to scan; it says what is set wrong on the scanner."),
                            tr("check trouble Telex VNI Caps Lock layout"));
    m_selfTest->setLabel(tr("Open the self-test"));
    m_diagnosticsRow->setWords(tr("Camera and reader"), tr("What the reader sees, and why it does not read."),
                               tr("diagnostics trouble slow blurred"));
    m_diagnostics->setLabel(tr("Reader diagnostics"));
}

} // namespace checkpoint
