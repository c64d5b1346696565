#include "core/scan/deliveryqueue.h"

namespace checkpoint {

DeliveryQueue::DeliveryQueue(QObject *parent) : QObject(parent) {}

bool DeliveryQueue::put(Delivery delivery)
{
    std::unique_lock lock(m_mutex);
    m_roomMade.wait(lock, [this] { return m_closed || m_waiting.size() < capacity; });
    if (m_closed)
        return false;
    m_waiting.push_back(std::move(delivery));
    scheduleDelivery();
    return true;
}

bool DeliveryQueue::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void DeliveryQueue::setPaused(bool paused)
{
    const std::lock_guard lock(m_mutex);
    m_paused = paused;
    scheduleDelivery();
}

void DeliveryQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_waiting.clear();
    m_roomMade.notify_all();
}

void DeliveryQueue::scheduleDelivery()
{
    if (m_scheduled || m_paused || m_closed || m_waiting.empty())
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &DeliveryQueue::deliverNext, Qt::QueuedConnection);
}

void DeliveryQueue::deliverNext()
{
    Delivery delivery;
    {
        const std::lock_guard lock(m_mutex);
        m_scheduled = false;
        if (m_paused || m_closed || m_waiting.empty())
            return;
        delivery = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_roomMade.notify_all();
        scheduleDelivery();
    }
    delivery();
}

} // namespace checkpoint
