#include "app/commands/reportcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/entriescommand.h"
#include "core/reports/evacuationlist.h"
#include "core/reports/revealnote.h"
#include "core/reports/rollup/rollupreport.h"
#include "core/reports/summary/summaryfile.h"
#include "core/store/ledger.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

ReportCommand::ReportCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent)
{
    connect(&m_signals, &StopSignals::stopRequested, this, [this] {
        if (m_run)
            m_run->cancel();
    });
}

ReportCommand::~ReportCommand() = default;

void ReportCommand::start(const QStringList &arguments)
{
    const QString name = arguments.value(0);
    if (name == "rollup"_L1)
        return rollUp(arguments.mid(1));
    if (!reportIds().contains(name))
        return endWrong(u"report needs one of %1, rollup, trace"_s.arg(reportIds().join(u", "_s)));
    QCommandLineParser parser;
    parser.addOptions(sheetOptions());
    parser.addOptions({{u"reveal"_s, {}},
                       {u"summary"_s, {}},
                       {u"reason"_s, {}, u"text"_s},
                       {u"from"_s, {}, u"time"_s},
                       {u"to"_s, {}, u"time"_s},
                       {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    if (!parse(parser, u"report "_s + name, arguments.mid(1), 0))
        return;
    const QString path = parser.value(u"o"_s);
    const bool called = name == "inside"_L1 && isSheetFile(path) && !parser.isSet(u"summary"_s);
    if (const QString problem = wrongWithPath(path); !problem.isEmpty())
        return endWrong(problem);
    ReportRequest request;
    request.revealed = parser.isSet(u"reveal"_s);
    request.reason = parser.value(u"reason"_s);
    if (!request.revealed && parser.isSet(u"reason"_s))
        return endWrong(u"--reason belongs to --reveal"_s);
    request.now = clock().now();
    const auto time = [&parser](const QString &option, bool isEnd) {
        return EntriesCommand::timeOf(parser.value(option), isEnd);
    };
    if (parser.isSet(u"from"_s) && !(request.fromUtcMs = time(u"from"_s, false)))
        return endWrong(u"--from is a date (2026-11-20) or a time (2026-11-20T08:15:00+07:00)"_s);
    if (parser.isSet(u"to"_s) && !(request.toUtcMs = time(u"to"_s, true)))
        return endWrong(u"--to is a date (2026-11-20) or a time (2026-11-20T08:15:00+07:00)"_s);
    if (request.fromUtcMs && request.toUtcMs && *request.fromUtcMs >= *request.toUtcMs)
        return endWrong(u"--to is before --from"_s);
    SheetHead head = sheetHead(parser, request.now, request.revealed);
    head.fromUtcMs = request.fromUtcMs;
    head.toUtcMs = request.toUtcMs;
    const auto work = [this, name, request, path, called, head]() mutable {
        request.store = store();
        called ? printInside(request, path) : write(name, request, path, head);
    };
    request.revealed ? openRevealing(reportMode(true), {}, request.reason, work)
                     : open(reportMode(false), work);
}

QList<QCommandLineOption> ReportCommand::sheetOptions()
{
    return {{u"language"_s, {}, u"vi|en"_s, u"vi"_s}, {u"by"_s, {}, u"name"_s}};
}

SheetHead ReportCommand::sheetHead(const QCommandLineParser &parser, const Moment &now, bool revealed)
{
    SheetHead head;
    head.language = sheetLanguage(parser.value(u"language"_s));
    head.madeBy = parser.value(u"by"_s).simplified();
    head.madeAt = now;
    head.revealed = revealed;
    return head;
}

QString ReportCommand::wrongWithPath(const QString &path)
{
    const bool known = path.endsWith(".csv"_L1, Qt::CaseInsensitive) ||
                       path.endsWith(".xlsx"_L1, Qt::CaseInsensitive) || isSheetFile(path);
    return known ? QString() : u"a report needs -o FILE.csv, -o FILE.xlsx or -o FILE.pdf"_s;
}

void ReportCommand::write(const QString &name, const ReportRequest &request, const QString &path,
                          const SheetHead &head)
{
    office()->load().then(this, [this, name, request, path, head](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        m_run = std::make_unique<ReportRun>(makeReport(name, request),
                                            makeReportFile(path, name, sheetHeadOf(record->venue, head)));
        m_run->tellOf(request.store, name, request.revealed);
        run(path);
    });
}

void ReportCommand::run(const QString &path)
{
    m_run->start().then(this, [this, path](const Result<qint64> &rows) {
        if (rows)
            end(QByteArray::number(*rows) + " rows: " + path.toUtf8());
        else
            fail(rows.error());
    });
}

void ReportCommand::printInside(const ReportRequest &request, const QString &path)
{
    office()->load().then(this, [this, request, path](const Result<VenueRecord> &record) {
        EvacuationWords words;
        words.venue = record && record->venue ? record->venue->name : QString();
        printInside(request, path, words);
    });
}

void ReportCommand::printInside(const ReportRequest &request, const QString &path,
                                const EvacuationWords &words)
{
    EntryLists(store()).inside().then(this, [=, this](const Result<QList<InsideRow>> &rows) {
        if (!rows)
            return fail(rows.error());
        const auto print = [this, request, path, words, inside = *rows](const Result<void> &noted) {
            const EvacuationList list(inside, request.now, request.revealed, words);
            if (const Result<void> written = noted ? list.writePdf(path) : noted; !written)
                return fail(written.error());
            tellOfPrinted(inside.size(), request.revealed, path);
        };
        if (!request.revealed)
            return print({});
        QList<QUuid> visitors;
        for (const InsideRow &row : *rows)
            visitors.append(row.in.entry.visitorId.value_or(QUuid()));
        ReportSource(store())
            .noteReveals(visitors, revealWords(request, u"inside"_s), request.now)
            .then(this, print);
    });
}

void ReportCommand::tellOfPrinted(qsizetype rows, bool revealed, const QString &path)
{
    // Told of afterwards: in an emergency a full disk must not keep the list back.
    Ledger(store())
        .note(LedgerNote::Export, EvacuationList::noteOf(rows, revealed))
        .then(this,
              [this, line = QByteArray::number(rows) + " rows: " + path.toUtf8()](const Result<void> &told) {
                  if (!told)
                      complain(told.error());
                  end(line);
              });
}

void ReportCommand::rollUp(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(sheetOptions());
    parser.addOptions({{u"population"_s, {}, u"file"_s}, {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    if (!parser.parse(QStringList{u"report rollup"_s} + arguments))
        return endWrong(parser.errorText());
    const QString path = parser.value(u"o"_s);
    if (const QString problem = wrongWithPath(path); !problem.isEmpty())
        return endWrong(problem);
    if (parser.positionalArguments().isEmpty())
        return endWrong(u"report rollup needs files or folders of district reports"_s);
    auto report = std::make_unique<RollupReport>(parser.positionalArguments(), parser.value(u"population"_s));
    m_notes = std::make_unique<RollupNotes>(path);
    report->noted = [this](const FileNote &note) {
        complain(u"%1:%2: %3"_s.arg(note.file).arg(note.line).arg(note.reason));
        return m_notes->take(note);
    };
    const SheetHead head = sheetHead(parser, clock().now(), false);
    m_run = std::make_unique<ReportRun>(std::move(report), makeReportFile(path, u"rollup"_s, head));
    m_run->start().then(this, [this, path](const Result<qint64> &rows) {
        const Result<void> kept = m_notes->finish();
        if (!rows || !kept)
            return fail(rows ? kept.error() : rows.error());
        const QByteArray noted = m_notes->count() > 0 ? "; notes: " + m_notes->path().toUtf8() : QByteArray();
        if (!printLine(QByteArray::number(*rows) + " rows: " + path.toUtf8() + noted))
            emit finished(ExitNotRecorded);
        else
            emit finished(m_notes->broken() > 0 ? ExitSourceUnreadable : ExitDone);
    });
}

} // namespace checkpoint
