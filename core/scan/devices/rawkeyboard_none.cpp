#include "core/scan/devices/rawkeyboard.h"

namespace checkpoint {

class Keymap
{
};

RawKeyboard::RawKeyboard(const Clock *clock) : m_clock(clock) {}

RawKeyboard::~RawKeyboard() = default;

bool RawKeyboard::nativeEventFilter(const QByteArray &, void *, qintptr *)
{
    return false;
}

qint64 RawKeyboard::takeWayMs()
{
    return -1;
}

qint64 RawKeyboard::rhythmMs() const
{
    return 0;
}

std::optional<qint64> RawKeyboard::longestPauseMs() const
{
    return std::nullopt;
}

void RawKeyboard::forgetUntil(quint32) {}

void RawKeyboard::forget() {}

std::optional<QString> RawKeyboard::takeScan()
{
    return std::nullopt;
}

} // namespace checkpoint
