#include "ui/common/savingplace.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace checkpoint {

SavingPlace::SavingPlace()
    : dialog([](QWidget *above, const QString &title, const QString &suggested, const QString &kinds) {
        return QFileDialog::getSaveFileName(above, title, suggested, kinds);
    })
{
}

QString SavingPlace::ask(QWidget *above, const QString &title, const QString &name, const QString &kinds)
{
    if (m_folder.isEmpty() || !QDir(m_folder).exists()) {
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        m_folder = QDir(documents).exists() ? documents : QDir::homePath();
    }
    const QString path = dialog(above, title, QDir(m_folder).filePath(name), kinds);
    if (!path.isEmpty())
        m_folder = QFileInfo(path).absolutePath();
    return path;
}

} // namespace checkpoint
