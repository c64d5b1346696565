#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// An address: the poster of a venue, held up instead of the visitor's own code. Refused with venue-code;
/// never opened.
class VenueCodeFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
