#include "core/base/error.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QString errorCodeId(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InUse:
        return u"in-use"_s;
    case ErrorCode::KeyMissing:
        return u"key-missing"_s;
    case ErrorCode::DatabaseNewer:
        return u"database-newer"_s;
    case ErrorCode::DatabaseDamaged:
        return u"database-damaged"_s;
    case ErrorCode::ReadOnly:
        return u"read-only"_s;
    case ErrorCode::DiskFull:
        return u"disk-full"_s;
    case ErrorCode::StoreFailed:
        return u"store-failed"_s;
    case ErrorCode::SealBroken:
        return u"seal-broken"_s;
    case ErrorCode::SourceUnreadable:
        return u"source-unreadable"_s;
    case ErrorCode::DeviceMissing:
        return u"device-missing"_s;
    case ErrorCode::DeviceSilent:
        return u"device-silent"_s;
    case ErrorCode::NotFound:
        return u"not-found"_s;
    case ErrorCode::WrongUse:
        return u"wrong-use"_s;
    case ErrorCode::WriteFailed:
        return u"write-failed"_s;
    case ErrorCode::Cancelled:
        return u"cancelled"_s;
    case ErrorCode::PassphraseWrong:
        return u"passphrase-wrong"_s;
    case ErrorCode::FileDamaged:
        return u"file-damaged"_s;
    case ErrorCode::FileNewer:
        return u"file-newer"_s;
    case ErrorCode::DoesNotFit:
        return u"does-not-fit"_s;
    case ErrorCode::CodeUnreadable:
        return u"code-unreadable"_s;
    case ErrorCode::PrinterMissing:
        return u"printer-missing"_s;
    case ErrorCode::PrinterStopped:
        return u"printer-stopped"_s;
    case ErrorCode::Unreachable:
        return u"unreachable"_s;
    case ErrorCode::NotAllowed:
        return u"not-allowed"_s;
    case ErrorCode::PinWrong:
        return u"pin-wrong"_s;
    case ErrorCode::PinTooSoon:
        return u"pin-too-soon"_s;
    case ErrorCode::OtherFolder:
        return u"other-folder"_s;
    case ErrorCode::PlatformRefused:
        return u"platform-refused"_s;
    case ErrorCode::RecordIncomplete:
        return u"record-incomplete"_s;
    case ErrorCode::ClockInDoubt:
        return u"clock-in-doubt"_s;
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
