#pragma once

#include "core/base/future.h"
#include "core/sync/httpvalues.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QString>

#include <functional>

class QNetworkReply;

namespace checkpoint {

/// Why an address may not be spoken to; empty when it may: everything goes over TLS, except to this computer
/// itself.
QString faultOfAddress(const QUrl &address);

/// A line to one server: TLS with the certificates believed there, the system's proxies, bounds on time and
/// size. Asks one thing or several at once; lives on the thread of the network, owned by whoever talks.
class HttpLine : public QObject
{
    Q_OBJECT

public:
    explicit HttpLine(const LineRules &rules, QObject *parent = nullptr);
    ~HttpLine() override;

    /// Asks; redirects are followed on the same server only. Always answers.
    Future<HttpReply> send(const HttpRequest &request);

    /// Whatever is under way ends at once, without an answer.
    void hangUp();

private:
    QNetworkReply *open(const HttpRequest &request);
    void follow(const HttpRequest &request, int redirects,
                const std::function<void(const HttpReply &)> &done);

    const LineRules m_rules;
    QNetworkAccessManager m_network;
};

} // namespace checkpoint
