#include "core/scan/serialaddress.h"

#include <QRegularExpression>
#include <QSerialPortInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

std::optional<SerialAddress> SerialAddress::fromString(const QString &text)
{
    static const QRegularExpression form(
        u"^(?<port>.+?)(?:@(?<baud>[1-9][0-9]{1,7})(?:,(?<data>[5-8])(?<parity>[NEO])(?<stop>[12]))?)?$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    SerialAddress address;
    address.port = match.captured(u"port"_s);
    if (!match.captured(u"baud"_s).isEmpty())
        address.baud = match.captured(u"baud"_s).toInt();
    if (!match.captured(u"data"_s).isEmpty()) {
        address.dataBits = match.captured(u"data"_s).toInt();
        address.parity = match.captured(u"parity"_s).front().toLatin1();
        address.stopBits = match.captured(u"stop"_s).toInt();
    }
    return address;
}

QString SerialAddress::toString() const
{
    const SerialAddress usual;
    const bool usualFrame =
        dataBits == usual.dataBits && parity == usual.parity && stopBits == usual.stopBits;
    if (usualFrame && baud == usual.baud)
        return port;
    const QString withSpeed = port + u'@' + QString::number(baud);
    if (usualFrame)
        return withSpeed;
    return withSpeed +
           u",%1%2%3"_s.arg(QString::number(dataBits), QChar::fromLatin1(parity), QString::number(stopBits));
}

QList<SerialPortInfo> availableSerialPorts()
{
    QList<SerialPortInfo> ports;
    for (const QSerialPortInfo &each : QSerialPortInfo::availablePorts()) {
        ports.append({each.portName(),
                      each.systemLocation(),
                      each.description(),
                      {each.vendorIdentifier(), each.productIdentifier(), each.serialNumber()}});
    }
    return ports;
}

QString portToOpen(const QString &wanted, const SerialIdentity &known, const QList<SerialPortInfo> &ports)
{
    if (!known.isKnown())
        return wanted;
    const auto isWanted = [&wanted](const SerialPortInfo &each) {
        return each.port == wanted || each.path == wanted;
    };
    const auto isKnown = [&known](const SerialPortInfo &each) { return each.identity == known; };
    QList<SerialPortInfo> same;
    std::ranges::copy_if(ports, std::back_inserter(same), isKnown);
    if (same.isEmpty() || std::ranges::any_of(same, isWanted))
        return wanted;
    const bool isCertain = !known.serialNumber.isEmpty() || same.size() == 1;
    return isCertain ? same.front().path : wanted;
}

} // namespace checkpoint
