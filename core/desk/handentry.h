#pragma once

#include "core/desk/typedtext.h"
#include "core/domain/admission.h"
#include "core/domain/entry.h"
#include "core/domain/visitor.h"
#include "core/store/entrystore.h"
#include "core/store/outbox.h"

#include <QMetaType>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// What an entry by hand has instead of a kind of code and of a device's name.
inline constexpr auto manualSource = QLatin1StringView("manual");

/// Somebody who is written down by hand: a person who was here before (`visitorId`), or one by name. Nobody
/// is taken for somebody else because of a phone number.
struct HandEntry
{
    std::optional<QUuid> visitorId;
    VisitorData typed; ///< name, year or date of birth, phone, number of a document
    EntryDetails details;
    Party party;             ///< who passes along; leaving, those of the party who leave, nobody meaning all
    bool partyStays = false; ///< leaving: nobody means nobody
    DirectionRule direction = DirectionRule::Auto;
    bool staff = false;
    std::optional<QUuid> expected; ///< as whom they are announced, when the operator chose it
};

/// The field of a hand entry that cannot be kept, and why.
struct HandFault
{
    enum class Field { Name, BirthYear, Phone, IdNumber, Purpose, Host, Party };

    Field field = Field::Name;
    TextFault fault = TextFault::Empty;

    bool operator==(const HandFault &) const = default;
};

/// What became of checking: the entry as it is kept, and the first field that is wrong.
struct CheckedHandEntry
{
    HandEntry entry;
    std::optional<HandFault> fault;
};

/// Brings what was typed into the form in which it is kept (NFC, E.164) and says what cannot be: a name is
/// needed unless the person is known, a year of birth is none of the future nor before 1900.
CheckedHandEntry checked(const HandEntry &entry, int currentYear);

/// The same for what is added to an entry later.
struct CheckedCompletion
{
    EntryCompletion completion;
    std::optional<HandFault> fault;
};
CheckedCompletion checked(const EntryCompletion &completion, int currentYear);

/// The same for what is put right about a visitor whom a target rejected. A name cannot be taken away.
struct CheckedCorrection
{
    VisitorCorrection correction;
    std::optional<HandFault> fault;
};
CheckedCorrection checked(const VisitorCorrection &correction, int currentYear);

inline constexpr int firstBirthYear = 1900;
inline constexpr int largestParty = 99; ///< companions, and children

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::HandEntry)
