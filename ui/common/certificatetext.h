#pragma once

#include "core/domain/certificate.h"

#include <QString>
#include <QStringList>

namespace checkpoint {

/// What is said of a health certificate to whoever stands before its holder.
struct CertificateText
{
    bool good = false; ///< verified and valid now
    QString state;     ///< one sentence: verified, or why not
    QStringList lines; ///< the newest doses, tests, recoveries; issuer and last day
};

/// In the current language. `utcMs` is when it is shown. Never says "valid" of what nobody has checked.
CertificateText certificateText(const Certificate &certificate, qint64 utcMs);

} // namespace checkpoint
