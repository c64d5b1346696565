#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// A digital health certificate in the form of the EU's ("HC1:" and base45). Only read: whose signature it
/// bears is judged where the trust list is known. It names its holder by name and birth date.
class CertificateFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
