#pragma once

#include "core/base/future.h"

#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>
#include <utility>

namespace checkpoint {

/// A thread that runs jobs one after another, in the order they were posted. Owned by, and to be destroyed
/// on, the thread that made it; the destructor lets every job posted so far finish first.
class Worker
{
public:
    explicit Worker(const QString &name, QThread::Priority priority = QThread::InheritPriority)
    {
        m_thread.setObjectName(name);
        m_context = new QObject;
        m_context->moveToThread(&m_thread);
        m_thread.start(priority);
    }

    ~Worker()
    {
        // Posted last, so that it runs after every job.
        QMetaObject::invokeMethod(
            m_context, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
        m_thread.wait();
        delete m_context;
    }

    Q_DISABLE_COPY_MOVE(Worker)

    /// Runs the job on the thread; what it returns arrives in the future.
    template <typename Job> auto run(Job job) -> Future<std::invoke_result_t<Job>>
    {
        using JobResult = std::invoke_result_t<Job>;
        auto promise = std::make_shared<QPromise<JobResult>>();
        Future<JobResult> future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(
            m_context,
            [promise, job = std::move(job)]() mutable {
                if constexpr (std::is_void_v<JobResult>)
                    job();
                else
                    promise->addResult(job());
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    QThread m_thread;
    QObject *m_context = nullptr;
};

} // namespace checkpoint
