#pragma once

#include "core/base/result.h"

#include <QtGlobal>

namespace checkpoint {

class Connection;

/// Whether the date has leapt lately, as far as the record tells: more than two weeks without a passage lie
/// between now (UTC milliseconds) and the last one, or end within the last two weeks, and the program was
/// not running meanwhile. A clock that was wrong before the program began looks right to it; a desk that was
/// switched off for so long looks the same. Two weeks in use afterwards are time enough to see a wrong date.
/// On the thread of its connection.
bool hasDateLeapt(Connection &record, qint64 nowMs);

/// Keeps that the program runs now, by a clock that is not in doubt: a stretch in which it was seen again and
/// again within two weeks is one row of `erasure`, from its beginning to when it was seen last, that counts
/// nothing. Where a time server or a person vouches for the date nothing before it is in doubt any more, and
/// the stretch has no beginning. To be called every day at least; on the writing thread.
Result<void> noteRunning(Connection &record, qint64 nowMs, bool isDateVouched);

} // namespace checkpoint
