#pragma once

#include "core/base/clock.h"

#include <QAbstractNativeEventFilter>
#include <QString>

#include <deque>
#include <memory>
#include <optional>

namespace checkpoint {

class Keymap;

/// The keys as the window system tells of them, before any input method has seen them: what a scanner really
/// sent, whatever a typing tool makes of it. Known where the program runs on X11; elsewhere it stays empty.
/// Lives on the GUI thread; owned by KeyboardScanDevice.
class RawKeyboard final : private QAbstractNativeEventFilter
{
public:
    /// The clock outlives it.
    explicit RawKeyboard(const Clock *clock);
    ~RawKeyboard() override;
    Q_DISABLE_COPY_MOVE(RawKeyboard)

    /// When the last key was pressed, by the clock; 0: never.
    qint64 lastPressMs() const { return m_lastPressMs; }

    /// How long the first key that was pressed since the last call has been on its way; -1 when there is
    /// none.
    qint64 takeWayMs();

    /// Of the five keys that lately were pressed in the quickest succession, the longest pause: where an
    /// input method tells of keys late, it is known from here whether a person pressed them. 0: not known.
    qint64 rhythmMs() const;

    /// Of the keys that are not dealt with, the longest pause between one and the next; nothing when there
    /// are fewer than two.
    std::optional<qint64> longestPauseMs() const;

    /// So many keys were pressed that are not dealt with.
    size_t waiting() const { return m_presses.size(); }
    /// Everything pressed so far is dealt with.
    void forget();
    /// Everything up to the key of this time, by the window system, is.
    void forgetUntil(quint32 timestamp);
    /// What was pressed since then, up to Enter or Tab, which are dealt with as well; nothing when it is not
    /// known for certain.
    std::optional<QString> takeScan();

    /// More is not kept.
    static constexpr size_t mostPresses = 20'000;

private:
    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

    struct Press
    {
        quint8 keyCode = 0;
        quint16 modifiers = 0;
        quint32 timestamp = 0;
    };

    /// When a key was pressed, and what was held with it: enough for the rhythm. Which key it was is nobody's
    /// business any more.
    struct Beat
    {
        quint32 timestamp = 0;
        quint16 modifiers = 0;
    };

    const Clock *const m_clock;
    std::deque<Beat> m_lately;
    std::unique_ptr<Keymap> m_keymap;
    std::deque<Press> m_presses;
    qint64 m_lastPressMs = 0;
    qint64 m_firstPressMs = 0; ///< since takeWayMs(); 0: none
    bool m_uncertain = false;  ///< the layout was changed meanwhile, or there were too many keys
};

} // namespace checkpoint
