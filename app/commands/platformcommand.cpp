#include "app/commands/platformcommand.h"

#include "app/commands/output.h"
#include "app/commands/syncoutput.h"
#include "core/sync/targetcatalog.h"

#include <QCommandLineParser>
#include <QFile>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 largestAuthority = 1024 * 1024;
constexpr int mostBatches = 1000; ///< in the history, the newest

} // namespace

void PlatformCommand::start(const QStringList &arguments)
{
    const QString what = arguments.value(0);
    if (what == "enrol"_L1)
        startEnrol(arguments.mid(1));
    else if (what == "status"_L1)
        startStatus(arguments.mid(1));
    else if (what == "rejected"_L1)
        startRejected(arguments.mid(1));
    else if (what == "history"_L1)
        startHistory(arguments.mid(1));
    else if (what == "pause"_L1 || what == "resume"_L1)
        startPause(arguments.mid(1), what == "pause"_L1);
    else
        endWrong(u"“platform” is followed by enrol, status, rejected, history, pause or resume"_s);
}

// ---- enrol

void PlatformCommand::startEnrol(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const auto &option : {"address"_L1, "code"_L1, "ca"_L1, "pin"_L1, "target"_L1})
        parser.addOption({option, {}, option});
    if (!parse(parser, u"platform enrol"_s, arguments, 0))
        return;
    Enrolment enrolment;
    enrolment.address = parser.value(u"address"_s);
    enrolment.code = parser.value(u"code"_s);
    enrolment.name = parser.isSet(u"target"_s) ? parser.value(u"target"_s) : usualTargetKind();
    enrolment.deskName = QSysInfo::machineHostName();
    if (enrolment.address.isEmpty() || enrolment.code.isEmpty())
        return endWrong(u"“platform enrol” needs --address and --code"_s);
    if (parser.isSet(u"pin"_s)) {
        enrolment.pinnedKey = QByteArray::fromHex(parser.value(u"pin"_s).toLatin1());
        if (enrolment.pinnedKey.isEmpty())
            return endWrong(u"--pin is the SHA-256 of the server's public key, 64 hexadecimal digits"_s);
    }
    if (parser.isSet(u"ca"_s)) {
        QFile file(parser.value(u"ca"_s));
        if (!file.open(QIODevice::ReadOnly))
            return fail({ErrorCode::SourceUnreadable, file.errorString()});
        enrolment.authority = file.read(largestAuthority);
        if (enrolment.authority.isEmpty())
            return endWrong(u"the file of the certificate authority is empty"_s);
    }
    open(StoreMode::ReadWrite, [this, enrolment] { enrol(enrolment); });
}

void PlatformCommand::enrol(const Enrolment &enrolment)
{
    m_engine = std::make_unique<SyncEngine>(store(), &clock());
    connect(m_engine.get(), &SyncEngine::venueRegistered, this,
            [this](const QString &, const VenueRegistered &venue) {
                office()
                    ->takePlatformCode(venue.code, venue.checkInAddress)
                    .then(this, [](const Result<void> &taken) {
                        if (!taken)
                            complain(taken.error());
                    });
            });
    m_engine->enrol(enrolment).then(this, [this](const Result<SyncTarget> &target) {
        if (target)
            registerVenue(*target);
        else
            fail(target.error());
    });
}

/// The desk is enrolled whatever comes of this; syncing tries it again.
void PlatformCommand::registerVenue(const SyncTarget &target)
{
    m_engine->registerVenue(target.name).then(this, [this, target](const Result<void> &registered) {
        if (!registered && registered.error().code == ErrorCode::NotFound)
            complain(
                u"the venue has not been described yet; “venue set” does it, and “sync” tells the platform"_s);
        else if (!registered)
            complain(registered.error());
        // Posted after the venue's code, so that it is kept when the program ends.
        office()->load().then(this, [this, target](const Result<VenueRecord> &) {
            end(u"enrolled: %1 at %2 as %3"_s.arg(target.name, target.address, target.deskId).toUtf8());
        });
    });
}

// ---- status

void PlatformCommand::startStatus(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, {}});
    if (!parse(parser, u"platform status"_s, arguments, 0))
        return;
    open(StoreMode::ReadOnly, [this, json = parser.isSet(u"json"_s)] {
        m_engine = std::make_unique<SyncEngine>(store(), &clock());
        m_engine->outbox()->targets().then(this, [this, json](const Result<QList<TargetRecord>> &targets) {
            if (targets)
                show(*targets, json);
            else
                fail(targets.error());
        });
    });
}

void PlatformCommand::show(const QList<TargetRecord> &targets, bool json)
{
    QByteArrayList lines;
    for (const TargetRecord &each : targets)
        lines.append(json ? jsonLine(targetJson(each)) : targetText(each).toUtf8());
    if (!lines.isEmpty())
        return end(lines.join('\n'));
    complain(u"the desk is not enrolled anywhere; “platform enrol” does it"_s);
    emit finished(ExitDone);
}

// ---- what became of it

bool PlatformCommand::parseTarget(QCommandLineParser &parser, const QString &command,
                                  const QStringList &arguments, QString &target)
{
    parser.addOption({u"target"_s, {}, u"name"_s});
    if (!parse(parser, command, arguments, 0))
        return false;
    target = parser.isSet(u"target"_s) ? parser.value(u"target"_s) : usualTargetKind();
    return true;
}

/// Prints a line for each row.
template <typename Row, typename Print>
void PlatformCommand::list(const Future<Result<QList<Row>>> &rows, Print print)
{
    Future<Result<QList<Row>>>(rows).then(this, [this, print](const Result<QList<Row>> &answer) {
        if (!answer)
            return fail(answer.error());
        for (const Row &row : *answer) {
            if (!printLine(print(row)))
                return emit finished(ExitNotRecorded);
        }
        emit finished(ExitDone);
    });
}

void PlatformCommand::startRejected(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, {}}, {u"reveal"_s, {}}, {u"reason"_s, {}, u"text"_s}});
    QString target;
    if (!parseTarget(parser, u"platform rejected"_s, arguments, target))
        return;
    const auto print = [json = parser.isSet(u"json"_s),
                        reveal = parser.isSet(u"reveal"_s)](const RejectedEntry &each) {
        return json ? jsonLine(rejectedJson(each, reveal)) : rejectedText(each, reveal).toUtf8();
    };
    const auto work = [this, target, print] {
        m_engine = std::make_unique<SyncEngine>(store(), &clock());
        list(m_engine->outbox()->rejected(target), print);
    };
    parser.isSet(u"reveal"_s)
        ? openRevealing(StoreMode::ReadOnly, u"platform rejected"_s, parser.value(u"reason"_s), work)
        : open(StoreMode::ReadOnly, work);
}

void PlatformCommand::startHistory(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({u"json"_s, {}});
    QString target;
    if (!parseTarget(parser, u"platform history"_s, arguments, target))
        return;
    const auto print = [json = parser.isSet(u"json"_s)](const BatchRecord &batch) {
        return json ? jsonLine(batchJson(batch)) : batchText(batch).toUtf8();
    };
    open(StoreMode::ReadOnly, [this, target, print] {
        m_engine = std::make_unique<SyncEngine>(store(), &clock());
        list(m_engine->outbox()->history(target, mostBatches), print);
    });
}

void PlatformCommand::startPause(const QStringList &arguments, bool pause)
{
    QCommandLineParser parser;
    QString target;
    if (!parseTarget(parser, pause ? u"platform pause"_s : u"platform resume"_s, arguments, target))
        return;
    open(StoreMode::ReadWrite, [this, target, pause] {
        m_engine = std::make_unique<SyncEngine>(store(), &clock());
        m_engine->setPaused(target, pause).then(this, [this, target, pause](const Result<void> &done) {
            if (done)
                end((pause ? u"paused: "_s : u"resumed: "_s).toUtf8() + target.toUtf8());
            else
                fail(done.error());
        });
    });
}

} // namespace checkpoint
