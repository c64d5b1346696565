#include "tests/support/screenreader.h"

#include <QDBusReply>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

namespace {

constexpr uint notificationRole = 101; ///< ATSPI_ROLE_NOTIFICATION of AT-SPI 2
constexpr int patienceMs = 10'000;

QString keyOf(const QDBusMessage &event)
{
    return event.service() + event.path();
}

} // namespace

ScreenReader::ScreenReader() : m_bus(QString()) {}

ScreenReader::~ScreenReader()
{
    QDBusConnection::disconnectFromBus(u"screenreader"_s);
    m_launcher.terminate();
    m_launcher.waitForFinished(3'000);
}

bool ScreenReader::start()
{
    // Programs tell what they show only where this is set, or a desktop has switched it on.
    qputenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1");
    m_launcher.setProcessChannelMode(QProcess::MergedChannels);
    m_launcher.start(u"/usr/libexec/at-spi-bus-launcher"_s, {u"--launch-immediately"_s});
    if (!m_launcher.waitForStarted(patienceMs))
        return false;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patienceMs) {
        const QDBusReply<QString> address = QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
            u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
        if (address.isValid() && !address.value().isEmpty()) {
            m_bus = QDBusConnection::connectToBus(address.value(), u"screenreader"_s);
            break;
        }
        QThread::msleep(100);
    }
    if (!m_bus.isConnected())
        return false;
    QDBusMessage wish =
        QDBusMessage::createMethodCall(u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/registry"_s,
                                       u"org.a11y.atspi.Registry"_s, u"RegisterEvent"_s);
    wish << u"object:state-changed:showing"_s;
    if (m_bus.call(wish, QDBus::Block, patienceMs).type() == QDBusMessage::ErrorMessage)
        return false;
    return m_bus.connect({}, {}, u"org.a11y.atspi.Event.Object"_s, u"StateChanged"_s, this,
                         SLOT(hear(QDBusMessage)));
}

void ScreenReader::hear(const QDBusMessage &event)
{
    const QVariantList about = event.arguments();
    const bool shows = about.size() >= 2 && about[0].toString() == "showing"_L1 && about[1].toInt() == 1;
    if (!shows || !isNotification(event))
        return;
    // The event says only that there is something to say: as every screen reader, this one asks what.
    QDBusMessage question = QDBusMessage::createMethodCall(event.service(), event.path(),
                                                           u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.a11y.atspi.Accessible"_s << u"Name"_s;
    const QDBusReply<QDBusVariant> name = m_bus.call(question, QDBus::Block, patienceMs);
    m_said.append(name.isValid() ? name.value().variant().toString() : QString());
    emit spoke(m_said.last());
}

bool ScreenReader::isNotification(const QDBusMessage &event)
{
    const auto known = m_notifications.constFind(keyOf(event));
    if (known != m_notifications.cend())
        return *known;
    const QDBusReply<uint> role = m_bus.call(QDBusMessage::createMethodCall(
        event.service(), event.path(), u"org.a11y.atspi.Accessible"_s, u"GetRole"_s));
    return m_notifications[keyOf(event)] = role.isValid() && role.value() == notificationRole;
}

} // namespace checkpoint::test
