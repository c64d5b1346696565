#include "core/sync/targetcourier.h"

#include "core/base/logging.h"
#include "core/sync/batchbody.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

constexpr auto gatheringTime = 1s;
/// Own phones are asked for as often; scattered, so that desks do not ask in step.
constexpr auto checkInPause = 20s;
constexpr int mostCheckInPages = 50; ///< of a pass: whoever tells without end is not to keep entries waiting
constexpr qint64 toleratedClockMs = 120'000;
/// A planned try that is further off than any pause can be comes from a clock that was set.
constexpr auto longestPlan = 24h + 15min;

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

TargetCourier::TargetCourier(const TargetRecord &target, Outbox *outbox, VenueRegister *venue,
                             const Clock *clock, const LineRules &patience)
    : m_outbox(outbox)
    , m_venue(venue)
    , m_clock(clock)
    , m_line(target.target, patience, this)
    , m_record(target)
    , m_next(this)
    , m_gathering(this)
{
    for (QTimer *const timer : {&m_next, &m_gathering}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { begin(false); });
    }
    m_gathering.setInterval(gatheringTime);
}

// ---- when

void TargetCourier::keepGoing()
{
    m_keepsGoing = true;
    const qint64 planned = m_record.condition.nextTryMs.value_or(0) - now();
    plan(planned > std::chrono::milliseconds(longestPlan).count() ? 0ms : std::chrono::milliseconds(planned));
}

void TargetCourier::plan(std::chrono::milliseconds pause)
{
    if (m_keepsGoing && !m_stopping)
        m_next.start(std::max(pause, 0ms));
}

void TargetCourier::wake()
{
    if (m_passing)
        m_again = true;
    else if (m_record.condition.failures == 0 && !m_record.condition.nextTryMs && !m_gathering.isActive())
        m_gathering.start();
}

void TargetCourier::sendNow()
{
    if (m_passing)
        m_hurried = true;
    else
        begin(true);
}

void TargetCourier::stop()
{
    m_stopping = true;
    m_next.stop();
    m_gathering.stop();
    m_line.hangUp();
    if (!m_passing)
        emit stopped();
}

// ---- one pass

/// Goes on with what the store answers, or ends the pass.
template <typename T, typename Next> void TargetCourier::step(Future<Result<T>> answer, Next next)
{
    answer.then(this, [this, next](const Result<T> &result) {
        if (!result)
            return fail(result.error());
        if (m_stopping)
            return finish();
        if constexpr (std::is_void_v<T>)
            next();
        else
            next(*result);
    });
}

void TargetCourier::begin(bool hurried)
{
    if (m_passing || m_stopping)
        return;
    m_passing = true;
    m_hurried = hurried;
    m_again = false;
    m_next.stop();
    m_gathering.stop();
    m_pass = {};
    m_checkInPages = 0;
    step(m_outbox->targets(), [this](const QList<TargetRecord> &records) {
        const auto found = std::ranges::find_if(
            records, [this](const TargetRecord &each) { return each.target.name == m_record.target.name; });
        if (found == records.end())
            return fail({ErrorCode::NotFound, u"the target is not kept any more"_s});
        m_record = *found;
        m_line.setTarget(m_record.target);
        const bool waitsForSomebody =
            m_record.paused || (m_record.condition.state != TargetState::Ready && m_begunBefore);
        m_begunBefore = true;
        if (waitsForSomebody && !m_hurried)
            return finish();
        prepare();
    });
}

void TargetCourier::prepare()
{
    if (m_record.backlogOpen)
        fillBacklog();
    else if (m_record.target.venueCode.isEmpty())
        registerVenue();
    else
        sendNext();
}

void TargetCourier::registerVenue()
{
    step(m_venue->load(), [this](const VenueRecord &record) {
        if (record.venue)
            registerAs(*record.venue);
        else
            giveUp(TargetState::Stopped, u"the venue has not been described yet (venue set)"_s);
    });
}

void TargetCourier::registerAs(const Venue &venue)
{
    m_line.ask(VenueCall{venue, m_record.target.id}).then(this, [this](const TargetAnswer &answer) {
        compareClock(answer);
        const auto *const registered = std::get_if<VenueRegistered>(&answer.said);
        if (!registered)
            return takeTrouble(answer);
        step(m_outbox->noteVenueCode(m_record.target.name, registered->code),
             [this, registered = *registered] {
                 m_record.target.venueCode = registered.code;
                 m_line.setTarget(m_record.target);
                 emit venueRegistered(registered);
                 prepare();
             });
    });
}

void TargetCourier::fillBacklog()
{
    step(m_outbox->fillBacklog(m_record.target.name), [this](bool more) {
        m_record.backlogOpen = more;
        prepare();
    });
}

void TargetCourier::sendNext()
{
    step(m_outbox->openBatch(m_record.target.name), [this](const std::optional<StoredBatch> &batch) {
        if (batch)
            send(*batch);
        else
            makeBatch();
    });
}

void TargetCourier::makeBatch()
{
    step(m_outbox->waiting(m_record.target.name, mostEntries()), [this](const QList<OutboxEntry> &entries) {
        if (entries.isEmpty())
            return rest();
        const StoredBatch batch = checkpoint::makeBatch(entries, m_record.target.deskId, now());
        step(m_outbox->storeBatch(m_record.target.name, batch, now()), [this, batch] { send(batch); });
    });
}

void TargetCourier::send(const StoredBatch &batch)
{
    m_pass.bytes += batch.body.size();
    m_line.ask(BatchCall{batch}).then(this, [this, batch](const TargetAnswer &answer) {
        take(batch, answer);
    });
}

void TargetCourier::take(const StoredBatch &batch, const TargetAnswer &answer)
{
    compareClock(answer);
    if (answer.verdict == Verdict::Halve)
        divide(batch, answer);
    else if (const auto *const answered = std::get_if<BatchAnswered>(&answer.said))
        settle(batch, *answered);
    else
        takeTrouble(answer);
}

void TargetCourier::settle(const StoredBatch &batch, const BatchAnswered &answered)
{
    const bool settledNothing = answered.results.isEmpty();
    step(m_outbox->settle(m_record.target.name, batch.id, answered.receipt, answered.results, now()),
         [this, settledNothing] {
             ++m_pass.batches;
             if (settledNothing)
                 return tryLater(u"the platform's answer settled nothing"_s, 0ms);
             if (m_returned && mostEntries() == mostBatchEntries)
                 m_returned.reset(); // it is in full swing
             if ((m_record.condition.failingSinceMs || m_returned) && m_keepsGoing && !m_hurried)
                 return comeBack();
             m_record.condition = wellSince(now());
             step(m_outbox->targets(), [this](const QList<TargetRecord> &records) {
                 for (const TargetRecord &each : records) {
                     if (each.target.name != m_record.target.name)
                         continue;
                     m_record.paused = each.paused;
                     emit progressed(each);
                 }
                 if (m_record.paused && !m_hurried)
                     return finish();
                 sendNext();
             });
         });
}

void TargetCourier::divide(const StoredBatch &batch, const TargetAnswer &answer)
{
    ++m_pass.batches;
    const QString &target = m_record.target.name;
    if (batch.entries.size() == 1) {
        const QString message = answer.message.isEmpty() ? answer.why : answer.message;
        return step(m_outbox->refuse(target, batch.id, answer.code, message, now()), [this] { sendNext(); });
    }
    const auto halves = halvesOf(batch, now());
    if (!halves)
        return fail({ErrorCode::DatabaseDamaged, u"a stored batch cannot be read"_s});
    step(m_outbox->halve(target, batch.id, halves->first, halves->second, now()), [this] { sendNext(); });
}

/// Nothing waits: whatever was wrong is over.
void TargetCourier::rest()
{
    m_returned.reset();
    const TargetCondition well = wellSince(m_record.condition.lastSuccessMs);
    if (m_record.condition == well)
        return askCheckIns(m_record.cursor);
    m_record.condition = well;
    step(m_outbox->noteCondition(m_record.target.name, well), [this] { askCheckIns(m_record.cursor); });
}

// ---- own phones

void TargetCourier::askCheckIns(const QString &cursor)
{
    if (m_record.selfCheckIns == SelfCheckInOffer::NotOffered)
        return finish();
    m_line.ask(CheckInsCall{cursor}).then(this, [this, cursor](const TargetAnswer &answer) {
        takeCheckIns(answer, cursor);
    });
}

/// Beside the entries this is an extra: what goes wrong with it is tried again at the next pass.
void TargetCourier::takeCheckIns(const TargetAnswer &answer, const QString &cursor)
{
    compareClock(answer);
    if (answer.verdict == Verdict::NeedsEnrolment)
        return takeTrouble(answer);
    const QString &target = m_record.target.name;
    const auto *const told = std::get_if<CheckInsTold>(&answer.said);
    if (!told) {
        if (answer.verdict != Verdict::Stopped)
            return finish();
        m_record.selfCheckIns = SelfCheckInOffer::NotOffered;
        return step(m_outbox->noteOffer(target, SelfCheckInOffer::NotOffered), [this] { finish(); });
    }
    const bool more = !told->checkIns.isEmpty() && told->cursor != cursor;
    step(m_outbox->takeSelfCheckIns(target, told->checkIns, told->cursor),
         [this, more, next = told->cursor](int count) {
             if (count > 0)
                 emit checkInsTaken(count);
             m_record.cursor = next;
             if (more && ++m_checkInPages < mostCheckInPages)
                 return askCheckIns(next);
             if (m_record.selfCheckIns == SelfCheckInOffer::Offered)
                 return finish();
             m_record.selfCheckIns = SelfCheckInOffer::Offered;
             step(m_outbox->noteOffer(m_record.target.name, SelfCheckInOffer::Offered), [this] { finish(); });
         });
}

// ---- what went wrong

void TargetCourier::compareClock(const TargetAnswer &answer)
{
    if (!answer.clockOffMs)
        return;
    const bool tolerated = std::abs(*answer.clockOffMs) <= toleratedClockMs;
    const std::optional<qint64> off = tolerated ? std::nullopt : answer.clockOffMs;
    emit clockCompared(off);
    if (off.has_value() == m_record.condition.clockOffMs.has_value())
        return;
    m_record.condition.clockOffMs = off;
    // Nobody waits for this note; the next condition carries it again.
    m_outbox->noteCondition(m_record.target.name, m_record.condition);
}

void TargetCourier::takeTrouble(const TargetAnswer &answer)
{
    switch (answer.verdict) {
    case Verdict::NeedsEnrolment:
        return giveUp(TargetState::NeedsEnrolment, answer.why);
    case Verdict::Accepted: // the answer to another call
    case Verdict::Halve:    // nothing that could be halved
    case Verdict::Stopped:
        return giveUp(TargetState::Stopped, answer.why);
    case Verdict::Later:
        return tryLater(answer.why, answer.askedFor);
    }
}

void TargetCourier::tryLater(const QString &why, std::chrono::milliseconds askedFor)
{
    if (m_stopping)
        return finish(); // hung up here: that says nothing about the target
    TargetCondition condition = m_record.condition;
    condition.state = TargetState::Ready;
    condition.why = why;
    ++condition.failures;
    if (!condition.failingSinceMs)
        condition.failingSinceMs = now();
    m_lastPause = m_policy.pause(condition.failures, chance(), askedFor);
    condition.nextTryMs = now() + m_lastPause.count();
    note(condition);
}

int TargetCourier::mostEntries() const
{
    return m_returned && !m_hurried ? std::min(RetryPolicy::entriesAfterReturn(*m_returned), mostBatchEntries)
                                    : mostBatchEntries;
}

/// The line is back. Other desks notice it in the same minutes: what gathered meanwhile is spread.
void TargetCourier::comeBack()
{
    const int failures = m_record.condition.failures;
    TargetCondition condition = wellSince(now());
    condition.failures = RetryPolicy::failuresAfterReturn(failures);
    if (!m_returned || RetryPolicy::isAnotherOutage(failures)) {
        m_returned = 0;
        condition.nextTryMs = now() + m_policy.holdBack(failures, m_lastPause, chance()).count();
    } else {
        ++*m_returned;
        condition.nextTryMs = now() + RetryPolicy::betweenReturning.count();
    }
    note(condition);
}

void TargetCourier::giveUp(TargetState state, const QString &why)
{
    TargetCondition condition = m_record.condition;
    condition.state = state;
    condition.why = why;
    if (!condition.failingSinceMs)
        condition.failingSinceMs = now();
    condition.nextTryMs.reset();
    note(condition);
}

void TargetCourier::note(const TargetCondition &condition)
{
    m_record.condition = condition;
    step(m_outbox->noteCondition(m_record.target.name, condition), [this] { finish(); });
}

/// Something here, not at the target: a full disk, say.
void TargetCourier::fail(const Error &error)
{
    qCWarning(lcSync, "Sending stopped: %s", qPrintable(error.detail));
    m_pass.error = error;
    finish();
}

void TargetCourier::finish()
{
    m_outbox->targets().then(this, [this](const Result<QList<TargetRecord>> &records) {
        m_passing = false;
        if (m_stopping) {
            emit stopped();
            return;
        }
        m_pass.target = m_record;
        for (const TargetRecord &each : records ? *records : QList<TargetRecord>()) {
            if (each.target.name == m_record.target.name)
                m_pass.target = each;
        }
        emit progressed(m_pass.target);
        emit passEnded(m_pass);
        planNext();
    });
}

void TargetCourier::planNext()
{
    m_localFailures = m_pass.error ? m_localFailures + 1 : 0;
    if (m_pass.error)
        return plan(m_policy.pause(m_localFailures, chance()));
    if (m_pass.target.paused || m_record.condition.state != TargetState::Ready)
        return; // until somebody says so
    if (m_record.condition.nextTryMs)
        return plan(std::chrono::milliseconds(*m_record.condition.nextTryMs - now()));
    if (m_again)
        wake();
    if (m_record.selfCheckIns == SelfCheckInOffer::Offered)
        plan(std::chrono::milliseconds(qint64(1000.0 * double(checkInPause.count()) * (0.5 + chance()))));
}

TargetCondition TargetCourier::wellSince(std::optional<qint64> successMs) const
{
    TargetCondition condition;
    condition.lastSuccessMs = successMs;
    condition.clockOffMs = m_record.condition.clockOffMs;
    return condition;
}

} // namespace checkpoint
