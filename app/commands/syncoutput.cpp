#include "app/commands/syncoutput.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "core/base/ids.h"
#include "core/domain/retention.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QJsonValue timeOrNull(const std::optional<qint64> &utcMs)
{
    return utcMs ? QJsonValue(
                       QDateTime::fromMSecsSinceEpoch(*utcMs).toOffsetFromUtc(0).toString(Qt::ISODateWithMs))
                 : QJsonValue();
}

QString countsText(const OutboxCounts &counts)
{
    return u"%1 recorded = %2 acknowledged + %3 waiting + %4 rejected"_s.arg(counts.recorded)
        .arg(counts.acknowledged)
        .arg(counts.waiting)
        .arg(counts.rejected);
}

QString offerId(SelfCheckInOffer offer)
{
    switch (offer) {
    case SelfCheckInOffer::Unknown:
        return u"unknown"_s;
    case SelfCheckInOffer::Offered:
        return u"offered"_s;
    case SelfCheckInOffer::NotOffered:
        return u"not-offered"_s;
    }
    Q_UNREACHABLE();
}

qint64 daysWaited(const TargetRecord &record)
{
    return record.daysWaited(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

void SyncTotals::add(const TargetRecord &target)
{
    counts.recorded += target.counts.recorded;
    counts.acknowledged += target.counts.acknowledged;
    counts.waiting += target.counts.waiting;
    counts.rejected += target.counts.rejected;
    needsEnrolment = needsEnrolment || target.condition.state == TargetState::NeedsEnrolment;
}

int SyncTotals::exitCode() const
{
    if (needsEnrolment)
        return ExitNeedsEnrolment;
    if (counts.waiting > 0)
        return ExitWaiting;
    return counts.rejected > 0 ? ExitRejected : ExitDone;
}

QJsonObject syncJson(const SyncTotals &totals)
{
    return {
        {u"recorded"_s, totals.counts.recorded}, {u"acknowledged"_s, totals.counts.acknowledged},
        {u"waiting"_s, totals.counts.waiting},   {u"rejected"_s, totals.counts.rejected},
        {u"batches"_s, totals.batches},          {u"bytes"_s, totals.bytes},
    };
}

QString syncText(const SyncTotals &totals)
{
    return countsText(totals.counts) +
           u"; %1 batches, %2 bytes sent now"_s.arg(totals.batches).arg(totals.bytes);
}

QJsonObject targetJson(const TargetRecord &record)
{
    const SyncTarget &target = record.target;
    const TargetCondition &condition = record.condition;
    return {
        {u"target"_s, target.name},
        {u"kind"_s, target.kind},
        {u"address"_s, target.address},
        {u"desk_id"_s, target.deskId},
        {u"venue_code"_s, target.venueCode.isEmpty() ? QJsonValue() : QJsonValue(target.venueCode)},
        {u"own_authority"_s, !target.authority.isEmpty()},
        {u"pinned_key"_s, !target.pinnedKey.isEmpty()},
        {u"state"_s, targetStateId(condition.state)},
        {u"paused"_s, record.paused},
        {u"why"_s, condition.why.isEmpty() ? QJsonValue() : QJsonValue(condition.why)},
        {u"failures"_s, condition.failures},
        {u"last_success"_s, timeOrNull(condition.lastSuccessMs)},
        {u"next_try"_s, timeOrNull(condition.nextTryMs)},
        {u"clock_ahead_seconds"_s,
         condition.clockOffMs ? QJsonValue(*condition.clockOffMs / 1000) : QJsonValue()},
        {u"self_check_ins"_s, offerId(record.selfCheckIns)},
        {u"recorded"_s, record.counts.recorded},
        {u"acknowledged"_s, record.counts.acknowledged},
        {u"waiting"_s, record.counts.waiting},
        {u"rejected"_s, record.counts.rejected},
        {u"oldest_waiting"_s, timeOrNull(record.oldestWaitingMs)},
        {u"waits_too_long"_s, daysWaited(record) >= waitingAlarmDays},
    };
}

QString targetText(const TargetRecord &record)
{
    QString text = u"%1  %2  %3  %4"_s.arg(
        record.target.name, record.target.address,
        record.paused ? u"paused"_s : targetStateId(record.condition.state), countsText(record.counts));
    if (record.backlogOpen)
        text += u"\n    older entries are still to be put into the outbox"_s;
    if (!record.condition.why.isEmpty())
        text += u"\n    "_s + record.condition.why;
    if (record.condition.nextTryMs)
        text += u"\n    next try "_s + timeOrNull(record.condition.nextTryMs).toString();
    if (const qint64 days = daysWaited(record); days >= waitingAlarmDays)
        text +=
            u"\n    entries have waited for %1 days; after %2 their visitors' data are destroyed"_s.arg(days)
                .arg(record.waitingTermDays);
    if (record.condition.clockOffMs)
        text += u"\n    this computer's clock is off by %1 s"_s.arg(*record.condition.clockOffMs / 1000);
    return text;
}

QJsonObject rejectedJson(const RejectedEntry &rejected, bool revealed)
{
    EntryRow row;
    row.entry = rejected.entry;
    row.visitor = rejected.visitor;
    QJsonObject object = entryJson(row, revealed);
    object.remove(u"voided_by"_s);
    object.insert(u"code"_s, rejected.code);
    object.insert(u"message"_s, rejected.message);
    return object;
}

QString rejectedText(const RejectedEntry &rejected, bool revealed)
{
    EntryRow row;
    row.entry = rejected.entry;
    row.visitor = rejected.visitor;
    return entryText(row, revealed) + u"\n    "_s + rejected.message;
}

QJsonObject batchJson(const BatchRecord &batch)
{
    return {
        {u"batch_id"_s, idText(batch.id)},
        {u"state"_s, batchStateId(batch.state)},
        {u"made"_s, timeOrNull(batch.madeMs)},
        {u"closed"_s, timeOrNull(batch.closedMs)},
        {u"entries"_s, batch.entries},
        {u"accepted"_s, batch.accepted},
        {u"duplicate"_s, batch.duplicate},
        {u"rejected"_s, batch.rejected},
        {u"bytes"_s, batch.bytes},
        {u"receipt"_s, batch.receipt.isEmpty() ? QJsonValue() : QJsonValue(batch.receipt)},
    };
}

QString batchText(const BatchRecord &batch)
{
    return u"%1  %2  %3 entries: %4 accepted, %5 duplicate, %6 rejected  %7"_s
        .arg(timeOrNull(batch.madeMs).toString(), batchStateId(batch.state))
        .arg(batch.entries)
        .arg(batch.accepted)
        .arg(batch.duplicate)
        .arg(batch.rejected)
        .arg(batch.receipt);
}

} // namespace checkpoint
