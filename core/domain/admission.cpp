#include "core/domain/admission.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QString directionRuleId(DirectionRule rule)
{
    switch (rule) {
    case DirectionRule::Auto:
        return u"auto"_s;
    case DirectionRule::In:
        return u"in"_s;
    case DirectionRule::Out:
        return u"out"_s;
    }
    Q_UNREACHABLE();
}

std::optional<DirectionRule> directionRuleFromId(const QString &id)
{
    for (const DirectionRule rule : {DirectionRule::Auto, DirectionRule::In, DirectionRule::Out}) {
        if (id == directionRuleId(rule))
            return rule;
    }
    return std::nullopt;
}

Admission decideAdmission(const AdmissionCase &scan)
{
    using Verdict = Admission::Verdict;
    const Verdict askOrRefuse = scan.operatorPresent ? Verdict::Ask : Verdict::Refuse;
    const bool inside = scan.insideSinceUtcMs.has_value();

    Direction direction = Direction::In;
    if (scan.rule == DirectionRule::Out || (scan.rule == DirectionRule::Auto && inside))
        direction = Direction::Out;

    if (scan.identityConflict)
        return {askOrRefuse, direction, Reason::IdentityConflict};

    if (scan.rule == DirectionRule::Auto && inside) {
        // A visit that starts later than this scan (a clock set back) is no exit either.
        const bool tooSoon = scan.atUtcMs - *scan.insideSinceUtcMs < shortestAutomaticStayMs;
        if (tooSoon)
            return {askOrRefuse, Direction::In, Reason::AlreadyInside};
        return {Verdict::Record, Direction::Out, std::nullopt};
    }
    if (direction == Direction::In && inside)
        return {askOrRefuse, Direction::In, Reason::AlreadyInside};
    if (direction == Direction::Out && !inside)
        return {scan.operatorPresent ? Verdict::Ask : Verdict::Record, Direction::Out,
                Reason::LeavesWithoutEntry};
    return {Verdict::Record, direction, std::nullopt};
}

} // namespace checkpoint
