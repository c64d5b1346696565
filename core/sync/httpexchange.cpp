#include "core/sync/httpexchange.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// Content errors of Qt come with a status, which says it better.
bool isAnswered(const QNetworkReply &reply)
{
    const int error = reply.error();
    return error == QNetworkReply::NoError || (error > 200 && error < 300) || (error > 400 && error < 500);
}

QString certificateText(const QSslCertificate &certificate)
{
    const auto joined = [](const QStringList &parts) {
        return parts.isEmpty() ? u"nobody"_s : parts.join(u", "_s);
    };
    return u"the certificate of %1, issued by %2, valid from %3 to %4"_s.arg(
        joined(certificate.subjectInfo(QSslCertificate::CommonName)),
        joined(certificate.issuerInfo(QSslCertificate::CommonName)),
        certificate.effectiveDate().toString(Qt::ISODate), certificate.expiryDate().toString(Qt::ISODate));
}

} // namespace

HttpExchange::HttpExchange(QNetworkReply *reply, const LineRules &rules, QObject *parent)
    : QObject(parent), m_reply(reply), m_rules(rules)
{
    m_reply->setParent(this);
    m_answer.sentMs = QDateTime::currentMSecsSinceEpoch();
    m_silence.setSingleShot(true);
    m_whole.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        giveUp(m_connected ? u"no byte came or went for %1 s"_s.arg(m_rules.silence.count() / 1000)
                           : u"no connection within %1 s"_s.arg(m_rules.connecting.count() / 1000));
    });
    connect(&m_whole, &QTimer::timeout, this,
            [this] { giveUp(u"the answer was not whole after %1 s"_s.arg(m_rules.whole.count() / 1000)); });
    connect(m_reply, &QNetworkReply::encrypted, this, &HttpExchange::checkKey);
    connect(m_reply, &QNetworkReply::sslErrors, this, &HttpExchange::explain);
    connect(m_reply, &QNetworkReply::requestSent, this, &HttpExchange::beHeard);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes) {
        if (bytes > 0)
            beHeard();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::beHeard);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::end);
    m_silence.start(m_rules.connecting);
    m_whole.start(m_rules.whole);
}

void HttpExchange::beHeard()
{
    m_connected = true;
    m_silence.start(m_rules.silence);
}

void HttpExchange::read()
{
    beHeard();
    takeWhatCame();
    if (m_answer.body.size() > m_rules.largestAnswer)
        giveUp(u"the answer has more than %1 bytes"_s.arg(m_rules.largestAnswer));
}

/// One byte over the limit says enough. QIODevice::read() makes room for all that is asked for.
void HttpExchange::takeWhatCame()
{
    constexpr qint64 atOnce = 64 * 1024;
    QByteArray piece;
    do {
        piece = m_reply->read(std::min(atOnce, m_rules.largestAnswer + 1 - m_answer.body.size()));
        m_answer.body += piece;
    } while (!piece.isEmpty());
}

/// TLS stands, and nothing of the request has gone out yet.
void HttpExchange::checkKey()
{
    if (!m_rules.pinnedKey.isEmpty()) {
        const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
        const QByteArray key =
            QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256);
        if (key != m_rules.pinnedKey)
            return giveUp(u"%1 does not have the pinned key"_s.arg(certificateText(certificate)));
    }
    beHeard();
}

void HttpExchange::explain(const QList<QSslError> &errors)
{
    QStringList reasons;
    QString which;
    for (const QSslError &error : errors) {
        reasons.append(error.errorString());
        if (which.isEmpty() && !error.certificate().isNull())
            which = certificateText(error.certificate());
    }
    if (which.isEmpty())
        which = certificateText(m_reply->sslConfiguration().peerCertificate());
    reasons.removeDuplicates();
    m_answer.trouble = u"%1 does not count: %2"_s.arg(which, reasons.join(u' '));
}

void HttpExchange::giveUp(const QString &trouble)
{
    if (m_answer.trouble.isEmpty())
        m_answer.trouble = trouble;
    m_reply->abort(); // ends in finished()
}

void HttpExchange::end()
{
    disconnect(m_reply, nullptr, this, nullptr);
    m_silence.stop();
    m_whole.stop();
    m_answer.receivedMs = QDateTime::currentMSecsSinceEpoch();
    if (m_answer.trouble.isEmpty() && !isAnswered(*m_reply))
        m_answer.trouble = m_reply->errorString();
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_answer.trouble.isEmpty() && m_answer.status == 0)
        m_answer.trouble = u"no HTTP answer"_s;
    const QList<QNetworkReply::RawHeaderPair> &headers = m_reply->rawHeaderPairs();
    for (const QNetworkReply::RawHeaderPair &header : headers)
        m_answer.headers.insert(header.first.toLower(), header.second);
    if (m_answer.trouble.isEmpty() && m_reply->isReadable())
        takeWhatCame();
    if (m_answer.trouble.isEmpty() && m_answer.body.size() > m_rules.largestAnswer)
        m_answer.trouble = u"the answer has more than %1 bytes"_s.arg(m_rules.largestAnswer);
    emit ended(m_answer);
    deleteLater();
}

} // namespace checkpoint
