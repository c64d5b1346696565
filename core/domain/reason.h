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
    CertificateNotRead, ///< a digital health certificate that cannot be read
    CertificateForged,  ///< signed in the name of a trusted key, but not with it: forged or damaged
    IdInvalid,          ///< the number that should identify the person is none
    BadCheckDigit,      ///< a check digit of a machine-readable zone is wrong
    TwoScans,           ///< two scans run together
    NoCode,             ///< a picture without a code
    // what the venue's own registers say of a poster or a pass
    PosterShown,     ///< a valid poster of this venue, held up instead of the visitor's own code
    PosterOutdated,  ///< a poster of this venue that a newer one has replaced
    PosterWithdrawn, ///< a poster of this venue that should hang nowhere
    PosterForged,    ///< names this venue, but its signature is wrong
    PosterForeign,   ///< a poster of another venue
    PosterUnknown,   ///< signed, but this desk does not know with which key, or has no such poster
    PassForged,      ///< says to be a pass of this venue, but its signature is wrong
    PassForeign,     ///< signed with a key that this desk does not know
    PassExpired,     ///< its last day has passed
    PassRevoked,     ///< reported as lost, or taken back
    // what the rules say
    TwoPersons,          ///< two persons' codes in one frame
    AlreadyInside,       ///< comes in, but an open visit says that the person is inside
    LeavesWithoutEntry,  ///< leaves, but no open visit is known
    IdentityConflict,    ///< the code's keys belong to different known persons
    OnAttentionList,     ///< somebody the venue wants to be told of
    OverCapacity,        ///< as many people are inside as the venue may hold; only a warning
    OutsideOpeningHours, ///< comes in while the venue is closed
    StayTooShort,        ///< the same code again, sooner than the venue's minimum stay
    JustLeft,            ///< the same code again, moments after it let its person out
    NotDeclared,         ///< comes in without the declaration that the venue wants
    ReportsSymptoms,     ///< the declaration says symptoms or a contact
    NoCertificate,       ///< comes in without a health certificate that counts
};

QString reasonId(Reason reason);
std::optional<Reason> reasonFromId(const QString &id);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Reason)
