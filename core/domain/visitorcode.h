#pragma once

#include "core/domain/certificate.h"
#include "core/domain/reason.h"
#include "core/domain/visitor.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace checkpoint {

/// The stable names of the kinds of code, as they stand in the database, in the command line's output and in
/// the platform's contract.
namespace formatid {
using namespace Qt::Literals::StringLiterals;
inline constexpr auto citizenCard = "citizen-card"_L1;
inline constexpr auto personalQr = "personal-qr"_L1;
inline constexpr auto healthInsurance = "health-insurance"_L1;
inline constexpr auto certificate = "certificate"_L1;
inline constexpr auto travelDocument = "travel-document"_L1;
inline constexpr auto visitorPass = "visitor-pass"_L1;
inline constexpr auto venueCode = "venue-code"_L1;
inline constexpr auto paymentCode = "payment-code"_L1;
inline constexpr auto ownPhone = "own-phone"_L1; ///< nothing scanned here: the visitor scanned the poster
inline constexpr auto unknown = "unknown"_L1;
} // namespace formatid

/// Something about a code that the operator should know, though the scan counts.
enum class CodeWarning {
    Incomplete,             ///< the text was cut
    Masked,                 ///< number or birth date are starred
    IdMismatch,             ///< the number's sex or year digits do not fit the sex or birth date beside them
    BirthDateInvalid,       ///< the calendar has no such day; the field is left out
    IssuedInvalid,          ///< the date of issue is no date; the field is left out
    SexUnreadable,          ///< the sex field is neither of the two words
    NameUnreadable,         ///< the name was damaged on the way and is left out
    NameRepaired,           ///< damage to the name (or address) could be undone
    AddressUnreadable,      ///< the address was damaged on the way and is left out
    PhoneInvalid,           ///< the phone number is none; the field is left out
    HealthInsuranceInvalid, ///< the BHYT number is none; the field is left out
    TypingDamage,           ///< a typing tool or the scanner's keyboard mode garbled letters: scan again
    LeavesWithoutEntry,     ///< recorded as an exit although no entry was known
};

QString warningId(CodeWarning warning);
std::optional<CodeWarning> warningFromId(const QString &id);

/// What a scanned text says, as one format understood it.
struct VisitorCode
{
    QString format = formatid::unknown;          ///< one of formatid
    VisitorData visitor;                         ///< the fields said, absent ones empty
    QList<CodeWarning> warnings;                 ///< in the order of the enum, each once
    std::optional<Reason> error;                 ///< why the scan does not count
    std::optional<Certificate> certificate = {}; ///< of a health certificate; shown, never stored

    /// Adds a warning once, in its place.
    void warn(CodeWarning warning);
    /// True when nothing in it was cut, repaired or unreadable, so that it may replace what is known.
    bool isTrusted() const;

    bool operator==(const VisitorCode &) const = default;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::VisitorCode)
