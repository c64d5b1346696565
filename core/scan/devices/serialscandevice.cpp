#include "core/scan/devices/serialscandevice.h"

#include <QThread>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

SerialScanDevice::SerialScanDevice(const SerialAddress &address, const Clock *clock, QObject *parent)
    : ScanDevice(idOf(address), address.port.section(u'/', -1), RepeatPolicy::InView, parent)
    , m_address(address)
    , m_clock(clock)
{
}

SerialScanDevice::~SerialScanDevice()
{
    stop();
}

QString SerialScanDevice::idOf(const SerialAddress &address)
{
    return "serial:"_L1 + address.port;
}

void SerialScanDevice::start()
{
    stop();
    setState(DeviceState::Starting);
    m_queue = new DeliveryQueue(this);
    m_thread = new QThread;
    m_thread->setObjectName(u"serial"_s);

    DeliveryQueue *const queue = m_queue;
    auto *const reader = new SerialReader(
        m_address, m_clock,
        {[this, queue](const LineJoiner::Payload &payload) { return take(payload, queue); },
         [this, queue](DeviceState state) { queue->put([this, state] { setState(state); }); },
         [this, queue](const Error &error) { queue->put([this, error] { emit failed(id(), error); }); }});
    reader->moveToThread(m_thread);
    connect(m_thread, &QThread::started, reader, &SerialReader::start);
    connect(m_thread, &QThread::finished, reader, &QObject::deleteLater);
    m_thread->start();
}

void SerialScanDevice::stop()
{
    if (!m_thread)
        return;
    DeliveryQueue *const queue = std::exchange(m_queue, nullptr);
    QThread *const thread = std::exchange(m_thread, nullptr);
    queue->close();
    thread->quit();
    if (thread->wait(longestCloseMs)) {
        queue->deleteLater(); // it may be delivering just now
        delete thread;
    } else {
        queue->setParent(nullptr);
        connect(thread, &QThread::finished, queue, &QObject::deleteLater);
        connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    }
}

void SerialScanDevice::pause()
{
    if (m_queue)
        m_queue->setPaused(true);
}

void SerialScanDevice::resume()
{
    if (m_queue)
        m_queue->setPaused(false);
}

bool SerialScanDevice::take(const LineJoiner::Payload &payload, DeliveryQueue *queue)
{
    if (queue->isClosed())
        return false;
    if (payload.tooLong) {
        const Error error{ErrorCode::SourceUnreadable,
                          u"a payload is longer than %1 bytes"_s.arg(LineJoiner::longestPayload)};
        return queue->put([this, error] { emit failed(id(), error); });
    }
    RawScan scan;
    scan.deviceId = id();
    scan.source = id();
    scan.capturedAt = m_clock->now();
    scan.steadyMs = m_clock->steadyMs();
    scan.sightings.append({payload.bytes, {}});
    scan.timing.suffix = payload.suffix;
    return queue->put([this, scan = std::move(scan)] { emit scanned(scan); });
}

} // namespace checkpoint
