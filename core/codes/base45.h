#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace checkpoint {

/// The bytes of a text in base45 (RFC 9285); nothing when it is none.
std::optional<QByteArray> fromBase45(QStringView text);

} // namespace checkpoint
