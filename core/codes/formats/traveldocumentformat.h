#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// The machine-readable zone of passports (TD3, 2 × 44) and cards (TD1, 3 × 30) after ICAO 9303, as desk
/// readers send it: lines apart, joined by "/" or run together. Every check digit counts. The Vietnamese card
/// carries the citizen number with a check digit of its own in the optional data.
class TravelDocumentFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
