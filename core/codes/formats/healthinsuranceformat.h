#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// The QR code of the health-insurance card (BHYT, VssID): 10 fields on old paper cards, 17 on new ones, the
/// last one "$". number | name in hex | birth date | sex | address in hex | clinic | valid from | valid to |
/// issued | …
class HealthInsuranceFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
