#include "core/desk/passagerules.h"

#include <QDateTime>

#include <algorithm>

namespace checkpoint {

void PassageRules::set(const VenueRules &rules, int capacity, const OpeningHours &hours)
{
    m_rules = rules;
    m_capacity = capacity;
    m_hours = hours;
}

void PassageRules::setDeclaration(const QUuid &visitorId, DeclarationStatus status, const QDate &day)
{
    if (day != m_declarationDay)
        m_declarations.clear();
    m_declarationDay = day;
    if (status == DeclarationStatus::Unknown)
        m_declarations.remove(visitorId);
    else
        m_declarations.insert(visitorId, status);
}

void PassageRules::noteCertificate(const QUuid &visitorId, const ScanOutcome &recorded)
{
    if (recorded.certificate && recorded.certificate->countsAt(recorded.at.utcMs))
        m_certifiedOn.insert(visitorId, recorded.at.toDateTime().date());
}

PersonQuery PassageRules::queryFor(const Passage &passage) const
{
    PersonQuery query = personQuery(passage.code.visitor, passage.outcome.at, passage.visitorId);
    query.expected = passage.expected;
    if (!m_rules.attentionEnabled)
        query.atUtcMs.reset();
    return query;
}

Admission PassageRules::weigh(Passage &passage, const PersonMatch &match, bool operatorPresent) const
{
    ScanOutcome &outcome = passage.outcome;
    outcome.visitor = merged(match.known, passage.code.visitor, passage.code.isTrusted());
    outcome.lastEntry = match.lastEntry;
    if (match.openVisitEntry)
        outcome.insideSinceUtcMs = match.openVisitEntry->at.utcMs;
    outcome.partyInside = match.partyInside;
    outcome.attention = match.attention;
    outcome.expected = match.expected;
    outcome.insideNow = match.insideNow;
    outcome.visitorId = match.visitorId;
    if (match.visitorId && outcome.at.toDateTime().date() == m_declarationDay)
        outcome.declaration = m_declarations.value(*match.visitorId, DeclarationStatus::Unknown);
    outcome.certificate = passage.code.certificate;
    passage.contradicts = match.conflict;

    AdmissionCase admissionCase;
    admissionCase.rule = passage.setup.direction;
    admissionCase.atUtcMs = outcome.at.utcMs;
    admissionCase.insideSinceUtcMs = outcome.insideSinceUtcMs;
    if (match.lastEntry && match.lastEntry->kind == EntryKind::Out && !match.openVisitEntry)
        admissionCase.leftAtUtcMs = match.lastEntry->at.utcMs;
    admissionCase.identityConflict = match.conflict;
    admissionCase.operatorPresent = operatorPresent;
    admissionCase.minimumStayMs = qint64(m_rules.minimumStayMinutes) * 60'000;
    admissionCase.onAttentionList = match.attention.has_value();
    admissionCase.closed = m_rules.outsideHoursAsks && !m_hours.isOpenAt(outcome.at.toDateTime());
    admissionCase.staff = outcome.visitor.staff;
    admissionCase.declarationRule = m_rules.declaration;
    admissionCase.declaration = outcome.declaration;
    admissionCase.certificateRule = m_rules.certificate;
    admissionCase.certificateCounts =
        (outcome.certificate && outcome.certificate->countsAt(outcome.at.utcMs)) ||
        (match.visitorId && m_certifiedOn.value(*match.visitorId) == outcome.at.toDateTime().date());
    const Admission admission = decideAdmission(admissionCase);
    outcome.direction = admission.direction;
    outcome.reason = admission.reason;
    outcome.notices = admission.notices;
    return admission;
}

void PassageRules::finish(ScanOutcome &recorded) const
{
    recorded.missing.clear();
    recorded.notices.removeAll(Reason::OverCapacity);
    if (recorded.direction != Direction::In)
        return;
    recorded.missing = missingFields(m_rules, recorded.visitor, recorded.details);
    warnOfCapacity(recorded);
}

void PassageRules::warnOfCapacity(ScanOutcome &outcome) const
{
    outcome.notices.removeAll(Reason::OverCapacity);
    if (!m_rules.capacityWarning || !isFull(outcome.insideNow, m_capacity))
        return;
    outcome.notices.append(Reason::OverCapacity);
    outcome.capacity = m_capacity;
}

bool PassageRules::lacksRequired(const ScanOutcome &recorded) const
{
    return std::ranges::any_of(recorded.missing, [this](AskedField field) {
        return fieldRule(m_rules, field) == FieldRule::Required;
    });
}

bool asksForCertificate(const ScanOutcome &asked)
{
    return asked.reason == Reason::NoCertificate || asked.notices.contains(Reason::NoCertificate);
}

QList<Answer> likelyAnswers(const ScanOutcome &asked)
{
    switch (asked.reason.value_or(Reason::UnknownCode)) {
    case Reason::OnAttentionList:
    case Reason::ReportsSymptoms:
        return {Answer::Dismiss, Answer::RecordIn, Answer::RecordOut};
    case Reason::OutsideOpeningHours:
    case Reason::NotDeclared:
    case Reason::NoCertificate:
        return {Answer::RecordIn, Answer::Dismiss, Answer::RecordOut};
    case Reason::StayTooShort:
        return {Answer::RecordOut, Answer::Dismiss, Answer::RecordIn};
    case Reason::JustLeft:
        return {Answer::Dismiss, Answer::RecordIn};
    default:
        break;
    }
    if (asked.notices.contains(Reason::PassExpired))
        return {Answer::RecordOut, Answer::Dismiss};
    const auto since = asked.insideSinceUtcMs;
    if (since && asked.at.utcMs - *since < shortestAutomaticStayMs)
        return {Answer::Dismiss, Answer::RecordOut}; // nobody comes in twice within a minute
    if (asked.direction == Direction::Out)
        return {Answer::RecordOut, Answer::RecordIn, Answer::Dismiss};
    return {Answer::RecordIn, Answer::RecordOut, Answer::Dismiss};
}

} // namespace checkpoint
