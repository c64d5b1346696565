#include "tests/support/typist.h"

#include <QProcess>

#include <sched.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

void startTypist(QProcess *typist, const QStringList &arguments)
{
    typist->setChildProcessModifier([] {
        const sched_param aheadOfAllOthers{.sched_priority = 1};
        ::sched_setscheduler(0, SCHED_FIFO, &aheadOfAllOthers);
    });
    typist->start(u"xdotool"_s, arguments);
}

} // namespace checkpoint::test
