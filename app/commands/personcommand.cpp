#include "app/commands/personcommand.h"

#include "app/commands/output.h"
#include "core/base/ids.h"
#include "core/reports/personsheet.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString dueText(const PersonRequest &request)
{
    const auto due = request.due();
    if (!due)
        return u"done"_s;
    return (request.answeredUtcMs ? u"to be done by "_s : u"to be answered by "_s) +
           due->toString(Qt::ISODate);
}

QJsonObject requestJson(const PersonRequest &request)
{
    const auto due = request.due();
    return {{u"id"_s, idText(request.id)},
            {u"kind"_s, requestKindId(request.kind)},
            {u"visitor_id"_s, request.visitorId ? QJsonValue(idText(*request.visitorId)) : QJsonValue()},
            {u"received"_s, request.receivedOn().toString(Qt::ISODate)},
            {u"answer_due"_s, answerDue(request.receivedOn()).toString(Qt::ISODate)},
            {u"done_due"_s, doneDue(request.receivedOn(), request.kind).toString(Qt::ISODate)},
            {u"answered"_s, request.answeredUtcMs.has_value()},
            {u"done"_s, request.doneUtcMs.has_value()},
            {u"due"_s, due ? QJsonValue(due->toString(Qt::ISODate)) : QJsonValue()}};
}

void addPersonOptions(QCommandLineParser &parser)
{
    for (const auto &option : {"code"_L1, "name"_L1, "visitor"_L1})
        parser.addOption({option, {}, option});
}

int waysOf(const QCommandLineParser &parser)
{
    return parser.isSet(u"code"_s) + parser.isSet(u"name"_s) + parser.isSet(u"visitor"_s);
}

} // namespace

void PersonCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    if (verb == "show"_L1 || verb == "export"_L1 || verb == "correct"_L1 || verb == "erase"_L1)
        return startPerson(verb, arguments.mid(1));
    if (verb == "request"_L1)
        return startRequest(arguments.mid(1));
    if (verb == "requests"_L1)
        return startRequests(arguments.mid(1));
    if (verb == "answered"_L1 || verb == "done"_L1)
        return startStamp(verb, arguments.mid(1));
    endWrong(u"“person” is followed by show, export, correct, erase, request, requests, answered or done"_s);
}

void PersonCommand::startPerson(const QString &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    addPersonOptions(parser);
    const bool shows = verb == "show"_L1 || verb == "export"_L1;
    if (shows) {
        parser.addOptions({{u"reason"_s, {}, u"text"_s},
                           {u"language"_s, {}, u"vi|en"_s, u"vi"_s},
                           {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    } else if (verb == "correct"_L1) {
        for (const auto &option : {"full-name"_L1, "birth-date"_L1, "phone"_L1, "address"_L1})
            parser.addOption({option, {}, option});
    }
    if (!parse(parser, u"person "_s + verb, arguments, 0))
        return;
    if (waysOf(parser) != 1)
        return endWrong(u"“person %1” needs one of --code, --name and --visitor"_s.arg(verb));
    if (verb == "erase"_L1)
        return find(parser, [this](const QUuid &visitor) { erase(visitor); });
    if (verb == "correct"_L1) {
        VisitorCorrection correction;
        const auto said = [&parser](const QString &option) {
            return parser.isSet(option) ? std::optional(parser.value(option).simplified()) : std::nullopt;
        };
        correction.name = said(u"full-name"_s);
        correction.phone = said(u"phone"_s);
        correction.address = said(u"address"_s);
        if (const auto day = said(u"birth-date"_s)) {
            correction.birthDate = PartialDate::fromString(*day);
            if (!*correction.birthDate)
                return endWrong(u"--birth-date is a day (1990-01-15) or a year"_s);
        }
        if (correction == VisitorCorrection())
            return endWrong(u"“person correct” needs what is to be put right"_s);
        return find(parser, [this, correction](const QUuid &visitor) { correct(visitor, correction); });
    }
    const QString path = parser.value(u"o"_s);
    const QString reason = parser.value(u"reason"_s).trimmed();
    if (reason.isEmpty())
        return endWrong(u"“person %1” needs --reason; it is kept"_s.arg(verb));
    if (verb == "export"_L1 && !path.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return endWrong(u"“person export” needs -o FILE.pdf"_s);
    SheetHead head;
    head.language = sheetLanguage(parser.value(u"language"_s));
    head.madeAt = clock().now();
    head.hasPeriod = false;
    head.hasPersons = true;
    head.revealed = true;
    head.isTheirOwn = true;
    find(parser, [this, reason, head, path](const QUuid &visitor) { show(visitor, reason, head, path); });
}

// ---- whom it is about

void PersonCommand::find(const QCommandLineParser &parser, const Found &found)
{
    if (parser.isSet(u"visitor"_s)) {
        const QUuid visitor = QUuid::fromString(parser.value(u"visitor"_s));
        if (visitor.isNull())
            return endWrong(u"--visitor is the id of a visitor"_s);
        return open(StoreMode::ReadWrite, [found, visitor] { found(visitor); });
    }
    if (parser.isSet(u"name"_s)) {
        return open(StoreMode::ReadWrite,
                    [this, found, name = parser.value(u"name"_s)] { findByName(name, found); });
    }
    QByteArray text = parser.value(u"code"_s).toUtf8();
    if (text == "-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return fail({ErrorCode::SourceUnreadable, u"standard input cannot be read"_s});
        text = input.readLine().trimmed();
    }
    if (!PersonFinder::isCodeOrNumber(text))
        return endWrong(u"--code is neither a code of a person nor a number"_s);
    open(StoreMode::ReadWrite, [this, text, found] {
        persons().finder()->byCode(text).then(this, [this, found](const Result<QList<VisitorHit>> &hits) {
            if (!hits)
                fail(hits.error());
            else if (hits->isEmpty())
                fail({ErrorCode::NotFound, u"nothing is held on anybody with that code or number"_s});
            else
                found(hits->first().visitorId);
        });
    });
}

void PersonCommand::findByName(const QString &name, const Found &found)
{
    persons().finder()->byName(name).then(this, [this, found](const Result<QList<VisitorHit>> &hits) {
        if (!hits)
            return fail(hits.error());
        if (hits->isEmpty())
            return fail({ErrorCode::NotFound, u"nothing is held on anybody of that name"_s});
        if (hits->size() == 1)
            return found(hits->first().visitorId);
        for (const VisitorHit &hit : *hits) {
            const VisitorData shown = masked(hit.visitor);
            complain(u"%1  %2  %3"_s.arg(idText(hit.visitorId), shown.name, shown.idNumber));
        }
        endWrong(u"several have that name: choose one with --visitor ID"_s);
    });
}

// ---- what is done

PersonOffice &PersonCommand::persons()
{
    if (!m_persons)
        m_persons = std::make_unique<PersonOffice>(store(), &clock());
    return *m_persons;
}

void PersonCommand::show(const QUuid &visitorId, const QString &reason, const SheetHead &head,
                         const QString &path)
{
    persons().reveal(visitorId, reason).then(this, [this, head, path](const Result<HeldData> &held) {
        held ? present(*held, head, path) : fail(held.error());
    });
}

void PersonCommand::present(const HeldData &held, const SheetHead &head, const QString &path)
{
    const Summary summary = personSummary(held.record, held.terms, head.language);
    if (path.isEmpty())
        return end(personLines(summary).join(u'\n').toUtf8());
    office()->load().then(this, [this, summary, head, path](const Result<VenueRecord> &venue) {
        if (!venue)
            return fail(venue.error());
        const SummarySheet sheet(sheetHeadOf(venue->venue, head), summary);
        persons().noteSheet().then(this, [this, sheet, path](const Result<void> &noted) {
            const Result<void> written = noted ? sheet.writePdf(path) : noted;
            written ? end(path.toUtf8()) : fail(written.error());
        });
    });
}

void PersonCommand::correct(const QUuid &visitorId, const VisitorCorrection &correction)
{
    persons().correct(visitorId, correction).then(this, [this, visitorId](const Result<void> &done) {
        done ? end("corrected: " + idText(visitorId).toUtf8()) : fail(done.error());
    });
}

void PersonCommand::erase(const QUuid &visitorId)
{
    persons().erase(visitorId).then(this, [this, visitorId](const Result<ErasureCounts> &erased) {
        erased ? end("erased: " + idText(visitorId).toUtf8()) : fail(erased.error());
    });
}

// ---- requests

void PersonCommand::startRequest(const QStringList &arguments)
{
    QCommandLineParser parser;
    addPersonOptions(parser);
    parser.addOption({u"note"_s, {}, u"text"_s});
    if (!parse(parser, u"person request"_s, arguments, 1))
        return;
    const auto kind = requestKindFromId(parser.positionalArguments().first());
    if (!kind)
        return endWrong(u"a request is to view, correct, withdraw or erase"_s);
    const QString note = parser.value(u"note"_s).simplified();
    if (waysOf(parser) == 0)
        return open(StoreMode::ReadWrite, [this, kind = *kind, note] { add(kind, {}, note); });
    find(parser, [this, kind = *kind, note](const QUuid &visitor) { add(kind, visitor, note); });
}

void PersonCommand::add(RequestKind kind, const std::optional<QUuid> &visitorId, const QString &note)
{
    persons().add(kind, visitorId, note).then(this, [this](const Result<PersonRequest> &added) {
        if (!added)
            return fail(added.error());
        end(u"%1  %2, to be done by %3"_s
                .arg(idText(added->id), dueText(*added),
                     doneDue(added->receivedOn(), added->kind).toString(Qt::ISODate))
                .toUtf8());
    });
}

void PersonCommand::startRequests(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"all"_s, {}}, {u"json"_s, {}}});
    if (!parse(parser, u"person requests"_s, arguments, 0))
        return;
    open(StoreMode::ReadOnly, [this, all = parser.isSet(u"all"_s), json = parser.isSet(u"json"_s)] {
        persons().requests(all).then(this, [this, json](const Result<QList<PersonRequest>> &requests) {
            if (!requests)
                return fail(requests.error());
            QByteArrayList lines;
            for (const PersonRequest &each : *requests) {
                lines.append(json ? jsonLine(requestJson(each))
                                  : u"%1  %2  %3  %4"_s
                                        .arg(idText(each.id), requestKindId(each.kind),
                                             each.receivedOn().toString(Qt::ISODate), dueText(each))
                                        .toUtf8());
            }
            if (lines.isEmpty())
                emit finished(ExitDone);
            else
                end(lines.join('\n'));
        });
    });
}

void PersonCommand::startStamp(const QString &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    if (!parse(parser, u"person "_s + verb, arguments, 1))
        return;
    const QUuid id = QUuid::fromString(parser.positionalArguments().first());
    if (id.isNull())
        return endWrong(u"“person %1” needs the id of a request"_s.arg(verb));
    open(StoreMode::ReadWrite, [this, id, verb] {
        const auto done = verb == "done"_L1 ? persons().done(id) : persons().answered(id);
        done.then(this, [this, id, verb](const Result<void> &stamped) {
            stamped ? end((verb + u": "_s + idText(id)).toUtf8()) : fail(stamped.error());
        });
    });
}

} // namespace checkpoint
