#pragma once

#include <QtGlobal>

#include <atomic>
#include <thread>

namespace checkpoint::test {

/// What a process uses, as the system counts it.
struct ProcessUse
{
    qint64 memoryKb = 0;    ///< resident
    qint64 processorMs = 0; ///< since its start, of all its threads
};

ProcessUse useOf(qint64 processId);

/// Asks a window again and again whether it is alive, as window managers do (_NET_WM_PING); its program
/// answers from its event loop. The longest wait for an answer is at least the longest gap in which that loop
/// took no event. Time in which the threads between had work and the machine gave them no processor is not
/// counted.
class WindowPulse
{
public:
    WindowPulse(quint32 window, qint64 processId);
    ~WindowPulse();
    Q_DISABLE_COPY_MOVE(WindowPulse)

    /// Milliseconds; forgets it.
    double takeLongestWait();
    qint64 answers() const { return m_answers; }

private:
    void run();

    const quint32 m_window;
    const qint64 m_process;
    std::atomic<bool> m_ending = false;
    std::atomic<qint64> m_longestUs = 0;
    std::atomic<qint64> m_answers = 0;
    std::thread m_thread;
};

} // namespace checkpoint::test
