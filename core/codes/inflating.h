#pragma once

#include <QByteArray>

#include <optional>

namespace checkpoint {

/// What a zlib stream (RFC 1950) holds, as far as the limit: nothing when it is longer than that, damaged,
/// cut, or followed by something else. Takes memory for the limit at most, whatever the stream says.
std::optional<QByteArray> inflated(const QByteArray &stream, qsizetype limit);

} // namespace checkpoint
