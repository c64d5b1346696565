#pragma once

#include "core/codes/formatcatalog.h"

namespace checkpoint {

/// A digital health certificate in the form of the EU's ("HC1:" and base45). It is recognised, and refused
/// with certificate-not-read.
class CertificateFormat final : public VisitorCodeFormat
{
public:
    QLatin1StringView id() const override;
    std::optional<VisitorCode> read(const ScanText &text) const override;
};

} // namespace checkpoint
