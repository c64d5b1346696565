#include "ui/mainwindow/viewfunctiontable.h"

#include <QString>
#include <QtGlobal>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr ViewFunction offered[] = {
    {"byHandButton"_L1, Place::Scan, Needs::Nothing, QT_TRANSLATE_NOOP("ViewFunctions", "Record by hand"),
     QT_TRANSLATE_NOOP("ViewFunctions", "no code no card type in visitor")},
    {"undoButton"_L1, Place::Scan, Needs::Nothing, QT_TRANSLATE_NOOP("ViewFunctions", "Void the last entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "undo cancel mistake")},
    {"turnRoundButton"_L1, Place::Scan, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Change the direction of the last entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "direction wrong in out")},
    {"completeButton"_L1, Place::Scan, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Write down a group or what is missing of the last entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "companions children purpose host")},
    {"entrySearch"_L1, Place::Entries, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Search the entries by name or last digits"),
     QT_TRANSLATE_NOOP("ViewFunctions", "find person who was here")},
    {"filterRefused"_L1, Place::Entries, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "List who was refused"),
     QT_TRANSLATE_NOOP("ViewFunctions", "filter denied turned away")},
    {"dayOpen"_L1, Place::Entries, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Entries of another day"),
     QT_TRANSLATE_NOOP("ViewFunctions", "calendar date yesterday")},
    {"copyButton"_L1, Place::Entries, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Copy the chosen entries"),
     QT_TRANSLATE_NOOP("ViewFunctions", "clipboard lines")},
    {"voidButton"_L1, Place::Entries, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Void the chosen entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "cancel delete mistake")},
    {"entryRestore"_L1, Place::Entries, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Restore the chosen entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "undo cancelled taken back void")},
    {"detailsButton"_L1, Place::Entries, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Details of the chosen entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "who what known")},
    {"revealButton"_L1, Place::Details, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Show the data of the chosen entry in full"),
     QT_TRANSLATE_NOOP("ViewFunctions", "name number phone unmask")},
    {"detailsTurn"_L1, Place::Details, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Change the direction of the chosen entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "direction wrong in out")},
    {"detailsOut"_L1, Place::Details, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Record that the person of the entry leaves"),
     QT_TRANSLATE_NOOP("ViewFunctions", "exit out gone")},
    {"detailsCorrect"_L1, Place::Details, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Correct the name or other data of the chosen entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "spelling wrong edit")},
    {"detailsAttention"_L1, Place::Details, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Put the person of the entry on the attention list, or off it"),
     QT_TRANSLATE_NOOP("ViewFunctions", "ban warning watch black list")},
    {"detailsPass"_L1, Place::Details, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Issue a pass for the person of the entry"),
     QT_TRANSLATE_NOOP("ViewFunctions", "card badge label")},
    {"detailsStaff"_L1, Place::Details, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Mark the person of the entry as staff, or no longer"),
     QT_TRANSLATE_NOOP("ViewFunctions", "employee colleague")},
    {"insidePrint"_L1, Place::Inside, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Print the list of who is inside, initials"),
     QT_TRANSLATE_NOOP("ViewFunctions", "evacuation list fire drill roll call")},
    {"insidePrintFull"_L1, Place::Inside, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Print the list of who is inside, full names…"),
     QT_TRANSLATE_NOOP("ViewFunctions", "evacuation list fire drill roll call")},
    {"insideClose"_L1, Place::Inside, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "End of the day: everybody listed leaves"),
     QT_TRANSLATE_NOOP("ViewFunctions", "closing time all out")},
    {"insideOut"_L1, Place::Inside, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Record that the chosen visitor leaves"),
     QT_TRANSLATE_NOOP("ViewFunctions", "exit out gone")},
    {"insideParty"_L1, Place::Inside, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Part of the chosen group leaves"),
     QT_TRANSLATE_NOOP("ViewFunctions", "companions children out")},
    {"insideSearch"_L1, Place::Inside, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Search among who is inside"),
     QT_TRANSLATE_NOOP("ViewFunctions", "find person host location")},
    {"overviewPrint"_L1, Place::Pictures, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Print the pictures of the day"),
     QT_TRANSLATE_NOOP("ViewFunctions", "report chart statistics")},
    {"overviewSave"_L1, Place::Pictures, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Save the pictures of the day as PDF"),
     QT_TRANSLATE_NOOP("ViewFunctions", "report chart statistics")},
    {"reportSave"_L1, Place::Files, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Save a report as a file"),
     QT_TRANSLATE_NOOP("ViewFunctions", "CSV Excel PDF export month district")},
    {"reportPrint"_L1, Place::Files, Needs::Nothing, QT_TRANSLATE_NOOP("ViewFunctions", "Print a report"),
     QT_TRANSLATE_NOOP("ViewFunctions", "summary month district")},
    {"traceStart"_L1, Place::Trace, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Trace who was together with somebody"),
     QT_TRANSLATE_NOOP("ViewFunctions", "contacts infection F0 F1")},
    {"personFind"_L1, Place::Persons, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Find what is held on a person"),
     QT_TRANSLATE_NOOP("ViewFunctions", "personal data print save correct destroy who looked")},
    {"requestAdd"_L1, Place::Persons, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Write down what a person asks for"),
     QT_TRANSLATE_NOOP("ViewFunctions", "personal data request law")},
    {"rollupFiles"_L1, Place::ManyVenues, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Add up reports of many venues"),
     QT_TRANSLATE_NOOP("ViewFunctions", "district province files")},
    {"paperUndo"_L1, Place::PaperDay, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Void the last line typed in from paper"),
     QT_TRANSLATE_NOOP("ViewFunctions", "power cut undo")},
    {"posterPrint"_L1, Place::Posters, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Print the poster with the QR code of a place"),
     QT_TRANSLATE_NOOP("ViewFunctions", "sign wall")},
    {"posterSave"_L1, Place::Posters, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Save the poster as a file"),
     QT_TRANSLATE_NOOP("ViewFunctions", "QR PDF picture")},
    {"posterShow"_L1, Place::Posters, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Show the poster on the second monitor"),
     QT_TRANSLATE_NOOP("ViewFunctions", "QR screen")},
    {"posterCheck"_L1, Place::Posters, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Check a printed poster"),
     QT_TRANSLATE_NOOP("ViewFunctions", "QR paper readable")},
    {"posterAddPlace"_L1, Place::Posters, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Add a place for a poster"),
     QT_TRANSLATE_NOOP("ViewFunctions", "gate door location")},
    {"posterListButton"_L1, Place::Posters, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Take places for posters from a list"),
     QT_TRANSLATE_NOOP("ViewFunctions", "gates doors locations file")},
    {"posterWithdrawPlace"_L1, Place::Posters, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Withdraw the chosen place of a poster"),
     QT_TRANSLATE_NOOP("ViewFunctions", "gate door location remove")},
    {"passPrint"_L1, Place::Passes, Needs::Line, QT_TRANSLATE_NOOP("ViewFunctions", "Print the chosen pass"),
     QT_TRANSLATE_NOOP("ViewFunctions", "card badge label")},
    {"passSave"_L1, Place::Passes, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Save the chosen pass as PDF"),
     QT_TRANSLATE_NOOP("ViewFunctions", "card badge label")},
    {"passRevoke"_L1, Place::Passes, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Withdraw the chosen pass"),
     QT_TRANSLATE_NOOP("ViewFunctions", "card badge lost revoke")},
    {"syncSendNow"_L1, Place::Sync, Needs::Nothing, QT_TRANSLATE_NOOP("ViewFunctions", "Send what waits now"),
     QT_TRANSLATE_NOOP("ViewFunctions", "platform upload")},
    {"syncPause"_L1, Place::Sync, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Pause or resume sending"),
     QT_TRANSLATE_NOOP("ViewFunctions", "platform stop")},
    {"syncConnectFirst"_L1, Place::Sync, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Connect to the platform"),
     QT_TRANSLATE_NOOP("ViewFunctions", "enrol code address")},
    {"syncDisconnect"_L1, Place::Sync, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Disconnect from the platform"),
     QT_TRANSLATE_NOOP("ViewFunctions", "end sending")},
    {"syncCorrect"_L1, Place::Sync, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Correct a rejected entry and send it again"),
     QT_TRANSLATE_NOOP("ViewFunctions", "platform error")},
    {"syncSendAllAgain"_L1, Place::Sync, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Send all rejected entries again"),
     QT_TRANSLATE_NOOP("ViewFunctions", "platform error")},
    {"attentionAdd"_L1, Place::Attention, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Put a person on the attention list"),
     QT_TRANSLATE_NOOP("ViewFunctions", "ban do not let in warning watch black list")},
    {"attentionWithdraw"_L1, Place::Attention, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Take a person off the attention list"),
     QT_TRANSLATE_NOOP("ViewFunctions", "ban let in again")},
    {"expectedAdd"_L1, Place::Expected, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Announce a visitor"),
     QT_TRANSLATE_NOOP("ViewFunctions", "expected appointment invited guest")},
    {"expectedFile"_L1, Place::Expected, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Take expected visitors from a file"),
     QT_TRANSLATE_NOOP("ViewFunctions", "CSV list appointment import")},
    {"expectedRemove"_L1, Place::Expected, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Take an expected visitor off the list"),
     QT_TRANSLATE_NOOP("ViewFunctions", "appointment cancelled")},
    {"staffMark"_L1, Place::Staff, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Mark somebody as staff, or no longer"),
     QT_TRANSLATE_NOOP("ViewFunctions", "employee colleague")},
    {"venueExport"_L1, Place::VenueCode, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Save the venue's file for another desk"),
     QT_TRANSLATE_NOOP("ViewFunctions", "export second computer")},
    {"venueImport"_L1, Place::VenueCode, Needs::Words,
     QT_TRANSLATE_NOOP("ViewFunctions", "Read the venue's file of another desk"),
     QT_TRANSLATE_NOOP("ViewFunctions", "import second computer")},
    {"operatorAdd"_L1, Place::Operators, Needs::Nothing,
     QT_TRANSLATE_NOOP("ViewFunctions", "Add an operator"),
     QT_TRANSLATE_NOOP("ViewFunctions", "user account PIN person on duty")},
    {"operatorPin"_L1, Place::Operators, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Change the PIN of an operator"),
     QT_TRANSLATE_NOOP("ViewFunctions", "password user account")},
    {"operatorRole"_L1, Place::Operators, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Change what an operator may do"),
     QT_TRANSLATE_NOOP("ViewFunctions", "role user account rights")},
    {"operatorRemove"_L1, Place::Operators, Needs::Line,
     QT_TRANSLATE_NOOP("ViewFunctions", "Remove an operator"),
     QT_TRANSLATE_NOOP("ViewFunctions", "user account delete")},
};

} // namespace

std::span<const ViewFunction> viewFunctionTable()
{
    return offered;
}

View viewOf(Place place)
{
    switch (place) {
    case Place::Scan:
        return View::Scan;
    case Place::Entries:
    case Place::Details:
        return View::Entries;
    case Place::Inside:
        return View::Inside;
    case Place::Pictures:
    case Place::Files:
    case Place::Trace:
    case Place::Persons:
    case Place::ManyVenues:
    case Place::PaperDay:
        return View::Reports;
    case Place::Posters:
    case Place::Passes:
        return View::Posters;
    case Place::Sync:
        return View::Sync;
    case Place::Attention:
    case Place::Expected:
    case Place::Staff:
    case Place::VenueCode:
    case Place::Operators:
        return View::Settings;
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
