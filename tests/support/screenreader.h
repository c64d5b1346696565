#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QHash>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace checkpoint::test {

/// What a screen reader would say by itself while programs run: the texts of notifications as they begin to
/// show, by way of AT-SPI on the session bus. Two pieces of news within a few milliseconds may both be heard
/// as the second. To be made before the programs that it listens to, and after the session bus.
class ScreenReader : public QObject
{
    Q_OBJECT

public:
    ScreenReader();
    ~ScreenReader() override;

    /// Starts the accessibility bus and listens; false where there is none.
    bool start();

    /// Everything that was said, in its order.
    const QStringList &said() const { return m_said; }

signals:
    void spoke(const QString &text);

private slots:
    void hear(const QDBusMessage &event);

private:
    bool isNotification(const QDBusMessage &event);

    QProcess m_launcher;
    QDBusConnection m_bus;
    QHash<QString, bool> m_notifications; ///< by sender and path: whether it is one
    QStringList m_said;
};

} // namespace checkpoint::test
