#pragma once

#include "core/base/clock.h"
#include "core/desk/venueoffice.h"
#include "core/sync/syncengine.h"

#include <QObject>

#include <map>

namespace checkpoint {

class MainWindow;

/// Sends what the desk records while its window is open: the engine, and what it finds out handed to those it
/// concerns – the venue's code to the office, a wrong clock to the clock, the state of the outboxes to the
/// window's light. GUI thread; owned by the composition root, which keeps the others longer.
class DeskSync : public QObject
{
    Q_OBJECT

public:
    DeskSync(EntryStore *store, SystemClock *clock, VenueOffice *office, MainWindow *window);

    /// Begins with every target that the desk is enrolled at; the records are open.
    void start();

private:
    void show(const TargetRecord &target);

    SyncEngine m_engine;
    MainWindow *const m_window;
    std::map<QString, TargetRecord> m_targets; ///< as they stood last, by name
};

} // namespace checkpoint
