#pragma once

#include "core/store/recordmerge.h"
#include "ui/common/errortext.h"

namespace checkpoint {

/// The database was damaged and another one works in its place.
ErrorText rescueBeginsText();

/// What came back of the damaged one, and what is missing, from when to when.
ErrorText rescuedText(const MergeCounts &counts);

/// The disk of the data folder will be full soon.
ErrorText littleRoomText(qint64 freeBytes);

} // namespace checkpoint
