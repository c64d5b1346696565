#pragma once

#include <cstdint>

/// A layer between SQLite and the disk on which the power can fail: what was written after the last sync of
/// its file is then lost, kept or torn, sector by sector, and the program ends as if it had been killed.
namespace powercutvfs {

/// From now on, for every connection opened later. The power fails at the access-th access to a file (the
/// first is 1); which sectors reach the disk follows from the seed. False when SQLite takes no such layer.
bool install(int access, std::uint32_t seed);

} // namespace powercutvfs
