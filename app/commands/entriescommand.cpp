#include "app/commands/entriescommand.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "core/base/clock.h"
#include "core/reports/csvwriter.h"
#include "core/reports/reportcatalog.h"

#include <QCommandLineParser>
#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int pageSize = 1000;

} // namespace

EntriesCommand::EntriesCommand(const FolderAccess &dataFolder, QObject *parent)
    : QObject(parent), m_folder(dataFolder)
{
}

EntriesCommand::~EntriesCommand() = default;

std::optional<qint64> EntriesCommand::timeOf(const QString &text, bool isEnd)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (text.size() == 10 && date.isValid())
        return (isEnd ? date.addDays(1) : date).startOfDay().toMSecsSinceEpoch();
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || text.size() <= 10)
        return std::nullopt;
    return time.toMSecsSinceEpoch() + (isEnd ? 1 : 0); // an end in the query is excluded
}

void EntriesCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, {}},
                       {u"reveal"_s, {}},
                       {u"reason"_s, {}, u"text"_s},
                       {u"refused"_s, {}},
                       {u"csv"_s, {}, u"file"_s},
                       {u"from"_s, {}, u"time"_s},
                       {u"to"_s, {}, u"time"_s}});
    const auto wrong = [this](const QString &problem) {
        complain(problem);
        emit finished(ExitWrongUse);
    };
    if (!parser.parse(QStringList{u"entries"_s} + arguments))
        return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrong(u"entries takes no “%1”"_s.arg(parser.positionalArguments().first()));
    if (parser.isSet(u"csv"_s) && (parser.isSet(u"json"_s) || parser.isSet(u"refused"_s)))
        return wrong(u"--csv goes neither with --json nor with --refused"_s);
    if (parser.isSet(u"csv"_s) && (parser.value(u"csv"_s).isEmpty() || parser.value(u"csv"_s) == "-"_L1))
        return wrong(u"--csv needs the name of a file"_s);
    if (parser.isSet(u"from"_s) && !(m_query.fromUtcMs = timeOf(parser.value(u"from"_s), false)))
        return wrong(u"--from is a date (2026-11-20) or a time (2026-11-20T08:15:00+07:00)"_s);
    if (parser.isSet(u"to"_s) && !(m_query.toUtcMs = timeOf(parser.value(u"to"_s), true)))
        return wrong(u"--to is a date (2026-11-20) or a time (2026-11-20T08:15:00+07:00)"_s);

    m_query.limit = pageSize;
    m_json = parser.isSet(u"json"_s);
    m_revealed = parser.isSet(u"reveal"_s);
    m_folder.open(m_folder.reportMode(m_revealed && parser.isSet(u"csv"_s)))
        .then(this, [this, refused = parser.isSet(u"refused"_s), reason = parser.value(u"reason"_s),
                     csv = parser.value(u"csv"_s)](const Result<void> &opened) {
            if (!opened && opened.error().code != ErrorCode::NotFound)
                return fail(opened.error());
            if (!opened || !m_revealed)
                return goOn(opened, refused, csv);
            m_folder.noteReveal(csv.isEmpty() ? u"entries"_s : QString(), reason)
                .then(this, [=, this](const Result<void> &noted) {
                    noted ? goOn(opened, refused, csv) : fail(noted.error());
                });
        });
}

void EntriesCommand::goOn(const Result<void> &opened, bool refused, const QString &csv)
{
    // An empty list is an answer; that there is no record at all is worth a word.
    if (!opened)
        complain(opened.error().detail);
    if (!csv.isEmpty())
        return writeCsv(csv, opened.ok());
    if (!opened) {
        emit finished(ExitDone);
        return;
    }
    if (refused)
        fetchRefused(m_query);
    else
        fetchPage();
}

void EntriesCommand::fetchPage()
{
    m_folder.store()->entries(m_query).then(this, [this](const Result<QList<EntryRow>> &rows) {
        if (rows)
            take(*rows);
        else
            fail(rows.error());
    });
}

/// The refused scans of the period, all of them: they are few and small.
void EntriesCommand::fetchRefused(EntryQuery query)
{
    m_folder.store()->refusedScans(query).then(
        this, [this, query](const Result<QList<RefusedScan>> &scans) mutable {
            if (!scans)
                return fail(scans.error());
            for (const RefusedScan &scan : *scans)
                m_refused.enqueue(scan);
            if (scans->size() < pageSize)
                return fetchPage();
            query.after = scans->last().id;
            fetchRefused(query);
        });
}

bool EntriesCommand::printRefused(const Entry *before)
{
    const auto isEarlier = [before](const RefusedScan &scan) {
        // Ids made in one millisecond still say which came first.
        return !before || scan.at.utcMs < before->at.utcMs ||
               (scan.at.utcMs == before->at.utcMs && scan.id < before->id);
    };
    while (!m_refused.isEmpty() && isEarlier(m_refused.head())) {
        const RefusedScan scan = m_refused.dequeue();
        if (!printLine(m_json ? jsonLine(refusedJson(scan)) : refusedText(scan).toUtf8()))
            return false;
    }
    return true;
}

void EntriesCommand::take(const QList<EntryRow> &rows)
{
    for (const EntryRow &row : rows) {
        const bool printed =
            printRefused(&row.entry) &&
            printLine(m_json ? jsonLine(entryJson(row, m_revealed)) : entryText(row, m_revealed).toUtf8());
        if (!printed) {
            emit finished(ExitNotRecorded);
            return;
        }
    }
    if (rows.size() < pageSize) {
        emit finished(printRefused(nullptr) ? ExitDone : ExitNotRecorded);
        return;
    }
    m_query.after = rows.last().entry.id;
    fetchPage();
}

void EntriesCommand::writeCsv(const QString &path, bool recordExists)
{
    ReportRequest request;
    request.store = recordExists ? m_folder.store() : nullptr;
    request.fromUtcMs = m_query.fromUtcMs;
    request.toUtcMs = m_query.toUtcMs;
    request.now = SystemClock().now();
    request.revealed = m_revealed;
    m_csv = std::make_unique<ReportRun>(makeReport(u"entries"_s, request), std::make_unique<CsvWriter>(path));
    m_csv->tellOf(request.store, u"entries"_s, m_revealed);
    m_csv->start().then(this, [this](const Result<qint64> &rows) {
        if (!rows)
            return fail(rows.error());
        emit finished(ExitDone);
    });
}

void EntriesCommand::fail(const Error &error)
{
    complain(error);
    emit finished(exitCodeOf(error));
}

} // namespace checkpoint
