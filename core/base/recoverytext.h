#pragma once

#include <QByteArrayView>

namespace checkpoint {

/// What the code on a recovery sheet begins with: a desk takes it for nobody's, and keeps nothing of it.
inline constexpr QByteArrayView recoveryTextHead("CHECKPOINT-DESK-RECOVERY:");

} // namespace checkpoint
