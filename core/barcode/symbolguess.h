#pragma once

#include "core/barcode/finderpatterns.h"
#include "core/barcode/luminance.h"
#include "core/barcode/rectification.h"

#include <optional>
#include <vector>

namespace checkpoint {

/// Where a symbol may lie of which only two finder patterns or one are seen: the others are cut off, covered
/// or blinded. Taken for one only if the place is filled with cells of the patterns' modules, dark and light
/// in turn as data are. `binary` is the picture in which the patterns were found, 0 is dark. The side of a
/// symbol with one pattern is not known; it is taken as just large enough to leave the picture.
std::optional<SymbolPlane> guessedPlane(const std::vector<FinderPattern> &patterns,
                                        const LuminanceView &binary);

} // namespace checkpoint
