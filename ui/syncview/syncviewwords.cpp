#include "ui/syncview/syncviewwords.h"

#include "ui/common/synctext.h"
#include "ui/common/whytext.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SyncViewWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncViewWords)
};

void sayTrouble(TargetWords &words, const QString &state)
{
    words.sign = "warning"_L1;
    words.ink = &Colours::ask;
    words.tone = "ask"_L1;
    words.state = state;
}

void sayState(TargetWords &words, const TargetRecord &record)
{
    const TargetCondition &condition = record.condition;
    words.sign = "check"_L1;
    words.tone = "quiet"_L1;
    if (condition.state == TargetState::NeedsEnrolment)
        sayTrouble(words, SyncViewWords::tr("The platform does not know this desk any more: enrol it again. "
                                            "Recording goes on."));
    else if (condition.state == TargetState::Stopped)
        sayTrouble(words, SyncViewWords::tr("Sending stopped. Recording goes on."));
    else if (record.paused)
        sayTrouble(words, SyncViewWords::tr("Sending is paused. Recording goes on."));
    else if (condition.failures > 0)
        sayTrouble(words, SyncViewWords::tr("Sending does not work now. Recording goes on."));
    else if (record.counts.waiting > 0 || record.backlogOpen)
        words.state = SyncViewWords::tr("Entries are being sent.");
    else
        words.state = SyncViewWords::tr("Everything is sent.");
    if (words.sign == "check"_L1 && (record.counts.waiting > 0 || record.backlogOpen))
        words.sign = "sync"_L1;
}

QString nextText(const TargetRecord &record, const QDate &today)
{
    const TargetCondition &condition = record.condition;
    const QString why = whyText(condition.why);
    if (condition.state == TargetState::NeedsEnrolment)
        return SyncViewWords::tr("Ask whoever runs the platform for a new code.");
    if (record.paused)
        return SyncViewWords::tr("Nothing is sent until it is resumed.");
    if (condition.state == TargetState::Stopped)
        return why.isEmpty() ? SyncViewWords::tr("Send now tries it again.")
                             : SyncViewWords::tr("%1 Send now tries it again.").arg(why);
    if (!condition.nextTryMs)
        return why;
    const QString next = SyncViewWords::tr("Next try: %1.").arg(whenText(*condition.nextTryMs, today));
    if (!why.isEmpty())
        return next + u' ' + why;
    return next + u' ' + SyncViewWords::tr("Many desks come back at once; they take turns.");
}

} // namespace

QString whenText(qint64 utcMs, const QDate &today)
{
    const int offset = QDateTime::fromMSecsSinceEpoch(utcMs).offsetFromUtc() / 60;
    return pastText({utcMs, offset, false}, today);
}

TargetWords targetWords(const TargetRecord &record, const QDate &today)
{
    TargetWords words;
    sayState(words, record);
    words.lastSuccess =
        record.condition.lastSuccessMs
            ? SyncViewWords::tr("Last success: %1.").arg(whenText(*record.condition.lastSuccessMs, today))
            : SyncViewWords::tr("Nothing was sent yet.");
    words.next = nextText(record, today);
    if (const QString alarm = waitingAlarmText(record); !alarm.isEmpty()) {
        sayTrouble(words, words.state);
        words.next = words.next.isEmpty() ? alarm : alarm + u' ' + words.next;
    }
    return words;
}

QString batchOutcomeText(const BatchRecord &batch)
{
    const QLocale locale;
    switch (batch.state) {
    case BatchState::Open:
        return SyncViewWords::tr("Waits for an answer");
    case BatchState::Halved:
        return SyncViewWords::tr("Refused as a whole, sent again in halves");
    case BatchState::Refused:
        return SyncViewWords::tr("Rejected");
    case BatchState::Answered:
        break;
    }
    QStringList parts;
    if (batch.accepted > 0)
        parts << SyncViewWords::tr("%1 accepted").arg(locale.toString(batch.accepted));
    if (batch.duplicate > 0)
        parts << SyncViewWords::tr("%1 known already").arg(locale.toString(batch.duplicate));
    if (batch.rejected > 0)
        parts << SyncViewWords::tr("%1 rejected").arg(locale.toString(batch.rejected));
    const int open = batch.entries - batch.accepted - batch.duplicate - batch.rejected;
    if (open > 0)
        parts << SyncViewWords::tr("%1 not named, sent again").arg(locale.toString(open));
    return parts.join(u", "_s);
}

QString rejectionText(const RejectedEntry &rejected)
{
    if (!rejected.message.isEmpty())
        return whyText(rejected.message);
    return rejected.code.isEmpty() ? SyncViewWords::tr("Rejected without a reason") : rejected.code;
}

} // namespace checkpoint
