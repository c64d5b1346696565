#include "app/commands/verifycommand.h"

#include "app/commands/output.h"
#include "core/settings/settings.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

bool errorsGoToATerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

QString momentText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString momentIso(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).toOffsetFromUtc(0).toString(Qt::ISODateWithMs);
}

QString kindId(RecordFault::Kind kind)
{
    switch (kind) {
    case RecordFault::Kind::Database:
        return u"database"_s;
    case RecordFault::Kind::Chain:
        return u"chain"_s;
    case RecordFault::Kind::Head:
        return u"head"_s;
    case RecordFault::Kind::Changed:
        return u"changed"_s;
    case RecordFault::Kind::Missing:
        return u"missing"_s;
    case RecordFault::Kind::Unknown:
        return u"unknown"_s;
    case RecordFault::Kind::Seal:
        return u"seal"_s;
    case RecordFault::Kind::Presence:
        return u"presence"_s;
    case RecordFault::Kind::DaySum:
        return u"day-sum"_s;
    case RecordFault::Kind::Outbox:
        return u"outbox"_s;
    case RecordFault::Kind::Backup:
        return u"backup"_s;
    }
    Q_UNREACHABLE();
}

QString sentence(const RecordProof &proof)
{
    if (proof.holds()) {
        const QString adopting =
            proof.toAdopt > 0 ? u"; %1 older rows are not in the ledger yet"_s.arg(proof.toAdopt) : QString();
        return u"The record holds: %1 entries and %2 visitors in %3 lines of the ledger, the last one of %4; "
               "%5 seals open, %6 were destroyed%7."_s.arg(
                   QString::number(proof.entries), QString::number(proof.visitors),
                   QString::number(proof.head.sequence),
                   proof.head.sequence > 0 ? momentText(proof.head.atUtcMs) : u"never"_s,
                   QString::number(proof.seals), QString::number(proof.destroyed), adopting);
    }
    const auto since = proof.sinceUtcMs();
    QString more = proof.faults.size() > 1 ? u", and %1 more"_s.arg(proof.faults.size() - 1) : QString();
    if (proof.stoppedIn)
        more += u"; the check was stopped before its end"_s;
    const RecordFault &first = proof.faults.first();
    return u"The record %1%2: %3%4."_s.arg(
        first.kind == RecordFault::Kind::Backup ? u"lacks entries"_s : u"is wrong"_s,
        since ? u" since "_s + momentText(*since) : QString(), first.what, more);
}

QJsonObject proofJson(const RecordProof &proof)
{
    QJsonArray faults;
    for (const RecordFault &fault : proof.faults) {
        QJsonObject object{{u"kind"_s, kindId(fault.kind)}, {u"what"_s, fault.what}};
        if (fault.sinceUtcMs)
            object.insert(u"since"_s, momentIso(*fault.sinceUtcMs));
        faults.append(object);
    }
    QJsonObject object{{u"holds"_s, proof.holds()},       {u"entries"_s, proof.entries},
                       {u"visitors"_s, proof.visitors},   {u"lines"_s, proof.head.sequence},
                       {u"seals"_s, proof.seals},         {u"destroyed"_s, proof.destroyed},
                       {u"not_adopted"_s, proof.toAdopt}, {u"faults"_s, faults}};
    if (proof.head.sequence > 0)
        object.insert(u"last_line_at"_s, momentIso(proof.head.atUtcMs));
    if (const auto since = proof.sinceUtcMs())
        object.insert(u"since"_s, momentIso(*since));
    return object;
}

} // namespace

VerifyCommand::VerifyCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent), m_heads(store())
{
    connect(&m_signals, &StopSignals::stopRequested, this, [this] { *m_stop = true; });
}

void VerifyCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, {}}, {u"head"_s, {}, u"day"_s}, {u"head-file"_s, {}, u"file"_s}});
    if (!parse(parser, u"verify"_s, arguments, 0))
        return;
    m_json = parser.isSet(u"json"_s);
    if (parser.isSet(u"head"_s)) {
        const QDate day = QDate::fromString(parser.value(u"head"_s), Qt::ISODate);
        if (!day.isValid() || day > clock().now().toDateTime().date())
            return endWrong(u"--head is a day that has begun (2026-11-20)"_s);
        if (m_json || parser.isSet(u"head-file"_s))
            return endWrong(u"--head goes with no other option"_s);
        return open(StoreMode::ReadOnly, [this, day] { giveHead(day); });
    }
    if (!parser.isSet(u"head-file"_s))
        return open(StoreMode::ReadOnly, [this] { prove({}); });
    QFile file(parser.value(u"head-file"_s));
    const bool opened = parser.value(u"head-file"_s) == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly)
                                                               : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail({ErrorCode::SourceUnreadable, file.errorString()});
    open(StoreMode::ReadOnly, [this, text = file.readAll()] { readHeads(text); });
}

void VerifyCommand::giveHead(const QDate &day)
{
    m_heads.lineOf(day).then(this, [this](const Result<QByteArray> &line) {
        if (line)
            end(*line);
        else
            fail(line.error());
    });
}

void VerifyCommand::readHeads(const QByteArray &text)
{
    m_heads.headsIn(text).then(this, [this](const Result<QList<LedgerHead>> &heads) {
        if (heads)
            prove(*heads);
        else
            fail(heads.error());
    });
}

void VerifyCommand::prove(const QList<LedgerHead> &heads)
{
    Ledger::Progress progress;
    if (errorsGoToATerminal()) {
        progress = [this](Ledger::Step, int perMille) {
            QMetaObject::invokeMethod(
                this, [this, perMille] { showProgress(perMille); }, Qt::QueuedConnection);
        };
    }
    const QString backups = Settings(folder()->path()).value(Setting::BackupFolder).toString();
    Ledger(store())
        .prove(heads, progress, m_stop, backups)
        .then(this, [this](const Result<RecordProof> &proof) {
            if (m_shownPercent >= 0)
                std::fputs("\r\x1b[K", stderr);
            if (!proof)
                fail(proof.error());
            else if (proof->stoppedIn && proof->faults.isEmpty())
                fail({ErrorCode::Cancelled, u"the check was stopped before its end"_s});
            else
                show(*proof);
        });
}

void VerifyCommand::showProgress(int perMille)
{
    if (perMille / 10 == m_shownPercent)
        return;
    m_shownPercent = perMille / 10;
    std::fprintf(stderr, "\rchecking the record: %d %%", m_shownPercent);
    std::fflush(stderr);
}

void VerifyCommand::show(const RecordProof &proof)
{
    const int code = proof.holds() ? ExitDone : ExitNotRecorded;
    if (m_json)
        return end(jsonLine(proofJson(proof)), code);
    QByteArrayList lines{sentence(proof).toUtf8()};
    for (const RecordFault &fault : proof.faults) {
        const QString since = fault.sinceUtcMs ? momentText(*fault.sinceUtcMs) + u": "_s : QString();
        lines.append(u"  %1: %2%3"_s.arg(kindId(fault.kind), since, fault.what).toUtf8());
    }
    end(lines.join('\n'), code);
}

} // namespace checkpoint
