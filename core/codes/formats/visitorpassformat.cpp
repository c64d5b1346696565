#include "core/codes/formats/visitorpassformat.h"

#include "core/codes/fieldreading.h"
#include "core/signing/passcode.h"

namespace checkpoint {

QLatin1StringView VisitorPassFormat::id() const
{
    return formatid::visitorPass;
}

std::optional<VisitorCode> VisitorPassFormat::read(const ScanText &text) const
{
    if (!PassCode::isMarked(text.text))
        return std::nullopt;
    if (text.text.size() > PassCode::textLength)
        return refusedCode(id(), Reason::TwoScans);
    const std::optional<PassCode> pass = PassCode::parse(text.text);
    if (!pass)
        return refusedCode(id(), Reason::IdInvalid);
    VisitorCode code;
    code.format = id();
    code.visitor.pass = pass->number();
    return code;
}

} // namespace checkpoint
