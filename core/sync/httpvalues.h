#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <utility>

namespace checkpoint {

/// What is asked, as a value.
struct HttpRequest
{
    QByteArray verb; ///< "GET" or "POST"
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// What came back, as a value.
struct HttpReply
{
    QString trouble; ///< why there is no whole answer, in English; empty when there is one
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    qint64 sentMs = 0; ///< wall clock of this desk, UTC; likewise below
    qint64 receivedMs = 0;
};

/// How far the other side is believed and waited for.
struct LineRules
{
    std::chrono::milliseconds connecting = std::chrono::seconds(15); ///< until TLS stands
    std::chrono::milliseconds silence = std::chrono::seconds(30);    ///< without a byte in either direction
    std::chrono::milliseconds whole = std::chrono::minutes(5);       ///< from asking to the last byte
    qint64 largestAnswer = 4 * 1024 * 1024;                          ///< bytes
    QByteArray authority; ///< PEM: the only certificates believed; empty: those of the system
    QByteArray pinnedKey; ///< SHA-256 of the server's public key; empty: any
};

} // namespace checkpoint
