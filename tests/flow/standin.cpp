#include "tests/flow/standin.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

StandIn::StandIn(const QString &folder, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        u"python3"_s,
        QStringList{QStringLiteral(CHECKPOINT_SOURCE_DIR) + u"/tests/support/platform/standin.py"_s,
                    u"--folder"_s, folder, u"--contract"_s,
                    QStringLiteral(CHECKPOINT_SOURCE_DIR) + u"/resources/platform/openapi.json"_s} +
            arguments);
    m_ready = line();
}

StandIn::~StandIn()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
}

QJsonObject StandIn::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(60'000))
            return {};
    }
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

QJsonObject StandIn::tell(const QJsonObject &order)
{
    m_process.write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
    m_process.waitForBytesWritten();
    return line();
}

void StandIn::misbehave(const QList<QJsonObject> &faults)
{
    QJsonArray all;
    for (const QJsonObject &fault : faults)
        all.append(fault);
    tell({{u"misbehave"_s, all}});
}

} // namespace checkpoint::test
