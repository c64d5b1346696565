#include "core/desk/passage.h"

#include "core/base/ids.h"
#include "core/domain/textfolding.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

void Passage::warn(CodeWarning warning)
{
    code.warn(warning);
    outcome.warnings = code.warnings;
}

Passage scannedPassage(const RawScan &scan, const DeviceSetup &setup, const VisitorCode &code,
                       const QByteArray &payload, const QString &location)
{
    Passage passage;
    passage.setup = setup;
    passage.code = code;
    passage.payload = payload;
    passage.steadyMs = scan.steadyMs;
    ScanOutcome &outcome = passage.outcome;
    outcome.deviceId = scan.deviceId;
    outcome.deviceName = setup.name;
    outcome.source = scan.source;
    outcome.format = code.format;
    outcome.at = scan.capturedAt;
    outcome.location = location;
    outcome.warnings = code.warnings;
    outcome.visitor = code.visitor;
    return passage;
}

Passage writtenPassage(const HandEntry &entry, const Moment &at, qint64 steadyMs, const QString &location)
{
    Passage passage;
    passage.setup = {manualSource, manualSource, entry.direction, RepeatPolicy::Picture};
    passage.code.format = manualSource;
    passage.code.visitor = entry.typed;
    // The key that is pressed twice is one entry.
    const QString birth = entry.typed.birthDate ? entry.typed.birthDate->toString() : QString();
    const QString known = entry.visitorId ? idText(*entry.visitorId) : QString();
    passage.payload =
        QStringList{manualSource, known, entry.typed.name, birth, entry.typed.idNumber}.join(u'\n').toUtf8();
    passage.steadyMs = steadyMs;
    passage.visitorId = entry.visitorId;
    passage.expected = entry.expected;
    passage.partyStays = entry.partyStays;
    ScanOutcome &outcome = passage.outcome;
    outcome.deviceId = passage.setup.deviceId;
    outcome.deviceName = passage.setup.name;
    outcome.source = manualSource;
    outcome.format = manualSource;
    outcome.at = at;
    outcome.location = location;
    outcome.visitor = entry.typed;
    outcome.details = entry.details;
    outcome.party = entry.party;
    return passage;
}

bool holdsCertificate(const Passage &person, const Passage &certificate)
{
    const VisitorData &visitor = person.outcome.visitor;
    const VisitorData &holder = certificate.code.visitor;
    return certificate.code.certificate && !person.code.certificate && visitor.birthDate &&
           visitor.birthDate->isWhole() && visitor.birthDate == holder.birthDate &&
           foldedText(visitor.name) == foldedText(holder.name);
}

Passage withCertificate(const Passage &person, const Passage &certificate)
{
    Passage both = person;
    both.code.certificate = certificate.code.certificate;
    both.code.visitor.certificateHolder = certificate.code.visitor.certificateHolder;
    both.outcome.number = 0;
    both.outcome.answers.clear();
    return both;
}

EntryDraft draftOf(const Passage &passage, Direction direction)
{
    const ScanOutcome &outcome = passage.outcome;
    EntryDraft draft;
    draft.entry.id = newEntryId(outcome.at.utcMs);
    draft.entry.kind = entryKind(direction);
    draft.entry.at = outcome.at;
    draft.entry.location = outcome.location;
    draft.entry.source = passage.code.format;
    draft.entry.device = passage.setup.name;
    draft.entry.warnings = passage.code.warnings;
    draft.entry.party = outcome.party;
    draft.visitor = passage.code.visitor;
    draft.visitorTrusted = passage.code.isTrusted();
    draft.visitorId = passage.visitorId;
    draft.keepApart = passage.contradicts;
    draft.details = outcome.details;
    draft.partyLeavesWhole = outcome.party.isEmpty() && !passage.partyStays;
    // Who is announced comes for what they were announced for, unless they say otherwise.
    if (direction == Direction::In && outcome.expected) {
        if (draft.details.host.isEmpty())
            draft.details.host = outcome.expected->host;
        if (draft.details.purpose.isEmpty())
            draft.details.purpose = outcome.expected->purpose;
        if (!outcome.expected->arrivedEntry)
            draft.expected = outcome.expected->id;
    }
    return draft;
}

RefusedScan refusalOf(const Passage &passage, Reason reason)
{
    const ScanOutcome &outcome = passage.outcome;
    RefusedScan refusal{newEntryId(outcome.at.utcMs), outcome.at, outcome.location, outcome.format,
                        outcome.deviceName,           reason};
    // Codes that contradict each other say of nobody for certain who it was.
    if (reason != Reason::IdentityConflict)
        refusal.visitorId = passage.knownAs;
    return refusal;
}

ScanOutcome recordedOutcome(const Passage &passage, const Recorded &recorded)
{
    ScanOutcome outcome = passage.outcome;
    outcome.kind = ScanOutcome::Kind::Recorded;
    outcome.direction = recorded.entry.kind == EntryKind::Out ? Direction::Out : Direction::In;
    outcome.reason.reset();
    outcome.answers.clear();
    outcome.entryId = recorded.entry.id;
    outcome.visitorId = recorded.entry.visitorId;
    outcome.visitor = recorded.visitor;
    outcome.details = recorded.details;
    outcome.party = recorded.entry.party;
    outcome.apart = recorded.entry.apart;
    outcome.partyInside = recorded.partyInside;
    outcome.insideNow = recorded.insideNow;
    if (outcome.direction == Direction::Out)
        outcome.expected.reset();
    return outcome;
}

} // namespace checkpoint
