#pragma once

#include "core/sync/target.h"

#include <QString>

namespace checkpoint {

/// The rules that a target of this kind follows; nullptr when the program does not know the kind.
const Target *targetOfKind(const QString &kind);

/// The kind of a target of which nothing else is said.
QString usualTargetKind();

} // namespace checkpoint
