#pragma once

#include "core/desk/lateentries.h"
#include "core/desk/photoimport.h"
#include "core/store/entrylists.h"
#include "core/store/reportsource.h"
#include "core/store/venueregister.h"
#include "ui/common/sheetprinting.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>
#include <QQueue>

namespace checkpoint {

class ReportsView;

/// The wires of what comes into the record after a power cut: lines of paper, recorded one after another in
/// the order they were typed, photos, and the empty form. GUI thread; owned by the main window, its child.
class PaperDayConnection : public QObject
{
    Q_OBJECT

public:
    PaperDayConnection(const DeskParts &parts, ReportsView *view, QObject *parent);

    /// The records are open: what the pages need of them is fetched.
    void start();

private:
    struct Waiting
    {
        int number = 0;
        LateEntry entry;
    };

    void connectPaper();
    void connectPhotos();
    void takeVenue(const VenueRecord &record);
    void recordNext();
    void printForm();

    const DeskParts m_parts;
    ReportsView *m_view;
    EntryLists m_lists;
    ReportSource m_source;
    LateEntries m_late;
    PhotoImport m_photos;
    SheetPrinting m_printing;
    VenueRecord m_venue;
    QQueue<Waiting> m_waiting;
    bool m_recording = false;
};

} // namespace checkpoint
