#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTcpServer>
#include <QUuid>

#include <chrono>
#include <optional>

class QTcpSocket;

namespace synctest {

enum class Fault {
    ResetBefore, ///< the line breaks before anything was done
    ResetAfter,  ///< it was done, the answer is lost
    SignInPage,  ///< somebody else answers
    Unavailable, ///< 503
    Hang,        ///< no answer ever
    HangWithin,  ///< half an answer, then none
    Dribble,     ///< a byte now and then, without end
    Redirect,    ///< 307 to where `redirectTo` says
    Forbidden,   ///< 403, with a sentence that names somebody
};

/// A platform within the test's own process, over plain HTTP to this computer: it keeps each entry once and
/// fails at the n-th request. The real stand-in (tests/support/platform) is a process of its own and speaks
/// TLS. Lives on the thread of the test, which runs an event loop while a desk talks.
class SmallPlatform : public QObject
{
    Q_OBJECT

public:
    SmallPlatform();

    QString address() const;
    /// Forgets everything and behaves.
    void clear();
    /// The n-th request from now on meets a fault (the first is 1), and with `lasting` all after it.
    void failRequest(int n, Fault fault, bool lasting = false);
    /// Ends failing; true when a request has met the fault.
    bool heal();

    QSet<QUuid> entries() const;
    QJsonObject entry(const QUuid &id) const { return m_entries.value(id); }

    QString redirectTo;
    qint64 clockAheadMs = 0;           ///< of what its `Date` says
    std::chrono::milliseconds delay{}; ///< before every answer
    bool offersCheckIns = true;
    bool endlessCheckIns = false;
    int requests = 0;
    int connections = 0;
    int mostAtOnce = 0; ///< requests under way
    QList<int> batchSizes;
    QStringList violations;

private:
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray headers = {};
    };
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Answer &answer, std::optional<Fault> fault);
    Answer carryOut(const QByteArray &path, const QByteArray &key, const QByteArray &body);
    Answer take(const QByteArray &key, const QByteArray &body);
    std::optional<Fault> nextFault();

    QHash<QTcpSocket *, QByteArray> m_received;
    QHash<QUuid, QJsonObject> m_entries;
    QHash<QByteArray, std::pair<QByteArray, Answer>> m_asked; ///< by key
    std::optional<Fault> m_fault;
    int m_untilFault = 0;
    int m_underWay = 0;
    bool m_lasting = false;
    bool m_struck = false;
    QTcpServer m_server; ///< its connections speak of the others while they end
};

} // namespace synctest
