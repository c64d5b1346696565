#pragma once

#include <QByteArray>

#include <optional>

namespace checkpoint {

/// The bytes as a gzip file (RFC 1952) without name or time: the same bytes always give the same file.
QByteArray gzipped(const QByteArray &bytes);

/// What gzipped() was given; nothing when it is no whole gzip file or holds more than `most` bytes.
std::optional<QByteArray> gunzipped(const QByteArray &file, qsizetype most);

} // namespace checkpoint
