#include "core/scan/devices/rawkeyboard.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <utility>
#include <xcb/xcb.h>
#include <xkbcommon/xkbcommon-keysyms.h>
#include <xkbcommon/xkbcommon-x11.h>

namespace checkpoint {

namespace {

constexpr quint8 sentByProgram = 0x80;
constexpr quint16 combination = XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;
/// The events of extensions, such as a change of the layout, begin here.
constexpr quint8 firstExtensionEvent = 64;
/// What was pressed lately.
constexpr size_t latelyPressed = 64;
constexpr quint32 latelyMs = 5'000;
constexpr size_t keysOfRhythm = 5;

template <auto release> struct Release
{
    template <typename Object> void operator()(Object *object) const { release(object); }
};

} // namespace

/// The keyboard layout of the display.
class Keymap
{
public:
    static std::unique_ptr<Keymap> ofDisplay()
    {
        const auto *const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
        if (!x11 || !x11->connection())
            return nullptr;
        auto keymap = std::make_unique<Keymap>();
        keymap->m_context.reset(xkb_context_new(XKB_CONTEXT_NO_FLAGS));
        if (!keymap->m_context)
            return nullptr;
        xcb_connection_t *const connection = x11->connection();
        xkb_x11_setup_xkb_extension(connection, XKB_X11_MIN_MAJOR_XKB_VERSION, XKB_X11_MIN_MINOR_XKB_VERSION,
                                    XKB_X11_SETUP_XKB_EXTENSION_NO_FLAGS, nullptr, nullptr, nullptr, nullptr);
        const int32_t device = xkb_x11_get_core_keyboard_device_id(connection);
        keymap->m_keys.reset(xkb_x11_keymap_new_from_device(keymap->m_context.get(), connection, device,
                                                            XKB_KEYMAP_COMPILE_NO_FLAGS));
        if (!keymap->m_keys)
            return nullptr;
        keymap->m_state.reset(xkb_state_new(keymap->m_keys.get()));
        return keymap->m_state ? std::move(keymap) : nullptr;
    }

    xkb_keysym_t symbolOf(quint8 keyCode, quint16 modifiers) const
    {
        constexpr quint16 core = 0xff;
        constexpr int groupShift = 13;
        xkb_state_update_mask(m_state.get(), modifiers & core, 0, 0, 0, 0, (modifiers >> groupShift) & 3);
        return xkb_state_key_get_one_sym(m_state.get(), keyCode);
    }
    /// After symbolOf() of the same key.
    QString textOf(quint8 keyCode) const
    {
        std::array<char, 16> utf8{};
        const int length = xkb_state_key_get_utf8(m_state.get(), keyCode, utf8.data(), utf8.size());
        const QString text = QString::fromUtf8(utf8.data(), length);
        return !text.isEmpty() && text.front().isPrint() ? text : QString();
    }

private:
    std::unique_ptr<xkb_context, Release<xkb_context_unref>> m_context;
    std::unique_ptr<xkb_keymap, Release<xkb_keymap_unref>> m_keys;
    std::unique_ptr<xkb_state, Release<xkb_state_unref>> m_state;
};

RawKeyboard::RawKeyboard(const Clock *clock) : m_clock(clock)
{
    QCoreApplication::instance()->installNativeEventFilter(this);
}

RawKeyboard::~RawKeyboard()
{
    if (QCoreApplication::instance())
        QCoreApplication::instance()->removeNativeEventFilter(this);
}

bool RawKeyboard::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    if (eventType != "xcb_generic_event_t")
        return false;
    const auto *const event = static_cast<const xcb_generic_event_t *>(message);
    const quint8 type = event->response_type & ~sentByProgram;
    if (type == XCB_KEY_PRESS) {
        const auto *const press = reinterpret_cast<const xcb_key_press_event_t *>(event);
        m_lastPressMs = m_clock->steadyMs();
        if (m_firstPressMs == 0)
            m_firstPressMs = m_lastPressMs;
        if (m_presses.size() < mostPresses)
            m_presses.push_back({press->detail, press->state, press->time});
        else
            m_uncertain = true;
        // The state is that before the key: what adds to it for the next one was Shift or the like.
        if (!m_lately.empty() && (press->state & ~m_lately.back().modifiers) != 0)
            m_lately.pop_back();
        m_lately.push_back({press->time, press->state});
        while (m_lately.size() > latelyPressed || press->time - m_lately.front().timestamp > latelyMs)
            m_lately.pop_front();
    } else if (type == XCB_MAPPING_NOTIFY) {
        m_keymap.reset();
        m_uncertain = m_uncertain || !m_presses.empty();
    } else if (type >= firstExtensionEvent && event->pad0 <= 1) {
        m_keymap.reset(); // perhaps a new keyboard or layout: it is asked for again
    }
    return false;
}

qint64 RawKeyboard::takeWayMs()
{
    const qint64 since = std::exchange(m_firstPressMs, 0);
    return since == 0 ? -1 : m_clock->steadyMs() - since;
}

qint64 RawKeyboard::rhythmMs() const
{
    qint64 quickest = 0;
    for (size_t last = keysOfRhythm - 1; last < m_lately.size(); ++last) {
        qint64 longest = 1;
        for (size_t i = last - keysOfRhythm + 2; i <= last; ++i)
            longest = std::max(longest, qint64(m_lately[i].timestamp - m_lately[i - 1].timestamp));
        quickest = quickest == 0 ? longest : std::min(quickest, longest);
    }
    return quickest;
}

std::optional<qint64> RawKeyboard::longestPauseMs() const
{
    if (m_presses.size() < 2 || m_uncertain)
        return std::nullopt;
    qint64 longest = 0;
    for (size_t i = 1; i < m_presses.size(); ++i)
        longest = std::max(longest, qint64(qint32(m_presses[i].timestamp - m_presses[i - 1].timestamp)));
    return longest;
}

void RawKeyboard::forgetUntil(quint32 timestamp)
{
    const auto isOlder = [timestamp](const Press &press) { return qint32(timestamp - press.timestamp) >= 0; };
    while (!m_presses.empty() && isOlder(m_presses.front()))
        m_presses.pop_front();
}

void RawKeyboard::forget()
{
    m_presses.clear();
    m_uncertain = false;
}

std::optional<QString> RawKeyboard::takeScan()
{
    if (!m_keymap && !m_presses.empty())
        m_keymap = Keymap::ofDisplay();
    if (!m_keymap || m_uncertain) {
        forget();
        return std::nullopt;
    }
    QString text;
    while (!m_presses.empty()) {
        const Press press = m_presses.front();
        m_presses.pop_front();
        const xkb_keysym_t symbol = m_keymap->symbolOf(press.keyCode, press.modifiers);
        if (symbol == XKB_KEY_Return || symbol == XKB_KEY_KP_Enter || symbol == XKB_KEY_Tab) {
            if (!text.isEmpty())
                break;
        } else if (symbol == XKB_KEY_BackSpace) {
            text.chop(1);
        } else if ((press.modifiers & combination) == 0) {
            text.append(m_keymap->textOf(press.keyCode));
        }
    }
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace checkpoint
