#pragma once

namespace checkpoint {

/// Keeps what the program has in memory from everybody else: no core file is written, and no other program of
/// the same user reads it. To be called first; builds with a sanitizer stay open to it.
void keepMemoryPrivate();

} // namespace checkpoint
