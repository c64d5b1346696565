#include "core/desk/checkpointdesk.h"

// What is put right after it was recorded, and who is sent out; passages are in checkpointdesk.cpp.

namespace checkpoint {

/// Something of before was corrected. An open question still stands where something was taken back; what else
/// comes is shown in its place.
void CheckpointDesk::concludeCorrection(const ScanOutcome &corrected)
{
    ScanOutcome outcome = corrected;
    if (outcome.kind != ScanOutcome::Kind::Voided)
        putQuestionAside();
    if (outcome.kind != ScanOutcome::Kind::Failed && outcome.visitorId)
        dropQuestionsAbout(*outcome.visitorId);
    if (outcome.at.utcMs == 0)
        outcome.at = m_clock->now();
    tell(outcome);
}

/// They would be answered on the strength of what stands no more. Nobody has turned anybody away by that.
void CheckpointDesk::dropQuestionsAbout(const QUuid &visitorId)
{
    const std::optional<Passage> &question = m_questions.standing();
    if (question && question->knownAs == visitorId) {
        m_turns.enqueue([this, dropped = *m_questions.takeStanding()]() mutable {
            dropped.outcome.reason.reset();
            settle(std::move(dropped), Answer::Dismiss);
        });
    }
    m_questions.dropAsideAbout(visitorId);
}

void CheckpointDesk::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    m_turns.enqueue([this, visitorId, now] {
        m_corrections.changePerson(visitorId, now);
        m_questions.changePerson(visitorId, now);
        emit personChanged(visitorId, now);
        if (now == VisitorData())
            dropQuestionsAbout(visitorId);
        m_leftOpen.clear(); // told anew, with what they are called now
        tellLeftOpen();
        m_turns.end();
    });
}

void CheckpointDesk::voidEntry(const QUuid &id, const QString &reason)
{
    m_turns.enqueue([this, id, reason] {
        m_corrections.takeBack(id, reason,
                               [this](const ScanOutcome &outcome) { concludeCorrection(outcome); });
    });
}

void CheckpointDesk::restoreEntry(const QUuid &id)
{
    m_turns.enqueue([this, id] {
        m_corrections.restore(id, ++m_count,
                              [this](const ScanOutcome &outcome) { concludeCorrection(outcome); });
    });
}

void CheckpointDesk::turnRoundEntry(const QUuid &entryId, Direction direction)
{
    m_turns.enqueue([this, entryId, direction] {
        m_corrections.correct(entryId, direction, ++m_count,
                              [this](const ScanOutcome &outcome) { concludeCorrection(outcome); });
    });
}

std::optional<HandFault> CheckpointDesk::completeLast(quint64 number, const EntryCompletion &completion)
{
    const CheckedCompletion written = checked(completion, m_clock->now().toDateTime().date().year());
    if (written.fault)
        return written.fault;
    m_turns.enqueue([this, number, added = written.completion] {
        m_corrections.complete(number, added, [this](const ScanOutcome &outcome) {
            if (outcome.kind == ScanOutcome::Kind::Failed) {
                concludeCorrection(outcome);
                return;
            }
            emit completed(outcome);
            tellLeftOpen();
            m_turns.end();
        });
    });
    return std::nullopt;
}

void CheckpointDesk::sendOut(const QUuid &entryId, const std::optional<Party> &party)
{
    depart({entryId, party, false});
}

void CheckpointDesk::letPartyOut(const QUuid &entryId, const Party &party)
{
    depart({entryId, party, true});
}

void CheckpointDesk::depart(const Departures::Wish &wish)
{
    m_turns.enqueue([this, wish] {
        m_departures.find(wish, m_clock->now(), m_location,
                          [this](const Result<Departures::Departure> &departure) {
                              if (departure)
                                  record(departure->passage, departure->draft);
                              else
                                  concludeCorrection(failedCorrection({}, departure.error()));
                          });
    });
}

} // namespace checkpoint
