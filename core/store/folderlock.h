#pragma once

#include "core/base/result.h"

#include <QString>
#include <QtGlobal>

#ifndef Q_OS_UNIX
#include <QLockFile>

#include <memory>
#endif

namespace checkpoint {

/// Holds a data folder for the one program that writes. On Unix the kernel keeps the lock and lets go of it
/// when the program ends, however it ends; the file itself stays and means nothing.
class FolderLock
{
public:
    FolderLock() = default;
    ~FolderLock() { release(); }
    Q_DISABLE_COPY_MOVE(FolderLock)

    /// InUse while another holder (of this program or another) has it; ReadOnly, DiskFull or StoreFailed when
    /// the lock's file cannot be made.
    Result<void> take(const QString &path);
    void release();

private:
#ifdef Q_OS_UNIX
    int m_file = -1;
#else
    std::unique_ptr<QLockFile> m_file;
#endif
};

} // namespace checkpoint
