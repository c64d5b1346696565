#pragma once

#include "core/base/worker.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace checkpoint {

/// Looks each minute at how much room the disk of a folder has, so that a desk is told before it is full.
/// The looking is done on a thread of its own: a share that has gone away answers late or never. GUI thread.
class RoomWatch : public QObject
{
    Q_OBJECT

public:
    /// Free bytes of the disk that a folder lies on; nothing when it cannot be told. Called on the thread
    /// that looks.
    using Probe = std::function<std::optional<qint64>(const QString &folder)>;

    explicit RoomWatch(const QString &folder, Probe probe = {}, QObject *parent = nullptr);

    /// Looks now, and each minute from then on.
    void start();

    /// With less than this many bytes free the desk is warned.
    static constexpr qint64 littleRoom = 500 * qint64(1024) * 1024;

signals:
    /// There is little room: how many bytes. Said once, and again when there is half as much,
    /// or when there was enough in between.
    void roomRanLow(qint64 freeBytes);

private:
    void look();
    void take(std::optional<qint64> freeBytes);

    const QString m_folder;
    const Probe m_probe;
    QTimer m_timer;
    std::optional<qint64> m_said; ///< the room of the last warning, while it holds
    bool m_looking = false;
    Worker m_thread; ///< goes first
};

} // namespace checkpoint
