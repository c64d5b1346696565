#pragma once

#include "core/domain/declaration.h"
#include "core/domain/entry.h"
#include "core/domain/reason.h"
#include "core/domain/venuerules.h"

#include <QList>

#include <optional>

namespace checkpoint {

/// Which way a device's scans count.
enum class DirectionRule { Auto, In, Out };

/// "auto", "in", "out".
QString directionRuleId(DirectionRule rule);
std::optional<DirectionRule> directionRuleFromId(const QString &id);

/// In automatic direction a person who came in less than this ago is not let out by the same code held up
/// again, and one who left less than this ago does not come in by it, nor leave by it again where only exits
/// are recorded, unless the venue says otherwise.
inline constexpr qint64 shortestAutomaticStayMs = 60'000;

/// What the rules need to know of a passage. Pure values, so that every rule can be tested alone.
struct AdmissionCase
{
    DirectionRule rule = DirectionRule::Auto;
    qint64 atUtcMs = 0;                     ///< when the code was seen
    std::optional<qint64> insideSinceUtcMs; ///< start of the person's open visit at this venue
    std::optional<qint64> leftAtUtcMs;      ///< of who is not inside: when they left, if they ever did
    bool identityConflict = false;          ///< the code's keys belong to different known persons
    bool operatorPresent = true;            ///< somebody can answer; nobody can on the command line
    qint64 minimumStayMs = shortestAutomaticStayMs; ///< the venue's, for automatic direction
    bool onAttentionList = false;                   ///< the venue wants to be told of this person
    bool closed = false;                            ///< it is outside the hours at which visitors come in
    bool staff = false;                             ///< comes and goes at any hour
    DeclarationRule declarationRule = DeclarationRule::None;
    DeclarationStatus declaration = DeclarationStatus::Unknown;
    CertificateRule certificateRule = CertificateRule::None;
    bool certificateCounts = false; ///< one that counts was shown
};

/// What the desk does with a passage.
struct Admission
{
    enum class Verdict {
        Record, ///< record it, in `direction`
        Ask,    ///< the operator settles it; `direction` is what the device's rule says
        Refuse, ///< record it as refused, with `reason`
    };
    Verdict verdict = Verdict::Record;
    Direction direction = Direction::In;
    std::optional<Reason> reason; ///< why it asks, refuses, or (with Record) what to warn of
    QList<Reason> notices = {};   ///< what the operator is told besides

    bool operator==(const Admission &) const = default;
};

/// The rule of the door: automatic direction follows the open visit; somebody already inside does not come in
/// a second time, somebody not known to be inside does not leave, a code held up again within the venue's
/// minimum stay lets nobody out, and one held up again moments after an exit nobody in nor, where only exits
/// are recorded, out once more, unless the operator says so. Who comes in while they are on the
/// attention list, while the venue is closed, or without the declaration or the certificate it wants is asked
/// about; nobody is ever kept from leaving by these. Where nobody can answer what would be asked is refused,
/// but an unknown exit is recorded with a warning.
Admission decideAdmission(const AdmissionCase &passage);

/// True when as many people are inside as the venue may hold, or more; never when it said no capacity (0).
bool isFull(qint64 inside, int capacity);

} // namespace checkpoint
