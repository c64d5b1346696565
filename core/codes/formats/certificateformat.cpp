#include "core/codes/formats/certificateformat.h"

#include "core/codes/fieldreading.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QLatin1StringView CertificateFormat::id() const
{
    return formatid::certificate;
}

std::optional<VisitorCode> CertificateFormat::read(const ScanText &text) const
{
    if (!text.text.startsWith("HC1:"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    return refusedCode(id(), Reason::CertificateNotRead);
}

} // namespace checkpoint
