#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace checkpoint {

/// Hands what a reading thread finds to the GUI thread, in order and one item an event, so that the window
/// stays lively. Few items wait: the reading thread stands still until there is room, and so memory stays
/// flat however fast it could read. Lives on the GUI thread; outlives the reading thread.
class DeliveryQueue : public QObject
{
    Q_OBJECT

public:
    using Delivery = std::function<void()>;

    /// The number of items that may wait.
    static constexpr size_t capacity = 64;

    explicit DeliveryQueue(QObject *parent = nullptr);

    /// From the reading thread: `delivery` will be called on the GUI thread. Waits while the queue is full;
    /// false once it was closed, then there is nothing more to read for.
    bool put(Delivery delivery);
    bool isClosed() const;

    /// From the GUI thread: while paused nothing is delivered.
    void setPaused(bool paused);
    /// From the GUI thread: drops what waits and delivers nothing any more.
    void close();

private:
    void deliverNext();
    void scheduleDelivery();

    mutable std::mutex m_mutex;
    std::condition_variable m_roomMade;
    std::deque<Delivery> m_waiting; ///< this and the rest under m_mutex
    bool m_scheduled = false;
    bool m_paused = false;
    bool m_closed = false;
};

} // namespace checkpoint
