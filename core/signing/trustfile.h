#pragma once

#include "core/base/result.h"
#include "core/domain/certificate.h"

#include <QByteArray>
#include <QList>

namespace checkpoint {

/// The keys of a file for the trust list: PEM blocks (CERTIFICATE, PUBLIC KEY), or JSON, a list of
/// {"kid": base64 or 16 hexadecimal digits, "key": base64 of a public key or certificate in DER}, alone or as
/// "keys" of an object. All or nothing: WrongUse, with the place in the file, when one of them cannot be
/// read, when the file holds none, a private key, or two keys of one kid. Each key is there once. Pure,
/// thread-safe.
Result<QList<TrustedKey>> trustedKeysIn(const QByteArray &file);

/// A kid as people see it: hexadecimal.
QString kidText(const QByteArray &kid);

/// The kid of what kidText() or a JSON list writes; empty when it is none.
QByteArray kidFromText(const QString &text);

} // namespace checkpoint
