// Draws every view in every state into pictures, for people to look at: ui_gallery FOLDER [vi|en]
// [WIDTHxHEIGHT] [light|dark|contrast] [SCENE] [100|125|150]
#include "tests/ui/samplewindow.h"
#include "tests/ui/scenes.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPainter>
#include <QTextStream>
#include <QTimer>

using namespace checkpoint;
using namespace samples;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Sheets are made on a thread of their own.
void waitForSheet()
{
    QEventLoop loop;
    QTimer::singleShot(3'000, &loop, &QEventLoop::quit);
    loop.exec();
}

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1366, 768);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr)
            << "ui_gallery FOLDER [vi|en] [WIDTHxHEIGHT] [light|dark|contrast] [SCENE] [100|125|150]\n";
        return 2;
    }
    const QString folder = arguments[1];
    QDir().mkpath(folder);
    const QString language = arguments.value(2, u"vi"_s);
    const QSize size = sizeFrom(arguments.value(3));
    const ThemeKind theme = themeFromId(arguments.value(4));
    const QString only = arguments.value(5);
    DeskPreferences preferences = morningPreferences();
    preferences.language = language;
    preferences.theme = theme;
    preferences.textSize = qMax(100, arguments.value(6).toInt());
    for (const Scene &scene : scenesToLookAt()) {
        if (!only.isEmpty() && !scene.name.startsWith(only))
            continue;
        const std::unique_ptr<MainWindow> window = makeWindow(preferences, size);
        show(scene, *window);
        if (scene.name.startsWith(u"posters"_s) || scene.name.startsWith(u"passes"_s) ||
            scene.name == u"settings-notice"_s)
            waitForSheet();
        const QString file = u"%1/%2-%3-%4-%5.png"_s.arg(folder, scene.name, language,
                                                         QString::number(size.width()), themeId(theme));
        QPixmap picture = window->grab();
        if (QWidget *popup = QApplication::activePopupWidget()) {
            QPainter(&picture).drawPixmap(window->mapFromGlobal(popup->pos()), popup->grab());
            popup->close();
        }
        if (!picture.save(file))
            return 1;
    }
    return 0;
}
