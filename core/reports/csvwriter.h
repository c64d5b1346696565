#pragma once

#include "core/base/result.h"

#include <QSaveFile>
#include <QString>
#include <QStringList>

namespace checkpoint {

/// Writes a CSV file that a spreadsheet opens without harm: UTF-8 with BOM, RFC 4180 with CRLF, and a leading
/// apostrophe before text that a spreadsheet would run as a formula. The file appears under its name only
/// when finish() succeeded; before that, and after any failure, whatever lay there stays. For one thread.
class CsvWriter
{
public:
    explicit CsvWriter(const QString &path);

    /// WriteFailed when the folder cannot be written, or the name is a device's.
    Result<void> begin(const QStringList &header);
    Result<void> write(const QStringList &cells);
    Result<void> finish();

    /// One cell as it stands in the file, quoted where needed.
    static QString cell(const QString &text);

private:
    Error failure() const;

    QSaveFile m_file;
};

} // namespace checkpoint
