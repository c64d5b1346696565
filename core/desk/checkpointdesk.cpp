#include "core/desk/checkpointdesk.h"

#include "core/base/ids.h"
#include "core/base/logging.h"
#include "core/codes/formatcatalog.h"

#include <algorithm>

namespace checkpoint {

struct CheckpointDesk::Passage
{
    DeviceSetup setup;
    VisitorCode code;
    QByteArray payload;
    qint64 steadyMs = 0;
    ScanOutcome outcome; ///< filled on the way
};

struct CheckpointDesk::Question
{
    Passage passage;
};

CheckpointDesk::CheckpointDesk(EntryStore *store, const Clock *clock, bool operatorPresent, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_operatorPresent(operatorPresent)
{
    connect(&m_turns, &Turns::becameIdle, this, &CheckpointDesk::becameIdle);
}

CheckpointDesk::~CheckpointDesk() = default;

void CheckpointDesk::setDevice(const DeviceSetup &setup)
{
    m_devices.insert(setup.deviceId, setup);
}

void CheckpointDesk::attach(ScanDevice *device)
{
    connect(device, &ScanDevice::scanned, this, &CheckpointDesk::take);
}

std::optional<ScanOutcome> CheckpointDesk::openQuestion() const
{
    return m_question ? std::optional(m_question->passage.outcome) : std::nullopt;
}

void CheckpointDesk::conclude(ScanOutcome outcome)
{
    if (outcome.number == 0)
        outcome.number = ++m_count;
    // What is shown now replaces the question; a key pressed now must not answer it unseen.
    if (outcome.kind != ScanOutcome::Kind::Asks && outcome.kind != ScanOutcome::Kind::Repeated)
        giveUpQuestion();
    if (outcome.kind == ScanOutcome::Kind::Failed)
        qCWarning(lcDesk, "Not recorded: %s", qPrintable(errorCodeId(outcome.error->code)));
    emit announced(outcome);
    m_turns.end();
}

// ---- taking

CheckpointDesk::Passage CheckpointDesk::passageOf(const RawScan &scan, const VisitorCode &code,
                                                  const QByteArray &payload) const
{
    Passage passage;
    passage.setup = m_devices.value(scan.deviceId);
    passage.code = code;
    passage.payload = payload;
    passage.steadyMs = scan.steadyMs;
    ScanOutcome &outcome = passage.outcome;
    outcome.deviceId = scan.deviceId;
    outcome.deviceName = passage.setup.name;
    outcome.source = scan.source;
    outcome.format = code.format;
    outcome.at = scan.capturedAt;
    outcome.location = m_location;
    outcome.warnings = code.warnings;
    outcome.visitor = code.visitor;
    return passage;
}

void CheckpointDesk::take(const RawScan &scan)
{
    if (!m_devices.contains(scan.deviceId))
        m_devices.insert(scan.deviceId,
                         {scan.deviceId, scan.deviceId, DirectionRule::Auto, RepeatPolicy::InView});
    emit sighted(scan);

    QList<QByteArray> payloads;
    for (const Sighting &sighting : scan.sightings) {
        if (!payloads.contains(sighting.bytes))
            payloads.append(sighting.bytes);
    }
    if (payloads.isEmpty()) {
        VisitorCode none;
        none.error = Reason::NoCode;
        m_turns.enqueue([this, passage = passageOf(scan, none, {})] { refuse(passage, Reason::NoCode); });
        return;
    }
    // A poster or a payment code in the background does not disturb the person in front of it.
    QList<VisitorCode> codes;
    for (const QByteArray &payload : payloads)
        codes.append(readCode(payload));
    const auto persons = std::ranges::count_if(codes, [](const VisitorCode &code) { return !code.error; });
    if (persons > 1) {
        takeTogether(scan, codes, payloads);
        return;
    }
    const auto person = std::ranges::find_if(codes, [](const VisitorCode &code) { return !code.error; });
    const qsizetype index = person == codes.end() ? 0 : person - codes.begin();

    Passage passage = passageOf(scan, codes[index], payloads[index]);
    switch (m_showings.see(passage.setup, passage.payload, passage.steadyMs)) {
    case Showings::Verdict::InView:
        return;
    case Showings::Verdict::Repeated:
        passage.outcome.kind = ScanOutcome::Kind::Repeated;
        m_turns.enqueue([this, passage] { conclude(passage.outcome); });
        return;
    case Showings::Verdict::Counts:
        m_turns.enqueue([this, passage] { handle(passage); });
        return;
    }
}

void CheckpointDesk::takeTogether(const RawScan &scan, const QList<VisitorCode> &codes,
                                  const QList<QByteArray> &payloads)
{
    const DeviceSetup setup = m_devices.value(scan.deviceId);
    const Showings::Verdict verdict = m_showings.seeTogether(setup, payloads, scan.steadyMs);
    if (verdict == Showings::Verdict::InView)
        return;
    std::vector<Passage> passages;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (!codes[i].error)
            passages.push_back(passageOf(scan, codes[i], payloads[i]));
    }
    if (verdict == Showings::Verdict::Repeated) {
        Passage passage = passages.front();
        passage.outcome.kind = ScanOutcome::Kind::Repeated;
        passage.outcome.visitor = {};
        m_turns.enqueue([this, passage] { conclude(passage.outcome); });
        return;
    }
    m_turns.enqueue([this, passages] { matchTogether(passages, {}); });
}

/// One person may hold two of their own codes into the view; only codes of different persons are refused.
void CheckpointDesk::matchTogether(const std::vector<Passage> &passages, std::vector<PersonMatch> matches)
{
    if (matches.size() < passages.size()) {
        m_store->match(identityKeys(passages[matches.size()].code.visitor))
            .then(this, [this, passages, matches](const Result<PersonMatch> &match) mutable {
                if (!match) {
                    fail(passages.front(), match.error());
                    return;
                }
                matches.push_back(*match);
                matchTogether(passages, std::move(matches));
            });
        return;
    }
    const auto firstKeys = identityKeys(passages.front().code.visitor);
    bool samePerson = true;
    for (size_t i = 1; i < passages.size(); ++i) {
        const auto keys = identityKeys(passages[i].code.visitor);
        const bool sharesKey = std::ranges::any_of(keys, [&firstKeys](const IdentityKey &key) {
            return std::ranges::find(firstKeys, key) != firstKeys.end();
        });
        const bool knownAsSame = matches[i].visitorId && matches[i].visitorId == matches.front().visitorId;
        samePerson = samePerson && (sharesKey || knownAsSame);
    }
    if (samePerson) {
        decide(passages.front(), matches.front());
        return;
    }
    Passage together = passages.front();
    together.outcome.visitor = {};
    together.outcome.warnings.clear();
    refuse(together, Reason::TwoPersons);
}

// ---- deciding

void CheckpointDesk::handle(const Passage &passage)
{
    if (passage.code.error) {
        refuse(passage, *passage.code.error);
        return;
    }
    m_store->match(identityKeys(passage.code.visitor))
        .then(this, [this, passage](const Result<PersonMatch> &match) {
            if (match)
                decide(passage, *match);
            else
                fail(passage, match.error());
        });
}

void CheckpointDesk::decide(const Passage &scan, const PersonMatch &match)
{
    Passage passage = scan;
    ScanOutcome &outcome = passage.outcome;
    outcome.visitor = merged(match.known, passage.code.visitor, passage.code.isTrusted());
    outcome.lastEntry = match.lastEntry;
    if (match.openVisitEntry)
        outcome.insideSinceUtcMs = match.openVisitEntry->at.utcMs;

    if (match.visitorId) {
        if (m_showings.isPersonRepeated(passage.setup, passage.payload, *match.visitorId, passage.steadyMs)) {
            outcome.kind = ScanOutcome::Kind::Repeated;
            conclude(outcome);
            return;
        }
        m_showings.rememberPerson(passage.setup, passage.payload, *match.visitorId);
    }

    AdmissionCase admissionCase;
    admissionCase.rule = passage.setup.direction;
    admissionCase.atUtcMs = outcome.at.utcMs;
    admissionCase.insideSinceUtcMs = outcome.insideSinceUtcMs;
    admissionCase.identityConflict = match.conflict;
    admissionCase.operatorPresent = m_operatorPresent;
    const Admission admission = decideAdmission(admissionCase);
    outcome.direction = admission.direction;
    outcome.reason = admission.reason;
    switch (admission.verdict) {
    case Admission::Verdict::Record:
        if (admission.reason == Reason::LeavesWithoutEntry) {
            passage.code.warn(CodeWarning::LeavesWithoutEntry);
            outcome.warnings = passage.code.warnings;
        }
        record(passage, admission.direction, false);
        return;
    case Admission::Verdict::Ask:
        ask(passage, admission);
        return;
    case Admission::Verdict::Refuse:
        refuse(passage, *admission.reason);
        return;
    }
}

void CheckpointDesk::ask(const Passage &passage, const Admission &admission)
{
    giveUpQuestion();
    Passage asked = passage;
    ScanOutcome &outcome = asked.outcome;
    outcome.kind = ScanOutcome::Kind::Asks;
    outcome.number = ++m_count;
    outcome.answers = likelyAnswers(admission, outcome.at.utcMs, outcome.insideSinceUtcMs);
    m_question = std::make_unique<Question>(Question{asked});
    conclude(outcome);
}

/// A question that nobody answered is kept as a refused scan.
void CheckpointDesk::giveUpQuestion()
{
    if (!m_question)
        return;
    const Passage passage = m_question->passage;
    m_question.reset();
    m_store->recordRefusal({newEntryId(passage.outcome.at.utcMs), passage.outcome.at,
                            passage.outcome.location, passage.outcome.format, passage.outcome.deviceName,
                            *passage.outcome.reason},
                           passage.payload, passage.code);
}

void CheckpointDesk::answer(quint64 number, Answer answer)
{
    m_turns.enqueue([this, number, answer] {
        if (!m_question || m_question->passage.outcome.number != number) {
            m_turns.end();
            return;
        }
        Passage passage = m_question->passage;
        passage.outcome.number = 0;
        passage.outcome.answers.clear();
        m_question.reset();
        if (answer == Answer::Dismiss) {
            refuse(passage, *passage.outcome.reason);
            return;
        }
        const bool leavesUnknown = answer == Answer::RecordOut && !passage.outcome.insideSinceUtcMs;
        if (leavesUnknown) {
            passage.code.warn(CodeWarning::LeavesWithoutEntry);
            passage.outcome.warnings = passage.code.warnings;
        }
        const bool keepApart = passage.outcome.reason == Reason::IdentityConflict;
        record(passage, answer == Answer::RecordIn ? Direction::In : Direction::Out, keepApart);
    });
}

// ---- ending

void CheckpointDesk::record(const Passage &passage, Direction direction, bool keepApart)
{
    EntryDraft draft;
    draft.entry.id = newEntryId(passage.outcome.at.utcMs);
    draft.entry.kind = entryKind(direction);
    draft.entry.at = passage.outcome.at;
    draft.entry.location = passage.outcome.location;
    draft.entry.source = passage.code.format;
    draft.entry.device = passage.setup.name;
    draft.entry.warnings = passage.code.warnings;
    draft.visitor = passage.code.visitor;
    draft.visitorTrusted = passage.code.isTrusted();
    draft.keepApart = keepApart;
    m_store->record(draft).then(this, [this, passage, direction](const Result<Recorded> &recorded) {
        if (!recorded) {
            fail(passage, recorded.error());
            return;
        }
        ScanOutcome outcome = passage.outcome;
        outcome.direction = direction;
        outcome.kind = ScanOutcome::Kind::Recorded;
        outcome.reason.reset();
        outcome.entryId = recorded->entry.id;
        outcome.visitor = recorded->visitor;
        if (recorded->entry.visitorId) {
            m_showings.rememberPerson(passage.setup, passage.payload, *recorded->entry.visitorId);
        }
        m_lastRecorded = outcome;
        m_lastPayload = passage.payload;
        conclude(outcome);
    });
}

void CheckpointDesk::refuse(const Passage &passage, Reason reason)
{
    ScanOutcome outcome = passage.outcome;
    outcome.kind = ScanOutcome::Kind::Refused;
    outcome.reason = reason;
    if (reason == Reason::NoCode) { // a picture without a code is no scan
        conclude(outcome);
        return;
    }
    const RefusedScan refused{newEntryId(outcome.at.utcMs), outcome.at, outcome.location, outcome.format,
                              outcome.deviceName,           reason};
    // Codes of two persons say nothing about either.
    const auto code = reason == Reason::TwoPersons ? std::nullopt : std::optional(passage.code);
    m_store->recordRefusal(refused, passage.payload, code)
        .then(this, [this, passage, outcome](const Result<void> &kept) {
            if (kept)
                conclude(outcome);
            else
                fail(passage, kept.error());
        });
}

void CheckpointDesk::fail(const Passage &passage, const Error &error)
{
    m_showings.giveBack(passage.setup, passage.payload, m_clock->steadyMs());
    concludeFailed(passage.outcome, error);
}

void CheckpointDesk::concludeFailed(ScanOutcome outcome, const Error &error)
{
    outcome.kind = ScanOutcome::Kind::Failed;
    outcome.error = error;
    conclude(std::move(outcome));
}

// ---- taking back

void CheckpointDesk::voidEntry(const QUuid &id, const QString &reason)
{
    m_turns.enqueue([this, id, reason] { takeBack(id, reason); });
}

void CheckpointDesk::takeBack(const QUuid &id, const QString &reason)
{
    const Moment now = m_clock->now();
    m_store->voidEntry(id, reason, now).then(this, [this, id, now](const Result<Entry> &voided) {
        const bool isLast = m_lastRecorded && m_lastRecorded->entryId == id;
        ScanOutcome outcome = isLast ? *m_lastRecorded : ScanOutcome{};
        outcome.number = 0;
        outcome.at = now;
        outcome.entryId = id;
        if (!voided) {
            concludeFailed(outcome, voided.error());
            return;
        }
        outcome.kind = ScanOutcome::Kind::Voided;
        if (isLast) {
            // Still in view, it must not be recorded again at once; held up again, it counts.
            m_showings.giveBack(m_devices.value(outcome.deviceId), m_lastPayload, m_clock->steadyMs());
            m_lastRecorded.reset();
        }
        conclude(outcome);
    });
}

void CheckpointDesk::turnRound()
{
    if (m_question && m_question->passage.outcome.direction) {
        const Direction other = opposite(*m_question->passage.outcome.direction);
        answer(m_question->passage.outcome.number,
               other == Direction::In ? Answer::RecordIn : Answer::RecordOut);
        return;
    }
    m_turns.enqueue([this] {
        if (!m_lastRecorded) {
            m_turns.end();
            return;
        }
        const ScanOutcome last = *m_lastRecorded;
        const Direction other = opposite(*last.direction);
        m_store->correctDirection(*last.entryId, other, m_clock->now())
            .then(this, [this, last, other](const Result<Recorded> &recorded) {
                ScanOutcome outcome = last;
                outcome.number = 0;
                if (!recorded) {
                    concludeFailed(outcome, recorded.error());
                    return;
                }
                outcome.number = ++m_count;
                outcome.direction = other;
                outcome.entryId = recorded->entry.id;
                outcome.corrected = true;
                m_lastRecorded = outcome;
                conclude(outcome);
            });
    });
}

} // namespace checkpoint
