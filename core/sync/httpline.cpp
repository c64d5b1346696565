#include "core/sync/httpline.h"

#include "core/sync/httpexchange.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int mostRedirects = 3;

bool isThisComputer(const QUrl &address)
{
    const QString host = address.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// The proxies of the system; none on the way to this computer itself.
QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery &query)
{
    if (isThisComputer(query.url()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return QNetworkProxyFactory::systemProxyForQuery(query);
}

class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return proxiesFor(query); }
};

/// A line that broke may have been broken by the proxy: whoever looks for the cause is to know of it.
QString withProxy(const QString &trouble, const QUrl &address)
{
    const QNetworkProxy proxy = proxiesFor(QNetworkProxyQuery(address)).value(0);
    if (proxy.hostName().isEmpty())
        return trouble;
    return u"%1 (through the proxy %2:%3 that the system's settings name)"_s.arg(trouble, proxy.hostName())
        .arg(proxy.port());
}

/// Where a redirect leads, when it may be followed: the same question again, at the same server.
std::optional<QUrl> redirection(const HttpRequest &request, const HttpReply &reply)
{
    const bool keepsTheQuestion =
        reply.status == 301 || reply.status == 302 || reply.status == 307 || reply.status == 308;
    if (!keepsTheQuestion)
        return std::nullopt;
    const QUrl url = request.url.resolved(QUrl(QString::fromUtf8(reply.headers.value("location"))));
    const bool sameServer = url.scheme() == request.url.scheme() && url.host() == request.url.host() &&
                            url.port() == request.url.port() && url.userInfo().isEmpty();
    return sameServer ? std::optional(url) : std::nullopt;
}

} // namespace

QString faultOfAddress(const QUrl &address)
{
    if (!address.isValid() || address.host().isEmpty())
        return u"this is no address of a server"_s;
    if (!address.userInfo().isEmpty() || address.hasQuery() || address.hasFragment())
        return u"an address has no user, no “?” and no “#”"_s;
    if (address.scheme() == "https"_L1 || (address.scheme() == "http"_L1 && isThisComputer(address)))
        return {};
    return u"only https:// is spoken, except to this computer itself"_s;
}

HttpLine::HttpLine(const LineRules &rules, QObject *parent) : QObject(parent), m_rules(rules), m_network(this)
{
    m_network.setProxyFactory(new SystemProxies); // taken over
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpLine::~HttpLine() = default;

Future<HttpReply> HttpLine::send(const HttpRequest &request)
{
    auto promise = std::make_shared<QPromise<HttpReply>>();
    Future<HttpReply> future = promise->future();
    promise->start();
    const auto done = [promise](const HttpReply &reply) {
        promise->addResult(reply);
        promise->finish();
    };
    if (const QString fault = faultOfAddress(request.url.adjusted(QUrl::RemoveQuery)); !fault.isEmpty()) {
        HttpReply refused;
        refused.trouble = fault;
        done(refused);
    } else {
        follow(request, 0, done);
    }
    return future;
}

void HttpLine::hangUp()
{
    const QList<HttpExchange *> underWay = findChildren<HttpExchange *>();
    for (HttpExchange *const exchange : underWay)
        exchange->giveUp(u"it was stopped here"_s);
}

QNetworkReply *HttpLine::open(const HttpRequest &request)
{
    QNetworkRequest asked(request.url);
    for (const auto &[name, value] : request.headers)
        asked.setRawHeader(name, value);
    // Said by hand, so that nothing is unpacked behind our back.
    asked.setRawHeader("Accept-Encoding", "identity");
    asked.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    asked.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    asked.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    asked.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    asked.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (!m_rules.authority.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(m_rules.authority, QSsl::Pem));
        asked.setSslConfiguration(tls);
    }
    QNetworkReply *const reply =
        request.verb == "GET" ? m_network.get(asked) : m_network.post(asked, request.body);
    // More than this is never held of an answer that nobody reads.
    reply->setReadBufferSize(m_rules.largestAnswer + 1);
    return reply;
}

void HttpLine::follow(const HttpRequest &request, int redirects,
                      const std::function<void(const HttpReply &)> &done)
{
    auto *const exchange = new HttpExchange(open(request), m_rules, this);
    connect(exchange, &HttpExchange::ended, this, [this, request, redirects, done](const HttpReply &reply) {
        if (!reply.trouble.isEmpty()) {
            HttpReply broken = reply;
            broken.trouble = withProxy(reply.trouble, request.url);
            return done(broken);
        }
        const std::optional<QUrl> next = redirection(request, reply);
        if (!next || redirects == mostRedirects)
            return done(reply);
        HttpRequest again = request;
        again.url = *next;
        follow(again, redirects + 1, done);
    });
}

} // namespace checkpoint
