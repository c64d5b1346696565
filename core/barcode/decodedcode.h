#pragma once

#include <QByteArray>
#include <QPolygonF>

#include <vector>

namespace checkpoint {

/// One QR code that was read: its raw bytes (never a guess of their character set) and its four corners in
/// pixels.
struct DecodedCode
{
    QByteArray bytes;
    QPolygonF outline;
};

using DecodedCodes = std::vector<DecodedCode>;

/// Adds those that are not there yet; the same bytes at the same place are the same code.
void addNewCodes(DecodedCodes &codes, DecodedCodes found);

} // namespace checkpoint
