#include "tests/ui/loopbackplatform.h"

#include "core/sync/gzip.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

LoopbackPlatform::LoopbackPlatform()
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_buffers.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

QString LoopbackPlatform::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
}

void LoopbackPlatform::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = buffer.first(end).split('\n');
    qsizetype length = 0;
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    if (buffer.size() < end + 4 + length)
        return;
    const QByteArray body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    answer(socket, first.value(0), first.value(1), body);
}

void LoopbackPlatform::answer(QTcpSocket *socket, const QByteArray &verb, const QByteArray &path,
                              const QByteArray &body)
{
    const QByteArray what = path.split('?').first().split('/').last();
    ++asked[QString::fromLatin1(what)];
    if (silent)
        return;
    const QJsonObject question = QJsonDocument::fromJson(body).object();
    if (what == "desks") {
        if (question[u"enrolment_code"_s].toString() == code)
            reply(socket, 201, {{u"desk_id"_s, u"D-1"_s}, {u"token"_s, u"secret-token"_s}});
        else
            reply(socket, 403, {{u"code"_s, u"unknown-code"_s}});
        return;
    }
    if (!knowsTokens)
        return reply(socket, 401, {{u"code"_s, u"unknown-token"_s}});
    if (verb == "POST" && what == "venues")
        return reply(socket, 201,
                     {{u"venue_code"_s, u"VN-000001"_s},
                      {u"check_in_url"_s, u"https://nentang.example/c/VN-000001"_s}});
    if (verb == "POST" && what == "entries")
        return reply(socket, 200, take(body));
    if (what == "declarations" && offersDeclarations) {
        const QJsonObject said{{u"status"_s, declaration}, {u"at"_s, QJsonValue()}};
        QTimer::singleShot(declarationDelayMs, socket, [this, socket, said] { reply(socket, 200, said); });
        return;
    }
    reply(socket, 404, {{u"code"_s, u"not-found"_s}});
}

QJsonObject LoopbackPlatform::take(const QByteArray &body)
{
    constexpr qsizetype most = 2 * 1024 * 1024;
    const QByteArray plain = checkpoint::gunzipped(body, most).value_or(QByteArray());
    const QJsonObject batch = QJsonDocument::fromJson(plain).object();
    QJsonArray results;
    const QJsonArray members = batch[u"entries"_s].toArray();
    for (const QJsonValue &each : members) {
        const QString id = each[u"id"_s].toString();
        const QString name = each[u"visitor"_s][u"name"_s].toString();
        if (!unwantedName.isEmpty() && name == unwantedName) {
            results.append(QJsonObject{{u"id"_s, id},
                                       {u"status"_s, u"rejected"_s},
                                       {u"code"_s, u"name"_s},
                                       {u"message"_s, u"Họ tên không đúng"_s}});
            continue;
        }
        entries.insert(id, each.toObject());
        results.append(QJsonObject{{u"id"_s, id}, {u"status"_s, u"accepted"_s}});
    }
    return {{u"receipt"_s, u"R-1"_s}, {u"results"_s, results}};
}

void LoopbackPlatform::reply(QTcpSocket *socket, int status, const QJsonObject &body)
{
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const QDateTime date = QDateTime::currentDateTimeUtc().addMSecs(clockMs);
    socket->write("HTTP/1.1 " + QByteArray::number(status) +
                  " OK\r\nContent-Type: application/json\r\nDate: " +
                  QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1() +
                  "\r\nContent-Length: " + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
}
