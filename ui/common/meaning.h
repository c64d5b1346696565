#pragma once

#include "core/desk/scanoutcome.h"
#include "ui/common/tokens.h"

#include <QLatin1StringView>

namespace checkpoint {

/// What a result means to the person at the desk. Each has a colour, and always a sign and a word beside it.
enum class Meaning {
    In,
    Out,
    Ask,
    Attention, ///< a question about somebody of the attention list
    Refused,
    NotRecorded,
    Skipped,   ///< a question that was let be
    Done,      ///< written down as it was wanted
    Again,     ///< read again, nothing more was recorded
    TakenBack, ///< does not count any more
};

Meaning meaningOf(Direction direction);
Meaning meaningOf(const ScanOutcome &outcome);
/// The same where visitors can look on: why somebody has to wait is not seen.
Meaning publicMeaningOf(const ScanOutcome &outcome);

/// The colour of the theme.
QRgb Colours::*meaningInk(Meaning meaning);
/// The tone of the style sheet, for setTone().
QLatin1StringView meaningTone(Meaning meaning);
/// Name of the icon.
QLatin1StringView meaningSign(Meaning meaning);

} // namespace checkpoint
