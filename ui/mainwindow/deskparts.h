#pragma once

namespace checkpoint {

class AccessControl;
class CheckpointDesk;
class Clock;
class DataKeeping;
class DayClosing;
class EntryStore;
class SyncEngine;
class VenueOffice;

/// What stands behind the window. The composition root owns it all and keeps it longer than the window.
struct DeskParts
{
    CheckpointDesk *desk = nullptr;
    EntryStore *store = nullptr;
    VenueOffice *office = nullptr;
    DayClosing *closing = nullptr;
    const Clock *clock = nullptr;
    bool asksFirst = true;           ///< a desk without a venue begins with three questions
    SyncEngine *sync = nullptr;      ///< absent: nothing is sent
    AccessControl *access = nullptr; ///< absent: nobody signs in
    DataKeeping *keeping = nullptr;
};

} // namespace checkpoint
