#pragma once

namespace checkpoint {

/// Makes the calling thread give way to all others of the program and of the machine, as far as the system
/// lets it. For threads whose work nobody waits for: Qt's priorities say nothing to Linux.
void giveWayToOthers();

} // namespace checkpoint
