#pragma once

#include "core/base/result.h"

#include <QSaveFile>

namespace checkpoint {

/// A file that appears under its name whole or not at all. QSaveFile takes a write that was cut short by the
/// end of the disk for a good one when nothing is written after it; this does not. For one thread.
class WholeFile : public QSaveFile
{
public:
    using QSaveFile::QSaveFile;

    /// WriteFailed also when a device, a folder or a pipe lies under the name: only files are replaced.
    Result<void> begin();
    /// WriteFailed or DiskFull when anything written so far did not go well.
    Result<void> state() const;
    Result<void> finish();

protected:
    qint64 writeData(const char *data, qint64 length) override;

private:
    bool m_cut = false;
};

/// Writes a file that its owner alone may read. WriteFailed, DiskFull; what lay there stays then.
Result<void> writePrivateFile(const QString &path, const QByteArray &bytes);

/// Waits until what was written to a file is on the disk; false when it cannot be told.
bool syncFile(const QString &path);
/// The same of names that were made, changed or removed in a folder. Some shares know no such thing.
void syncFolder(const QString &folder);

} // namespace checkpoint
