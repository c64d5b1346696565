#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace checkpoint {

/// Where a serial scanner is plugged in and how it talks, as the command line and the settings write it:
/// "ttyACM0", "ttyUSB0@115200", "/dev/serial/by-id/usb-…@9600,7E1".
struct SerialAddress
{
    QString port; ///< a name ("ttyACM0", "COM3") or a path
    int baud = 9600;
    int dataBits = 8;  ///< 5 to 8
    char parity = 'N'; ///< N, E, O: none, even, odd
    int stopBits = 1;  ///< 1 or 2

    /// Nothing for a text without a port. What follows the last "@" belongs to the port's name unless it is a
    /// speed, with or without a frame such as ",8N1".
    static std::optional<SerialAddress> fromString(const QString &text);
    /// The shortest text that fromString() reads back.
    QString toString() const;

    bool operator==(const SerialAddress &) const = default;
};

/// What a USB scanner says of itself; it stays the same in whatever socket it is plugged.
struct SerialIdentity
{
    quint16 vendor = 0;
    quint16 product = 0;
    QString serialNumber; ///< many scanners have none

    bool isKnown() const { return vendor != 0 || product != 0; }
    bool operator==(const SerialIdentity &) const = default;
};

/// A serial port that is there now.
struct SerialPortInfo
{
    QString port;        ///< its short name: "ttyACM0", "COM3"
    QString path;        ///< "/dev/ttyACM0"
    QString description; ///< of the device, for people; may be empty
    SerialIdentity identity;
};

/// The ports that are there now; asks the system, so it may take milliseconds.
QList<SerialPortInfo> availableSerialPorts();

/// The port to open for a scanner that was chosen as `wanted`: the one where the device known from before is
/// now, else the wanted one. A device without a serial number is followed only when there is no other of its
/// kind. Pure.
QString portToOpen(const QString &wanted, const SerialIdentity &known, const QList<SerialPortInfo> &ports);

} // namespace checkpoint
