#include "ui/common/errortext.h"

#include <QCoreApplication>

namespace checkpoint {

namespace {

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

} // namespace

ErrorText errorText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InUse:
        return {ErrorWords::tr("Another program has this desk's records open."),
                ErrorWords::tr("Nothing was changed. Nothing can be recorded here meanwhile."),
                ErrorWords::tr("Close the other program; this window then carries on by itself.")};
    case ErrorCode::KeyMissing:
        return {ErrorWords::tr("The key of the personal data is missing or locked."),
                ErrorWords::tr("All records are kept, but nothing can be read or recorded without the key."),
                ErrorWords::tr("Unlock the keychain, bring the key file back, or use the recovery sheet.")};
    case ErrorCode::DatabaseNewer:
        return {ErrorWords::tr("A newer version of the program wrote these records."),
                ErrorWords::tr("Nothing was changed."),
                ErrorWords::tr("Install the newer version of Checkpoint Desk on this computer.")};
    case ErrorCode::DatabaseDamaged:
        return {ErrorWords::tr("The file of the records is damaged."),
                ErrorWords::tr("It was left as it is. Nothing can be recorded in it."),
                ErrorWords::tr(
                    "Write visitors down on paper and call the person who looks after this computer.")};
    case ErrorCode::ReadOnly:
        return {ErrorWords::tr("The folder of the records cannot be written."),
                ErrorWords::tr("What was recorded before is kept."),
                ErrorWords::tr("Check the rights of the folder, or whether the disk is write-protected.")};
    case ErrorCode::DiskFull:
        return {ErrorWords::tr("The disk is full."),
                ErrorWords::tr("What was recorded before is kept; this was not."),
                ErrorWords::tr("Free some space on the disk, then try again.")};
    case ErrorCode::StoreFailed:
        return {ErrorWords::tr("The record could not be written."),
                ErrorWords::tr("What was recorded before is kept; this was not."),
                ErrorWords::tr("Try again. If it fails again, restart the program and write visitors down on "
                               "paper meanwhile.")};
    case ErrorCode::SealBroken:
        return {ErrorWords::tr("A sealed record does not open with this desk's key."),
                ErrorWords::tr("The record was left as it is."),
                ErrorWords::tr("Call the person who looks after this computer.")};
    case ErrorCode::SourceUnreadable:
        return {ErrorWords::tr("The file could not be read."),
                ErrorWords::tr("Nothing was recorded from it."),
                ErrorWords::tr("Use a photo (JPEG, PNG) or a film that opens on this computer.")};
    case ErrorCode::DeviceMissing:
        return {ErrorWords::tr("The camera is not plugged in."),
                ErrorWords::tr("Other devices go on reading."),
                ErrorWords::tr("Plug the camera in; it starts by itself.")};
    case ErrorCode::DeviceSilent:
        return {ErrorWords::tr("The camera sends no picture."),
                ErrorWords::tr("Other devices go on reading."),
                ErrorWords::tr(
                    "Close other programs that use the camera, or plug it in again; it starts by itself.")};
    case ErrorCode::NotFound:
        return {ErrorWords::tr("This entry no longer counts."), ErrorWords::tr("Nothing was changed."),
                ErrorWords::tr("Look at the list of entries for what is recorded now.")};
    case ErrorCode::WrongUse:
        return {ErrorWords::tr("The program was asked for something it cannot do."),
                ErrorWords::tr("Nothing was changed."), ErrorWords::tr("Try again in another way.")};
    case ErrorCode::WriteFailed:
        return {ErrorWords::tr("The file could not be written."),
                ErrorWords::tr("The records themselves are kept."),
                ErrorWords::tr("Choose another folder, or free some space on the disk.")};
    case ErrorCode::Cancelled:
        return {ErrorWords::tr("It was stopped."), ErrorWords::tr("Nothing was changed."),
                ErrorWords::tr("Start it again when needed.")};
    case ErrorCode::PassphraseWrong:
        return {ErrorWords::tr("The file does not open with this passphrase."),
                ErrorWords::tr("Nothing was changed."),
                ErrorWords::tr("Type the passphrase again, as it was chosen when the file was made.")};
    case ErrorCode::FileDamaged:
        return {ErrorWords::tr("The file is damaged or incomplete."), ErrorWords::tr("Nothing was changed."),
                ErrorWords::tr("Copy the file again, or make a new one at the other desk.")};
    case ErrorCode::FileNewer:
        return {ErrorWords::tr("A newer version of the program wrote this file."),
                ErrorWords::tr("Nothing was changed."),
                ErrorWords::tr("Install the newer version of Checkpoint Desk on this computer.")};
    case ErrorCode::DoesNotFit:
        return {ErrorWords::tr("A name is too long for this layout: it would not be readable."),
                ErrorWords::tr("Nothing was printed or written."),
                ErrorWords::tr("Choose a larger layout, or shorten the name of the venue or location.")};
    case ErrorCode::CodeUnreadable:
        return {ErrorWords::tr("The code would not be readable once printed."),
                ErrorWords::tr("Nothing was printed or written."),
                ErrorWords::tr("Choose a larger layout, or a code with less text.")};
    case ErrorCode::PrinterMissing:
        return {ErrorWords::tr("This printer is not set up on this computer any more."),
                ErrorWords::tr("Nothing was printed."),
                ErrorWords::tr("Choose another printer, or save it as a PDF file.")};
    case ErrorCode::PrinterStopped:
        return {ErrorWords::tr("The printer is paused or takes no jobs now."),
                ErrorWords::tr("Nothing was printed."),
                ErrorWords::tr("Look at the printer and resume it, then print again.")};
    case ErrorCode::Unreachable:
        return {ErrorWords::tr("The platform could not be reached."),
                ErrorWords::tr("Nothing was lost; entries wait here until the connection is back."),
                ErrorWords::tr("Check the network and the platform's address, then try again.")};
    case ErrorCode::NotAllowed:
        return {ErrorWords::tr("The person signed in may not do this."),
                ErrorWords::tr("Nothing was changed."),
                ErrorWords::tr("Ask a supervisor or an administrator to sign in.")};
    case ErrorCode::PinWrong:
        return {ErrorWords::tr("The name and PIN do not match."), ErrorWords::tr("Nobody was signed in."),
                ErrorWords::tr("Type the PIN again. After each wrong one the next takes longer.")};
    case ErrorCode::PinTooSoon:
        return {ErrorWords::tr("Too many wrong PINs."), ErrorWords::tr("This PIN was not checked."),
                ErrorWords::tr("Wait a little, then type the PIN again.")};
    case ErrorCode::OtherFolder:
        return {
            ErrorWords::tr("This is a backup of another desk's data folder."),
            ErrorWords::tr("Nothing was changed."),
            ErrorWords::tr("Choose a backup of this folder, or open the data folder that it belongs to.")};
    case ErrorCode::PlatformRefused:
        return {ErrorWords::tr("The platform did not accept this."),
                ErrorWords::tr("Nothing was lost; entries wait here."),
                ErrorWords::tr("Check the enrolment code and the address with whoever runs the platform.")};
    case ErrorCode::RecordIncomplete:
        return {ErrorWords::tr("Part of the records has not been restored yet."),
                ErrorWords::tr("No data were destroyed: what is still to be restored may belong to somebody "
                               "who still visits."),
                ErrorWords::tr("Wait until everything is restored; if restoring was stopped, restore the "
                               "backup again. Data past their term are then destroyed automatically.")};
    case ErrorCode::ClockInDoubt:
        return {ErrorWords::tr("The date or time of this computer may be wrong."),
                ErrorWords::tr("No data were destroyed: a clock that runs ahead would take them all."),
                ErrorWords::tr("Set the right date and time, preferably from a time server, and start the "
                               "program again. After the computer was off for long, a correct date counts "
                               "again once the desk has been in use for two weeks.")};
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
