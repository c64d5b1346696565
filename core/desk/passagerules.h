#pragma once

#include "core/desk/passage.h"
#include "core/domain/openinghours.h"
#include "core/domain/venuerules.h"

#include <QDate>
#include <QHash>

namespace checkpoint {

/// The venue's rules, applied to passages. Values only: asks nobody and records nothing. Lives with the desk.
class PassageRules
{
public:
    void set(const VenueRules &rules, int capacity, const OpeningHours &hours);

    /// What a platform said of a known person's declaration on a day (local time); holds for that day, until
    /// it says otherwise.
    void setDeclaration(const QUuid &visitorId, DeclarationStatus status, const QDate &day);

    /// Keeps in mind that a recorded person has shown a certificate that counts: they are not asked again
    /// that day. Nothing else of it is kept, and that not beyond the program's end.
    void noteCertificate(const QUuid &visitorId, const ScanOutcome &recorded);

    /// What the store is asked about a passage.
    PersonQuery queryFor(const Passage &passage) const;

    /// Puts what the store knows into the passage, and decides.
    Admission weigh(Passage &passage, const PersonMatch &match, bool operatorPresent) const;

    /// Adds to a committed outcome what the venue still wants to know, and whether it is full now.
    void finish(ScanOutcome &recorded) const;

    /// Says in a notice whether as many as may be inside are, or more.
    void warnOfCapacity(ScanOutcome &outcome) const;

    /// Whether something is missing of a finished outcome that the venue cannot do without.
    bool lacksRequired(const ScanOutcome &recorded) const;

private:
    VenueRules m_rules;
    int m_capacity = 0;
    OpeningHours m_hours;
    QHash<QUuid, DeclarationStatus> m_declarations; ///< of m_declarationDay
    QDate m_declarationDay;
    QHash<QUuid, QDate> m_certifiedOn;
};

/// Whether a question would not be asked, or ask less, if the person showed a certificate that counts.
bool asksForCertificate(const ScanOutcome &asked);

/// What can be answered to a question: to record nothing always stands first, so that what is done by habit
/// lets nobody in or out; then the directions that are possible, the likelier first.
QList<Answer> possibleAnswers(const ScanOutcome &asked);

} // namespace checkpoint
