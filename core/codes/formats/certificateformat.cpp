#include "core/codes/formats/certificateformat.h"

#include "core/codes/healthcertificate.h"

namespace checkpoint {

QLatin1StringView CertificateFormat::id() const
{
    return formatid::certificate;
}

std::optional<VisitorCode> CertificateFormat::read(const ScanText &text) const
{
    if (!isHealthCertificate(text.text))
        return std::nullopt;
    return readHealthCertificate(text.text, {});
}

} // namespace checkpoint
