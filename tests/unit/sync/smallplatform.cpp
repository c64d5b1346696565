#include "tests/unit/sync/smallplatform.h"

#include "core/sync/batchbody.h"
#include "core/sync/gzip.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace synctest {

namespace {

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void reset(QTcpSocket *socket)
{
    socket->abort();
}

} // namespace

SmallPlatform::SmallPlatform()
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_received.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

QString SmallPlatform::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
}

void SmallPlatform::clear()
{
    m_entries.clear();
    m_asked.clear();
    batchSizes.clear();
    violations.clear();
    clockAheadMs = 0;
    delay = {};
    offersCheckIns = true;
    endlessCheckIns = false;
    requests = connections = mostAtOnce = 0;
    heal();
}

void SmallPlatform::failRequest(int n, Fault fault, bool lasting)
{
    m_fault = fault;
    m_untilFault = n;
    m_lasting = lasting;
    m_struck = false;
}

bool SmallPlatform::heal()
{
    m_fault.reset();
    return m_struck;
}

QSet<QUuid> SmallPlatform::entries() const
{
    return {m_entries.keyBegin(), m_entries.keyEnd()};
}

std::optional<Fault> SmallPlatform::nextFault()
{
    if (!m_fault || --m_untilFault > 0 || (m_untilFault < 0 && !m_lasting))
        return std::nullopt;
    m_struck = true;
    return m_fault;
}

void SmallPlatform::serve(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = received.left(end);
    const qsizetype length = headerOf(head, "content-length").toInt();
    if (received.size() < end + 4 + length)
        return;
    const QByteArray body = received.mid(end + 4, length);
    received.clear();
    ++requests;
    mostAtOnce = std::max(mostAtOnce, ++m_underWay);
    const std::optional<Fault> fault = nextFault();
    if (fault == Fault::ResetBefore) {
        --m_underWay;
        return reset(socket);
    }
    const bool carriedOut = !fault || fault == Fault::ResetAfter || fault == Fault::HangWithin;
    const Answer answered =
        carriedOut ? carryOut(head.split(' ').value(1), headerOf(head, "idempotency-key"), body) : Answer{};
    QTimer::singleShot(delay, socket, [this, socket, answered, fault] {
        --m_underWay;
        answer(socket, answered, fault);
    });
}

void SmallPlatform::answer(QTcpSocket *socket, const Answer &answer, std::optional<Fault> fault)
{
    Answer said = answer;
    if (fault == Fault::ResetAfter)
        return reset(socket);
    if (fault == Fault::Hang)
        return;
    if (fault == Fault::SignInPage)
        said = {200, "<html>Wi-Fi</html>"};
    if (fault == Fault::Unavailable)
        said = {503, "{}"};
    if (fault == Fault::Forbidden)
        said = {403, R"({"code":"not-yours","message":"Trần Thị Mẫu"})"};
    if (fault == Fault::Redirect)
        said = {307, "", "Location: " + redirectTo.toUtf8() + "\r\n"};
    const QDateTime date = QDateTime::currentDateTimeUtc().addMSecs(clockAheadMs);
    QByteArray whole =
        "HTTP/1.1 " + QByteArray::number(said.status) + " Said\r\nContent-Length: " +
        QByteArray::number(said.body.size() + (fault == Fault::Dribble ? 1'000'000 : 0)) +
        "\r\nDate: " + QLocale::c().toString(date, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1() + "\r\n" +
        said.headers + "\r\n" + said.body;
    if (fault == Fault::HangWithin)
        whole.chop(said.body.size() / 2 + 1);
    socket->write(whole);
    if (fault == Fault::Dribble) {
        auto *const drops = new QTimer(socket);
        connect(drops, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        drops->start(20);
    }
}

SmallPlatform::Answer SmallPlatform::carryOut(const QByteArray &path, const QByteArray &key,
                                              const QByteArray &body)
{
    if (path.contains("/self-check-ins") && endlessCheckIns) {
        const QString number = QString::number(requests);
        const QJsonObject item{{u"id"_s, number},
                               {u"direction"_s, u"in"_s},
                               {u"at"_s, u"2026-11-20T08:00:00.000Z"_s},
                               {u"location"_s, u"Gate A"_s},
                               {u"name_short"_s, u"T. T. Mẫu"_s},
                               {u"person_ref"_s, number}};
        return {200, json({{u"items"_s, QJsonArray{item}}, {u"cursor"_s, number}})};
    }
    if (path.contains("/self-check-ins"))
        return offersCheckIns ? Answer{200, R"({"items":[],"cursor":"0"})"} : Answer{404, "{}"};
    const auto known = m_asked.constFind(key);
    if (known != m_asked.constEnd()) {
        if (known->first != body)
            violations.append(u"other bytes under the same key"_s);
        return known->second;
    }
    Answer answer;
    if (path == "/v1/venues")
        answer = {201, R"({"venue_code":"VN-1","check_in_url":"http://127.0.0.1/c/VN-1"})"};
    else if (path == "/v1/venues/VN-1/entries")
        answer = take(key, body);
    else
        answer = {404, "{}"};
    m_asked.insert(key, {body, answer});
    return answer;
}

SmallPlatform::Answer SmallPlatform::take(const QByteArray &key, const QByteArray &body)
{
    const QByteArray plain =
        checkpoint::gunzipped(body, 2 * checkpoint::mostBatchBytes).value_or(QByteArray());
    const QJsonObject batch = QJsonDocument::fromJson(plain).object();
    const QJsonArray entries = batch[u"entries"_s].toArray();
    if (entries.isEmpty() || batch[u"batch_id"_s].toString().toLatin1() != key)
        violations.append(u"a batch that is none"_s);
    batchSizes.append(int(entries.size()));
    const bool poisoned = std::ranges::any_of(
        entries, [](const QJsonValue &each) { return each[u"location"_s].toString() == u"poison"_s; });
    if (poisoned)
        return {422, R"({"code":"poison","message":"Không hiểu"})"};
    QJsonArray results;
    for (const QJsonValue &each : entries) {
        const auto id = QUuid::fromString(each[u"id"_s].toString());
        const bool known = m_entries.contains(id);
        if (!known)
            m_entries.insert(id, each.toObject());
        results.append(
            QJsonObject{{u"id"_s, each[u"id"_s]}, {u"status"_s, known ? u"duplicate"_s : u"accepted"_s}});
    }
    return {200, json({{u"receipt"_s, QString::fromLatin1("R-" + key)}, {u"results"_s, results}})};
}

} // namespace synctest
