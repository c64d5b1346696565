#pragma once

#include <QDateTime>
#include <QString>

namespace checkpoint {

/// When a photo was taken, as its camera wrote it into the file (EXIF: DateTimeOriginal, with the offset from
/// UTC where it says one, else in local time). Invalid when the file does not say. Any thread.
QDateTime photoTime(const QString &path);

} // namespace checkpoint
