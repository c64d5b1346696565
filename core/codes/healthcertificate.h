#pragma once

#include "core/domain/visitorcode.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace checkpoint {

/// Whether a text says to be a digital health certificate in the EU's form, which Vietnam's decision
/// 5772/QĐ-BYT adopted.
bool isHealthCertificate(const QString &text);

/// What the text of a health certificate says: base45, zlib, COSE_Sign1, CWT. A certificate whose kid is one
/// of the keys (public keys in DER, by kid) is verified, or refused with CertificateForged; any other is only
/// read. CertificateNotRead when it cannot be read. Its times are not judged: see Certificate::validityAt().
/// Pure, thread-safe, and bounded whatever the text holds.
VisitorCode readHealthCertificate(const QString &text, const QHash<QByteArray, QByteArray> &keys);

} // namespace checkpoint
