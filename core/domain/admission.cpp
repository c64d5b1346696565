#include "core/domain/admission.h"

#include <algorithm>
#include <cstdlib>

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

namespace {

/// What speaks against letting somebody in, the gravest first.
struct Concerns
{
    QList<Reason> asking;
    QList<Reason> telling;
};

std::optional<Reason> declarationConcern(const AdmissionCase &passage)
{
    if (passage.declarationRule == DeclarationRule::None)
        return std::nullopt;
    switch (passage.declaration) {
    case DeclarationStatus::Symptoms:
        return Reason::ReportsSymptoms;
    case DeclarationStatus::None:
        return Reason::NotDeclared;
    case DeclarationStatus::Declared:
    case DeclarationStatus::Unknown: // nobody is kept out because no platform answers
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

Concerns concernsOf(const AdmissionCase &passage)
{
    Concerns concerns;
    if (passage.onAttentionList)
        concerns.asking.append(Reason::OnAttentionList);
    const auto declaration = declarationConcern(passage);
    QList<Reason> &declared =
        passage.declarationRule == DeclarationRule::Ask ? concerns.asking : concerns.telling;
    if (declaration == Reason::ReportsSymptoms)
        declared.append(*declaration);
    if (passage.closed && !passage.staff)
        concerns.asking.append(Reason::OutsideOpeningHours);
    if (declaration == Reason::NotDeclared)
        declared.append(*declaration);
    if (passage.certificateRule != CertificateRule::None && !passage.certificateCounts) {
        const bool asks = passage.certificateRule == CertificateRule::Ask;
        (asks ? concerns.asking : concerns.telling).append(Reason::NoCertificate);
    }
    return concerns;
}

/// The gravest concern is whom the venue warns of or who reports symptoms, not the hour or a paper.
bool speaksAgainstThePerson(const Concerns &concerns)
{
    return !concerns.asking.isEmpty() && (concerns.asking.first() == Reason::OnAttentionList ||
                                          concerns.asking.first() == Reason::ReportsSymptoms);
}

/// The direction that the device's rule gives.
Direction ruledDirection(const AdmissionCase &passage)
{
    const bool leaves = passage.rule == DirectionRule::Out ||
                        (passage.rule == DirectionRule::Auto && passage.insideSinceUtcMs);
    return leaves ? Direction::Out : Direction::In;
}

/// What a stay that is too short for automatic direction is taken for; nothing when it is long enough. A
/// visit that starts later than this scan (a clock set back) is no exit either.
std::optional<Reason> shortStay(const AdmissionCase &passage)
{
    const qint64 stayMs = passage.atUtcMs - *passage.insideSinceUtcMs;
    if (stayMs < 0 || stayMs < std::min(shortestAutomaticStayMs, passage.minimumStayMs))
        return Reason::AlreadyInside; // held up twice
    return stayMs < passage.minimumStayMs ? std::optional(Reason::StayTooShort) : std::nullopt;
}

/// Whether a code is held up twice on the way out; a clock that was set back a little changes nothing.
bool hasJustLeft(const AdmissionCase &passage)
{
    return passage.leftAtUtcMs && std::abs(passage.atUtcMs - *passage.leftAtUtcMs) <
                                      std::min(shortestAutomaticStayMs, passage.minimumStayMs);
}

} // namespace

Admission decideAdmission(const AdmissionCase &passage)
{
    using Verdict = Admission::Verdict;
    const Verdict askOrRefuse = passage.operatorPresent ? Verdict::Ask : Verdict::Refuse;
    const bool inside = passage.insideSinceUtcMs.has_value();
    const Direction direction = ruledDirection(passage);

    QList<Reason> told; // of somebody who is inside, or leaves
    if (passage.onAttentionList)
        told.append(Reason::OnAttentionList);
    const bool entering = direction == Direction::In && !inside;
    const Concerns concerns = entering ? concernsOf(passage) : Concerns{{}, told};

    if (passage.identityConflict)
        return {askOrRefuse, direction, Reason::IdentityConflict, concerns.asking + concerns.telling};
    if (passage.rule == DirectionRule::Auto && inside) {
        const auto tooShort = shortStay(passage);
        if (tooShort == Reason::AlreadyInside)
            return {askOrRefuse, Direction::In, tooShort, told};
        if (tooShort)
            return {askOrRefuse, Direction::Out, tooShort, told};
    }
    if (direction == Direction::In && inside)
        return {askOrRefuse, Direction::In, Reason::AlreadyInside, told};
    const bool justLeft = passage.rule != DirectionRule::In && !inside && hasJustLeft(passage);
    if (direction == Direction::Out && justLeft)
        return {askOrRefuse, direction, Reason::JustLeft, told};
    if (direction == Direction::Out && !inside)
        return {passage.operatorPresent ? Verdict::Ask : Verdict::Record, Direction::Out,
                Reason::LeavesWithoutEntry, told};
    // A card held up once more on the way out is no arrival. Only whom the venue warns of is turned away, and
    // that is kept, whether they have just left or not.
    if (justLeft && !speaksAgainstThePerson(concerns))
        return {askOrRefuse, Direction::In, Reason::JustLeft, concerns.asking + concerns.telling};
    if (!concerns.asking.isEmpty()) {
        const QList<Reason> also = justLeft ? QList{Reason::JustLeft} : QList<Reason>();
        return {askOrRefuse, direction, concerns.asking.first(),
                concerns.asking.mid(1) + concerns.telling + also};
    }
    return {Verdict::Record, direction, std::nullopt, concerns.telling};
}

bool isFull(qint64 inside, int capacity)
{
    return capacity > 0 && inside >= capacity;
}

} // namespace checkpoint
