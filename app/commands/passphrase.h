#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace checkpoint {

/// The number that stands behind --passphrase-fd; nothing when it is none.
std::optional<int> descriptorOf(const QString &text);

/// One line of an open file descriptor, as a passphrase. WrongUse when it cannot be read or is empty.
Result<QString> passphraseFrom(int descriptor);

/// A passphrase typed at the terminal, which shows nothing of it. With `twice` it is asked for again, and
/// WrongUse when the two differ. WrongUse as well without a terminal, Cancelled on Ctrl+C.
Result<QString> passphraseFromTerminal(bool twice, const QByteArray &prompt = "Passphrase: ");

} // namespace checkpoint
