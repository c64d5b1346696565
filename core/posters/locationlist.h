#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace checkpoint {

/// The names of locations in a CSV file (RFC 4180, UTF-8): one column, or several of which the header calls
/// one "name". The header is optional. WrongUse, with the number of the line, for a file that is no such
/// list: other character sets, open quotes, several columns without a header, a name twice or one that cannot
/// be printed, or no name at all.
Result<QStringList> locationsFromCsv(const QByteArray &bytes);

/// The same of a file; SourceUnreadable when it cannot be read.
Result<QStringList> readLocationList(const QString &path);

} // namespace checkpoint
