#include "core/domain/visitorcode.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array warningIds{
    std::pair{CodeWarning::Incomplete, "incomplete"_L1},
    std::pair{CodeWarning::Masked, "masked"_L1},
    std::pair{CodeWarning::IdMismatch, "id-mismatch"_L1},
    std::pair{CodeWarning::BirthDateInvalid, "birth-date-invalid"_L1},
    std::pair{CodeWarning::IssuedInvalid, "issued-invalid"_L1},
    std::pair{CodeWarning::SexUnreadable, "sex-unreadable"_L1},
    std::pair{CodeWarning::NameUnreadable, "name-unreadable"_L1},
    std::pair{CodeWarning::NameRepaired, "name-repaired"_L1},
    std::pair{CodeWarning::AddressUnreadable, "address-unreadable"_L1},
    std::pair{CodeWarning::PhoneInvalid, "phone-invalid"_L1},
    std::pair{CodeWarning::HealthInsuranceInvalid, "health-insurance-invalid"_L1},
    std::pair{CodeWarning::TypingDamage, "typing-damage"_L1},
    std::pair{CodeWarning::LeavesWithoutEntry, "leaves-without-entry"_L1},
};

} // namespace

QString warningId(CodeWarning warning)
{
    for (const auto &[value, id] : warningIds) {
        if (value == warning)
            return id;
    }
    Q_UNREACHABLE();
}

std::optional<CodeWarning> warningFromId(const QString &id)
{
    for (const auto &[value, text] : warningIds) {
        if (id == text)
            return value;
    }
    return std::nullopt;
}

void VisitorCode::warn(CodeWarning warning)
{
    const auto place = std::ranges::lower_bound(warnings, warning);
    if (place == warnings.end() || *place != warning)
        warnings.insert(place, warning);
}

bool VisitorCode::isTrusted() const
{
    constexpr std::array doubtful{CodeWarning::Incomplete, CodeWarning::NameUnreadable,
                                  CodeWarning::NameRepaired, CodeWarning::AddressUnreadable,
                                  CodeWarning::TypingDamage};
    return !error && std::ranges::none_of(doubtful, [this](CodeWarning w) { return warnings.contains(w); });
}

} // namespace checkpoint
