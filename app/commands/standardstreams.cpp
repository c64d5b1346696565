#include "app/commands/standardstreams.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace checkpoint {

void prepareStandardStreams()
{
#ifdef Q_OS_UNIX
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1)
            continue;
        // The lowest free descriptor is the missing one. The wrong way round, so that its use fails.
        if (::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
            return;
    }
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

} // namespace checkpoint
