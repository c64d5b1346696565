#include "ui/common/savingfolder.h"

#include <QDir>
#include <QStandardPaths>

namespace checkpoint {

QString savingFolder(const QString &last)
{
    if (!last.isEmpty() && QDir(last).exists())
        return last;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace checkpoint
