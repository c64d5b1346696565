#pragma once

#include "core/sync/httpvalues.h"

#include <QObject>
#include <QSslError>
#include <QTimer>

class QNetworkReply;

namespace checkpoint {

/// One question under way: collects the answer within its bounds. Lives on the thread of the network; deletes
/// itself, and the reply it took over, once it has ended.
class HttpExchange : public QObject
{
    Q_OBJECT

public:
    HttpExchange(QNetworkReply *reply, const LineRules &rules, QObject *parent);

    /// Ends at once, without an answer.
    void giveUp(const QString &trouble);

signals:
    /// Once, at the end.
    void ended(const checkpoint::HttpReply &reply);

private:
    void beHeard();
    void read();
    void takeWhatCame();
    void checkKey();
    void explain(const QList<QSslError> &errors);
    void end();

    QNetworkReply *const m_reply;
    const LineRules m_rules;
    HttpReply m_answer;
    QTimer m_silence; ///< until TLS stands it watches the connecting
    QTimer m_whole;
    bool m_connected = false;
};

} // namespace checkpoint
