#include "core/scan/devices/serialreader.h"

#include "core/base/logging.h"

#include <QFileInfo>
#include <QSerialPort>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// A scanner that sends faster than scans are taken has to wait.
constexpr qint64 readBufferSize = 256 * 1024;

QSerialPort::Parity parityOf(char letter)
{
    if (letter == 'E')
        return QSerialPort::EvenParity;
    return letter == 'O' ? QSerialPort::OddParity : QSerialPort::NoParity;
}

QString pathOf(const QString &port)
{
    return port.contains(u'/') ? port : "/dev/"_L1 + port;
}

/// The device behind the name, through links; empty when there is none, and where ports are no files.
QString placeOf(const QString &port)
{
#ifdef Q_OS_UNIX
    return QFileInfo(pathOf(port)).canonicalFilePath();
#else
    Q_UNUSED(port)
    return {};
#endif
}

SerialIdentity identityAt(const QString &place)
{
    const QList<SerialPortInfo> ports = availableSerialPorts();
    const auto found = std::ranges::find(ports, place, &SerialPortInfo::path);
    return found == ports.end() ? SerialIdentity() : found->identity;
}

} // namespace

SerialReader::SerialReader(const SerialAddress &address, const Clock *clock, Listener listener)
    : m_address(address), m_clock(clock), m_listener(std::move(listener)), m_poll(this), m_silence(this)
{
    m_poll.setInterval(pollMs);
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_poll, &QTimer::timeout, this, &SerialReader::poll);
    connect(&m_silence, &QTimer::timeout, this, &SerialReader::onSilence);
}

SerialReader::~SerialReader() = default;

void SerialReader::start()
{
    m_poll.start();
    open();
}

void SerialReader::poll()
{
    if (!m_port)
        open();
    else if (!isStillThere())
        lose();
}

void SerialReader::open()
{
    const QString name = m_identity.isKnown() ? portToOpen(m_address.port, m_identity, availableSerialPorts())
                                              : m_address.port;
    auto port = std::make_unique<QSerialPort>();
    port->setPortName(name);
    port->setBaudRate(m_address.baud);
    port->setDataBits(QSerialPort::DataBits(m_address.dataBits));
    port->setParity(parityOf(m_address.parity));
    port->setStopBits(QSerialPort::StopBits(m_address.stopBits));
    port->setReadBufferSize(readBufferSize);
    if (!port->open(QIODevice::ReadOnly)) {
        if (port->error() == QSerialPort::DeviceNotFoundError) {
            m_refusals = 0;
            tell(DeviceState::Missing);
        } else {
            refused(port->errorString());
        }
        return;
    }
    port->setDataTerminalReady(true); // many scanners send nothing before that; not every port has the line
    m_refusals = 0;
    m_name = name;
    m_place = placeOf(name);
    if (const SerialIdentity identity = identityAt(m_place); identity.isKnown())
        m_identity = identity;
    m_lines.clear();
    m_port = std::move(port);
    connect(m_port.get(), &QSerialPort::readyRead, this, &SerialReader::read);
    connect(m_port.get(), &QSerialPort::errorOccurred, this, [this](QSerialPort::SerialPortError error) {
        const bool harmless = error == QSerialPort::NoError || error == QSerialPort::TimeoutError ||
                              error == QSerialPort::UnsupportedOperationError;
        if (!harmless)
            lose();
    });
    tell(DeviceState::Running);
}

void SerialReader::refused(const QString &reason)
{
    if (++m_refusals < toleratedRefusals)
        return;
    tell(DeviceState::Silent);
    if (m_refusals == toleratedRefusals)
        m_listener.trouble({ErrorCode::DeviceSilent, u"the serial port cannot be opened: "_s + reason});
}

/// An unplugged port goes on reporting errors as fast as it is asked, until it is closed; and it must not be
/// closed from within its own signal.
void SerialReader::lose()
{
    if (!m_port)
        return;
    m_port->disconnect(this);
    m_port.release()->deleteLater();
    m_silence.stop();
    m_lines.clear();
    tell(DeviceState::Missing);
    qCInfo(lcScan, "A serial port was unplugged");
}

void SerialReader::read()
{
    // Only the timer ends a payload by silence: when this thread was held up, the pause was its own.
    const qint64 now = m_clock->steadyMs();
    take(m_lines.feed(m_port->readAll(), now));
    if (const std::optional<qint64> deadline = m_lines.deadline())
        m_silence.start(int(std::max<qint64>(0, *deadline - now)));
    else
        m_silence.stop();
}

void SerialReader::take(const QList<LineJoiner::Payload> &payloads)
{
    for (const LineJoiner::Payload &payload : payloads) {
        if (!m_listener.payload(payload))
            return;
    }
}

void SerialReader::onSilence()
{
    // On a busy computer the bytes may be there, only not read yet.
    if (!m_port || m_port->waitForReadyRead(0))
        return;
    take(m_lines.expire(m_clock->steadyMs()));
    if (const std::optional<qint64> deadline = m_lines.deadline())
        m_silence.start(int(std::max<qint64>(1, *deadline - m_clock->steadyMs())));
}

void SerialReader::tell(DeviceState state)
{
    if (std::exchange(m_state, state) != state)
        m_listener.state(state);
}

/// Some drivers never tell that a device is gone; its file is.
bool SerialReader::isStillThere() const
{
    return m_place.isEmpty() || placeOf(m_name) == m_place;
}

} // namespace checkpoint
