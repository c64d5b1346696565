#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>

namespace checkpoint::test {

/// The platform to test desks with (tests/support/platform), as a process of its own.
class StandIn
{
public:
    /// `arguments` go to it; its files lie in `folder`.
    explicit StandIn(const QString &folder, const QStringList &arguments = {});
    ~StandIn();

    bool isReady() const { return !m_ready.isEmpty(); }
    /// "address", "expired", "wrong_name", "plain".
    QString address(const QString &which = QStringLiteral("address")) const
    {
        return m_ready[which].toString();
    }
    QString authority() const { return m_ready[QStringLiteral("authority")].toString(); }

    /// Gives an order and takes its answer.
    QJsonObject tell(const QJsonObject &order);
    QJsonObject state() { return tell({}); }
    /// The next requests get these faults, each one.
    void misbehave(const QList<QJsonObject> &faults);
    QJsonArray entries()
    {
        return tell({{QStringLiteral("entries"), true}})[QStringLiteral("entries")].toArray();
    }

    /// What desks were given to be known by.
    QByteArrayList tokens()
    {
        QByteArrayList tokens;
        for (const QJsonValue &each :
             tell({{QStringLiteral("tokens"), true}})[QStringLiteral("tokens")].toArray())
            tokens.append(each.toString().toLatin1());
        return tokens;
    }

private:
    QJsonObject line();

    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace checkpoint::test
