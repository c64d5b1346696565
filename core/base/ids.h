#pragma once

#include <QUuid>

namespace checkpoint {

/// A UUIDv7 (RFC 9562): its first 48 bits are the moment, so ids made by one program sort in the order they
/// were made, also within one millisecond and when the clock goes back. Thread-safe.
QUuid newEntryId(qint64 utcMs);

/// A UUIDv4: says nothing about when or for whom it was made. Thread-safe.
QUuid newRandomId();

/// "0190b2c4-…", lower case, without braces.
QString idText(const QUuid &id);

} // namespace checkpoint
