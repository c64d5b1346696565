#pragma once

#include "core/base/clock.h"
#include "core/desk/venueoffice.h"
#include "core/sync/syncengine.h"

#include <QObject>

namespace checkpoint {

/// Sends what the desk records while its window is open: the engine, and what it finds out handed to those it
/// concerns – the venue's code to the office, a wrong clock to the clock. GUI thread; owned by the
/// composition root, which keeps the others longer.
class DeskSync : public QObject
{
    Q_OBJECT

public:
    DeskSync(EntryStore *store, SystemClock *clock, VenueOffice *office);

    SyncEngine *engine() { return &m_engine; }

    /// Begins with every target that the desk is enrolled at; the records are open.
    void start();

private:
    SystemClock *const m_clock;
    SyncEngine m_engine;
};

} // namespace checkpoint
