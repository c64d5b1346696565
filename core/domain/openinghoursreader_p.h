#pragma once

#include "core/domain/openinghours.h"

#include <optional>
#include <vector>

namespace checkpoint {

/// The spans that a text of opening hours says, in no order, none for an empty one. Nothing when a word of it
/// is not understood, or when it may be understood in two ways.
std::optional<std::vector<OpeningSpan>> openingSpansOf(const QString &text);

} // namespace checkpoint
