#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace checkpoint {

/// The fewest characters of a PIN or password.
inline constexpr int shortestPin = 4;

/// What Argon2id (RFC 9106) makes of a PIN, with its salt and parameters, as libsodium writes it. Takes about
/// a third of a second and 128 MiB: never on the GUI thread. WrongUse when the PIN is too short or one
/// character over and over; StoreFailed when there is not enough memory.
Result<QByteArray> pinHash(const QString &pin);

/// Whether a PIN is the one of a hash. As long as making one; as long as well when there is no hash.
bool isPin(const QString &pin, const QByteArray &hash);

} // namespace checkpoint
