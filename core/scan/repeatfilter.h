#pragma once

#include <QByteArray>
#include <QHash>
#include <QtGlobal>

#include <memory>
#include <optional>

namespace checkpoint {

/// Keeps one showing of a code from counting again and again. One filter serves all devices. A key (a payload
/// or a person, together with the device's direction) stays suppressed while it is in view and for a window
/// after it was last seen. Several keys may stand for one showing: the payload in view, and the person it
/// belongs to. Pure, single-threaded; the time is handed in.
class RepeatFilter
{
public:
    static constexpr qint64 windowMs = 4'000;

    /// How long ago the key was last seen, when that is less than the window; that showing then lasts on.
    std::optional<qint64> repeatAfter(const QByteArray &key, qint64 steadyMs);

    /// The key is shown now, for the first time.
    void remember(const QByteArray &key, qint64 steadyMs);

    /// `other` stands for the same showing as `key` from now on: seeing either keeps both suppressed.
    void join(const QByteArray &key, const QByteArray &other);

    /// The showing of this key ends: it and all keys joined to it may count again at once.
    void forget(const QByteArray &key);

    qsizetype size() const { return m_showings.size(); }

private:
    struct Showing
    {
        qint64 lastSeenMs = 0;
    };

    void dropOld(qint64 steadyMs);

    QHash<QByteArray, std::shared_ptr<Showing>> m_showings;
    qint64 m_nextSweepMs = 0;
};

} // namespace checkpoint
