#include "ui/common/synctext.h"

#include "core/domain/retention.h"
#include "ui/common/whytext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

struct SyncTextWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncTextWords)
};

/// What most needs to be known of a target comes last.
enum class Urgency { Sent, Waiting, Paused, ClockOff, Rejected, WaitsLong, Stopped, NeedsEnrolment };

qint64 daysWaited(const TargetRecord &record)
{
    return record.daysWaited(QDateTime::currentMSecsSinceEpoch());
}

Urgency urgencyOf(const TargetRecord &record)
{
    if (record.condition.state == TargetState::NeedsEnrolment)
        return Urgency::NeedsEnrolment;
    if (record.condition.state == TargetState::Stopped)
        return Urgency::Stopped;
    if (daysWaited(record) >= waitingAlarmDays)
        return Urgency::WaitsLong;
    if (record.counts.rejected > 0)
        return Urgency::Rejected;
    if (record.condition.clockOffMs)
        return Urgency::ClockOff;
    if (record.paused)
        return Urgency::Paused;
    return record.counts.waiting > 0 ? Urgency::Waiting : Urgency::Sent;
}

QString briefText(Urgency urgency, const OutboxCounts &counts)
{
    const QLocale locale;
    switch (urgency) {
    case Urgency::Sent:
        return SyncTextWords::tr("All sent");
    case Urgency::Waiting:
        return SyncTextWords::tr("%1 to send").arg(locale.toString(counts.waiting));
    case Urgency::Paused:
        return SyncTextWords::tr("Sending paused");
    case Urgency::ClockOff:
        return SyncTextWords::tr("Clock is wrong");
    case Urgency::Rejected:
        return SyncTextWords::tr("%1 rejected").arg(locale.toString(counts.rejected));
    case Urgency::WaitsLong:
        return SyncTextWords::tr("%1 waiting too long").arg(locale.toString(counts.waiting));
    case Urgency::Stopped:
        return SyncTextWords::tr("Sending stopped");
    case Urgency::NeedsEnrolment:
        return SyncTextWords::tr("Enrol again");
    }
    Q_UNREACHABLE();
}

QString detailText(const TargetRecord &record)
{
    const QLocale locale;
    const OutboxCounts &counts = record.counts;
    QString text = SyncTextWords::tr("%1: %2 recorded = %3 acknowledged + %4 waiting + %5 rejected")
                       .arg(targetName(record.target.name), locale.toString(counts.recorded),
                            locale.toString(counts.acknowledged), locale.toString(counts.waiting),
                            locale.toString(counts.rejected));
    if (record.condition.clockOffMs)
        text += u'\n' + SyncTextWords::tr("This computer's clock is off by %1 minutes.")
                            .arg(locale.toString(qAbs(*record.condition.clockOffMs) / 60'000));
    if (record.paused)
        text += u'\n' + SyncTextWords::tr("Sending paused");
    if (!record.condition.why.isEmpty())
        text += u'\n' + whyText(record.condition.why);
    if (const QString alarm = waitingAlarmText(record); !alarm.isEmpty())
        text += u'\n' + alarm;
    return text;
}

} // namespace

QString targetName(const QString &name)
{
    return name == "platform"_L1 ? SyncTextWords::tr("Platform") : name;
}

SyncWords syncWords(const QList<TargetRecord> &targets)
{
    SyncWords words;
    if (targets.isEmpty())
        return words;
    OutboxCounts together;
    Urgency most = Urgency::Sent;
    QStringList lines;
    for (const TargetRecord &each : targets) {
        together.waiting += each.counts.waiting;
        together.rejected += each.counts.rejected;
        most = std::max(most, urgencyOf(each));
        lines.append(detailText(each));
    }
    words.brief = briefText(most, together);
    words.details = lines.join(u'\n');
    words.needsSomebody = most >= Urgency::ClockOff;
    return words;
}

QString waitingAlarmText(const TargetRecord &target)
{
    const qint64 days = daysWaited(target);
    if (days < waitingAlarmDays)
        return {};
    if (days >= target.waitingTermDays)
        return SyncTextWords::tr(
            "Entries have waited for %n day(s). The data of their visitors are destroyed; "
            "the entries will be sent without them.",
            nullptr, int(days));
    return SyncTextWords::tr("Entries have waited for %n day(s).", nullptr, int(days)) + u' ' +
           SyncTextWords::tr(
               "After %n day(s) the data of their visitors are destroyed, and they are sent without "
               "them.",
               nullptr, target.waitingTermDays);
}

ErrorText clockOffText(qint64 offMs)
{
    const int minutes = int(qRound64(double(qAbs(offMs)) / 60'000));
    return {offMs > 0
                ? SyncTextWords::tr("The clock of this computer is %n minute(s) fast.", nullptr, minutes)
                : SyncTextWords::tr("The clock of this computer is %n minute(s) slow.", nullptr, minutes),
            SyncTextWords::tr("Recording goes on; entries keep the time of the scan and are marked."),
            SyncTextWords::tr("Set the clock of this computer, or let it set itself by the network.")};
}

} // namespace checkpoint
