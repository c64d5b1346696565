#include "core/scan/devices/stdinscandevice.h"

#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QLatin1StringView sourceName = "-"_L1;
constexpr size_t readSize = 64 * 1024;

} // namespace

StdinScanDevice::StdinScanDevice(PayloadSplitter::Separator separator, const Clock *clock, int descriptor,
                                 QObject *parent)
    : ScanDevice(sourceName, u"stdin"_s, RepeatPolicy::Successive, parent)
    , m_separator(separator)
    , m_clock(clock)
    , m_descriptor(descriptor)
{
}

StdinScanDevice::~StdinScanDevice()
{
    stop();
}

void StdinScanDevice::start()
{
    stop();
    setState(DeviceState::Starting);
    m_queue = new DeliveryQueue(this);
    if (::pipe2(m_wakePipe.data(), O_CLOEXEC) != 0) {
        m_wakePipe = {-1, -1};
        m_queue->put([this] {
            setState(DeviceState::Failed);
            emit failed(sourceName, {ErrorCode::SourceUnreadable, u"no pipe could be made"_s});
            if (m_queue)
                emit finished();
        });
        return;
    }
    m_thread.reset(QThread::create([this, queue = m_queue] { readAll(queue); }));
    m_thread->setObjectName(u"stdin"_s);
    m_thread->start();
}

void StdinScanDevice::stop()
{
    if (!m_queue)
        return;
    m_queue->close();
    if (m_thread) {
        const char wake = 0;
        while (::write(m_wakePipe[1], &wake, 1) < 0 && errno == EINTR) {
        }
        m_thread->wait();
        m_thread.reset();
        ::close(m_wakePipe[0]);
        ::close(m_wakePipe[1]);
    }
    m_queue->deleteLater(); // it may be delivering just now
    m_queue = nullptr;
}

void StdinScanDevice::pause()
{
    if (m_queue)
        m_queue->setPaused(true);
}

void StdinScanDevice::resume()
{
    if (m_queue)
        m_queue->setPaused(false);
}

bool StdinScanDevice::waitForBytes() const
{
    std::array<pollfd, 2> waited{pollfd{m_descriptor, POLLIN, 0}, pollfd{m_wakePipe[0], POLLIN, 0}};
    while (::poll(waited.data(), waited.size(), -1) < 0) {
        if (errno != EINTR)
            return true; // the read that follows tells what is wrong
    }
    return waited[1].revents == 0;
}

void StdinScanDevice::readAll(DeliveryQueue *queue)
{
    PayloadSplitter splitter(m_separator);
    const auto taker = [this, queue](QByteArray payload, bool tooLong) {
        return take(std::move(payload), tooLong, queue);
    };
    std::array<char, readSize> buffer;
    ssize_t count = 0;
    do {
        if (!waitForBytes())
            return;
        count = ::read(m_descriptor, buffer.data(), buffer.size());
        if (count > 0 && !splitter.feed({buffer.data(), count}, taker))
            return;
    } while (count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN)));

    const bool broken = count < 0;
    const QString reason = broken ? qt_error_string(errno) : QString();
    if (!splitter.finish(taker))
        return;
    queue->put([this, broken, reason] {
        setState(broken ? DeviceState::Failed : DeviceState::Finished);
        if (broken && m_queue)
            emit failed(sourceName,
                        {ErrorCode::SourceUnreadable, u"standard input cannot be read: "_s + reason});
        if (m_queue)
            emit finished();
    });
}

bool StdinScanDevice::take(QByteArray payload, bool tooLong, DeliveryQueue *queue)
{
    if (tooLong) {
        const Error error{ErrorCode::SourceUnreadable,
                          u"a payload is longer than %1 bytes"_s.arg(PayloadSplitter::longestPayload)};
        return queue->put([this, error] { emit failed(sourceName, error); });
    }
    RawScan scan;
    scan.deviceId = id();
    scan.source = sourceName;
    scan.capturedAt = m_clock->now();
    scan.steadyMs = m_clock->steadyMs();
    scan.sightings.append({std::move(payload), {}});
    return queue->put([this, scan = std::move(scan)] {
        setState(DeviceState::Running);
        if (m_queue)
            emit scanned(scan);
    });
}

} // namespace checkpoint
