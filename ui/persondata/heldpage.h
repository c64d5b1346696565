#pragma once

#include <QString>

namespace checkpoint {

struct Summary;

/// What is held on somebody as rich text, for reading on a screen; every word of it is escaped. Pure.
QString heldPage(const Summary &summary);

} // namespace checkpoint
