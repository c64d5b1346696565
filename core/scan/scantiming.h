#pragma once

#include <QMetaType>

namespace checkpoint {

/// What a scanner sends after a payload.
enum class ScanSuffix { Unknown, None, Enter, Tab };

/// How a payload came in, as far as the device can tell: what a self-test looks at.
struct ScanTiming
{
    ScanSuffix suffix = ScanSuffix::Unknown;
    int typicalGapMs = -1; ///< between two characters, the median; -1: unknown
    int longestGapMs = -1; ///< between two characters; -1: unknown
    bool typed = false;    ///< as key presses, by a scanner that works as a keyboard

    bool operator==(const ScanTiming &) const = default;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ScanTiming)
