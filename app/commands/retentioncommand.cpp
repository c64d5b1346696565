#include "app/commands/retentioncommand.h"

#include "app/commands/backupcommand.h"
#include "app/commands/output.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString timeText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).toOffsetFromUtc(0).toString(Qt::ISODate);
}

QString causeId(ErasureCause cause)
{
    return cause == ErasureCause::Term ? u"term"_s : u"request"_s;
}

} // namespace

void RetentionCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, {}});
    parser.addOption({u"now"_s, {}});
    parser.addOption({u"today"_s, {}, u"date"_s});
    parser.addOption({u"set"_s, {}, u"kind=days"_s});
    if (!parse(parser, u"retention"_s, arguments, 0))
        return;
    Terms terms;
    const QStringList wishes = parser.values(u"set"_s);
    for (const QString &wish : wishes) {
        const auto kind = retentionKindFromId(wish.section(u'=', 0, 0));
        bool isNumber = false;
        const int days = wish.section(u'=', 1).toInt(&isNumber);
        if (!kind || !isNumber || days < RetentionTerms::leastDays || days > RetentionTerms::mostDays) {
            QStringList ids;
            for (const RetentionKind each : retentionKinds)
                ids.append(retentionKindId(each));
            return endWrong(
                u"--set is KIND=DAYS, %1 to %2 days; KIND is one of %3"_s.arg(RetentionTerms::leastDays)
                    .arg(RetentionTerms::mostDays)
                    .arg(ids.join(u", "_s)));
        }
        terms.append({*kind, days});
    }
    const bool now = parser.isSet(u"now"_s);
    if (const QString today = parser.value(u"today"_s); parser.isSet(u"today"_s)) {
        // Whoever can say it vouches for the date of this computer.
        if (!now || QDate::fromString(today, Qt::ISODate) != clock().now().toDateTime().date())
            return endWrong(
                u"--today is for --now, and takes the date that this computer shows, as 2026-01-31"_s);
        store()->setDateVouched([] { return true; });
    }
    const bool json = parser.isSet(u"json"_s);
    open(now || !terms.isEmpty() ? StoreMode::ReadWrite : StoreMode::ReadOnly, [this, terms, now, json] {
        m_retention = std::make_unique<Retention>(store());
        change(terms, now, json);
    });
}

void RetentionCommand::change(const Terms &terms, bool now, bool json)
{
    const auto goOn = [this, now, json] { now ? rescueAndErase(json) : show(json); };
    if (terms.isEmpty())
        return goOn();
    m_retention->state().then(this, [this, terms, goOn](const Result<RetentionState> &state) {
        if (!state)
            return fail(state.error());
        RetentionTerms changed = state->terms;
        for (const auto &[kind, days] : terms)
            changed.setDays(kind, days);
        m_retention->setTerms(changed).then(
            this, [this, goOn](const Result<void> &kept) { kept ? goOn() : fail(kept.error()); });
    });
}

/// What waits to be rescued comes back first; without a window nobody else looks after that.
void RetentionCommand::rescueAndErase(bool json)
{
    Backups(store())
        .rescue(BackupCommand::placeFor(folder()->path()))
        .then(this, [this, json](const Result<MergeCounts> &rescued) {
            if (rescued)
                rescueAndErase(json);
            else if (rescued.error().code == ErrorCode::NotFound)
                erase(json);
            else
                fail(rescued.error());
        });
}

void RetentionCommand::erase(bool json)
{
    m_retention->eraseDueNow(clock().now()).then(this, [this, json](const Result<ErasureCounts> &counts) {
        counts ? show(json) : fail(counts.error());
    });
}

void RetentionCommand::show(bool json)
{
    m_retention->state().then(this, [this, json](const Result<RetentionState> &state) {
        state ? print(*state, json) : fail(state.error());
    });
}

void RetentionCommand::print(const RetentionState &state, bool json)
{
    QJsonObject terms;
    QJsonArray runs;
    QStringList lines;
    for (const RetentionKind kind : retentionKinds) {
        terms.insert(retentionKindId(kind), state.terms.days(kind));
        lines.append(u"%1  %2 days"_s.arg(retentionKindId(kind), -14).arg(state.terms.days(kind)));
    }
    for (const ErasureRun &run : state.runs) {
        runs.append(QJsonObject{{u"at"_s, timeText(run.beganUtcMs)},
                                {u"why"_s, causeId(run.cause)},
                                {u"visitors"_s, run.counts.visitors},
                                {u"seals"_s, run.counts.seals},
                                {u"others"_s, run.counts.others}});
        lines.append(u"%1  destroyed (%2): data of %3 visitors, %4 seals, %5 others"_s
                         .arg(timeText(run.beganUtcMs), causeId(run.cause))
                         .arg(run.counts.visitors)
                         .arg(run.counts.seals)
                         .arg(run.counts.others));
    }
    end(json ? jsonLine({{u"terms"_s, terms}, {u"destroyed"_s, runs}}) : lines.join(u'\n').toUtf8());
}

} // namespace checkpoint
