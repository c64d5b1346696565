#include "app/commands/synccommand.h"

#include "app/commands/output.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int longestTimeout = 3600;

/// True when another pass may bring something by itself.
bool mayHelp(const SyncPass &pass)
{
    const TargetRecord &target = pass.target;
    return target.condition.state == TargetState::Ready && !target.paused &&
           (target.counts.waiting > 0 || target.backlogOpen || target.condition.failures > 0);
}

} // namespace

void SyncCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"once"_s, {}},
                       {u"json"_s, {}},
                       {u"again"_s, {}},
                       {u"target"_s, {}, u"name"_s},
                       {u"timeout"_s, {}, u"seconds"_s}});
    if (!parse(parser, u"sync"_s, arguments, 0))
        return;
    m_once = parser.isSet(u"once"_s);
    m_json = parser.isSet(u"json"_s);
    m_again = parser.isSet(u"again"_s);
    m_target = parser.value(u"target"_s);
    LineRules patience;
    if (parser.isSet(u"timeout"_s)) {
        const int seconds = parser.value(u"timeout"_s).toInt();
        if (seconds < 1 || seconds > longestTimeout)
            return endWrong(u"--timeout is a number of seconds from 1 to %1"_s.arg(longestTimeout));
        patience.connecting = patience.silence = patience.whole = std::chrono::seconds(seconds);
    }
    open(StoreMode::ReadWrite, [this, patience] { begin(patience); });
}

void SyncCommand::begin(const LineRules &patience)
{
    m_signals = std::make_unique<StopSignals>();
    connect(m_signals.get(), &StopSignals::stopRequested, this, &SyncCommand::stop);
    m_engine = std::make_unique<SyncEngine>(store(), &clock(), patience);
    connect(m_engine.get(), &SyncEngine::passEnded, this, &SyncCommand::take);
    connect(m_engine.get(), &SyncEngine::venueRegistered, this,
            [this](const QString &, const VenueRegistered &venue) {
                office()->takePlatformCode(venue.code, venue.checkInAddress);
            });
    m_engine->outbox()->targets().then(this, [this](const Result<QList<TargetRecord>> &targets) {
        if (targets)
            choose(*targets);
        else
            fail(targets.error());
    });
}

void SyncCommand::choose(const QList<TargetRecord> &targets)
{
    QList<TargetRecord> chosen;
    for (const TargetRecord &each : targets) {
        if (m_target.isEmpty() || each.target.name == m_target)
            chosen.append(each);
    }
    if (chosen.isEmpty() && !m_target.isEmpty())
        return endWrong(u"the desk is not enrolled at a target of that name; “platform status” lists them"_s);
    if (chosen.isEmpty())
        return endUnenrolled();
    for (const TargetRecord &each : chosen)
        m_open.insert(each.target.name, each);
    release(chosen, m_again ? 0 : chosen.size());
}

/// Sets the rejected entries of one target after the other free, then begins.
void SyncCommand::release(const QList<TargetRecord> &targets, qsizetype index)
{
    if (index == targets.size())
        return m_engine->sync(targets, !m_once);
    m_engine->outbox()
        ->sendAgain(targets[index].target.name, {})
        .then(this, [this, targets, index](const Result<int> &count) {
            if (count)
                release(targets, index + 1);
            else
                fail(count.error());
        });
}

void SyncCommand::endUnenrolled()
{
    complain(u"the desk is not enrolled anywhere; “platform enrol” does it"_s);
    m_engine->outbox()->entryCount().then(this, [this](const Result<qint64> &count) {
        if (!count)
            return fail(count.error());
        SyncTotals totals;
        totals.counts.recorded = totals.counts.waiting = *count;
        totals.needsEnrolment = true;
        end(m_json ? jsonLine(syncJson(totals)) : syncText(totals).toUtf8(), ExitNeedsEnrolment);
    });
}

void SyncCommand::take(const SyncPass &pass)
{
    const QString &name = pass.target.target.name;
    if (m_ended || !m_open.contains(name))
        return;
    m_totals.batches += pass.batches;
    m_totals.bytes += pass.bytes;
    m_open[name] = pass.target;
    if (pass.error)
        complain(*pass.error);
    if (!pass.target.condition.why.isEmpty())
        complain(name + u": "_s + pass.target.condition.why);
    if (!m_once && (mayHelp(pass) || pass.error))
        return;
    m_failedHere = m_failedHere || pass.error;
    m_totals.add(pass.target);
    m_open.remove(name);
    endWhenAllHave();
}

void SyncCommand::endWhenAllHave()
{
    if (!m_open.isEmpty() || m_ended)
        return;
    m_ended = true;
    const int code = m_failedHere ? int(ExitNotRecorded) : m_totals.exitCode();
    const QByteArray line = m_json ? jsonLine(syncJson(m_totals)) : syncText(m_totals).toUtf8();
    // Posted after the venue's code, so that it is kept when the program ends.
    office()->load().then(this, [this, line, code](const Result<VenueRecord> &) { end(line, code); });
}

/// What was not answered yet is sent again next time.
void SyncCommand::stop()
{
    for (const TargetRecord &each : std::as_const(m_open))
        m_totals.add(each);
    m_open.clear();
    endWhenAllHave();
}

} // namespace checkpoint
