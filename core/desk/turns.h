#pragma once

#include <QObject>
#include <QQueue>

#include <functional>

namespace checkpoint {

/// Runs jobs one after another: the next begins when the one before says that it ended, which may be at once
/// or when an answer has come. Lives on one thread.
class Turns : public QObject
{
    Q_OBJECT

public:
    using Job = std::function<void()>;

    void enqueue(Job job);
    /// The current job has ended.
    void end();
    /// Jobs that wait, and the one that is on its way.
    qsizetype waiting() const { return m_jobs.size() + (m_busy ? 1 : 0); }

signals:
    /// The last job has ended.
    void becameIdle();

private:
    void run();

    QQueue<Job> m_jobs;
    bool m_busy = false;    ///< a job is on its way
    bool m_running = false; ///< run() is on the stack
};

} // namespace checkpoint
