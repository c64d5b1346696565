#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// An EMV payment code: a text that begins with the EMV format indicator, 000201. Refused with payment-code.
class PaymentCodeFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
