#include "core/codes/formats/paymentcodeformat.h"

#include "core/codes/fieldreading.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// The longest number that a person's code begins with; a '|' so early means one of those.
constexpr qsizetype longestNumber = 15;

} // namespace

QLatin1StringView PaymentCodeFormat::id() const
{
    return formatid::paymentCode;
}

std::optional<VisitorCode> PaymentCodeFormat::read(const ScanText &text) const
{
    if (!text.text.startsWith("000201"_L1) || QStringView(text.text).left(longestNumber + 1).contains(u'|'))
        return std::nullopt;
    return refusedCode(id(), Reason::PaymentCode);
}

} // namespace checkpoint
