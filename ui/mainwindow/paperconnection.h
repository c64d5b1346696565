#pragma once

#include "core/store/entrylists.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>

namespace checkpoint {

class MainWindow;
class PassView;
class PosterView;

/// The wires of what the desk prints: posters with their places, and passes. GUI thread; owned by the main
/// window, its child.
class PaperConnection : public QObject
{
    Q_OBJECT

public:
    PaperConnection(const DeskParts &parts, MainWindow *window);

private:
    void connectPosters();
    void connectPasses();
    void fetchPasses();
    void beginPass(const QUuid &entryId);

    const DeskParts m_parts;
    EntryLists m_lists;
    MainWindow *m_window;
    PosterView *m_posters;
    PassView *m_passes;
};

} // namespace checkpoint
