#include "core/desk/handentry.h"

#include "core/codes/fieldreading.h"
#include "core/codes/phonenumber.h"

#include <array>
#include <utility>

namespace checkpoint {

namespace {

using Field = HandFault::Field;

std::optional<HandFault> tidyTexts(HandEntry &entry)
{
    const std::array texts{std::pair{Field::Name, &entry.typed.name},
                           std::pair{Field::Purpose, &entry.details.purpose},
                           std::pair{Field::Host, &entry.details.host}};
    for (const auto &[field, text] : texts) {
        *text = tidyTyped(*text);
        if (const auto fault = faultOfTyped(*text))
            return HandFault{field, *fault};
    }
    if (entry.typed.name.isEmpty() && !entry.visitorId)
        return HandFault{Field::Name, TextFault::Empty};
    return std::nullopt;
}

std::optional<HandFault> tidyNumbers(HandEntry &entry, int currentYear)
{
    VisitorData &typed = entry.typed;
    if (typed.birthDate &&
        (typed.birthDate->year() < firstBirthYear || typed.birthDate->year() > currentYear))
        return HandFault{Field::BirthYear, TextFault::Invalid};
    if (!tidyTyped(typed.phone).isEmpty()) {
        const auto number = mobileNumber(typed.phone);
        if (!number)
            return HandFault{Field::Phone, TextFault::Invalid};
        typed.phone = *number;
    } else {
        typed.phone.clear();
    }
    typed.idNumber = tidyTyped(typed.idNumber).toUpper();
    const bool isNumber = isPersonalNumber(typed.idNumber) && !typed.idNumber.contains(u'*');
    if (!typed.idNumber.isEmpty() && !isNumber)
        return HandFault{Field::IdNumber, TextFault::Invalid};
    return std::nullopt;
}

bool isPossible(const Party &party)
{
    const auto fits = [](int count) { return count >= 0 && count <= largestParty; };
    return fits(party.companions) && fits(party.children);
}

} // namespace

CheckedHandEntry checked(const HandEntry &entry, int currentYear)
{
    CheckedHandEntry result{entry, std::nullopt};
    result.fault = tidyTexts(result.entry);
    if (!result.fault)
        result.fault = tidyNumbers(result.entry, currentYear);
    if (!result.fault && !isPossible(result.entry.party))
        result.fault = HandFault{Field::Party, TextFault::Invalid};
    result.entry.typed.staff = result.entry.typed.staff || entry.staff;
    return result;
}

CheckedCompletion checked(const EntryCompletion &completion, int currentYear)
{
    HandEntry written;
    written.visitorId = QUuid(); // of somebody who is recorded already
    written.typed.phone = completion.phone.value_or(QString());
    written.typed.birthDate = completion.birthDate;
    written.details = completion.details.value_or(EntryDetails());
    written.party = completion.party.value_or(Party());
    const CheckedHandEntry tidy = checked(written, currentYear);
    CheckedCompletion result{completion, tidy.fault};
    if (completion.phone)
        result.completion.phone = tidy.entry.typed.phone;
    if (completion.details)
        result.completion.details = tidy.entry.details;
    return result;
}

CheckedCorrection checked(const VisitorCorrection &correction, int currentYear)
{
    HandEntry written;
    if (!correction.name)
        written.visitorId = QUuid(); // the name stays
    written.typed.name = correction.name.value_or(QString());
    written.typed.phone = correction.phone.value_or(QString());
    written.typed.birthDate = correction.birthDate.value_or(std::nullopt);
    const CheckedHandEntry tidy = checked(written, currentYear);
    CheckedCorrection result{correction, tidy.fault};
    if (correction.name)
        result.correction.name = tidy.entry.typed.name;
    if (correction.phone)
        result.correction.phone = tidy.entry.typed.phone;
    if (correction.address)
        result.correction.address = tidyTyped(*correction.address);
    return result;
}

} // namespace checkpoint
