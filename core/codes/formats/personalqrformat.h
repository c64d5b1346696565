#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// The national personal QR (Decision 1405/QĐ-BTTTT of 11/9/2021, version 1.1):
/// number | name | birth date | kind of declaration | QID | EXT, where EXT is, between "<": QID of the
/// declarer, sex, BHYT number, phone and perhaps a signature. Somebody whose number is starred is known by
/// the QID alone.
class PersonalQrFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
