#include "core/scan/phototime.h"

#include <QFile>

#include <libexif/exif-data.h>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString textOf(ExifData *data, ExifTag tag)
{
    ExifEntry *entry = exif_content_get_entry(data->ifd[EXIF_IFD_EXIF], tag);
    if (!entry || entry->format != EXIF_FORMAT_ASCII)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(entry->data), qsizetype(entry->size));
    return QString::fromLatin1(bytes.left(bytes.indexOf('\0'))).trimmed();
}

} // namespace

QDateTime photoTime(const QString &path)
{
    const std::unique_ptr<ExifData, void (*)(ExifData *)> data(
        exif_data_new_from_file(QFile::encodeName(path).constData()), &exif_data_unref);
    if (!data)
        return {};
    QDateTime time =
        QDateTime::fromString(textOf(data.get(), EXIF_TAG_DATE_TIME_ORIGINAL), u"yyyy:MM:dd HH:mm:ss"_s);
    const QString offset = textOf(data.get(), EXIF_TAG_OFFSET_TIME_ORIGINAL);
    const QTime distance = QTime::fromString(offset.mid(1), u"HH:mm"_s);
    if (time.isValid() && distance.isValid()) {
        const int seconds = QTime(0, 0).secsTo(distance);
        time.setOffsetFromUtc(offset.startsWith(u'-') ? -seconds : seconds);
    }
    return time;
}

} // namespace checkpoint
