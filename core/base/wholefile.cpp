#include "core/base/wholefile.h"

#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

Result<void> WholeFile::begin()
{
    const QFileInfo there(fileName());
    if (there.exists() && !there.isFile())
        return Error{ErrorCode::WriteFailed, u"%1 is no file"_s.arg(fileName())};
    open(QIODevice::WriteOnly);
    return state();
}

Result<void> WholeFile::state() const
{
    if (m_cut || error() == QFileDevice::ResourceError)
        return Error{ErrorCode::DiskFull, u"%1: only a part of it could be written"_s.arg(fileName())};
    if (error() != QFileDevice::NoError)
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(fileName(), errorString())};
    return {};
}

Result<void> WholeFile::finish()
{
    flush();
    if (const Result<void> written = state(); !written) {
        cancelWriting();
        return written;
    }
    if (!commit())
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(fileName(), errorString())};
    return {};
}

qint64 WholeFile::writeData(const char *data, qint64 length)
{
    const qint64 written = QSaveFile::writeData(data, length);
    m_cut = m_cut || written != length;
    return written;
}

Result<void> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    WholeFile file(path);
    if (const Result<void> begun = file.begin(); !begun)
        return begun;
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        const QString problem = file.errorString();
        file.cancelWriting();
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(path, problem)};
    }
    file.write(bytes);
    return file.finish();
}

#ifdef Q_OS_UNIX

namespace {

bool synced(const QString &path, int flags)
{
    const int opened = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (opened < 0)
        return false;
    const bool done = ::fsync(opened) == 0;
    ::close(opened);
    return done;
}

} // namespace

bool syncFile(const QString &path)
{
    return synced(path, O_RDONLY);
}

void syncFolder(const QString &folder)
{
    synced(folder, O_RDONLY | O_DIRECTORY);
}

#else

bool syncFile(const QString &)
{
    return true;
}

void syncFolder(const QString &) {}

#endif

} // namespace checkpoint
