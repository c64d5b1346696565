#include "core/domain/reason.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array reasonIds{
    std::pair{Reason::UnknownCode, "unknown-code"_L1},
    std::pair{Reason::VenueCode, "venue-code"_L1},
    std::pair{Reason::PaymentCode, "payment-code"_L1},
    std::pair{Reason::CertificateNotRead, "certificate-not-read"_L1},
    std::pair{Reason::CertificateForged, "certificate-forged"_L1},
    std::pair{Reason::IdInvalid, "id-invalid"_L1},
    std::pair{Reason::BadCheckDigit, "bad-check-digit"_L1},
    std::pair{Reason::TwoScans, "two-scans"_L1},
    std::pair{Reason::NoCode, "no-code"_L1},
    std::pair{Reason::PosterShown, "poster-shown"_L1},
    std::pair{Reason::PosterOutdated, "poster-outdated"_L1},
    std::pair{Reason::PosterWithdrawn, "poster-withdrawn"_L1},
    std::pair{Reason::PosterForged, "poster-forged"_L1},
    std::pair{Reason::PosterForeign, "poster-foreign"_L1},
    std::pair{Reason::PosterUnknown, "poster-unknown"_L1},
    std::pair{Reason::PassForged, "pass-forged"_L1},
    std::pair{Reason::PassForeign, "pass-foreign"_L1},
    std::pair{Reason::PassExpired, "pass-expired"_L1},
    std::pair{Reason::PassRevoked, "pass-revoked"_L1},
    std::pair{Reason::TwoPersons, "two-persons"_L1},
    std::pair{Reason::AlreadyInside, "already-inside"_L1},
    std::pair{Reason::LeavesWithoutEntry, "leaves-without-entry"_L1},
    std::pair{Reason::IdentityConflict, "identity-conflict"_L1},
    std::pair{Reason::OnAttentionList, "on-attention-list"_L1},
    std::pair{Reason::OverCapacity, "over-capacity"_L1},
    std::pair{Reason::OutsideOpeningHours, "outside-opening-hours"_L1},
    std::pair{Reason::StayTooShort, "stay-too-short"_L1},
    std::pair{Reason::JustLeft, "just-left"_L1},
    std::pair{Reason::NotDeclared, "not-declared"_L1},
    std::pair{Reason::ReportsSymptoms, "reports-symptoms"_L1},
    std::pair{Reason::NoCertificate, "no-certificate"_L1},
};

} // namespace

QString reasonId(Reason reason)
{
    for (const auto &[value, id] : reasonIds) {
        if (value == reason)
            return id;
    }
    Q_UNREACHABLE();
}

std::optional<Reason> reasonFromId(const QString &id)
{
    for (const auto &[value, text] : reasonIds) {
        if (id == text)
            return value;
    }
    return std::nullopt;
}

} // namespace checkpoint
