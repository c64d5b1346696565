#include "core/desk/corrections.h"

#include "core/store/entrylists.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// So many entries can still be completed: more than wait in anybody's mind.
constexpr qsizetype mostKept = 64;

} // namespace

ScanOutcome failedCorrection(ScanOutcome about, const Error &error)
{
    about.kind = ScanOutcome::Kind::Failed;
    about.number = 0;
    about.deviceId.clear();
    about.notices.clear();
    about.missing.clear();
    about.error = error;
    return about;
}

Corrections::Corrections(EntryStore *store, const Clock *clock, const PassageRules *rules, Showings *showings,
                         QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_rules(rules), m_showings(showings)
{
}

void Corrections::remember(const ScanOutcome &recorded, const DeviceSetup &setup, const QByteArray &payload)
{
    m_kept.append({recorded, setup, payload});
    if (m_kept.size() > mostKept)
        m_kept.removeFirst();
    m_lastEntryId = recorded.entryId;
}

std::optional<ScanOutcome> Corrections::last() const
{
    if (!m_lastEntryId)
        return std::nullopt;
    for (auto kept = m_kept.crbegin(); kept != m_kept.crend(); ++kept) {
        if (kept->outcome.entryId == m_lastEntryId)
            return kept->outcome;
    }
    return std::nullopt;
}

QList<ScanOutcome> Corrections::incomplete() const
{
    QList<ScanOutcome> found;
    for (const Kept &each : m_kept) {
        // After it was turned round an entry is remembered by both its numbers.
        const auto known = [&each](const ScanOutcome &other) {
            return other.entryId == each.outcome.entryId;
        };
        if (m_rules->lacksRequired(each.outcome) && std::ranges::none_of(found, known))
            found.append(each.outcome);
    }
    return found;
}

void Corrections::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    for (Kept &each : m_kept) {
        if (each.outcome.visitorId == visitorId)
            each.outcome.visitor = now;
    }
}

// ---- taking back

void Corrections::takeBack(const QUuid &entryId, const QString &reason, const Done &done)
{
    const Moment now = m_clock->now();
    m_store->voidEntry(entryId, reason, now).then(this, [=, this](const Result<Entry> &voided) {
        const auto kept = std::ranges::find_if(
            m_kept, [&entryId](const Kept &each) { return each.outcome.entryId == entryId; });
        ScanOutcome outcome = kept == m_kept.end() ? ScanOutcome() : kept->outcome;
        outcome.at = now;
        outcome.entryId = entryId;
        if (!voided) {
            done(failedCorrection(outcome, voided.error()));
            return;
        }
        outcome.visitorId = voided->visitorId;
        outcome.kind = ScanOutcome::Kind::Voided;
        outcome.number = 0;
        outcome.notices.clear();
        outcome.missing.clear();
        if (m_lastEntryId == entryId)
            m_lastEntryId.reset();
        if (kept == m_kept.end()) {
            describe(outcome, done);
            return;
        }
        // Still in view, it must not be recorded again at once; held up again, it counts.
        m_showings->giveBack(kept->setup, kept->payload, m_clock->steadyMs());
        m_kept.removeIf([&entryId](const Kept &each) { return each.outcome.entryId == entryId; });
        done(outcome);
    });
}

/// An entry of an earlier hour: what it said is asked of the store. What was done stays whatever the answer
/// is.
void Corrections::describe(ScanOutcome about, const Done &done)
{
    EntryLists(m_store)
        .visitDetails(*about.entryId)
        .then(this, [about, done](const Result<VisitDetails> &details) mutable {
            if (details) {
                const EntryRow &row = details->asked;
                about.visitor = row.visitor;
                about.details = row.details;
                about.party = row.entry.party;
                about.apart = row.entry.apart;
                about.format = row.entry.source;
                about.deviceName = row.entry.device;
                about.location = row.entry.location;
                about.direction = row.entry.kind == EntryKind::Out ? Direction::Out : Direction::In;
            }
            done(about);
        });
}

// ---- turning round

void Corrections::correct(const QUuid &entryId, Direction direction, quint64 number, const Done &done)
{
    const auto kept = std::ranges::find_if(
        m_kept, [&entryId](const Kept &each) { return each.outcome.entryId == entryId; });
    const std::optional<ScanOutcome> before =
        kept == m_kept.end() ? std::nullopt : std::optional(kept->outcome);
    m_store->correctDirection(entryId, direction, m_clock->now())
        .then(this, [=, this](const Result<Recorded> &recorded) {
            ScanOutcome about = before.value_or(ScanOutcome());
            about.entryId = entryId;
            if (!recorded)
                done(failedCorrection(about, recorded.error()));
            else
                done(before ? turned(number, *before, *recorded) : fromRecord(number, *recorded));
        });
}

/// What is said of a corrected entry that was recorded too long ago to be remembered here.
ScanOutcome Corrections::fromRecord(quint64 number, const Recorded &recorded)
{
    ScanOutcome outcome;
    outcome.kind = ScanOutcome::Kind::Recorded;
    outcome.number = number;
    outcome.at = recorded.entry.at;
    outcome.location = recorded.entry.location;
    outcome.deviceName = recorded.entry.device;
    outcome.format = recorded.entry.source;
    outcome.direction = recorded.entry.kind == EntryKind::Out ? Direction::Out : Direction::In;
    outcome.entryId = recorded.entry.id;
    outcome.visitorId = recorded.entry.visitorId;
    outcome.visitor = recorded.visitor;
    outcome.details = recorded.details;
    outcome.party = recorded.entry.party;
    outcome.apart = recorded.entry.apart;
    outcome.partyInside = recorded.partyInside;
    outcome.insideNow = recorded.insideNow;
    outcome.corrects = recorded.entry.corrects;
    outcome.sameWay = recorded.sameWay;
    remember(outcome, {}, {});
    return outcome;
}

ScanOutcome Corrections::turned(quint64 number, const ScanOutcome &before, const Recorded &recorded)
{
    ScanOutcome outcome = before;
    outcome.number = number;
    outcome.direction = opposite(*before.direction);
    outcome.entryId = recorded.entry.id;
    outcome.visitor = recorded.visitor;
    outcome.details = recorded.details;
    outcome.party = recorded.entry.party;
    outcome.partyInside = recorded.partyInside;
    outcome.insideNow = recorded.insideNow;
    outcome.corrects = before.entryId;
    outcome.sameWay = recorded.sameWay;
    m_rules->finish(outcome);
    const auto kept = std::ranges::find_if(
        m_kept, [&before](const Kept &each) { return each.outcome.entryId == before.entryId; });
    Kept standing = *kept;
    standing.outcome = outcome;
    // The number by which the entry was known before names the one that stands now.
    const quint64 formerNumber = kept->outcome.number;
    kept->outcome = outcome;
    kept->outcome.number = formerNumber;
    m_kept.append(standing);
    m_lastEntryId = outcome.entryId;
    return outcome;
}

// ---- restoring

void Corrections::restore(const QUuid &entryId, quint64 number, const Done &done)
{
    m_store->restoreEntry(entryId, m_clock->now()).then(this, [=, this](const Result<Recorded> &recorded) {
        ScanOutcome outcome;
        outcome.at = m_clock->now();
        outcome.entryId = entryId;
        outcome.restores = true;
        if (!recorded) {
            describe(failedCorrection(outcome, recorded.error()), done);
            return;
        }
        outcome = fromRecord(number, *recorded);
        outcome.restores = true;
        done(outcome);
    });
}

// ---- completing

void Corrections::complete(quint64 number, EntryCompletion completion, const Done &done)
{
    const auto kept =
        std::ranges::find_if(m_kept, [number](const Kept &each) { return each.outcome.number == number; });
    if (kept == m_kept.end()) {
        done(failedCorrection({}, {ErrorCode::NotFound, u"no such outcome"_s}));
        return;
    }
    completion.at = m_clock->now();
    const ScanOutcome before = kept->outcome;
    m_store->completeEntry(*before.entryId, completion)
        .then(this, [this, before, done](const Result<Recorded> &recorded) {
            if (!recorded) {
                done(failedCorrection(before, recorded.error()));
                return;
            }
            ScanOutcome outcome = before;
            outcome.visitor = recorded->visitor;
            outcome.details = recorded->details;
            outcome.party = recorded->entry.party;
            outcome.partyInside = recorded->partyInside;
            outcome.insideNow = recorded->insideNow;
            m_rules->finish(outcome);
            for (Kept &each : m_kept) {
                if (each.outcome.entryId != outcome.entryId)
                    continue;
                const quint64 named = each.outcome.number;
                each.outcome = outcome;
                each.outcome.number = named;
            }
            done(outcome);
        });
}

} // namespace checkpoint
