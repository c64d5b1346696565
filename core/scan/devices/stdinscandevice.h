#pragma once

#include "core/scan/deliveryqueue.h"
#include "core/scan/payloadsplitter.h"
#include "core/scan/scandevice.h"

#include <array>
#include <memory>

class QThread;

namespace checkpoint {

/// Reads payloads from a file descriptor (standard input, a pipe, a file, a terminal): one a line, or
/// NUL-separated. For scripts, tests, and scanners with drivers of their own. Reads on a thread of its own,
/// never much ahead of what is taken. A payload that is too long is told by failed() and the next one
/// follows. finished() always comes unless stop() was called, also after an error of reading.
class StdinScanDevice final : public ScanDevice
{
    Q_OBJECT

public:
    /// The descriptor stays open and the caller's. The clock outlives the device.
    StdinScanDevice(PayloadSplitter::Separator separator, const Clock *clock, int descriptor = 0,
                    QObject *parent = nullptr);
    ~StdinScanDevice() override;

    void start() override;
    void stop() override;
    void pause() override;
    void resume() override;

private:
    // On the reading thread.
    void readAll(DeliveryQueue *queue);
    bool waitForBytes() const;
    bool take(QByteArray payload, bool tooLong, DeliveryQueue *queue);

    const PayloadSplitter::Separator m_separator;
    const Clock *const m_clock;
    const int m_descriptor;
    std::array<int, 2> m_wakePipe{-1, -1}; ///< written to when the thread shall end
    DeliveryQueue *m_queue = nullptr;      ///< a child, from start() to stop()
    std::unique_ptr<QThread> m_thread;
};

} // namespace checkpoint
