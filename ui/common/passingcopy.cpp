#include "ui/common/passingcopy.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QTimer>

namespace checkpoint {

namespace {

QByteArray hashOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

void copyForAWhile(const QString &text, std::chrono::milliseconds lifetime)
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    clipboard->setText(text);
    QTimer::singleShot(lifetime, clipboard, [clipboard, ours = hashOf(text)] {
        if (hashOf(clipboard->text()) == ours)
            clipboard->clear();
    });
}

} // namespace checkpoint
