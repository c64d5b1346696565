#pragma once

#include <QtGlobal>

#include <optional>

namespace checkpoint {

/// From the times that the window system gives its keys to those of the clock: the window may have been busy
/// since a key was pressed. Pure; the clock's time is handed in.
class KeyTimes
{
public:
    struct Reading
    {
        qint64 atMs = 0; ///< when the key was pressed, by the clock
        qint64 shiftMs =
            0; ///< the keys before were pressed by so much later (earlier: negative) than was said
    };

    /// `timestamp` is the window system's, 0 where it gives none; `nowMs` the clock's.
    Reading read(quint64 timestamp, qint64 nowMs);

private:
    std::optional<qint64> m_offset; ///< from the window system's time to the clock's
    qint64 m_readMs = 0;            ///< when a key was last read
    qint64 m_lagMs = 0;             ///< how late that one seemed to be
};

} // namespace checkpoint
