#include "core/desk/passagerules.h"

#include <QDateTime>

#include <algorithm>

namespace checkpoint {

namespace {

QList<Answer> likelyDirections(const ScanOutcome &asked)
{
    const QList in{Answer::RecordIn, Answer::RecordOut};
    const QList out{Answer::RecordOut, Answer::RecordIn};
    const bool leaves = asked.direction == Direction::Out;
    switch (asked.reason.value_or(Reason::UnknownCode)) {
    case Reason::OnAttentionList:
    case Reason::ReportsSymptoms:
    case Reason::OutsideOpeningHours:
    case Reason::NotDeclared:
    case Reason::NoCertificate:
        return in;
    case Reason::StayTooShort:
        return out;
    case Reason::JustLeft:
        return leaves ? out : QList{Answer::RecordIn};
    default:
        break;
    }
    const auto since = asked.insideSinceUtcMs;
    if (since && asked.at.utcMs - *since < shortestAutomaticStayMs)
        return {Answer::RecordOut}; // nobody comes in twice within a minute
    return leaves ? out : in;
}

} // namespace

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

QList<Answer> possibleAnswers(const ScanOutcome &asked)
{
    QList<Answer> answers = QList{Answer::Dismiss} + likelyDirections(asked);
    if (asked.notices.contains(Reason::PassExpired))
        answers.removeOne(Answer::RecordIn);
    return answers;
}

} // namespace checkpoint
