#include "app/commands/tracecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/entriescommand.h"
#include "app/commands/reportcommand.h"
#include "core/base/ids.h"
#include "core/desk/personsearch.h"
#include "core/reports/summary/summaryfile.h"
#include "core/store/entrylists.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int mostMinutes = 7 * 24 * 60;
constexpr int mostNamesakes = 50;

QString candidateLine(const VisitorHit &hit)
{
    const VisitorData shown = masked(hit.visitor);
    return u"%1  %2  %3  %4"_s.arg(idText(hit.visitorId), shown.name,
                                   shown.birthDate ? shown.birthDate->toString() : u"-"_s, shown.idNumber);
}

} // namespace

TraceCommand::TraceCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent)
{
    connect(&m_signals, &StopSignals::stopRequested, this, [this] {
        if (m_run)
            m_run->cancel();
    });
}

TraceCommand::~TraceCommand() = default;

void TraceCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(ReportCommand::sheetOptions());
    parser.addOptions({{u"code"_s, {}, u"text"_s},
                       {u"name"_s, {}, u"name"_s},
                       {u"visitor"_s, {}, u"id"_s},
                       {u"from"_s, {}, u"time"_s},
                       {u"to"_s, {}, u"time"_s},
                       {u"minutes"_s, {}, u"number"_s, u"1"_s},
                       {u"margin"_s, {}, u"number"_s, u"0"_s},
                       {u"same-location"_s, {}},
                       {u"reference"_s, {}, u"text"_s},
                       {u"reason"_s, {}, u"text"_s},
                       {u"reveal"_s, {}},
                       {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    if (!parse(parser, u"report trace"_s, arguments, 0))
        return;
    if (const QString problem = takeOptions(parser); !problem.isEmpty())
        return endWrong(problem);
    if (parser.isSet(u"visitor"_s)) {
        const QUuid visitor = QUuid::fromString(parser.value(u"visitor"_s));
        if (visitor.isNull())
            return endWrong(u"--visitor is the id of a visitor"_s);
        return open(StoreMode::ReadWrite, [this, visitor] { trace(visitor); });
    }
    if (parser.isSet(u"name"_s))
        return open(StoreMode::ReadWrite, [this, name = parser.value(u"name"_s)] { findByName(name); });
    QByteArray text = parser.value(u"code"_s).toUtf8();
    if (text == "-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return fail({ErrorCode::SourceUnreadable, u"standard input cannot be read"_s});
        text = input.readLine().trimmed();
    }
    const QList<VisitorData> meanings = personsMeantBy(text);
    if (meanings.isEmpty())
        return endWrong(u"--code is neither a code of a person nor a number"_s);
    open(StoreMode::ReadWrite, [this, meanings] { findByCode(meanings); });
}

QString TraceCommand::takeOptions(const QCommandLineParser &parser)
{
    const int ways = parser.isSet(u"code"_s) + parser.isSet(u"name"_s) + parser.isSet(u"visitor"_s);
    if (ways != 1)
        return u"report trace needs one of --code, --name and --visitor"_s;
    m_request.reference = parser.value(u"reference"_s).trimmed();
    m_request.reason = parser.value(u"reason"_s).trimmed();
    if (m_request.reference.isEmpty() || m_request.reason.isEmpty())
        return u"report trace needs --reference and --reason; both are kept"_s;
    const auto from = EntriesCommand::timeOf(parser.value(u"from"_s), false);
    const auto to = EntriesCommand::timeOf(parser.value(u"to"_s), true);
    if (!from || !to || *from >= *to)
        return u"report trace needs --from and --to, dates (2026-11-20) or times (2026-11-20T08:15:00+07:00)"_s;
    bool minutesOk = false;
    bool marginOk = false;
    const int minutes = parser.value(u"minutes"_s).toInt(&minutesOk);
    const int margin = parser.value(u"margin"_s).toInt(&marginOk);
    if (!minutesOk || !marginOk || minutes < 0 || margin < 0 || minutes > mostMinutes || margin > mostMinutes)
        return u"--minutes and --margin are numbers from 0 to %1"_s.arg(mostMinutes);
    m_path = parser.value(u"o"_s);
    m_request.fromUtcMs = *from;
    m_request.toUtcMs = *to;
    m_request.rule = {minutes * minuteMs, margin * minuteMs, parser.isSet(u"same-location"_s)};
    m_request.revealed = parser.isSet(u"reveal"_s);
    m_request.now = clock().now();
    m_head = ReportCommand::sheetHead(parser, m_request.now, m_request.revealed);
    m_head.fromUtcMs = *from;
    m_head.toUtcMs = *to;
    return ReportCommand::wrongWithPath(m_path);
}

/// Asks for one meaning after the other until somebody has it.
void TraceCommand::findByCode(const QList<VisitorData> &meanings)
{
    if (meanings.isEmpty())
        return fail({ErrorCode::NotFound, u"nobody with that code or number was ever here"_s});
    store()
        ->match(identityKeys(meanings.first()))
        .then(this, [this, rest = meanings.mid(1)](const Result<PersonMatch> &match) {
            if (!match)
                return fail(match.error());
            if (match->visitorId)
                trace(*match->visitorId);
            else
                findByCode(rest);
        });
}

void TraceCommand::findByName(const QString &name)
{
    EntryLists(store())
        .findVisitors(name, mostNamesakes)
        .then(this, [this](const Result<QList<VisitorHit>> &hits) {
            if (!hits)
                return fail(hits.error());
            if (hits->isEmpty())
                return fail({ErrorCode::NotFound, u"nobody of that name was ever here"_s});
            if (hits->size() == 1)
                return trace(hits->first().visitorId);
            for (const VisitorHit &hit : *hits)
                complain(candidateLine(hit));
            endWrong(u"several have that name: choose one with --visitor ID"_s);
        });
}

void TraceCommand::trace(const QUuid &visitorId)
{
    m_request.store = store();
    m_request.visitorId = visitorId;
    office()->load().then(this, [this](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        write(sheetHeadOf(record->venue, m_head));
    });
}

void TraceCommand::write(const SheetHead &head)
{
    m_run = std::make_unique<ReportRun>(std::make_unique<TraceReport>(m_request),
                                        makeReportFile(m_path, u"trace"_s, head));
    m_run->tellOf(store(), u"trace"_s, m_request.revealed);
    m_run->start().then(this, [this](const Result<qint64> &rows) {
        if (rows)
            end(QByteArray::number(*rows) + " rows: " + m_path.toUtf8());
        else
            fail(rows.error());
    });
}

} // namespace checkpoint
