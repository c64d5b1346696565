#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

class QTcpSocket;

/// A platform on this computer, in the test's own process, for what a window does with one: what it is asked,
/// and what it is to answer.
class LoopbackPlatform : public QObject
{
    Q_OBJECT

public:
    LoopbackPlatform();

    QString address() const;

    QString code = QStringLiteral("CODE-1"); ///< the enrolment code that counts
    bool knowsTokens = true;                 ///< false: 401 to everything but enrolling
    bool silent = false;                     ///< answers nothing at all
    bool offersDeclarations = true;
    int declarationDelayMs = 0;
    QString declaration = QStringLiteral("declared");
    QString unwantedName; ///< entries of visitors of this name are rejected
    qint64 clockMs = 0;   ///< its clock is ahead by so much

    QHash<QString, int> asked; ///< how often, by the last part of the path
    QHash<QString, QJsonObject> entries;

private:
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &verb, const QByteArray &path, const QByteArray &body);
    void reply(QTcpSocket *socket, int status, const QJsonObject &body);
    QJsonObject take(const QByteArray &body);

    QHash<QTcpSocket *, QByteArray> m_buffers;
    QTcpServer m_server; ///< goes first, and its sockets with it
};
