#pragma once

#include "core/domain/visitorcode.h"

#include <QCborMap>

namespace checkpoint {

/// What the claims of a token say as a health certificate of the EU's form (schema of the EU Digital COVID
/// Certificate 1.3): its holder, and what it attests, not verified. CertificateNotRead when it is none, names
/// nobody, or does not say from when to when it is valid. The certificate's own id is not taken over. Pure,
/// thread-safe.
VisitorCode codeOfClaims(const QCborMap &claims);

} // namespace checkpoint
