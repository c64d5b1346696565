#include "core/codes/formats/venuecodeformat.h"

#include "core/codes/fieldreading.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QLatin1StringView VenueCodeFormat::id() const
{
    return formatid::venueCode;
}

std::optional<VisitorCode> VenueCodeFormat::read(const ScanText &text) const
{
    if (!text.text.startsWith("http://"_L1, Qt::CaseInsensitive) &&
        !text.text.startsWith("https://"_L1, Qt::CaseInsensitive))
        return std::nullopt;
    return refusedCode(id(), Reason::VenueCode);
}

} // namespace checkpoint
