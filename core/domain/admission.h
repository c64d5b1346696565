#pragma once

#include "core/domain/entry.h"
#include "core/domain/reason.h"

#include <optional>

namespace checkpoint {

/// Which way a device's scans count.
enum class DirectionRule { Auto, In, Out };

/// "auto", "in", "out".
QString directionRuleId(DirectionRule rule);
std::optional<DirectionRule> directionRuleFromId(const QString &id);

/// What the rules need to know of a scan. Pure values, so that every rule can be tested alone.
struct AdmissionCase
{
    DirectionRule rule = DirectionRule::Auto;
    qint64 atUtcMs = 0;                     ///< when the code was seen
    std::optional<qint64> insideSinceUtcMs; ///< start of the person's open visit at this venue
    bool identityConflict = false;          ///< the code's keys belong to different known persons
    bool operatorPresent = true;            ///< somebody can answer; nobody can on the command line
};

/// What the desk does with a scan.
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

    bool operator==(const Admission &) const = default;
};

/// In automatic direction a person who came in less than this ago is not let out by the same code held up
/// again.
inline constexpr qint64 shortestAutomaticStayMs = 60'000;

/// The rule of the door: automatic direction follows the open visit; somebody already inside does not come in
/// a second time, and somebody not known to be inside does not leave, unless the operator says so. Where
/// nobody can answer the first is refused and the second recorded with a warning.
Admission decideAdmission(const AdmissionCase &scan);

} // namespace checkpoint
