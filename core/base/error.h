#pragma once

#include <QMetaType>
#include <QString>

namespace checkpoint {

/// What kind of failure of the environment happened. An outcome of a good day (already inside, unknown code)
/// is a value, not one of these. Each code becomes a sentence for the user in ui/common/errortext.cpp.
enum class ErrorCode {
    InUse,            ///< another program has the data folder open for writing
    KeyMissing,       ///< the key of the sealed personal data is missing, locked or not the right one
    DatabaseNewer,    ///< the database was written by a newer version of the program
    DatabaseDamaged,  ///< SQLite found the file damaged, or it is no database
    ReadOnly,         ///< the folder or the file cannot be written
    DiskFull,         ///< no room for the write; nothing of it was kept
    StoreFailed,      ///< any other failure of the store
    SealBroken,       ///< a sealed record does not open with the key
    SourceUnreadable, ///< a file, folder or clip could not be opened or decoded
    DeviceMissing,    ///< no such device now; it may come back
    DeviceSilent,     ///< the device is there but delivers nothing
    NotFound,         ///< the thing asked for does not exist
    WrongUse,         ///< the command line or an argument is wrong
    WriteFailed,      ///< a file could not be written
    PassphraseWrong,  ///< a file does not open with this passphrase
    FileDamaged,      ///< a file of this program was cut or changed on its way
    FileNewer,        ///< a file was written by a newer version of the program
    Cancelled,        ///< the user stopped it
    DoesNotFit,       ///< a name does not fit on the layout at a size that can be read
    CodeUnreadable,   ///< a code that is about to be printed does not read back as it should
    PrinterMissing,   ///< no such printer, or no printing system at all
    PrinterStopped,   ///< the printer is paused, in trouble, or takes no jobs
    Unreachable,      ///< no connection to the platform, or no whole answer from it
    NotAllowed,       ///< whoever is signed in may not do that
    PinWrong,         ///< no such operator, or not that PIN
    PinTooSoon,       ///< after wrong PINs: the next one is looked at later
    OtherFolder,      ///< a backup is of another data folder than the one it is to be restored to
    PlatformRefused,  ///< the platform answered, but not with what was asked for
    RecordIncomplete, ///< what is to come back into the record is not all there yet; nothing was destroyed
    ClockInDoubt,     ///< the clock may be wrong; what goes by age was left alone
};

/// The stable name of a code, for scripts and logs: "in-use", "key-missing" …
QString errorCodeId(ErrorCode code);

/// A failure of the environment: the code decides what the user is told, the detail (English, without
/// personal data) is for the log and for support.
struct Error
{
    ErrorCode code = ErrorCode::StoreFailed;
    QString detail;

    bool operator==(const Error &) const = default;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Error)
