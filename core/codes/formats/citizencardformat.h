#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// The QR code of the citizen card (since 2021, and with four more fields since 1/7/2024):
/// number | old number | name | birth date | sex | address | date of issue [| four fields that are not read].
class CitizenCardFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
