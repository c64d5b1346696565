#include "app/commands/scancommand.h"

#include "app/commands/output.h"
#include "core/desk/venuecodes.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// So many scans may wait for the store before files and standard input are held back.
constexpr qsizetype enough = 256;

} // namespace

ScanCommand::ScanCommand(const FolderAccess &dataFolder, QObject *parent)
    : QObject(parent), m_folder(dataFolder), m_venue(m_folder.store()), m_outbox(m_folder.store())
{
}

ScanCommand::~ScanCommand() = default;

void ScanCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, {}},
                       {u"null"_s, {}},
                       {u"direction"_s, {}, u"auto|in|out"_s, u"auto"_s},
                       {u"location"_s, {}, u"name"_s}});
    const bool parsed = parser.parse(QStringList{u"scan"_s} + arguments);
    const auto direction = directionRuleFromId(parser.value(u"direction"_s));
    QString problem = parsed ? QString() : parser.errorText();
    if (parsed && !direction)
        problem = u"--direction is auto, in or out"_s;
    else if (parsed && parser.positionalArguments().isEmpty())
        problem = u"scan needs a source: a picture, a folder, a film, camera:NAME or -"_s;
    if (!problem.isEmpty()) {
        complain(problem);
        emit finished(ExitWrongUse);
        return;
    }
    m_json = parser.isSet(u"json"_s);
    play(parser.positionalArguments(), *direction, parser.value(u"location"_s), parser.isSet(u"null"_s));
}

void ScanCommand::play(const QStringList &sources, DirectionRule direction, const QString &location,
                       bool nulSeparated)
{
    m_direction = direction;
    m_desk = std::make_unique<CheckpointDesk>(m_folder.store(), &m_clock, false);
    m_desk->setLocation(location);
    m_runner = std::make_unique<SourceRunner>(sources, DeviceOptions{&m_clock, nulSeparated});
    connect(&m_signals, &StopSignals::stopRequested, this, [this] {
        m_stopped = true;
        m_runner->stop();
        finishWhenDone();
    });
    m_folder.open(StoreMode::ReadWrite).then(this, [this](const Result<void> &opened) {
        if (opened)
            weighClock();
        else
            fail(opened.error());
    });
}

/// Whoever sent last may have learnt from a platform that this clock is wrong.
void ScanCommand::weighClock()
{
    m_outbox.targets().then(this, [this](const Result<QList<TargetRecord>> &targets) {
        if (!targets)
            return fail(targets.error());
        for (const TargetRecord &each : *targets) {
            if (!each.condition.clockOffMs)
                continue;
            m_clock.setContradicted(true);
            complain(u"this computer's clock is off by %1 s, as “%2” sees it; entries are marked"_s
                         .arg(*each.condition.clockOffMs / 1000)
                         .arg(each.target.name));
        }
        loadVenue();
    });
}

/// What a poster or a pass is worth depends on the venue.
void ScanCommand::loadVenue()
{
    m_venue.load().then(this, [this](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        m_desk->setVenueTrust(venueTrustOf(*record));
        begin();
    });
}

void ScanCommand::fail(const Error &error)
{
    complain(error);
    emit finished(exitCodeOf(error));
}

void ScanCommand::begin()
{
    connect(m_desk.get(), &CheckpointDesk::announced, this, &ScanCommand::print);
    connect(m_desk.get(), &CheckpointDesk::becameIdle, this, &ScanCommand::finishWhenDone);
    connect(m_runner.get(), &SourceRunner::finished, this, &ScanCommand::finishWhenDone);
    connect(m_runner.get(), &SourceRunner::unreadable, this, [](const QString &source, const Error &error) {
        complain(source + ": "_L1 + errorCodeId(error.code) + ": "_L1 + error.detail);
    });
    if (m_stopped) {
        m_runner->stop();
        return;
    }
    m_runner->start([this](ScanDevice *device) {
        m_desk->setDevice({device->id(), device->name(), m_direction, device->repeatPolicy()});
        m_desk->attach(device);
        connect(device, &ScanDevice::scanned, this, [this] {
            if (m_desk->waiting() > enough)
                m_runner->setPaused(true);
        });
    });
}

void ScanCommand::print(const ScanOutcome &outcome)
{
    m_anyFailed = m_anyFailed || outcome.kind == ScanOutcome::Kind::Failed;
    if (!printLine(m_json ? jsonLine(outcomeJson(outcome)) : outcomeText(outcome).toUtf8())) {
        // Nobody sees what is recorded any more: nothing further is read. Later, because it may be a device
        // that is delivering just now.
        m_anyFailed = true;
        if (!m_stopped)
            QMetaObject::invokeMethod(m_runner.get(), &SourceRunner::stop, Qt::QueuedConnection);
        m_stopped = true;
    }
    if (m_desk->waiting() < enough / 2)
        m_runner->setPaused(false);
}

void ScanCommand::finishWhenDone()
{
    if (m_ended || !m_runner->isFinished() || m_desk->waiting() > 0)
        return;
    m_ended = true;
    const int unreadable = m_runner->anyUnreadable() ? ExitSourceUnreadable : ExitDone;
    emit finished(m_anyFailed ? ExitNotRecorded : unreadable);
}

} // namespace checkpoint
