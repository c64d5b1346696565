#include "tests/support/ptyscanner.h"

#include <QFile>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace checkpoint::test {

PtyScanner::PtyScanner(const QString &port) : m_port(port) {}

PtyScanner::~PtyScanner()
{
    unplug();
}

void PtyScanner::plug()
{
    m_line = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_line < 0 || ::grantpt(m_line) != 0 || ::unlockpt(m_line) != 0 ||
        !QFile::link(QString::fromLocal8Bit(::ptsname(m_line)), m_port))
        qFatal("no pseudo-terminal");
}

void PtyScanner::unplug()
{
    if (m_line < 0)
        return;
    QFile::remove(m_port);
    ::close(std::exchange(m_line, -1));
}

void PtyScanner::scan(const QByteArray &payload)
{
    const QByteArray bytes = payload + '\r';
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::write(m_line, bytes.constData() + sent, size_t(bytes.size() - sent));
        if (count <= 0)
            qFatal("the line is broken");
        sent += count;
    }
}

} // namespace checkpoint::test
