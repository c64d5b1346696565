#include "app/commands/readcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "core/codes/formatcatalog.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

ReadCommand::ReadCommand(QObject *parent) : QObject(parent) {}

void ReadCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, {}}, {u"null"_s, {}}});
    if (!parser.parse(QStringList{u"read"_s} + arguments) || parser.positionalArguments().isEmpty()) {
        complain(parser.errorText().isEmpty()
                     ? u"read needs a source: a picture, a folder, a film, camera:NAME or -"_s
                     : parser.errorText());
        emit finished(ExitWrongUse);
        return;
    }
    m_json = parser.isSet(u"json"_s);
    m_runner = std::make_unique<SourceRunner>(parser.positionalArguments(),
                                              DeviceOptions{&m_clock, parser.isSet(u"null"_s)});
    connect(&m_signals, &StopSignals::stopRequested, m_runner.get(), &SourceRunner::stop);
    connect(m_runner.get(), &SourceRunner::unreadable, this, [](const QString &source, const Error &error) {
        complain(source + ": "_L1 + errorCodeId(error.code) + ": "_L1 + error.detail);
    });
    connect(m_runner.get(), &SourceRunner::finished, this, [this] {
        const int unreadable = m_runner->anyUnreadable() ? ExitSourceUnreadable : ExitDone;
        emit finished(m_outputLost ? ExitNotRecorded : unreadable);
    });
    m_runner->start([this](ScanDevice *device) {
        connect(device, &ScanDevice::scanned, this,
                [this, policy = device->repeatPolicy()](const RawScan &scan) { print(scan, policy); });
    });
}

void ReadCommand::print(const RawScan &scan, RepeatPolicy policy)
{
    if (scan.sightings.isEmpty()) {
        VisitorCode none;
        none.error = Reason::NoCode;
        printCode(scan.source, {}, none);
    }
    QList<QByteArray> printed; // two equal codes in one picture say nothing more than one
    for (const Sighting &sighting : scan.sightings) {
        if (printed.contains(sighting.bytes))
            continue;
        printed.append(sighting.bytes);
        if (policy == RepeatPolicy::InView) {
            const QByteArray key = scan.deviceId.toUtf8() + ' ' + sighting.bytes;
            if (m_showings.repeatAfter(key, scan.steadyMs))
                continue;
            m_showings.remember(key, scan.steadyMs);
        }
        printCode(scan.source, sighting.bytes, readCode(sighting.bytes));
    }
}

void ReadCommand::printCode(const QString &source, const QByteArray &payload, const VisitorCode &code)
{
    if (printLine(m_json ? jsonLine(readJson(source, payload, code)) : readText(source, code).toUtf8()) ||
        m_outputLost)
        return;
    m_outputLost = true;
    // Later: it may be a device that is delivering just now.
    QMetaObject::invokeMethod(m_runner.get(), &SourceRunner::stop, Qt::QueuedConnection);
}

} // namespace checkpoint
