#pragma once

#include "ui/mainwindow/mainwindow.h"

#include <QList>
#include <QString>

#include <functional>

namespace samples {

/// A view of the window in one of its states.
struct Scene
{
    QString name;
    std::function<void(checkpoint::MainWindow &)> prepare;
};

/// Every view in every state.
QList<Scene> scenes();

/// The same, and some more for people: made of the same parts, so that no test measures them as well.
QList<Scene> scenesToLookAt();

/// Puts a window of makeWindow() into the state, and waits until it is shown.
void show(const Scene &scene, checkpoint::MainWindow &window);

} // namespace samples
