#pragma once

#include "core/domain/visitor.h"

#include <QByteArray>

#include <optional>

namespace checkpoint {

/// A visitor's data as they lie inside a sealed blob: a CBOR map with the field names of the command line's
/// output; fields that are not known are left out.
QByteArray toCbor(const VisitorData &visitor);

/// Reads what toCbor() writes; nothing when it is no CBOR map. Unknown fields are passed over.
std::optional<VisitorData> visitorFromCbor(const QByteArray &cbor);

} // namespace checkpoint
