#include "core/sync/targets/platformtarget.h"

#include "core/base/ids.h"
#include "core/sync/retrypolicy.h"
#include "core/sync/targets/platformanswers.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QByteArray programName()
{
    return "checkpoint-desk/" + QCoreApplication::applicationVersion().toLatin1();
}

QUrl callAddress(const SyncTarget &target, const QString &path)
{
    QString base = target.address;
    while (base.endsWith(u'/'))
        base.chop(1);
    return QUrl(base + path);
}

QString venuePath(const SyncTarget &target)
{
    return u"/v1/venues/"_s + QString::fromLatin1(QUrl::toPercentEncoding(target.venueCode));
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

HttpRequest post(const QUrl &url, const QUuid &key, const QByteArray &body)
{
    HttpRequest request{"POST", url, {}, body};
    request.headers.emplaceBack("Content-Type", "application/json");
    request.headers.emplaceBack("Idempotency-Key", idText(key).toLatin1());
    return request;
}

HttpRequest requestOf(const SyncTarget &target, const EnrolCall &call)
{
    return post(callAddress(target, u"/v1/desks"_s), call.key,
                json({{u"enrolment_code"_s, call.code},
                      {u"desk_name"_s, call.deskName},
                      {u"software"_s, QString::fromLatin1(programName())}}));
}

HttpRequest requestOf(const SyncTarget &target, const VenueCall &call)
{
    const Venue &venue = call.venue;
    const auto text = [](const QString &said) { return said.isEmpty() ? QJsonValue() : QJsonValue(said); };
    return post(
        callAddress(target, u"/v1/venues"_s), call.key,
        json({{u"name"_s, venue.name},
              {u"category"_s, venue.category ? QJsonValue(venueCategoryId(*venue.category)) : QJsonValue()},
              {u"province"_s, text(venue.province)},
              {u"district"_s, text(venue.district)},
              {u"commune"_s, text(venue.commune)},
              {u"street"_s, text(venue.street)},
              {u"contact_name"_s, text(venue.contactName)},
              {u"contact_phone"_s, text(venue.contactPhone)}}));
}

HttpRequest requestOf(const SyncTarget &target, const BatchCall &call)
{
    HttpRequest request =
        post(callAddress(target, venuePath(target) + u"/entries"_s), call.batch.id, call.batch.body);
    request.headers.emplaceBack("Content-Encoding", "gzip");
    return request;
}

HttpRequest requestOf(const SyncTarget &target, const CheckInsCall &call)
{
    QUrl url = callAddress(target, venuePath(target) + u"/self-check-ins"_s);
    url.setQuery(u"after="_s + QString::fromLatin1(QUrl::toPercentEncoding(call.cursor)));
    return {"GET", url, {}, {}};
}

HttpRequest requestOf(const SyncTarget &target, const DeclarationCall &call)
{
    return post(callAddress(target, u"/v1/declarations"_s), call.key, json({{u"qid"_s, call.qid}}));
}

TargetAnswer answered(Verdict verdict, const QString &why)
{
    TargetAnswer answer;
    answer.verdict = verdict;
    answer.why = why;
    return answer;
}

template <typename Said> TargetAnswer accepted(const std::optional<Said> &said)
{
    if (!said)
        return answered(Verdict::Later,
                        u"the answer is not the platform's: something in between answered, or "
                        "the address is another service's"_s);
    TargetAnswer answer;
    answer.verdict = Verdict::Accepted;
    answer.said = *said;
    return answer;
}

TargetAnswer readBody(const TargetCall &call, const QJsonObject &body)
{
    if (std::holds_alternative<EnrolCall>(call))
        return accepted(readEnrolled(body));
    if (std::holds_alternative<VenueCall>(call))
        return accepted(readVenue(body));
    if (const auto *batch = std::get_if<BatchCall>(&call))
        return accepted(readBatch(body, batch->batch));
    if (std::holds_alternative<CheckInsCall>(call))
        return accepted(readCheckIns(body));
    return accepted(readDeclaration(body));
}

/// A status that is no answer to the call itself.
TargetAnswer refusal(const TargetCall &call, const HttpReply &reply)
{
    const QString said = u"the platform answered with status %1"_s.arg(reply.status);
    switch (reply.status) {
    case 400:
    case 409:
    case 413:
    case 422:
        return answered(std::holds_alternative<BatchCall>(call) ? Verdict::Halve : Verdict::Stopped, said);
    case 401:
        return answered(Verdict::NeedsEnrolment,
                        u"the platform does not know this desk's token (status 401)"_s);
    case 403:
        if (std::holds_alternative<EnrolCall>(call))
            return answered(Verdict::Stopped,
                            u"the platform does not know the enrolment code (status 403)"_s);
        return answered(Verdict::Stopped, said);
    case 404:
    case 405:
    case 410:
        return answered(Verdict::Stopped, said);
    default:
        return answered(Verdict::Later, said);
    }
}

/// A name of what was wrong; anything else is a sentence, and those may speak of persons.
bool isCode(const QString &text)
{
    static const QRegularExpression code(u"^[A-Za-z][A-Za-z0-9._-]{0,39}$"_s);
    return code.match(text).hasMatch();
}

std::optional<qint64> clockOff(const HttpReply &reply)
{
    const std::optional<qint64> date = httpDate(reply.headers.value("date"));
    if (!date)
        return std::nullopt;
    // The date is cut to seconds and was made somewhere between asking and the answer.
    constexpr qint64 halfSecond = 500;
    return (reply.sentMs + reply.receivedMs) / 2 - (*date + halfSecond);
}

} // namespace

HttpRequest PlatformTarget::request(const SyncTarget &target, const TargetCall &call) const
{
    HttpRequest request = std::visit([&target](const auto &each) { return requestOf(target, each); }, call);
    request.headers.emplaceBack("Accept", "application/json");
    request.headers.emplaceBack("User-Agent", programName());
    if (!std::holds_alternative<EnrolCall>(call))
        request.headers.emplaceBack("Authorization", "Bearer " + target.token.toUtf8());
    return request;
}

TargetAnswer PlatformTarget::interpret(const TargetCall &call, const HttpReply &reply) const
{
    if (!reply.trouble.isEmpty())
        return answered(Verdict::Later, reply.trouble);
    const int expected =
        std::holds_alternative<EnrolCall>(call) || std::holds_alternative<VenueCall>(call) ? 201 : 200;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    // A repeated call may be answered as one that found what was made before.
    TargetAnswer answer = reply.status == expected || reply.status == 200 ? readBody(call, document.object())
                                                                          : refusal(call, reply);
    if (answer.verdict == Verdict::Later)
        answer.askedFor =
            retryAfter(reply.headers.value("retry-after"), reply.headers.value("date"), reply.receivedMs)
                .value_or(std::chrono::milliseconds::zero());
    if (answer.verdict == Verdict::Halve || answer.verdict == Verdict::Stopped) {
        constexpr qsizetype longest = 500;
        answer.code = document.object().value("code"_L1).toString().left(longest);
        answer.message = document.object().value("message"_L1).toString().left(longest);
        if (isCode(answer.code))
            answer.why += u": "_s + answer.code;
    }
    answer.clockOffMs = clockOff(reply);
    return answer;
}

} // namespace checkpoint
