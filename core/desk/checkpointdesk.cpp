#include "core/desk/checkpointdesk.h"

#include "core/base/logging.h"
#include "core/base/recoverytext.h"
#include "core/desk/personfinder.h"
#include "core/desk/scanreading.h"
#include "core/scan/scannerselftest.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace checkpoint {

CheckpointDesk::CheckpointDesk(EntryStore *store, const Clock *clock, bool operatorPresent, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_operatorPresent(operatorPresent)
    , m_corrections(store, clock, &m_rules, &m_showings, nullptr)
    , m_departures(store, nullptr)
{
    connect(&m_turns, &Turns::becameIdle, this, &CheckpointDesk::becameIdle);
}

CheckpointDesk::~CheckpointDesk()
{
    if (const auto standing = m_questions.takeStanding())
        keepUnanswered(*standing);
    for (const Passage &question : m_questions.aside())
        keepUnanswered(question);
}

void CheckpointDesk::setRules(const VenueRules &rules, int capacity, const OpeningHours &hours)
{
    m_rules.set(rules, capacity, hours);
}

void CheckpointDesk::setDeclaration(const QUuid &visitorId, DeclarationStatus status)
{
    m_rules.setDeclaration(visitorId, status, m_clock->now().toDateTime().date());
}

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
    const std::optional<Passage> &question = m_questions.standing();
    return question ? std::optional(question->outcome) : std::nullopt;
}

QList<ScanOutcome> CheckpointDesk::leftOpen() const
{
    QList<ScanOutcome> open;
    for (const Passage &question : m_questions.aside())
        open.append(question.outcome);
    return open + m_corrections.incomplete();
}

// ---- taking

void CheckpointDesk::take(const RawScan &scan)
{
    if (!m_devices.contains(scan.deviceId))
        m_devices.insert(scan.deviceId,
                         {scan.deviceId, scan.deviceId, DirectionRule::Auto, RepeatPolicy::InView});
    if (std::ranges::any_of(scan.sightings, &isSelfTest, &Sighting::bytes)) {
        emit selfTestScanned(scan);
        return;
    }
    emit sighted(scan);
    const auto isSheet = [](const Sighting &sighting) { return sighting.bytes.startsWith(recoveryTextHead); };
    if (std::ranges::any_of(scan.sightings, isSheet))
        return;
    const auto passages = passagesOf(scan, m_devices.value(scan.deviceId), m_trust, m_location);
    if (m_trying || (m_postersIgnored && passages.front().code.format == formatid::venueCode))
        return;
    if (m_lookingUp && passages.size() == 1 && lookUp(passages.front()))
        return;
    if (passages.size() > 1)
        takeTogether(passages);
    else if (passages.front().code.error == Reason::NoCode)
        m_turns.enqueue([this, passage = passages.front()] { refuse(passage, Reason::NoCode); });
    else
        takePassage(passages.front());
}

/// The code counts as shown, so that it is not recorded while it stays in view.
bool CheckpointDesk::lookUp(const Passage &passage)
{
    if (!PersonFinder::isPersonsCode(passage.payload))
        return false;
    m_showings.see(passage.setup, passage.payload, passage.steadyMs);
    m_lookingUp = false;
    emit lookedUp(passage.payload);
    return true;
}

void CheckpointDesk::takePassage(const Passage &passage)
{
    switch (m_showings.see(passage.setup, passage.payload, passage.steadyMs)) {
    case Showings::Verdict::InView:
        return;
    case Showings::Verdict::Repeated:
        m_turns.enqueue([this, repeated = passage]() mutable {
            repeated.outcome.kind = ScanOutcome::Kind::Repeated;
            conclude(repeated);
        });
        return;
    case Showings::Verdict::Counts:
        m_turns.enqueue([this, passage] { handle(passage); });
        return;
    }
}

std::optional<HandFault> CheckpointDesk::recordByHand(const HandEntry &entry)
{
    const Moment now = m_clock->now();
    const CheckedHandEntry written = checked(entry, now.toDateTime().date().year());
    if (!written.fault)
        takePassage(writtenPassage(written.entry, now, m_clock->steadyMs(), m_location));
    return written.fault;
}

void CheckpointDesk::takeTogether(const std::vector<Passage> &passages)
{
    const Passage &first = passages.front();
    QList<QByteArray> payloads;
    for (const Passage &passage : passages)
        payloads.append(passage.payload);
    switch (m_showings.seeTogether(first.setup, payloads, first.steadyMs)) {
    case Showings::Verdict::InView:
        return;
    case Showings::Verdict::Repeated:
        m_turns.enqueue([this, repeated = first]() mutable {
            repeated.outcome.kind = ScanOutcome::Kind::Repeated;
            repeated.outcome.visitor = {};
            conclude(repeated);
        });
        return;
    case Showings::Verdict::Counts:
        m_turns.enqueue([this, passages] { matchTogether(passages, {}); });
        return;
    }
}

/// One person may hold two of their own codes into the view; only codes of different persons are refused.
void CheckpointDesk::matchTogether(const std::vector<Passage> &passages, std::vector<PersonMatch> matches)
{
    if (matches.size() < passages.size()) {
        m_store->match(m_rules.queryFor(passages[matches.size()]))
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
    if (areOnePerson(passages, matches)) {
        decide(passages.front(), matches.front());
        return;
    }
    Passage together = passages.front();
    together.outcome.visitor = {};
    together.outcome.warnings.clear();
    refuse(together, Reason::TwoPersons);
}

// ---- deciding

void CheckpointDesk::handle(const Passage &seen)
{
    Passage passage = seen;
    const std::optional<Passage> &question = m_questions.standing();
    if (question && asksForCertificate(question->outcome) && holdsCertificate(*question, passage)) {
        passage = withCertificate(*m_questions.takeStanding(), passage);
        passage.asked = true;
    }
    // Whose pass expired while they were inside is let out with it; in nobody comes.
    const bool mayLeave =
        passage.code.error == Reason::PassExpired && passage.setup.direction != DirectionRule::In;
    if (passage.code.error && !mayLeave) {
        refuseCode(passage);
        return;
    }
    m_store->match(m_rules.queryFor(passage)).then(this, [this, passage](const Result<PersonMatch> &match) {
        if (match)
            decide(passage, *match);
        else
            fail(passage, match.error());
    });
}

void CheckpointDesk::decide(const Passage &seen, const PersonMatch &match)
{
    Passage passage = seen;
    const Admission admission = m_rules.weigh(passage, match, m_operatorPresent);
    if (passage.code.error) { // an expired pass
        if (!match.visitorId || (admission.direction == Direction::In && !match.openVisitEntry)) {
            refuseCode(seen);
            return;
        }
        passage.outcome.notices.append(*std::exchange(passage.code.error, std::nullopt));
    }
    if (match.visitorId) {
        passage.knownAs = match.visitorId;
        if (!passage.asked &&
            m_showings.isPersonRepeated(passage.setup, passage.payload, *match.visitorId, passage.steadyMs)) {
            passage.outcome.kind = ScanOutcome::Kind::Repeated;
            passage.outcome.reason.reset();
            passage.outcome.notices.clear();
            passage.outcome.direction.reset();
            conclude(passage);
            return;
        }
        m_showings.rememberPerson(passage.setup, passage.payload, *match.visitorId);
    }
    switch (admission.verdict) {
    case Admission::Verdict::Record:
        if (admission.reason == Reason::LeavesWithoutEntry)
            passage.warn(CodeWarning::LeavesWithoutEntry);
        record(passage, draftOf(passage, admission.direction));
        return;
    case Admission::Verdict::Ask:
        ask(passage);
        return;
    case Admission::Verdict::Refuse:
        refuse(passage, *admission.reason);
        return;
    }
}

void CheckpointDesk::ask(const Passage &passage)
{
    putQuestionAside();
    m_questions.takeAsideAbout(passage); // the newer one knows more
    Passage question = passage;
    ScanOutcome &outcome = question.outcome;
    outcome.kind = ScanOutcome::Kind::Asks;
    outcome.number = ++m_count;
    outcome.answers = possibleAnswers(outcome);
    if (outcome.answers.contains(Answer::RecordIn))
        m_rules.warnOfCapacity(outcome);
    m_questions.stand(question);
    conclude(question);
}

void CheckpointDesk::putQuestionAside()
{
    if (const auto oldest = m_questions.putAside())
        keepUnanswered(*oldest);
}

/// A question that nobody answered is kept as a refused scan, unless nobody was kept out by it.
void CheckpointDesk::keepUnanswered(const Passage &passage)
{
    if (refusesNobody(passage.outcome))
        return;
    m_store->recordRefusal(refusalOf(passage, *passage.outcome.reason), passage.payload, passage.code)
        .then(this, [](const Result<void> &kept) {
            if (!kept)
                qCWarning(lcDesk, "Unanswered question not kept: %s",
                          qPrintable(errorCodeId(kept.error().code)));
        });
}

void CheckpointDesk::recallQuestion(quint64 number)
{
    m_turns.enqueue([this, number] {
        if (const auto question = m_questions.takeAside(number))
            ask(*question);
        else
            m_turns.end();
    });
}

void CheckpointDesk::answer(quint64 number, Answer answer)
{
    m_turns.enqueue([this, number, answer] {
        const std::optional<ScanOutcome> question = openQuestion();
        if (question && question->number == number && question->answers.contains(answer))
            settle(*m_questions.takeStanding(), answer);
        else
            m_turns.end();
    });
}

void CheckpointDesk::settle(Passage passage, Answer answer)
{
    passage.outcome.number = 0;
    passage.outcome.answers.clear();
    passage.outcome.notices.removeAll(Reason::OverCapacity); // said again of what is recorded
    if (answer == Answer::Dismiss) {
        passage.outcome.kind = ScanOutcome::Kind::Dismissed;
        if (refusesNobody(passage.outcome))
            conclude(passage);
        else
            refuse(passage, *passage.outcome.reason, ScanOutcome::Kind::Dismissed);
        return;
    }
    const Direction direction = answer == Answer::RecordIn ? Direction::In : Direction::Out;
    if (direction == Direction::Out && !passage.outcome.insideSinceUtcMs)
        passage.warn(CodeWarning::LeavesWithoutEntry);
    record(passage, draftOf(passage, direction));
}

// ---- ending

void CheckpointDesk::record(const Passage &passage, const EntryDraft &draft)
{
    m_store->record(draft).then(this, [this, passage](const Result<Recorded> &recorded) {
        if (!recorded) {
            fail(passage, recorded.error());
            return;
        }
        Passage ended = passage;
        ended.outcome = recordedOutcome(passage, *recorded);
        m_rules.finish(ended.outcome);
        if (recorded->entry.visitorId) {
            m_questions.dropAsideAbout(*recorded->entry.visitorId);
            m_rules.noteCertificate(*recorded->entry.visitorId, ended.outcome);
            m_showings.rememberPerson(passage.setup, passage.payload, *recorded->entry.visitorId);
        }
        conclude(ended);
    });
}

/// A code that does not count names nobody.
void CheckpointDesk::refuseCode(Passage passage)
{
    passage.code.visitor = {};
    passage.outcome.visitor = {};
    const Reason reason = *passage.code.error;
    refuse(passage, reason);
}

void CheckpointDesk::refuse(const Passage &refused, Reason reason, ScanOutcome::Kind kind)
{
    Passage passage = refused;
    passage.outcome.kind = kind;
    passage.outcome.reason = reason;
    if (reason == Reason::NoCode) { // a picture without a code is no scan
        conclude(passage);
        return;
    }
    // Codes of two persons say nothing about either.
    const auto code = reason == Reason::TwoPersons ? std::nullopt : std::optional(passage.code);
    m_store->recordRefusal(refusalOf(passage, reason), passage.payload, code)
        .then(this, [this, passage](const Result<void> &kept) {
            if (kept)
                conclude(passage);
            else
                fail(passage, kept.error());
        });
}

void CheckpointDesk::fail(const Passage &failed, const Error &error)
{
    m_showings.giveBack(failed.setup, failed.payload, m_clock->steadyMs());
    Passage passage = failed;
    passage.outcome.kind = ScanOutcome::Kind::Failed;
    passage.outcome.error = error;
    conclude(passage);
}

void CheckpointDesk::conclude(const Passage &passage)
{
    ScanOutcome outcome = passage.outcome;
    if (outcome.kind == ScanOutcome::Kind::Repeated) {
        // Who is asked to show the code again has not been answered yet.
        if (const auto question = m_questions.takeAsideAbout(passage)) {
            ask(*question);
            return;
        }
    } else if (outcome.kind != ScanOutcome::Kind::Asks && outcome.kind != ScanOutcome::Kind::Refused) {
        putQuestionAside(); // a key pressed now must not answer it unseen
    }
    outcome.number = outcome.number == 0 ? ++m_count : outcome.number;
    if (outcome.kind == ScanOutcome::Kind::Recorded)
        m_corrections.remember(outcome, passage.setup, passage.payload);
    tell(outcome);
}

void CheckpointDesk::tell(ScanOutcome outcome)
{
    if (outcome.number == 0)
        outcome.number = ++m_count;
    if (outcome.kind == ScanOutcome::Kind::Failed)
        qCWarning(lcDesk, "Not recorded: %s", qPrintable(errorCodeId(outcome.error->code)));
    emit announced(outcome);
    tellLeftOpen();
    m_turns.end();
}

void CheckpointDesk::tellLeftOpen()
{
    const QList<ScanOutcome> open = leftOpen();
    QList<quint64> numbers;
    for (const ScanOutcome &each : open)
        numbers.append(each.number);
    if (std::exchange(m_leftOpen, numbers) != numbers)
        emit leftOpenChanged(open);
}

} // namespace checkpoint
