#include "core/base/giveway.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace checkpoint {

void giveWayToOthers()
{
#ifdef Q_OS_LINUX
    // Both are of the thread alone on Linux. A thread that may not be slowed down works at its old pace.
    const sched_param none{};
    sched_setscheduler(0, SCHED_BATCH, &none);
    constexpr int niceness = 5; // a third of the share of others, so that it never starves
    setpriority(PRIO_PROCESS, id_t(gettid()), niceness);
#else
    QThread::currentThread()->setPriority(QThread::LowestPriority);
#endif
}

} // namespace checkpoint
