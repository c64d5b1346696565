#pragma once

namespace checkpoint {

/// How the desk itself is doing.
enum class DeskState {
    Opening, ///< the records are being opened
    Ready,   ///< recording works
    Trouble, ///< nothing can be recorded
};

} // namespace checkpoint
