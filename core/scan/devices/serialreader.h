#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/scan/linejoiner.h"
#include "core/scan/scandevice.h"
#include "core/scan/serialaddress.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QSerialPort;

namespace checkpoint {

/// Keeps one serial port open and makes payloads of what it sends: opens it, notices that it was unplugged,
/// looks for it again. Lives on a thread of its own, because opening and closing may hang in a driver; owned
/// by SerialScanDevice. What it finds is told through functions called on that thread.
class SerialReader final : public QObject
{
public:
    struct Listener
    {
        /// False: nobody takes anything any more.
        std::function<bool(const LineJoiner::Payload &payload)> payload;
        std::function<void(DeviceState state)> state;
        /// The port is there but cannot be opened; once for each row of such failures.
        std::function<void(const Error &error)> trouble;
    };

    /// The clock outlives the reader.
    SerialReader(const SerialAddress &address, const Clock *clock, Listener listener);
    ~SerialReader() override;

    /// On the reader's thread.
    void start();

    /// How often a port that is gone is looked for.
    static constexpr int pollMs = 1'000;
    /// The right to open a port that was plugged in just now may come a moment after it.
    static constexpr int toleratedRefusals = 3;

private:
    void poll();
    void open();
    void refused(const QString &reason);
    void lose();
    void read();
    void take(const QList<LineJoiner::Payload> &payloads);
    void onSilence();
    void tell(DeviceState state);
    bool isStillThere() const;

    const SerialAddress m_address;
    const Clock *const m_clock;
    const Listener m_listener;
    std::unique_ptr<QSerialPort> m_port; ///< null while it is not open
    QString m_name;                      ///< of the port that is open, as it was asked for: Qt shortens it
    QString m_place;                     ///< the file behind that name when it was opened
    SerialIdentity m_identity;           ///< of the device that was open last
    LineJoiner m_lines;
    QTimer m_poll;
    QTimer m_silence;
    DeviceState m_state = DeviceState::Starting;
    int m_refusals = 0;
};

} // namespace checkpoint
