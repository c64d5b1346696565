#include "ui/mainwindow/rights.h"

#include "ui/common/accesstext.h"
#include "ui/common/actionbutton.h"
#include "ui/settingsview/settingssection.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Right
{
    Deed deed;
    QLatin1StringView control; ///< by the name of the object
};

/// Buttons, and whole chapters of the settings.
constexpr Right rights[] = {
    {Deed::See, "byHandButton"_L1},
    {Deed::See, "completeButton"_L1},
    {Deed::VoidOwn, "undoButton"_L1},
    {Deed::VoidOwn, "restoreButton"_L1},
    {Deed::VoidOwn, "turnRoundButton"_L1},
    {Deed::VoidOwn, "voidButton"_L1},
    {Deed::VoidOwn, "entryRestore"_L1},
    {Deed::VoidOwn, "detailsTurn"_L1},
    {Deed::VoidOwn, "detailsRestore"_L1},
    {Deed::VoidOthers, "insideClose"_L1},
    {Deed::Reveal, "insidePrintFull"_L1},
    {Deed::See, "insideExpected"_L1},
    {Deed::Reveal, "revealButton"_L1},
    {Deed::Reveal, "syncCorrect"_L1},
    {Deed::Export, "reportSave"_L1},
    {Deed::Export, "reportPrint"_L1},
    {Deed::Export, "traceFind"_L1},
    {Deed::Export, "traceStart"_L1},
    {Deed::Export, "traceSave"_L1},
    {Deed::Export, "tracePrint"_L1},
    {Deed::See, "personFind"_L1},
    {Deed::Reveal, "heldReveal"_L1},
    {Deed::Reveal, "heldPrint"_L1},
    {Deed::Reveal, "heldSave"_L1},
    {Deed::Reveal, "heldCorrect"_L1},
    {Deed::Erase, "heldErase"_L1},
    {Deed::Reveal, "requestAnswered"_L1},
    {Deed::Reveal, "requestDone"_L1},
    {Deed::Reveal, "requestWho"_L1},
    {Deed::Reveal, "requestAdd"_L1},
    {Deed::Posters, "posterPrint"_L1},
    {Deed::Posters, "posterSave"_L1},
    {Deed::Reveal, "detailsCorrect"_L1},
    {Deed::Posters, "detailsPass"_L1},
    {Deed::Posters, "passIssue"_L1},
    {Deed::Posters, "passRevoke"_L1},
    {Deed::Posters, "passUndo"_L1},
    {Deed::Posters, "passPrint"_L1},
    {Deed::Posters, "passSave"_L1},
    {Deed::Watch, "detailsStaff"_L1},
    {Deed::Watch, "detailsAttention"_L1},
    {Deed::Watch, "staffMark"_L1},
    {Deed::Watch, "attentionAdd"_L1},
    {Deed::Watch, "attentionScan"_L1},
    {Deed::Watch, "attentionWithdraw"_L1},
    {Deed::Settings, "posterAddPlace"_L1},
    {Deed::Settings, "posterWithdrawPlace"_L1},
    {Deed::Settings, "syncConnectFirst"_L1},
    {Deed::Settings, "syncConnectMore"_L1},
    {Deed::Settings, "syncPause"_L1},
    {Deed::Settings, "syncDisconnect"_L1},
    {Deed::Settings, "syncEnrolAgain"_L1},
    {Deed::Settings, "trustImport"_L1},
    {Deed::Settings, "trustRemove"_L1},
    {Deed::Settings, "venueCodeTake"_L1},
    {Deed::Settings, "venueCodeOwn"_L1},
    {Deed::Settings, "venueSettings"_L1},
    {Deed::Settings, "windowSettings"_L1}, // else a kiosk would be left there
    {Deed::Settings, "rulesSettings"_L1},
    {Deed::Settings, "askingSettings"_L1},
    {Deed::Settings, "certificateSettings"_L1},
    {Deed::Settings, "keepingSettings"_L1},
    {Deed::Erase, "eraseNow"_L1},
    {Deed::Settings, "noticeSave"_L1},
    {Deed::Settings, "backupFolder"_L1},
    {Deed::Settings, "backupRestore"_L1},
    {Deed::Keys, "recoverySheetSave"_L1},
    {Deed::Keys, "keyChange"_L1},
    {Deed::Keys, "venueExport"_L1},
    {Deed::Keys, "venueImport"_L1},
    {Deed::Operators, "operatorAdd"_L1},
    {Deed::Operators, "operatorRemove"_L1},
    {Deed::Operators, "operatorRole"_L1},
    {Deed::Operators, "operatorsEnd"_L1},
};

} // namespace

void applyRights(QWidget &window, Role role)
{
    for (const Right &right : rights) {
        const QString sentence = mayDo(role, right.deed) ? QString() : whoMay(right.deed);
        for (QWidget *control : window.findChildren<QWidget *>(QString(right.control))) {
            if (auto *button = qobject_cast<ActionButton *>(control))
                button->setWhoMay(sentence);
            else if (auto *section = qobject_cast<SettingsSection *>(control))
                section->setWhoMay(sentence);
        }
    }
}

QList<std::pair<Deed, QString>> guardedControls()
{
    QList<std::pair<Deed, QString>> controls;
    for (const Right &right : rights)
        controls.append({right.deed, QString(right.control)});
    return controls;
}

} // namespace checkpoint
