#pragma once

#include "core/store/entrylists.h"
#include "ui/insideview/insideprinting.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>

namespace checkpoint {

class MainWindow;
struct VenueRecord;

/// The wires for what is done beside scanning: entries by hand and what is added to entries, the lists of the
/// record, who is inside, the closing of the day, the venue's rules. GUI thread; owned by the main window,
/// its child.
class VisitsConnection : public QObject
{
    Q_OBJECT

public:
    VisitsConnection(const DeskParts &parts, MainWindow *window);

    /// The records have been opened: begins.
    void start();
    /// Something was recorded: what is shown of the record is fetched anew.
    void refresh();

private:
    void connectHandEntry();
    void connectLists();
    void connectSource();
    void takeLock(bool locked);
    void connectInside();
    void printInFull(const QList<InsideRow> &rows, const QString &reason);
    void takeVenue(const VenueRecord &record);
    void beginFirstStart();
    void fetchInside();

    const DeskParts m_parts;
    EntryLists m_lists;
    InsidePrinting m_printing;
    MainWindow *m_window;
    bool m_closingStarted = false;
};

} // namespace checkpoint
