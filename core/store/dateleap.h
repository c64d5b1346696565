#pragma once

#include <QtGlobal>

namespace checkpoint {

class Connection;

/// Whether the date has leapt lately, as far as the record tells: more than two weeks without a passage lie
/// between now (UTC milliseconds) and the last one, or end within the last two weeks. A clock that was wrong
/// before the program began looks right to it; a desk that was closed for so long looks the same. Two weeks
/// of passages afterwards are time enough to see a wrong date. On the thread of its connection.
bool hasDateLeapt(Connection &record, qint64 nowMs);

} // namespace checkpoint
