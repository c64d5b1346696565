#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace checkpoint {

/// The fewest characters of a PIN or password.
inline constexpr int shortestPin = 4;

/// Why a PIN is guessed at once.
enum class PinFault {
    TooShort,     ///< less than shortestPin characters
    OneCharacter, ///< one character over and over
    Row,          ///< each digit the one after, or the one before: 1234, 987654
};

/// What is wrong with a new PIN; one that was set once stays right.
std::optional<PinFault> faultOfPin(const QString &pin);

/// What Argon2id (RFC 9106) makes of a PIN, with its salt and parameters, as libsodium writes it. Takes about
/// a third of a second and 128 MiB: never on the GUI thread. WrongUse when the PIN has a
/// fault; StoreFailed when there is not enough memory.
Result<QByteArray> pinHash(const QString &pin);

/// Whether a PIN is the one of a hash. As long as making one; as long as well when there is no hash.
bool isPin(const QString &pin, const QByteArray &hash);

} // namespace checkpoint
