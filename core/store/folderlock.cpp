#include "core/store/folderlock.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

#ifdef Q_OS_UNIX

Result<void> FolderLock::take(const QString &path)
{
    release();
    m_file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_file < 0) {
        const int reason = errno;
        const QString detail = u"the folder's lock: %1"_s.arg(QString::fromLocal8Bit(std::strerror(reason)));
        if (reason == EACCES || reason == EPERM || reason == EROFS)
            return Error{ErrorCode::ReadOnly, detail};
        if (reason == ENOSPC || reason == EDQUOT)
            return Error{ErrorCode::DiskFull, detail};
        return Error{ErrorCode::StoreFailed, detail};
    }
    if (::flock(m_file, LOCK_EX | LOCK_NB) == 0)
        return {};
    const int reason = errno;
    release();
    if (reason == EWOULDBLOCK)
        return Error{ErrorCode::InUse, u"another program writes to the folder"_s};
    return Error{ErrorCode::StoreFailed,
                 u"the folder cannot be locked: %1"_s.arg(QString::fromLocal8Bit(std::strerror(reason)))};
}

void FolderLock::release()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

#else

Result<void> FolderLock::take(const QString &path)
{
    m_file = std::make_unique<QLockFile>(path);
    m_file->setStaleLockTime(0); // a lock is not stale for being old: a desk runs for weeks
    if (m_file->tryLock())
        return {};
    const QLockFile::LockError reason = m_file->error();
    m_file.reset();
    if (reason == QLockFile::LockFailedError)
        return Error{ErrorCode::InUse, u"another program writes to the folder"_s};
    if (reason == QLockFile::PermissionError)
        return Error{ErrorCode::ReadOnly, u"the folder's lock cannot be made"_s};
    return Error{ErrorCode::StoreFailed, u"the folder cannot be locked"_s};
}

void FolderLock::release()
{
    m_file.reset();
}

#endif

} // namespace checkpoint
