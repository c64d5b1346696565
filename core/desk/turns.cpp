#include "core/desk/turns.h"

namespace checkpoint {

void Turns::enqueue(Job job)
{
    m_jobs.enqueue(std::move(job));
    if (!m_busy)
        run();
}

void Turns::end()
{
    m_busy = false;
    run();
}

/// A loop, not a recursion: many jobs end at once.
void Turns::run()
{
    if (m_running)
        return;
    m_running = true;
    while (!m_busy && !m_jobs.isEmpty()) {
        m_busy = true;
        m_jobs.dequeue()();
    }
    m_running = false;
    if (!m_busy)
        emit becameIdle();
}

} // namespace checkpoint
