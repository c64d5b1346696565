#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace checkpoint {

/// Why a scan was refused, or why the desk asks. The ids are stable: they stand in the database and in the
/// command line's output. Each becomes a sentence in ui/common/reasontext.cpp.
enum class Reason {
    // what the text says
    UnknownCode,        ///< no format knows the text
    VenueCode,          ///< an address: the poster of a venue, not a person's code
    PaymentCode,        ///< an EMV payment code
    CertificateNotRead, ///< a digital health certificate, which this program cannot read
    IdInvalid,          ///< the number that should identify the person is none
    BadCheckDigit,      ///< a check digit of a machine-readable zone is wrong
    TwoScans,           ///< two scans run together
    NoCode,             ///< a picture without a code
    // what the rules say
    TwoPersons,         ///< two persons' codes in one frame
    AlreadyInside,      ///< comes in, but an open visit says that the person is inside
    LeavesWithoutEntry, ///< leaves, but no open visit is known
    IdentityConflict,   ///< the code's keys belong to different known persons
};

QString reasonId(Reason reason);
std::optional<Reason> reasonFromId(const QString &id);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Reason)
