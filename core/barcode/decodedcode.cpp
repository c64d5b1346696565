#include "core/barcode/decodedcode.h"

#include <algorithm>

namespace checkpoint {

void addNewCodes(DecodedCodes &codes, DecodedCodes found)
{
    for (DecodedCode &code : found) {
        const QPointF centre = code.outline.boundingRect().center();
        const bool known = std::ranges::any_of(codes, [&](const DecodedCode &other) {
            return other.bytes == code.bytes && other.outline.boundingRect().contains(centre);
        });
        if (!known)
            codes.push_back(std::move(code));
    }
}

} // namespace checkpoint
