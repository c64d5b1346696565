#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace checkpoint {

/// The fewest characters of a passphrase that may protect a file.
inline constexpr int shortestPassphrase = 8;

/// Seals bytes by a passphrase, for carrying them to another computer: Argon2id (256 MiB, 3 passes) makes the
/// key, XChaCha20-Poly1305 seals. Takes about a second and is to run on a thread that nobody waits for.
/// WrongUse when the passphrase is too short; StoreFailed when there is no memory for it.
Result<QByteArray> sealedByPassphrase(const QByteArray &plain, const QString &passphrase);

/// Opens what sealedByPassphrase() gave. SourceUnreadable when the bytes are something else, FileNewer when a
/// newer version wrote them, FileDamaged when they were cut or changed, PassphraseWrong.
Result<QByteArray> openedByPassphrase(const QByteArray &sealed, const QString &passphrase);

} // namespace checkpoint
