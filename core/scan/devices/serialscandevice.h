#pragma once

#include "core/scan/deliveryqueue.h"
#include "core/scan/devices/serialreader.h"
#include "core/scan/scandevice.h"
#include "core/scan/serialaddress.h"

class QThread;

namespace checkpoint {

/// Reads a scanner on a serial port, or one on USB that acts as such: the bytes come as they are in the code,
/// so no keyboard layout and no typing tool can damage them. It may be plugged in later, unplugged and come
/// back, also under another name: the device waits (Missing) and goes on by itself. A port that is there but
/// cannot be opened is Silent, told once by failed(), and tried on. Lives on the GUI thread; reads on a
/// thread of its own.
class SerialScanDevice final : public ScanDevice
{
    Q_OBJECT

public:
    /// The clock outlives the device.
    SerialScanDevice(const SerialAddress &address, const Clock *clock, QObject *parent = nullptr);
    ~SerialScanDevice() override;

    void start() override;
    void stop() override;
    void pause() override;
    void resume() override;

    const SerialAddress &address() const { return m_address; }

    /// "serial:PORT"
    static QString idOf(const SerialAddress &address);

    /// How long stop() waits for a port to close; a driver that hangs longer is left alone.
    static constexpr int longestCloseMs = 1'000;

private:
    // On the reading thread.
    bool take(const LineJoiner::Payload &payload, DeliveryQueue *queue);

    const SerialAddress m_address;
    const Clock *const m_clock;
    DeliveryQueue *m_queue = nullptr; ///< from start() to stop()
    QThread *m_thread = nullptr;      ///< from start() to stop()
};

} // namespace checkpoint
