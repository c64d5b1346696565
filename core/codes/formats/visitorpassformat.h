#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// The pass that a venue prints for a visitor without a phone: digits that hold a random number, a last day
/// and a signature, nothing about the person. Only the number is read here: whether the venue issued it and
/// whether it still counts is judged where the venue's keys and register are known.
class VisitorPassFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
